"""A comparison in words: every code in both languages, one line for the same change at many ports, nothing too long."""

import dataclasses
import string
from dataclasses import replace
from datetime import timedelta

import pytest

from advisor.findings.table import TABLE
from advisor.report.cells import Tone
from advisor.report.compare.reports import compare, comparison
from advisor.report.compare.values import Change, ChangeCode, Comparison, Weight
from advisor.report.compare.view import SHOWN_LINES, SHOWN_PLACES, compare_view
from advisor.report.compare.view_values import ChangeLine, CompareView
from advisor.report.texts.changes import CHANGES
from advisor.report.texts.changes_outcome import FIELDS
from advisor.text import Language
from probes.codes import Security
from tests.made_up.whole_report import AT, HOST, IMAP, REPORT, mutations
from tests.unit.report.compare.test_cases import CASES, with_imap

LANGUAGES = list(Language)


def every_change() -> dict[ChangeCode, Change]:
    """One real change of each code."""
    reports = [*(each.report for each in mutations()), *(new for new, _ in CASES.values())]
    same_domain = [report for report in reports if report.domain == REPORT.domain]
    pairs = [pair for report in same_domain for pair in ((REPORT, report), (report, REPORT))]
    return {change.code: change for old, new in pairs for change in compare(old, new)}


EVERY = every_change()
MADE_UP = Change(
    ChangeCode.FINDING_CHANGED, Weight.NEEDS_ACTION, "imap", (("finding", "x"), ("finding_severity", "failed"))
)


def view_of(*changes: Change, language: Language = Language.DE) -> CompareView:
    return compare_view(Comparison("firma.example", AT, AT + timedelta(days=30), "a", "a", changes), language)


def lines(view: CompareView) -> list[ChangeLine]:
    return [line for group in view.groups for line in group.lines]


def fields(code: ChangeCode) -> set[str]:
    note = CHANGES[code]
    texts = (note.title.de, note.text.de, note.title.en, note.text.en)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_has_its_words_and_a_case() -> None:
    assert set(CHANGES) == set(ChangeCode)
    assert set(ChangeCode) - set(EVERY) == {ChangeCode.FINDING_CHANGED}


@pytest.mark.parametrize("code", ChangeCode)
def test_a_change_has_all_that_its_text_names(code: ChangeCode) -> None:
    change = EVERY.get(code, MADE_UP)
    assert fields(code) <= {name for name, _ in change.params}
    said = {language: lines(view_of(change, language=language))[0] for language in LANGUAGES}
    for line in said.values():
        assert "{" not in f"{line.title}{line.text}"
        assert "ß" not in line.text
    assert said[Language.DE] != said[Language.EN]


@pytest.mark.parametrize("code", TABLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_a_name_without_figures(code: str, language: Language) -> None:
    params = (("finding", code), ("finding_severity", "warning"))
    line = lines(view_of(Change(ChangeCode.FINDING_ADDED, Weight.NEEDS_ACTION, f"imap:{HOST}:993", params)))[0]
    assert "{" not in line.text
    assert code not in line.text.split()
    assert line.places == (f"{HOST}:993",)


def test_every_field_that_can_change_has_a_name() -> None:
    told = {
        name for code in ChangeCode for name, value in EVERY.get(code, MADE_UP).params if name == "fields" and value
    }
    assert told == {"fields"}
    values = {
        part
        for mutation in mutations()
        if mutation.report.domain == REPORT.domain
        for change in compare(REPORT, mutation.report)
        for part in str(dict(change.params).get("fields", "")).split(", ")
    }
    assert values - {""} <= set(FIELDS)


def test_nothing_changed() -> None:
    view = view_of()
    assert (view.headline, view.tone, view.groups) == ("Nichts hat sich geändert.", Tone.GOOD, ())
    assert view.span.startswith(
        "Von der Prüfung am 24. Oktober 2026, 10:00 bis zur Prüfung am 23. November 2026, 09:00."
    )
    assert view.span.endswith("nach den Regeln vom 27. November 2026 beurteilt.")


def test_the_headline_says_whether_there_is_something_to_do() -> None:
    assert view_of(EVERY[ChangeCode.SERVICE_STOPPED]).tone is Tone.BAD
    assert view_of(EVERY[ChangeCode.MX_ADDED]).headline == "Einiges hat sich geändert. Zu tun ist nichts."


def test_the_same_change_at_several_ports_is_one_line_with_all_places() -> None:
    second = replace(IMAP, port=143, security=Security.STARTTLS)
    old = replace(REPORT, services=(IMAP, second))
    new = replace(old, services=tuple(replace(each, implementation="Cyrus") for each in old.services))
    (line,) = lines(view_of(*(each for each in compare(old, new) if each.code is ChangeCode.SOFTWARE_CHANGED)))
    assert line.text == "Bisher: Dovecot. Jetzt: Cyrus."
    assert set(line.places) == {f"{HOST}:143", f"{HOST}:993"}


def test_the_second_address_is_told_apart() -> None:
    old = with_imap(second_family=True)
    new = with_imap(second_family=True, implementation="Cyrus")
    places = [line.places for line in lines(view_of(*compare(old, new)))]
    assert (f"{HOST}:993 (zweite Adresse)",) in places


def test_two_vantage_points_are_named() -> None:
    moved = replace(REPORT, vantage="anderswo.example", started_at=AT + timedelta(days=1))
    (notice,) = compare_view(comparison(REPORT, moved), Language.EN).notices
    assert "pruefer.example" in notice
    assert "anderswo.example" in notice


def test_hostile_and_endless_text_is_cut() -> None:
    params = (("old", "x" * 5000), ("new", "a\u202e\u200bb"))
    (line,) = lines(view_of(dataclasses.replace(EVERY[ChangeCode.SOFTWARE_CHANGED], params=params)))
    assert len(line.text) < 300
    assert "ab" in line.text


def test_no_more_is_shown_than_anybody_reads() -> None:
    changes = [
        dataclasses.replace(EVERY[ChangeCode.SOFTWARE_CHANGED], params=(("old", str(n)), ("new", "")))
        for n in range(500)
    ]
    view = view_of(*changes)
    assert len(lines(view)) == SHOWN_LINES
    assert view.notices == (f"Weitere Änderungen, hier nicht gezeigt: {500 - SHOWN_LINES}.",)
    same = [
        dataclasses.replace(EVERY[ChangeCode.SERVER_ADDED], params=(("host", f"h{n}.example"),)) for n in range(500)
    ]
    assert len(lines(view_of(*same))[0].places) == SHOWN_PLACES
