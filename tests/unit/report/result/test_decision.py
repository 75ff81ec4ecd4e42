"""A decision in words: for the boss in three sentences, for the page that offers the choice, and why not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor.decision.advise import advise
from advisor.decision.recommendation import OverrideState
from advisor.report.result.boss import boss
from advisor.report.result.decision import decide_page, decided, refusal
from advisor.report.texts.boss import FIRST, NOT_CHECKED
from advisor.report.texts.decision import BOSS_OUTDATED, BOSS_RULES
from advisor.settings.codes import Alternative
from advisor.text import Language
from tests.unit.decision.conftest import make_company, make_server
from tests.unit.decision.test_override import decided as make_decided

EN, DE = Language.EN, Language.DE
ONE_PC = {"devices": "one", "device_backup": "tested"}
LATE = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # the next year in Switzerland


def told(recommendation, checked=True, language=EN):
    return boss(recommendation, make_company(devices="two"), language, checked=checked)


def test_the_boss_hears_first_what_was_decided_and_that_the_advice_was_another():
    text = told(make_decided(Alternative.IMAP_ARCHIVE, devices="two"))
    assert text == (
        "What was decided (Anna, 23 November 2026), other than Mailweiche advises (“Read at the provider”): We leave "
        "the mail with the provider, read it there (IMAP) and keep a full copy in the house as well. The reason: “Why” "
        + BOSS_RULES.en
    )


def test_the_days_of_a_decided_copy_are_told():
    found = make_decided(Alternative.POP3_KEEP, **ONE_PC, longest_absence_days=30)
    assert "(POP3), und beim Anbieter bleibt 37 Tage lang eine Kopie." in told(found, language=DE)


@pytest.mark.parametrize(
    ("differs", "current", "checked", "last"),
    [
        ({}, True, True, BOSS_RULES),
        ({}, True, False, NOT_CHECKED),
        ({}, False, True, BOSS_OUTDATED),
        ({"devices_leave_office": "unencrypted"}, False, False, FIRST["encrypt_first"]),
        ({"device_backup": "none"}, True, True, FIRST["backup_first"]),
    ],
    ids=["nothing", "not checked", "outdated", "alarm before all", "alarm of the copy"],
)
@pytest.mark.parametrize("language", Language)
def test_the_third_sentence_is_what_comes_first(differs, current, checked, last, language):
    found = make_decided(Alternative.IMAP_ARCHIVE, current=current, devices="two", **differs)
    assert told(found, checked, language).endswith(last.into(language))


def test_a_decision_that_does_not_count_leaves_the_boss_the_advice():
    found = make_decided(Alternative.POP3_DELETE, devices="two")
    assert found.override.state is OverrideState.VOID
    assert told(found) == told(replace(found, override=None))


def test_the_moment_is_told_in_swiss_time():
    found = make_decided(Alternative.IMAP_ARCHIVE, devices="two")
    late = replace(found, override=replace(found.override, at=LATE))
    assert decided(late, DE).made == "Anna, 1. Januar 2027, 00:30"
    assert "(Anna, 1 January 2027)" in told(late)


def test_braces_in_a_reason_are_only_text():
    found = make_decided(Alternative.IMAP_ARCHIVE, devices="two")
    odd = replace(found, override=replace(found.override, reason="{way} {0} %s", by="{by}"))
    assert decided(odd, EN).reason == "Reason: {way} {0} %s"
    assert "“{way} {0} %s”" in told(odd)


def test_every_excluded_way_is_named_with_its_rule():
    advice = advise(make_company(devices="two"), make_server())
    page = decide_page(advice, EN)
    assert [way for way, _ in page.choices] == [Alternative.IMAP_ARCHIVE]
    assert {note.title for note in page.excluded} == {
        "Fetch, a copy stays with the provider",
        "Fetch and delete at the provider",
    }
    assert all("nobody and nothing else reads the mailbox" in note.text for note in page.excluded)
    assert page.nothing is None


@pytest.mark.parametrize("language", Language)
def test_only_what_is_not_possible_is_refused(language):
    advice = advise(make_company(devices="two"), make_server())
    assert refusal(advice, Alternative.IMAP_ARCHIVE, language) is None
    for way in (Alternative.IMAP, Alternative.POP3_KEEP, Alternative.POP3_DELETE):
        assert refusal(advice, way, language)


def test_no_decision_is_no_box():
    assert decided(advise(make_company(devices="two"), make_server()), EN) is None
