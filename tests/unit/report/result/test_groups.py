"""Sentences about groups: who does what, what is refused, and alarms that are for some only."""

from dataclasses import replace

import pytest

from advisor.decision.advise import advise
from advisor.decision.recommendation import Override
from advisor.questionnaire.answers import Answers, Group
from advisor.report.result.groups import groups_view, mailboxes_phrase
from advisor.report.result.handover import handover_text
from advisor.settings.codes import Alternative
from advisor.text import Language
from tests.unit.decision.conftest import AT, make_company, make_server
from tests.unit.decision.test_company_policy import COPY, INFO, OFFICE, PROGRAM, STRICT_PC, group

BOTH = tuple(Language)


def view(*groups, language=Language.EN, server=None, **differs):
    company = replace(make_company(**differs), groups=groups)
    return groups_view(advise(company, make_server(**(server or {}))), company, None, language)


def test_without_groups_there_is_nothing_to_show():
    assert view() is None


@pytest.mark.parametrize("language", BOTH)
def test_every_sentence_is_filled_in(language):
    found = view(
        group("info@", INFO), group("Kasse", PROGRAM, "info@"), group("PC", STRICT_PC), group("Hof", COPY),
        language=language, provider_mixing="discouraged", readers="both",
    )  # fmt: skip
    said = (*found.policy, *(text for one in found.alarms for text in (one.title, one.text)))
    assert said
    assert not any("{" in sentence for sentence in said)


def test_the_rest_of_the_company_is_left_out_where_all_mailboxes_belong_to_groups():
    assert view(group("Kasse", PROGRAM), devices="two", mailboxes=1).policy[0] == (
        "The same holds for all mailboxes: fetch and delete at the provider (POP3)."
    )
    assert "All other mailboxes (1): " in " ".join(view(group("Kasse", PROGRAM), devices="two", mailboxes=2).policy)
    unknown = view(group("Kasse", PROGRAM), devices="two", mailboxes="unknown").policy
    assert "All other mailboxes: read at the provider (IMAP)." in unknown


def test_the_days_of_a_kept_copy_are_told():
    weeks = STRICT_PC | {"provider_stay": "some_weeks", "mails_per_day": 40, "average_kb": 100}
    assert (
        "“PC”: fetch (POP3), a copy stays with the provider for 28 days."
        in view(group("PC", weeks), devices="two").policy
    )


@pytest.mark.parametrize(("server", "protocol"), [({}, "IMAP"), ({"imap": "not_found"}, "POP3")])
def test_one_protocol_in_use_is_named_alone(server, protocol):
    sentences = view(group("Büro", OFFICE), devices="two", server=server).policy
    assert f"{protocol} must stay switched on at the provider." in sentences


def test_neither_protocol_is_a_way_too():
    found = view(group("Büro", OFFICE), server={"provider": "microsoft365"})
    assert found.policy == ("The same holds for all mailboxes: the provider’s own connection (neither IMAP nor POP3).",)
    assert found.rows[0].share is None


def test_a_group_without_advice_says_so():
    found = view(group("Neu", {}), complete=False)
    assert (found.rows[0].way, found.rows[0].share, found.rows[0].reason) == ("no advice yet", None, None)


def test_a_group_quotes_the_answer_that_decides_or_who_else_reads():
    rows = view(group("Büro", OFFICE), group("info@", INFO, "Tür"), group("Tür", OFFICE)).rows
    assert rows[0].reason == "What decides: Devices per person – two"
    assert (rows[1].reason, rows[2].reason) == (
        "Reads the same mailboxes as “Tür”",
        "Reads the same mailboxes as “info@”",
    )


def test_that_a_program_needs_its_own_mailbox_is_said_once():
    found = view(group("info@", INFO), group("Kasse", PROGRAM, "info@"))
    assert [one.title for one in found.alarms] == ["“Kasse” must not empty this mailbox"]
    harmless = view(group("info@", INFO), group("Kasse", PROGRAM | {"device_backup": "none"}, "info@"))
    assert [one.title for one in harmless.alarms] == ["Keep program and people apart"]


def test_an_alarm_names_its_groups_and_is_not_repeated_where_the_company_has_it():
    bare = COPY | {"device_backup": "none"}
    found = view(group("Hof", bare), group("Berg", bare), devices="two")
    assert [one.text.startswith("Only for “Hof” and “Berg”.") for one in found.alarms] == [True]
    assert view(group("Hof", bare), **bare).alarms == ()


def test_the_second_full_copy_is_told_with_who_keeps_it():
    found = view(group("A", COPY | {"device_backup": "manual"}, "B"), group("B", COPY | {"device_backup": "tested"}))
    assert "“B” keeps the copy. “A” reads at the provider (IMAP)" in found.alarms[0].text


def test_what_a_consultant_decided_holds_for_the_mailboxes_outside_of_the_groups():
    company = replace(make_company(devices="one"), groups=(group("Büro", OFFICE),))
    decision = Override(Alternative.POP3_KEEP, "Why", "Anna", AT, keep_days=30)
    found = groups_view(replace(advise(company, make_server()), override=decision), company, None, Language.EN)
    assert "All other mailboxes: fetch (POP3), a copy stays with the provider for 30 days." in found.policy
    assert "IMAP and POP3 must both stay switched on" in " ".join(found.policy)


def test_the_hand_over_tells_what_is_refused_and_who_does_what():
    company = replace(make_company(), groups=(group("info@", INFO), group("Kasse", PROGRAM, "info@")))
    text = handover_text(advise(company, make_server()), company, None, Language.EN)
    assert "- “Kasse” must not empty this mailbox. On its own," in text
    assert "- The same holds for all mailboxes: read at the provider (IMAP)." in text


def test_numbers_of_mailboxes():
    assert [mailboxes_phrase(count, Language.DE) for count in (1, 2, 1200)] == [
        "1 Postfach",
        "2 Postfächer",
        "1’200 Postfächer",
    ]


def test_names_are_told_as_they_are():
    odd = Group("{first} %(name)s", 1, Answers.of(OFFICE))
    assert "{first} %(name)s" in view(odd, group("Kasse", PROGRAM)).policy[0]
