"""One run: ask all sources at once, try each named port as soon as it is known, judge, report.

Everything ends by the one deadline of the run. The observer is called from the calling thread only.
"""

import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from time import monotonic
from typing import Any

from probes.attempts import attempt, not_run
from probes.deadline import POLL
from probes.discovery import autoconfig, guess, manual, mx, provider_list, srv
from probes.discovery.catalogue import ProviderFacts
from probes.discovery.values import Discovered
from probes.errors import ProbeError
from probes.options import ProbeOptions
from probes.plan import Endpoint, endpoints
from probes.progress import (
    MailExchangersFound,
    Observer,
    ServiceFinished,
    ServiceStarted,
    SourceFinished,
    SourceStarted,
    nobody,
)
from probes.results import (
    Claim,
    MailExchanger,
    Preference,
    ProbeReport,
    Reason,
    Service,
    Source,
    SourceCheck,
    Status,
)
from probes.target import Target
from probes.toolbox import Toolbox, open_toolbox
from probes.verdicts import offers, provider

WORKERS = 32
SOURCE_SECONDS = 6.0
GUESS_SECONDS = 4.0
GRACE = 0.3  # seconds after the deadline for threads to hand over what they have

_Answer = Discovered | ProbeError


def run(
    target: Target,
    options: ProbeOptions,
    observer: Observer = nobody,
    cancel: threading.Event | None = None,
) -> ProbeReport:
    """Examine the mail services of ``target`` without any password.

    Setting ``cancel`` ends the run early; what was not tried is then reported as such. Raises ``ValueError`` or
    ``OSError`` for unusable options, nothing for what servers do.
    """
    stop = threading.Event()
    tools = open_toolbox(options, stop)
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="probe")
    try:
        return _Run(target, options, observer, tools, pool, cancel or threading.Event()).report()
    finally:
        stop.set()  # whatever is still under way in a thread ends by itself now
        pool.shutdown(wait=False, cancel_futures=True)


class _Run:
    """The state of one run; only the calling thread touches it."""

    def __init__(
        self,
        target: Target,
        options: ProbeOptions,
        observer: Observer,
        tools: Toolbox,
        pool: ThreadPoolExecutor,
        cancel: threading.Event,
    ) -> None:
        self._target = target
        self._options = options
        self._observer = observer
        self._tools = tools
        self._pool = pool
        self._cancel = cancel
        self._started = monotonic()
        self._sources: dict[Future[_Answer], Source] = {}
        self._services: dict[Future[Service], Endpoint] = {}
        self._checks: dict[Source, SourceCheck] = {}
        self._results: dict[Endpoint, Service] = {}
        self._claims: dict[Source, tuple[Claim, ...]] = {}
        self._exchangers: tuple[MailExchanger, ...] = ()
        self._preference: Preference | None = None
        self._providers: dict[Source, ProviderFacts] = {}
        self._guess_started = False

    def report(self) -> ProbeReport:
        """Run to the end and put the results together."""
        self._ask_sources()
        while self._waiting() and not self._over():
            self._collect(POLL)
            if not self._sources and not self._guess_started:
                self._start_guessing()
        self._give_up()
        return self._report()

    def _ask_sources(self) -> None:
        domain, manual_claims = self._target.domain, self._options.manual
        if manual_claims:
            self._ask(Source.MANUAL, lambda tools: manual.discover(manual_claims, tools))
        self._ask(Source.MX_PROVIDER, lambda tools: mx.discover(domain, tools))
        self._ask(Source.SRV, lambda tools: srv.discover(domain, tools))
        self._ask(Source.AUTOCONFIG_HTTPS, lambda tools: autoconfig.discover_autoconfig(domain, tools))
        self._ask(Source.WELL_KNOWN_HTTPS, lambda tools: autoconfig.discover_well_known(domain, tools))
        self._ask(Source.PROVIDER_LIST, lambda tools: provider_list.discover(domain, tools))

    def _ask(self, source: Source, discover: Callable[[Toolbox], Discovered], seconds: float = SOURCE_SECONDS) -> None:
        self._observer(SourceStarted(source))
        self._sources[self._pool.submit(_answer, discover, self._tools, seconds)] = source

    def _start_guessing(self) -> None:
        """Guess once everything else is known, unless the domain itself says that there is no mail."""
        self._guess_started = True
        check = self._checks.get(Source.MX_PROVIDER)
        no_domain = check is not None and check.reason is Reason.NAME_NOT_FOUND
        no_mail = any(exchanger.host == mx.NULL_MX for exchanger in self._exchangers)
        if no_domain or no_mail or not guess.missing(self._all_claims()):
            self._checks[Source.GUESS] = SourceCheck(Source.GUESS, Status.NOT_RUN)
            return
        domain, claims, exchangers = self._target.domain, self._all_claims(), self._exchangers
        self._ask(Source.GUESS, lambda tools: guess.discover(domain, claims, exchangers, tools), GUESS_SECONDS)

    def _waiting(self) -> bool:
        return bool(self._sources or self._services or not self._guess_started)

    def _over(self) -> bool:
        return self._cancel.is_set() or monotonic() - self._started > self._options.deadline + GRACE

    def _collect(self, seconds: float) -> None:
        pending: list[Future[Any]] = [*self._sources, *self._services]
        done, _ = wait(pending, seconds, FIRST_COMPLETED)
        for future in list(self._sources):
            if future in done:
                self._source_done(self._sources.pop(future), future.result())
        for tried in list(self._services):
            if tried in done:
                self._service_done(self._services.pop(tried), tried.result())

    def _source_done(self, source: Source, answer: _Answer) -> None:
        if isinstance(answer, ProbeError):
            check = SourceCheck(source, Status.FAILED, reason=answer.reason)
        else:
            check = SourceCheck(source, Status.COMPLETED, claims=len(answer.claims), reason=answer.reason)
            self._take(source, answer)
        self._checks[source] = check
        self._observer(SourceFinished(check, len(self._checks), len(self._checks) + len(self._sources)))
        self._start_attempts()

    def _take(self, source: Source, answer: Discovered) -> None:
        self._claims[source] = answer.claims
        self._preference = self._preference or answer.preference
        if answer.provider:
            self._providers[source] = answer.provider
        if answer.mail_exchangers:
            self._exchangers = answer.mail_exchangers
            self._observer(MailExchangersFound(answer.mail_exchangers))

    def _start_attempts(self) -> None:
        known = {each.key for each in (*self._results, *self._services.values())}
        for endpoint in endpoints(self._all_claims(), self._options.allow_ports):
            if endpoint.key not in known:
                self._observer(ServiceStarted(endpoint.protocol, endpoint.host, endpoint.port))
                self._services[self._pool.submit(attempt, endpoint, self._tools)] = endpoint

    def _service_done(self, endpoint: Endpoint, service: Service) -> None:
        self._results[endpoint] = service
        total = len(self._results) + len(self._services)
        self._observer(ServiceFinished(self._with_sources(service), len(self._results), total))

    def _give_up(self) -> None:
        """Say of everything unfinished that it is, and why."""
        self._collect(0)
        reason = Reason.CANCELLED if self._cancel.is_set() else Reason.TIMED_OUT
        for source in self._sources.values():
            self._checks[source] = SourceCheck(source, Status.NOT_RUN, reason=reason)
        for future, endpoint in self._services.items():
            self._results[endpoint] = not_run(endpoint, reason)
            future.cancel()
        self._checks.setdefault(Source.GUESS, SourceCheck(Source.GUESS, Status.NOT_RUN, reason=reason))

    def _all_claims(self) -> tuple[Claim, ...]:
        return tuple(claim for source in Source for claim in self._claims.get(source, ()))

    def _known_provider(self) -> ProviderFacts | None:
        """A provider's own domain says more than the exchanger, which may belong to its parent company."""
        return self._providers.get(Source.PROVIDER_LIST) or self._providers.get(Source.MX_PROVIDER)

    def _with_sources(self, service: Service) -> Service:
        naming = [
            claim.source
            for claim in self._all_claims()
            if claim.protocol is service.protocol and claim.host == service.host
        ]
        return replace(service, claimed_by=tuple(dict.fromkeys(naming)))

    def _report(self) -> ProbeReport:
        claims = self._all_claims()
        order = [each.host for each in claims]
        results = sorted(self._results.values(), key=lambda each: (each.protocol, order.index(each.host), each.port))
        services = tuple(self._with_sources(each) for each in results)
        checks = tuple(self._checks[source] for source in Source if source in self._checks)
        return ProbeReport(
            domain=self._target.domain,
            started_at=self._tools.at,
            duration_ms=round((monotonic() - self._started) * 1000),
            vantage=self._options.vantage,
            mail_exchangers=self._exchangers,
            sources=checks,
            claims=claims,
            services=services,
            offers=offers(claims, services, checks, self._exchangers),
            preference=self._preference,
            provider=provider(self._known_provider(), claims),
        )


def _answer(discover: Callable[[Toolbox], Discovered], tools: Toolbox, seconds: float) -> _Answer:
    """What a source says, an error being an answer too."""
    try:
        return discover(tools.within(seconds))
    except ProbeError as error:
        return error
