"""What the pages around the export show, finished for the templates, and which settings they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from advisor.decision.codes import NativeReason
from advisor.profiles.account import account_for
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import ServerBlock, SheetView, sheet_view
from advisor.profiles.slugs import slug
from advisor.questionnaire.catalogue import answer_phrase
from advisor.questionnaire.schema import Key
from advisor.report.advised_settings import ways
from advisor.report.consent_view import HostQuestion, host_questions
from advisor.report.profiles_view import MORE_TARGETS, TargetRow, cannot_matrix, is_foreign
from advisor.report.result.decision import decided
from advisor.report.result.values import Decided
from advisor.report.staff_rows import only_for_groups, reads_otherwise, role_of, way_of, why_excluded
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.report.texts.native import NATIVE_REASONS
from advisor.settings.codes import Alternative, Program
from advisor.settings.consent import needed, without_unconfirmed
from advisor.settings.staff import Defaults, StaffList, StaffRow
from advisor.settings.staff_mix import deletes, fetching_programs
from advisor.settings.staff_warnings import how_to_save
from advisor.settings.values import CompanySettings, Person
from advisor.store.models import Case
from advisor.web import i18n
from advisor.web.case_advice import Advice, advice_of, confirmed_by, may_hand_out, settings_of
from advisor.web.forms.profiles import WayForm
from advisor.web.i18n import say
from advisor.web.list_parts import MOST_SHOWN, Part, part_of
from advisor.web.page_notes import contact_of
from advisor.web.page_readers import elsewhere
from probes.results import ProbeReport


@dataclass(frozen=True, slots=True)
class Chosen:
    """The settings for the way that the person chose, and the advice they come from."""

    case: Case
    advice: Advice
    settings: CompanySettings

    @property
    def way(self) -> Alternative:
        """The chosen way."""
        return self.settings.alternative

    @property
    def defaults(self) -> Defaults:
        """What rows of a staff list follow where they say nothing themselves."""
        return Defaults.of(self.settings, i18n.current(), elsewhere(self.case.id))

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that the company named, as a start; none where a way that deletes allows only one of them."""
        named = self.advice.answers.several(Key.PROGRAMS)
        several = len(fetching_programs(Program(code) for code in named)) > 1
        return () if several and deletes(self.way, self.settings.keep_days) else named


class Missing(StrEnum):
    """Why there is nothing to export."""

    NATIVE = "native"
    NO_REPORT = "no_report"
    NO_ADVICE = "no_advice"
    NO_SERVER = "no_server"


@dataclass(frozen=True, slots=True)
class NonePage:
    """The page instead of settings; ``title`` and ``text`` are set where the provider's own connection is advised."""

    missing: Missing
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """The page before the settings: each server that somebody has to vouch for."""

    way: Alternative
    questions: tuple[HostQuestion, ...]


@dataclass(frozen=True, slots=True)
class ShowPage:
    """The settings of the chosen way; ``confirmed`` are the servers that the person vouched for.

    ``decided``: what a consultant decided instead of the advice.
    """

    way: Alternative
    name: str
    meaning: str
    warnings: tuple[str, ...]
    servers: tuple[ServerBlock, ...]
    confirmed: tuple[str, ...]
    decided: Decided | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A good row of the list; ``foreign``: the address lies outside the domain that was checked.

    ``number``: which of those for whom files are made, None for a row that is held back; ``why``: the rule that takes
    its way out. ``own_way``: the list says it, not the company; ``groups``: the only ones that read so.
    """

    number: int | None
    name: str
    address: str
    way: str
    role: str
    own_way: bool
    why: str
    groups: str
    programs: str
    foreign: bool


@dataclass(frozen=True, slots=True)
class MoreTargets:
    """Kinds of files for a few people only, under a heading of their own."""

    name: str
    targets: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What becomes of a staff list; of a long one a part of the people and of the problems is shown, and the first
    doubts.

    ``usual``: the files that most companies need, ``more``: all others.
    """

    way: Alternative
    domain: str
    count: int
    people: Part[PersonRow]
    problem_count: int
    problems: Part[str]
    doubt_lines: int
    doubts: tuple[str, ...]
    more_doubts: int
    how_to_save: str
    ignored_columns: tuple[str, ...]
    usual: tuple[TargetRow, ...]
    more: tuple[MoreTargets, ...]


def found(case: Case, way: str) -> Chosen | None:
    """The settings for the way named in the address, else for what was decided or advised; None where there are none.

    They may still name servers that the person has to confirm before anything is handed out.
    """
    advice = advice_of(case)
    wanted = next((one for one in ways(advice.recommendation) if one == way), None)
    settings = settings_of(case, advice, wanted)
    return None if settings is None else Chosen(case, advice, settings)


def chosen(case: Case, way: str) -> Chosen | None:
    """What may be handed out: as ``found``, but None while a server waits for the person's word."""
    whole = found(case, way)
    if whole is None or not may_hand_out(whole.settings):
        return None
    return replace(whole, settings=without_unconfirmed(whole.settings))


def consent_page(chosen: Chosen, report: ProbeReport) -> ConsentPage:
    """What the person has to confirm first."""
    return ConsentPage(chosen.way, host_questions(report, chosen.settings, i18n.current()))


def none_page(case: Case) -> NonePage:
    """Why there are no settings, and the way on."""
    advice = advice_of(case)
    native = advice.recommendation.native
    if native is not None:
        texts = NATIVE_REASONS[NativeReason(native.reason)]
        return NonePage(Missing.NATIVE, say(texts.title), say(texts.text))
    if advice.server is None:
        return NonePage(Missing.NO_REPORT)
    return NonePage(Missing.NO_SERVER if advice.recommendation.recommended else Missing.NO_ADVICE)


def show_page(chosen: Chosen) -> ShowPage:
    """The settings as the sheet shows them, for the company as a whole."""
    texts = ALTERNATIVES[chosen.way]
    sheet = sheet_of(chosen, None)
    servers = needed(chosen.settings)
    hosts = dict.fromkeys(server.host for server in servers if server is not None)
    confirmed = tuple(host for host in hosts if host in confirmed_by(chosen.case, chosen.advice))
    return ShowPage(
        chosen.way,
        say(texts.name),
        say(texts.description),
        sheet.warnings,
        sheet.servers,
        confirmed,
        decided(chosen.advice.recommendation, i18n.current()),
    )


def way_form(chosen: Chosen) -> WayForm | None:
    """The choice between the possible ways that have settings; None where there is only one."""
    recommendation = chosen.advice.recommendation
    usable = [way for way in ways(recommendation) if settings_of(chosen.case, chosen.advice, way) is not None]
    if len(usable) < 2:
        return None
    form = WayForm()
    form.offer(usable, chosen.way, recommendation)
    return form


def preview_page(chosen: Chosen, staff: StaffList, part: int = 1, problem_part: int = 1) -> PreviewPage:
    """Each row with what becomes of it, in this ``part`` of the list."""
    language = i18n.current()
    people = tuple(row.person for row in staff.rows)
    doubtful = [*dict.fromkeys(warning.line for warning in staff.warnings)]
    shown = {*doubtful[:MOST_SHOWN]}
    rows = cannot_matrix(chosen.settings, people, language) if people else ()
    return PreviewPage(
        way=chosen.way,
        domain=chosen.settings.domain,
        count=len(people),
        people=_rows(staff.rows, part, chosen),
        problem_count=len(staff.problems),
        problems=part_of(staff.problems, problem_part).of(lambda problem: problem.describe(language)),
        doubt_lines=len(doubtful),
        doubts=tuple(warning.describe(language) for warning in staff.warnings if warning.line in shown),
        more_doubts=len(doubtful) - len(shown),
        how_to_save=how_to_save(staff.warnings, language),
        ignored_columns=staff.ignored_columns,
        usual=tuple(row for row in rows if row.asked_for),
        more=_more(tuple(row for row in rows if not row.asked_for)),
    )


def _more(rows: tuple[TargetRow, ...]) -> tuple[MoreTargets, ...]:
    grouped = ((text, tuple(row for row in rows if row.group is group)) for group, text in MORE_TARGETS.items())
    return tuple(MoreTargets(say(text), found) for text, found in grouped if found)


def sheet_of(chosen: Chosen, person: Person | None) -> SheetView:
    """The sheet for one person in their own language, or for the whole company in the reader's."""
    ours = chosen.settings
    around = Circumstances.of(ours, contact_of(chosen.case.id))
    language = person.language if person else i18n.current()
    return sheet_view(account_for(ours, person), around, language)


def archive_name(chosen: Chosen) -> str:
    """The name of the ZIP, harmless for every file system."""
    return f"mailweiche-{slug(chosen.settings.domain)}.zip"


def _rows(rows: Sequence[StaffRow], wanted: int, chosen: Chosen) -> Part[PersonRow]:
    shown = part_of(rows, wanted)
    numbers = count(1 + sum(not row.held for row in rows[: shown.before]))
    return shown.of(lambda row: _row(None if row.held else next(numbers), row, chosen))


def _row(number: int | None, row: StaffRow, chosen: Chosen) -> PersonRow:
    language, person = i18n.current(), row.person
    programs = tuple(program.value for program in person.programs)
    why = why_excluded(chosen.settings, row.alternative, language)
    return PersonRow(
        number,
        person.name,
        person.address,
        way_of(row, language),
        role_of(row, language),
        reads_otherwise(row, chosen.settings),
        why[0] if row.held and why else "",
        ", ".join(only_for_groups(chosen.advice.recommendation, row.alternative)),
        answer_phrase(Key.PROGRAMS, programs, language) if programs else "",
        is_foreign(person, chosen.settings),
    )
