"""The adaptive questionnaire beside the full one, over simulated companies.

Each company has an answer to every question, drawn from the priors of the policy, and a mail server. The full
questionnaire gives the outcome that counts as the truth. The sample is stratified by rejection: companies are drawn and
thrown away until each class of outcome has its share. Then each is asked as the pages do: the core, then, of the
questions on which the outcome may hang, the one with the largest expected gain, until there is none.

Run by hand: ``python -m benchmarks.adaptive [companies a class]``. Seeded; the same figures on every run.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import sqrt
from random import Random
from statistics import mean, median

from advisor.decision.advise import advise
from advisor.decision.confidence import draw, half_width
from advisor.decision.evaluation import Evaluation, evaluate
from advisor.decision.facts import facts_of
from advisor.decision.recommendation import Recommendation
from advisor.decision.standing import standing
from advisor.decision.status import is_close
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.path import CROSSROADS, Journey, Ranking
from advisor.questionnaire.schema import QUESTIONS, Key
from probes.codes import Offer, Protocol, Security, Status
from probes.results import Capabilities, Offers, ProbeReport, Provider, Service

SEED = 20_261_127
A_CLASS = 60
HALVES = 2
CLASSES = ("imap", "imap_archive", "pop3_keep", "pop3_delete", "close", "native", "not_possible")
AT = datetime(2026, 11, 23, tzinfo=UTC)

_POP3 = ("USER", "UIDL")
_SIZES = {"lt_2": (0.1, 2.0), "2_10": (2.0, 10.0), "10_50": (10.0, 50.0), "gt_50": (50.0, 200.0)}


@dataclass(frozen=True, slots=True)
class Company:
    """What somebody would answer if asked everything, and what their mail server shows (None: not looked at)."""

    answers: Answers
    report: ProbeReport | None


@dataclass(frozen=True, slots=True)
class Result:
    """One company asked both ways: the outcome and the form that the full questionnaire leads to, and the adaptive one.

    ``asked``: questions until asking stopped; ``settled``: until the outcome that was shown did not change any more.
    """

    kind: str
    truth: str
    shown: str
    true_form: str | None
    shown_form: str | None
    proven: bool
    asked: int
    settled: int

    @property
    def same_outcome(self) -> bool:
        """Whether the protocol (or why there is none) is that of the full questionnaire."""
        return self.shown == self.truth

    @property
    def same_form(self) -> bool:
        """Whether the form is that of the full questionnaire, too."""
        return self.same_outcome and self.shown_form == self.true_form


def outcome(now: Evaluation) -> str:
    """The protocol of what is best now, or why there is none."""
    return str(now.protocol or now.verdict.native or "none")


def told(advice: Recommendation) -> str:
    """The protocol that the advice names, or why it names none."""
    return str(advice.protocol or (advice.native.reason if advice.native else "none"))


def _server(pop3: tuple[str, ...] | None = _POP3, *, imap: Offer = Offer.OFFERED, **changes: object) -> ProbeReport:
    services = []
    if pop3 is not None:
        tokens = Capabilities(after_tls=pop3)
        services.append(Service(Protocol.POP3, "mail.firma.example", 995, Security.TLS, Status.COMPLETED,
                                capabilities=tokens))  # fmt: skip
    offered = Offer.NOT_FOUND if pop3 is None else Offer.OFFERED
    values = {"offers": Offers(imap, offered, Offer.OFFERED), **changes}
    return ProbeReport("firma.example", AT, 900, "benchmark", services=tuple(services), **values)


SERVERS: tuple[tuple[float, ProbeReport | None], ...] = (
    (0.50, _server()),
    (0.15, None),
    (0.08, _server(None)),
    (0.05, _server(imap=Offer.NOT_FOUND)),
    (0.03, _server(("USER",), imap=Offer.NOT_FOUND)),
    (0.03, _server(("USER",))),
    (0.02, _server(("USER", "UIDL", "EXPIRE 0"))),
    (0.02, _server(("USER", "UIDL", "EXPIRE 10"))),
    (0.03, _server(offers=Offers(Offer.OFFERED, Offer.INSECURE_ONLY, Offer.OFFERED))),
    (0.02, _server(offers=Offers(Offer.OFFERED, Offer.UNREACHABLE, Offer.OFFERED))),
    (0.02, _server(None, imap=Offer.NOT_FOUND)),
    (0.05, _server(provider=Provider("microsoft365", ("oauth2_required",), "2026-11-23"))),
)


FIRST = (Key.DEVICES, Key.SHARED_ADDRESSES, Key.READERS, Key.GROUPWARE)
"""Drawn first: with these and the server it is often plain that a company is of a class that is full."""


def companies(random: Random, wanted: Callable[[Mapping[str, object], ProbeReport | None], bool]) -> Iterator[Company]:
    """Companies without end; those that are not ``wanted`` are thrown away as soon as the ``FIRST`` are drawn."""
    weights = [share for share, _ in SERVERS]
    while True:
        said = _choices(random, FIRST)
        [(_, report)] = random.choices(SERVERS, weights)
        if wanted(said, report):
            said |= _choices(random, (key for key, one in QUESTIONS.items() if one.prior and key not in FIRST))
            yield Company(Answers.of({**said, **_figures(random, said)}), report)


def _choices(random: Random, keys: Iterable[Key]) -> dict[str, object]:
    return {key.value: random.choices(QUESTIONS[key].codes, QUESTIONS[key].prior)[0] for key in keys}


def _figures(random: Random, said: Mapping[str, object]) -> dict[str, object]:
    """Figures that fit the classes that were said."""
    used, quota = (random.uniform(*_SIZES[str(said[key])]) for key in ("largest_mailbox", "quota"))
    return {
        "mails_per_day": round(random.lognormvariate(3.7, 0.7), 1),  # half have more than 40
        "average_kb": round(random.lognormvariate(4.6, 0.7), 1),  # half have more than 100
        "longest_absence_days": random.choice([7, 14, 21, 28, 42]),
        "storage_gb_used": round(used, 3),
        "quota_gb": round(quota, 3),
    }


def stratified(seed: int, a_class: int) -> tuple[tuple[str, Company], ...]:
    """So many companies of each class, by rejection."""
    have: Counter[str] = Counter()
    found: list[tuple[str, Company]] = []

    def wanted(said: Mapping[str, object], report: ProbeReport | None) -> bool:
        missing = {one for one in CLASSES if have[one] < a_class}
        alone = (said["devices"], said["shared_addresses"]) == ("one", "none") and said["readers"] != "both"
        unusual = report is not SERVERS[0][1] or said["groupware"] == "must"
        if missing & {"imap", "imap_archive", "close"}:
            return True
        return alone or (unusual and missing != {"pop3_delete"})

    for company in companies(Random(seed), wanted):
        kind = kind_of(company)
        if have[kind] < a_class:
            have[kind] += 1
            found.append((kind, company))
        if all(have[one] == a_class for one in CLASSES):
            break
    return tuple(found)


def kind_of(company: Company) -> str:
    """The class of outcome of a company that has answered everything."""
    now = evaluate(company.answers, facts_of(company.answers, company.report))
    if now.best is None:
        return "native" if now.verdict.native else "not_possible"
    draws = draw(now)
    shares = {one: draws.share(one) for one in now.feasible}
    ours = now.rivals(now.best, same_protocol=True)
    confidence = draws.beats((now.best, *ours), now.rivals(now.best, same_protocol=False))
    close = is_close(confidence, shares, half_width(draws.share(now.best)), now.best)
    return "close" if close else str(now.best)


def ask(kind: str, company: Company) -> Result:
    """Asks one company as the pages do."""
    journey = Journey(Answers(), server_checked=company.report is not None)
    shown: list[tuple[int, str]] = []
    asked, page = 0, journey.first_open()
    while page != CROSSROADS:
        said = {key: company.answers.get(key) or "unknown" for key in journey.keys_on(page)}
        asked += len(said)
        answers = Answers.of({**dict(journey.answers.values), **said})
        journey = replace(journey, answers=answers, seen=journey.seen | said.keys())
        shown.append((asked, outcome(evaluate(answers, facts_of(answers, company.report)))))
        page = journey.first_open()
        if page == CROSSROADS:
            now = standing(answers, company.report)
            journey = replace(journey, ranking=Ranking(now.deciding, now.moving))
            page = next(iter(journey.deciding()), CROSSROADS)
    truth, last = (advise(one, company.report) for one in (company.answers, journey.answers))
    earlier = [number for number, one in shown if one != shown[-1][1]]
    settled = next(number for number, _ in shown if number > max(earlier, default=0))
    proven = not standing(journey.answers, company.report).deciding
    return Result(kind, told(truth), told(last), truth.recommended, last.recommended, proven, asked, settled)


def share(results: Iterable[Result], right: Callable[[Result], bool]) -> float:
    """The share of companies for which something is right."""
    return mean(float(right(one)) for one in results)


def interval(share_of: float, count: int) -> float:
    """Half width of the 95 % interval (Wilson): no point even where all agree."""
    z = 1.96
    return z / (1 + z * z / count) * sqrt(share_of * (1 - share_of) / count + z * z / (4 * count * count))


def table(results: list[Result]) -> str:
    """The figures, a line a class."""
    head = (
        f"{'class':<14}{'n':>6}{'same outcome':>18}{'same form':>11}{'asked':>7}{'settled':>9}{'proven':>8}"
        f"{'always imap':>13}{'always imap_archive':>21}"
    )
    lines = [head]
    for kind in (*CLASSES, "all"):
        part = [one for one in results if kind in (one.kind, "all")]
        right = share(part, lambda one: one.same_outcome)
        imap, archive = (share(part, lambda one, form=form: one.true_form == form) for form in ("imap", "imap_archive"))
        protocol = share(part, lambda one: one.truth == "imap")
        lines.append(
            f"{kind:<14}{len(part):>6}{right:>11.1%} ± {interval(right, len(part)):>4.1%}"
            f"{share(part, lambda one: one.same_form):>11.1%}{median(one.asked for one in part):>7.0f}"
            f"{median(one.settled for one in part):>9.0f}{share(part, lambda one: one.proven):>8.0%}"
            f"{protocol:>6.0%} ({imap:>4.0%}){protocol:>14.0%} ({archive:>4.0%})"
        )
    lines.append("always …: share with the right protocol, in brackets with the right form")
    return "\n".join(lines)


def sample(a_class: int) -> list[tuple[str, Company]]:
    """The companies, drawn in halves so that two cores share the work; the same on any number of cores."""
    with ProcessPoolExecutor(HALVES) as pool:
        halves = pool.map(stratified, range(SEED, SEED + HALVES), [a_class // HALVES] * HALVES)
        return [one for half in halves for one in half]


def main() -> None:
    a_class = int(sys.argv[1]) if len(sys.argv) > 1 else A_CLASS
    started = time.perf_counter()
    drawn = sample(a_class)
    print(f"{len(drawn)} companies drawn in {time.perf_counter() - started:.0f} s")
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(ask, *zip(*drawn, strict=True), chunksize=20))
    print(table(results))
    print(f"{time.perf_counter() - started:.0f} s, seed {SEED}")


if __name__ == "__main__":
    main()
