"""One run: ask all sources at once, try each named port as soon as it is known, judge, report.

Everything ends by the one deadline of the run. The observer is called from the calling thread only.
"""

import threading
from collections.abc import Collection
from concurrent.futures import Executor, Future, wait
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from time import monotonic

from probes.answers import Answers
from probes.attempts import attempt, not_run
from probes.codes import Protocol, Reason, Source, Status
from probes.deadline import POLL
from probes.discovery import certificate_names, guess
from probes.discovery.all_sources import all_sources
from probes.discovery.values import Discover, Discovered
from probes.errors import ProbeError
from probes.looks import Key, key_of
from probes.meeting import Doors, OccupiedError
from probes.options import ProbeOptions
from probes.plan import Endpoint, endpoints
from probes.progress import (
    LookedDeeper,
    MailExchangersFound,
    Observer,
    ServiceFinished,
    ServiceStarted,
    SourceFinished,
    SourceStarted,
    nobody,
)
from probes.refusal import unless_refused
from probes.results import Claim, ProbeReport, Service
from probes.second_pass import AT_ONCE, Deeper, SecondPass, sieve_hosts
from probes.shared_facts import with_shared_facts
from probes.target import Target
from probes.tasks import Tasks, own_threads
from probes.tls import TlsContext
from probes.toolbox import Toolbox, open_toolbox
from probes.verdicts import NAMING, offers, provider

WORKERS = 32
SOURCE_SECONDS = 6.0
GUESS_SECONDS = 4.0
PATIENCE = 1.5  # seconds after which guessing no longer waits for slow sources
LEAVING = 2.0  # seconds for threads to end that were called off
GRACE = 0.3  # seconds after the deadline for threads to hand over what they have

_Answer = Discovered | ProbeError


def run(
    target: Target,
    options: ProbeOptions,
    observer: Observer = nobody,
    cancel: threading.Event | None = None,
    tls: TlsContext | None = None,
    pool: Executor | None = None,
    doors: Doors | None = None,
) -> ProbeReport:
    """Examine the mail services of ``target`` without any password; ``tls`` as in ``open_toolbox``.

    ``pool``: threads that several runs share, ``WORKERS`` for each of them; otherwise the run makes its own. Setting
    ``cancel`` ends the run early; what was not tried is then reported as such. ``doors``: tells where other runs are;
    on the server of another one this run ends by ``OccupiedError``. Raises ``TargetError`` for a domain that
    is left alone, ``ValueError`` or ``OSError`` for unusable options, nothing for what servers do.
    """
    unless_refused(target, options.refuse)
    stop = threading.Event()
    tools = replace(open_toolbox(options, stop, tls), doors=doors or Doors())
    with nullcontext(pool) if pool else own_threads(WORKERS) as threads:
        made = _Run(target, options, observer, tools, threads, cancel or threading.Event())
        try:
            return made.report()
        except OccupiedError:
            stop.set()
            made.leave()
            raise
        finally:
            stop.set()  # whatever is still under way in a thread ends by itself now


class _Run:
    """The state of one run; only the calling thread touches it."""

    def __init__(
        self,
        target: Target,
        options: ProbeOptions,
        observer: Observer,
        tools: Toolbox,
        pool: Executor,
        cancel: threading.Event,
    ) -> None:
        self._target = target
        self._options = options
        self._observer = observer
        self._tools = tools
        self._pool = pool
        self._tasks = Tasks(pool)
        self._cancel = cancel
        self._started = monotonic()
        self._answers = Answers()
        self._asking: dict[Future[_Answer], Source] = {}
        self._asked: set[Source] = set()
        self._trying: dict[Future[Service], Endpoint] = {}
        self._begun: dict[Key, Endpoint] = {}
        self._results: dict[Key, Service] = {}
        self._misnamed: set[tuple[str, Protocol]] = set()
        self._guess_started = False
        self._led_by: tuple[tuple[Claim, ...], bool | frozenset[Source], int] | None = None

    def report(self) -> ProbeReport:
        """Run to the end and put the results together."""
        for source, discover in all_sources(self._target, self._options).items():
            self._ask(source, discover)
        while self._waiting() and not self._over():
            self._collect(POLL)
            if not self._guess_started and self._time_to_guess():
                self._start_guessing()
        self._unless_occupied()
        self._give_up()
        deeper = self._look_deeper(self._sorted_services())
        self._unless_occupied()
        return self._report(deeper)

    def leave(self) -> None:
        """Wait until the threads that were called off have let go of the servers."""
        wait([*self._trying], LEAVING)

    def _unless_occupied(self) -> None:
        """Raises ``OccupiedError`` with all names that are known by now, for the next time."""
        if occupied := self._tools.doors.occupied:
            raise OccupiedError(occupied | {claim.host for claim in self._answers.claims})

    def _ask(self, source: Source, discover: Discover, seconds: float = SOURCE_SECONDS) -> None:
        if source not in self._asked:
            self._asked.add(source)
            self._observer(SourceStarted(source))
        self._asking[self._tasks.start(_answer, discover, self._tools, seconds)] = source

    def _time_to_guess(self) -> bool:
        """Once all have answered; or, while some are slow, once the DNS has."""
        if not self._asking:
            return True
        names_known = all(self._answers.check(source).status is not Status.NOT_RUN for source in NAMING)
        return names_known and monotonic() - self._started > PATIENCE

    def _start_guessing(self) -> None:
        """Guess once everything else is known, unless the domain itself says that there is no mail."""
        self._guess_started = True
        claims, exchangers = self._answers.claims, self._answers.mail_exchangers
        if self._answers.no_mail or not guess.missing(claims):
            self._answers.left_out(Source.GUESS)
            return
        self._ask(Source.GUESS, partial(guess.discover, self._target.domain, claims, exchangers), GUESS_SECONDS)

    def _waiting(self) -> bool:
        return bool(self._asking or self._trying or not self._guess_started)

    def _over(self) -> bool:
        return self._called_off() or monotonic() - self._started > self._options.deadline + GRACE

    def _collect(self, seconds: float) -> None:
        for future in self._tasks.ended(seconds):
            if future in self._asking:
                self._answered(self._asking.pop(future), future.result())
            elif future in self._trying:
                self._tried(self._trying.pop(future), future.result())

    def _answered(self, source: Source, answer: _Answer) -> None:
        exchangers = self._answers.mail_exchangers
        self._answers.take(source, answer)
        if self._answers.mail_exchangers is not exchangers:
            self._observer(MailExchangersFound(self._answers.mail_exchangers))
        if isinstance(answer, Discovered) and answer.follow_up is not None:
            self._ask(source, answer.follow_up)
        else:
            done = len(self._asked) - len(set(self._asking.values()))
            self._observer(SourceFinished(self._answers.check(source), done, len(self._asked)))
        self._start_attempts()

    def _start_attempts(self) -> None:
        pending = frozenset(self._asking.values())
        left_alone = sum(each.barred is Reason.LEFT_ALONE for each in self._begun.values())
        led_by = self._answers.claims, pending if self._some_wait() else pending <= {Source.GUESS}, left_alone
        if led_by == self._led_by:  # most answers name no server; working out the same again costs more than they do
            return
        self._led_by = led_by
        for endpoint in self._further(pending):
            self._observer(ServiceStarted(endpoint.protocol, endpoint.host, endpoint.port))
            self._begun[endpoint.key] = endpoint
            self._trying[self._tasks.start(attempt, endpoint, self._tools)] = endpoint

    def _some_wait(self) -> bool:
        """Whether a server is named that is not tried yet."""
        begun = {(each.protocol, each.host) for each in self._begun.values()}
        return any((claim.protocol, claim.host) not in begun for claim in self._answers.claims)

    def _further(self, pending: Collection[Source]) -> tuple[Endpoint, ...]:
        return endpoints(self._answers.claims, self._options.allow_ports, self._begun.values(), pending)

    def _tried(self, endpoint: Endpoint, service: Service) -> None:
        self._results[endpoint.key] = service
        if service.reason is Reason.LEFT_ALONE:
            self._begun[endpoint.key] = replace(endpoint, barred=Reason.LEFT_ALONE)
        if service.reason is Reason.CERTIFICATE_NAME:
            self._ask_for_its_name(service)
        total = len(self._results) + len(self._trying)
        self._observer(ServiceFinished(self._with_sources(service), len(self._results), total))

    def _ask_for_its_name(self, service: Service) -> None:
        """A trusted certificate for another name may tell the name under which this server can be used."""
        named = service.host, service.protocol
        if named not in self._misnamed and service.tls and service.tls.certificate:
            self._misnamed.add(named)
            discover = partial(certificate_names.discover, service, service.tls.certificate)
            self._ask(Source.GUESS, discover, GUESS_SECONDS)

    def _give_up(self) -> None:
        """Say of everything unfinished that it is, and why."""
        self._collect(0)
        called_off = self._cancel.is_set()
        reason = Reason.CANCELLED if called_off else Reason.TIMED_OUT
        not_tried = Reason.CANCELLED if called_off else Reason.OUT_OF_TIME
        for source in self._asking.values():
            self._answers.left_out(source, reason)
        for future, endpoint in self._trying.items():
            self._results[endpoint.key] = not_run(endpoint, not_tried)
            future.cancel()
        for endpoint in self._further(()):
            self._results[endpoint.key] = not_run(endpoint, endpoint.barred or not_tried)
        if Source.GUESS not in self._asked and not self._guess_started:
            self._answers.left_out(Source.GUESS, reason)

    def _with_sources(self, service: Service) -> Service:
        return replace(service, claimed_by=self._answers.naming(service))

    def _sorted_services(self) -> tuple[Service, ...]:
        order = [each.host for each in self._answers.claims]
        return tuple(
            sorted(
                with_shared_facts(self._results.values()),
                key=lambda each: (each.protocol, order.index(each.host), each.port),
            )
        )

    def _look_deeper(self, services: tuple[Service, ...]) -> Deeper:
        if self._options.second_pass <= 0 or self._cancel.is_set():
            return Deeper(services)
        tools = self._tools.for_second_pass(self._options.second_pass, AT_ONCE)
        claims = self._answers.claims
        sieves = () if provider(self._answers.provider, claims) else sieve_hosts(claims, services)
        second = SecondPass(services, sieves, tools, self._pool)
        deeper = second.run(self._called_off, lambda done, total: self._observer(LookedDeeper(done, total)))
        own = _as_guesses(deeper, services, self._tools)
        if own.claims:  # otherwise nothing was guessed, and nobody may read that all usual names were looked up
            self._answers.take(Source.GUESS, own)
        return deeper

    def _called_off(self) -> bool:
        return self._cancel.is_set() or bool(self._tools.doors.occupied)

    def _report(self, deeper: Deeper) -> ProbeReport:
        claims, checks = self._answers.claims, self._answers.checks
        services = tuple(self._with_sources(each) for each in deeper.services)
        return ProbeReport(
            domain=self._target.domain,
            started_at=self._tools.at,
            duration_ms=round((monotonic() - self._started) * 1000),
            vantage=self._options.vantage,
            mail_exchangers=self._answers.mail_exchangers,
            sources=checks,
            claims=claims,
            services=services,
            hosts=deeper.hosts,
            offers=offers(claims, services, checks, self._answers.mail_exchangers),
            preference=self._answers.preference,
            provider=provider(self._answers.provider, claims),
        )


def _as_guesses(deeper: Deeper, services: tuple[Service, ...], tools: Toolbox) -> Discovered:
    """What the second pass tried of its own accord, as claims."""
    known = {key_of(service) for service in services}
    own = [each for each in deeper.services if key_of(each) not in known]
    return Discovered(tuple(guess.claim(each.protocol, each.host, tools) for each in own))


def _answer(discover: Discover, tools: Toolbox, seconds: float) -> _Answer:
    """What a source says, an error being an answer too."""
    try:
        return discover(tools.within(seconds))
    except ProbeError as error:
        return error.to_keep()
