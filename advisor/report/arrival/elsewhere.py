"""What programs may still find elsewhere: sources that the company does not publish itself."""

from collections.abc import Iterable

from advisor.report.arrival.meant import Meant
from advisor.report.arrival.reasons import check_of
from advisor.report.arrival.servers import is_foreign
from advisor.report.arrival.values import Elsewhere
from advisor.settings.clients.outcomes import speaks_of_exchange
from probes.codes import MAIL, Source, SourceNote, Status
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, ProbeReport

SOURCES = (
    Source.ISPDB,
    Source.PROVIDER_LIST,
    Source.MX_PROVIDER,
    Source.TXT_MAILCONF,
    Source.GUESS,
)


def elsewhere(report: ProbeReport, meant: Meant) -> Iterable[Elsewhere]:
    """One entry for each such source that names servers."""
    for source in SOURCES:
        claims = [claim for claim in report.claims if claim.source is source and _counts(report, claim)]
        if claims:
            hosts = _hosts(claims)
            yield Elsewhere(source, hosts, _hosts(claim for claim in claims if is_foreign(claim, meant)))
    second = check_of(report, Source.AUTODISCOVER_V2)
    if second is not None and SourceNote.EXCHANGE in second.notes and speaks_of_exchange(report):
        yield Elsewhere(second.source, (), (), exchange=True)


def _counts(report: ProbeReport, claim: Claim) -> bool:
    """A name that is only guessed counts where a mail server answers under it."""
    if claim.protocol not in MAIL or claim.host == NOT_OFFERED:
        return False
    if claim.source is not Source.GUESS:
        return True
    host = host_name(claim.host)
    return any(
        host_name(service.host) == host and service.protocol is claim.protocol and service.status is Status.COMPLETED
        for service in report.services
    )


def _hosts(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(host_name(claim.host) for claim in claims))
