"""The findings on the check page: by weight, each said once, with who can mend it and the letter for that."""

from collections.abc import Iterable

from advisor.findings.codes import FindingCode
from advisor.findings.derive import findings_of
from advisor.findings.outcome import FIXER_NAMES, SEVERITY_NAMES, Fixer
from advisor.findings.table import TABLE
from advisor.findings.values import Finding, Severity
from advisor.report.cells import TONES, Cell
from advisor.report.server.findings_chosen import chosen
from advisor.report.server.findings_fields import fields_of, origins_of, server_line
from advisor.report.server.findings_values import FindingsView, FindingView
from advisor.report.server.letters import Group, Sender, letter, questions, whole_letter
from advisor.text import Language
from probes.codes import Protocol
from probes.results import ProbeReport

_WEIGHTS = (Severity.FAILED, Severity.WARNING, Severity.NOT_TESTED, Severity.INFO, Severity.PASSED)
_ASKS_FOR_ACTION = (Severity.FAILED, Severity.WARNING)
_ORDER = {code.value: position for position, code in enumerate(FindingCode)}


def findings_view(report: ProbeReport, language: Language, name: str) -> FindingsView:
    """What today's rules see in the report, the worst first; ``name`` signs the letters."""
    sender = Sender(report, name, language)
    groups = sorted(_groups(chosen(report, findings_of(report)), language), key=_weight)
    now = [group for group in groups if group[0].severity in _ASKS_FOR_ACTION]
    return FindingsView(
        now=tuple(_view(group, sender) for group in now),
        later=tuple(_view(group, sender) for group in groups if group not in now),
        whole=whole_letter(now, sender),
        questions=questions(sender),
    )


def _groups(findings: Iterable[Finding], language: Language) -> list[Group]:
    """Findings that say the same of several servers or signposts, together."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for each in findings:
        alike.setdefault((each.code, each.severity, *_sentences(each, language)), []).append(each)
    return [tuple(group) for group in alike.values()]


def _sentences(finding: Finding, language: Language) -> list[str]:
    row, fields = TABLE[finding.code], fields_of(finding, language)
    texts = (row.meaning, row.action, *((row.letter.saw, row.letter.ask) if row.letter else ()))
    return [text.into(language, **fields) for text in texts]


def _weight(group: Group) -> tuple[int, int]:
    """By severity; among equals how attempts ended comes first."""
    return _WEIGHTS.index(group[0].severity), _ORDER.get(group[0].code, -1)


def _view(group: Group, sender: Sender) -> FindingView:
    first, row, language = group[0], TABLE[group[0].code], sender.language
    fields = fields_of(first, language)
    return FindingView(
        code=first.code,
        name=row.name.into(language),
        status=Cell(SEVERITY_NAMES[first.severity].into(language), TONES[first.severity]),
        servers=server_line(each.subject for each in group),
        protocols=tuple(one for one in Protocol if any(each.subject.partition(":")[0] == one for each in group)),
        origins=tuple(dict.fromkeys(origin for each in group for origin in origins_of(each, language))),
        meaning=row.meaning.into(language, **fields),
        action=row.action.into(language, **fields),
        fixer="" if row.fixer is Fixer.NOBODY else FIXER_NAMES[row.fixer].into(language),
        letter=letter(group, sender),
    )
