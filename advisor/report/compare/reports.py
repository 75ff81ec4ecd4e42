"""Compares two reports of one domain: what changed in between, and how much each change matters.

Both reports are judged by today's rules, so that a change of our rules is no change of the server. What differs by
chance or by our own doing is left out: times and durations, the days that a certificate has left, the order of lists,
greetings (they hold times and session numbers; the recognised product is compared instead), the cipher, a server's
words about a failure, the text of evidence, how our parser had to help itself, and what only one report has measured.
"""

from advisor.report.compare.domain import domain_changes
from advisor.report.compare.findings import finding_changes
from advisor.report.compare.hosts import host_changes
from advisor.report.compare.outcome import offer_changes, settings_changes
from advisor.report.compare.services import service_changes
from advisor.report.compare.sources import source_changes
from advisor.report.compare.values import Change, Comparison, DifferentDomainsError, Weight
from advisor.report.server_report import complete
from probes.results import ProbeReport

_ORDER = tuple(Weight)


def compare(old: ProbeReport, new: ProbeReport) -> tuple[Change, ...]:
    """Every change from ``old`` to ``new``, the most important first. Raises ``DifferentDomainsError``."""
    if old.domain != new.domain:
        raise DifferentDomainsError(old.domain, new.domain)
    before, after = complete(old), complete(new)
    found = (
        *offer_changes(old, new),
        *settings_changes(before, after),
        *domain_changes(old, new),
        *host_changes(old, new),
        *service_changes(old, new),
        *source_changes(old, new),
        *finding_changes(before, after),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda change: _ORDER.index(change.severity)))


def comparison(first: ProbeReport, second: ProbeReport) -> Comparison:
    """The two reports compared, whichever of them is the earlier one. Raises ``DifferentDomainsError``."""
    old, new = sorted((first, second), key=lambda report: report.started_at)
    return Comparison(new.domain, old.started_at, new.started_at, old.vantage, new.vantage, compare(old, new))
