"""What programs find behind the MX: they ask only the owner of the exchanger that comes first, file by file."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from advisor.settings.clients.files import file_of
from probes.codes import Source
from probes.results import Claim, Evidence, MailExchanger, ProbeReport

_LEADING_ON = frozenset({"301", "302", "303", "307", "308"})
_PUBLISHER = "autoconfig."


def files_of(report: ProbeReport, source: Source) -> tuple[tuple[Claim, ...], ...]:
    """``file_of``, but each file apart where there may be several, and only those that a program asks for.

    Which of several exchangers of the same preference it takes is chance, so each of them counts.
    """
    claims = file_of(report, source)
    if source is not Source.MX_PROVIDER:
        return (claims,)
    first = min((each.preference for each in report.mail_exchangers), default=None)
    leading = [each for each in report.mail_exchangers if each.preference == first]
    steps = [step for check in report.sources if check.source is source for step in check.evidence]
    files: dict[str, list[Claim]] = {}
    for claim in claims:
        url = claim.evidence.url or ""
        if not leading or _belongs(_asked(url, steps), leading):
            files.setdefault(url, []).append(claim)
    return tuple(map(tuple, files.values()))


def _asked(url: str, steps: list[Evidence]) -> str:
    """The address that was asked before redirects led to this one."""
    position = next((number for number, step in enumerate(steps) if step.url == url), None)
    if position is None:
        return url
    while position and steps[position - 1].status in _LEADING_ON:
        position -= 1
    return steps[position].url or url


def _belongs(url: str, exchangers: Iterable[MailExchanger]) -> bool:
    """Whether it is the place of a name above one of these hosts: its own web server, or its entry in the list."""
    parts = urlsplit(url)
    names = (parts.hostname or "").removeprefix(_PUBLISHER), parts.path.rpartition("/")[2]
    return any(f".{each.host.lower()}".endswith(f".{name}") for each in exchangers for name in names)
