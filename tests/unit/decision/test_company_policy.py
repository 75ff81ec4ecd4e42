"""Mailboxes that differ: which combinations are refused, what is done instead, and what has to hold between groups."""

import pytest

from advisor.decision.codes import Alarm, Rule
from advisor.decision.policy_values import ConflictCode, Instead, PolicyNoteCode, Together
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative
from tests.unit.decision.groups import (
    BOTH,
    COPY,
    IMAP,
    INFO,
    OFFICE,
    POP3,
    PROGRAM,
    STRICT_PC,
    advised,
    group,
    policy,
    ways,
)


def test_a_company_without_groups_has_no_policy():
    assert policy() is None


# What a group says of the mailbox it shares


def test_a_program_that_reads_alone_may_fetch_and_delete():
    found = policy(group("Kasse", PROGRAM), group("info@", INFO))
    assert ways(found)["Kasse"] is Alternative.POP3_DELETE
    assert found.conflicts == ()


@pytest.mark.parametrize(("from_till", "from_info"), [("info@", None), (None, "Kasse")])
def test_a_program_that_would_delete_what_people_read_is_refused(from_till, from_info):
    advice = advised(group("Kasse", PROGRAM, from_till), group("info@", INFO, from_info))
    found = advice.company_policy
    (conflict,) = found.conflicts
    assert conflict.code is ConflictCode.DELETES_FOR_OTHERS
    assert conflict.groups == ("Kasse", "info@")
    assert conflict.instead is Instead.OWN_MAILBOX
    assert conflict.apart is Alternative.POP3_DELETE
    assert [(one.group, one.key, one.code) for one in conflict.because] == [
        ("Kasse", Key.READERS, "program"),
        ("info@", Key.READERS, "people"),
    ]
    assert ways(found) == {"Kasse": Alternative.IMAP, "info@": Alternative.IMAP}
    for one in advice.groups:
        assert Alarm.SEPARATE_PROGRAM_MAILBOX in one.recommendation.alarms
        fetching = [row for row in one.recommendation.ranking if row.alternative is Alternative.POP3_DELETE]
        assert Rule.E1 in {exclusion.rule for row in fetching for exclusion in row.excluded_by}


def test_two_programs_on_one_mailbox_are_refused_each():
    found = policy(group("Kasse", PROGRAM, "Tickets"), group("Tickets", PROGRAM))
    assert [one.groups for one in found.conflicts] == [("Kasse", "Tickets"), ("Tickets", "Kasse")]
    assert set(ways(found).values()) == {Alternative.IMAP}


def test_a_person_who_would_delete_reads_by_imap_like_the_others():
    found = policy(group("Buchhaltung", STRICT_PC, "Büro"), group("Büro", OFFICE))
    (conflict,) = found.conflicts
    assert conflict.instead is Instead.READ_BY_IMAP
    assert ways(found)["Buchhaltung"].protocol is IMAP


def test_a_kept_copy_that_goes_after_some_days_deletes_too():
    weeks = STRICT_PC | {"provider_stay": "some_weeks", "mails_per_day": 40, "average_kb": 100}
    alone = policy(group("PC", weeks), group("Büro", OFFICE))
    assert (ways(alone)["PC"], alone.groups[0].keep_days) == (Alternative.POP3_KEEP, 28)
    (conflict,) = policy(group("PC", weeks, "Büro"), group("Büro", OFFICE)).conflicts
    assert conflict.apart is Alternative.POP3_KEEP


def test_readers_by_imap_on_one_mailbox_are_no_conflict():
    assert policy(group("Büro", OFFICE, "info@"), group("info@", INFO)).conflicts == ()


def test_a_till_that_knows_pop3_only_needs_its_own_mailbox():
    advice = advised(group("Kasse", PROGRAM | {"client_limit": "pop3_only"}, "info@"), group("info@", INFO))
    found = advice.company_policy
    assert ways(found) == {"Kasse": None, "info@": Alternative.IMAP}
    assert found.together is Together.OPEN
    assert (found.conflicts[0].instead, found.conflicts[0].apart) == (Instead.OWN_MAILBOX, Alternative.POP3_DELETE)
    assert found.protocols == BOTH


def test_on_a_server_with_pop3_only_a_person_beside_others_never_deletes():
    found = policy(group("PC", STRICT_PC, "Büro"), group("Büro", OFFICE), server={"imap": "not_found"})
    assert [(one.groups[0], one.instead) for one in found.conflicts] == [("PC", Instead.NEVER_DELETE)]
    assert [(one.alternative, one.keep_days) for one in found.groups] == [(Alternative.POP3_KEEP, None)] * 2
    assert found.protocols == (POP3,)


def test_a_person_s_program_that_knows_pop3_only_needs_its_own_mailbox():
    found = policy(group("PC", STRICT_PC | {"client_limit": "pop3_only"}, "Büro"), group("Büro", OFFICE))
    assert [one.instead for one in found.conflicts] == [Instead.OWN_MAILBOX]
    other = policy(group("PC", STRICT_PC | {"client_limit": "none"}, "Büro"), group("Büro", OFFICE))
    assert [one.instead for one in other.conflicts] == [Instead.READ_BY_IMAP]


# One full copy per mailbox


def test_the_second_full_copy_of_one_mailbox_is_refused_and_the_best_backup_stays():
    poor, good = group("A", COPY | {"device_backup": "manual"}, "B"), group("B", COPY | {"device_backup": "tested"})
    found = policy(poor, good)
    (conflict,) = found.conflicts
    assert (conflict.code, conflict.instead) == (ConflictCode.TWO_COLLECTORS, Instead.ONE_COLLECTOR)
    assert conflict.groups == ("A", "B")
    assert conflict.apart is None
    assert [(one.group, one.key, one.code) for one in conflict.because] == [
        ("A", Key.DATA_CONTROL, "own_copy"),
        ("B", Key.DATA_CONTROL, "own_copy"),
    ]
    assert ways(found) == {"A": Alternative.IMAP, "B": Alternative.IMAP_ARCHIVE}


def test_every_further_full_copy_is_refused_beside_the_one_that_stays():
    found = policy(group("C", COPY, "B"), group("A", COPY, "B"), group("B", COPY))
    assert [one.groups for one in found.conflicts] == [("B", "A"), ("C", "A")]
    assert ways(found) == {"A": Alternative.IMAP_ARCHIVE, "B": Alternative.IMAP, "C": Alternative.IMAP}


@pytest.mark.parametrize(
    ("backup", "stays"), [("tested", "B"), ("untested", "B"), ("manual", "B"), ("none", "A"), (None, "A")]
)
def test_a_backup_that_nobody_knows_of_is_none(backup, stays):
    known = {} if backup is None else {"device_backup": backup}
    found = policy(group("A", COPY, "B"), group("B", COPY | known), device_backup="unknown")
    assert [name for name, way in ways(found).items() if way is Alternative.IMAP_ARCHIVE] == [stays]


def test_whoever_gives_up_the_full_copy_does_not_do_like_the_other():
    groups = group("A", COPY), group("B", COPY)
    assert policy(*groups, mailboxes=2).together is Together.ALIKE
    shared = group("A", COPY, "B"), group("B", COPY)
    assert policy(*shared, mailboxes=1).together is Together.ONE_PROTOCOL


def test_people_keep_the_full_copy_rather_than_a_program_with_a_better_backup():
    till = group("A", COPY | {"readers": "program", "device_backup": "tested"}, "B")
    found = policy(till, group("B", COPY | {"readers": "people", "device_backup": "manual"}))
    assert ways(found) == {"A": Alternative.IMAP, "B": Alternative.IMAP_ARCHIVE}


def test_between_equals_the_first_name_keeps_the_full_copy():
    found = policy(group("B", COPY), group("A", COPY, "B"))
    assert found.conflicts[0].groups == ("B", "A")


def test_full_copies_of_two_mailboxes_are_no_conflict():
    found = policy(group("A", COPY), group("B", COPY))
    assert found.conflicts == ()
    assert set(ways(found).values()) == {Alternative.IMAP_ARCHIVE}


def test_whoever_gives_up_the_full_copy_loses_its_alarms():
    bare = COPY | {"device_backup": "none"}
    alone = policy(group("A", bare), group("B", COPY | {"device_backup": "tested"}))
    shared = policy(group("A", bare, "B"), group("B", COPY | {"device_backup": "tested"}))
    assert Alarm.BACKUP_FIRST in alone.groups[0].alarms
    assert Alarm.BACKUP_FIRST not in shared.groups[0].alarms


# What the company has to keep and to know


def test_both_protocols_stay_on_where_groups_use_both():
    found = policy(group("Kasse", PROGRAM), group("Büro", OFFICE), devices="two")
    assert found.protocols == BOTH
    assert found.together is Together.TWO_PROTOCOLS
    assert [(one.code, one.groups) for one in found.notes] == [(PolicyNoteCode.NOBODY_ELSE_READS, ("Kasse",))]


def test_a_program_that_waits_for_its_own_mailbox_still_needs_pop3():
    assert policy(group("Kasse", PROGRAM, "info@"), group("info@", INFO), devices="two").protocols == BOTH


def test_a_limited_program_in_one_group_keeps_its_protocol_on():
    assert policy(group("Büro", OFFICE), devices="two").protocols == (IMAP,)
    assert policy(group("Büro", OFFICE | {"client_limit": "pop3_only"}), devices="two").protocols == BOTH


def test_a_limited_program_of_the_others_keeps_its_protocol_on():
    assert policy(group("Büro", OFFICE | {"client_limit": "none"}), devices="two").protocols == (IMAP,)
    found = policy(group("Büro", OFFICE | {"client_limit": "none"}), devices="two", client_limit="pop3_only")
    assert found.protocols == BOTH


@pytest.mark.parametrize(("limit", "needed"), [("pop3_only", (POP3,)), ("imap_only", (IMAP,)), ("none", ())])
def test_beside_the_provider_s_own_connection_only_a_limited_program_needs_a_protocol(limit, needed):
    found = policy(group("Büro", OFFICE | {"groupware": "must", "client_limit": limit}), mailboxes=1)
    assert (found.together, found.protocols) == (Together.ALIKE, needed)


def test_a_group_without_advice_keeps_both_protocols_on():
    found = policy(group("Neu", {}), complete=False, people=3)
    assert (found.together, found.protocols) == (Together.OPEN, BOTH)


def test_a_protocol_that_the_server_does_not_offer_is_not_asked_for():
    assert policy(group("Neu", {}), complete=False, server={"pop3": "not_found"}).protocols == (IMAP,)


def test_all_alike_and_one_protocol_in_two_forms():
    assert policy(group("Büro", OFFICE), devices="two").together is Together.ALIKE
    assert policy(group("Hof", COPY), devices="two").together is Together.ONE_PROTOCOL


def test_provider_s_own_connection_beside_imap_and_everywhere():
    assert policy(group("Büro", OFFICE | {"groupware": "must"}), devices="two").together is Together.BESIDE_NATIVE
    everywhere = policy(group("Büro", OFFICE), server={"provider": "microsoft365"})
    assert (everywhere.together, everywhere.protocols, ways(everywhere)) == (Together.ALIKE, (), {"Büro": None})


def test_a_person_who_fetches_is_not_taken_for_a_program():
    codes = [one.code for one in policy(group("PC", STRICT_PC), readers="both").notes]
    assert codes == [PolicyNoteCode.NOBODY_ELSE_READS]


def test_provider_that_discourages_mixing_matters_where_both_are_used():
    both = (group("Kasse", PROGRAM), group("Büro", OFFICE))
    codes = [one.code for one in policy(*both, devices="two", provider_mixing="discouraged").notes]
    assert codes == [PolicyNoteCode.NOBODY_ELSE_READS, PolicyNoteCode.MIXING_DISCOURAGED]
    assert policy(group("Büro", OFFICE), devices="two", provider_mixing="discouraged").notes == ()


@pytest.mark.parametrize(("readers", "asked"), [("both", True), ("unknown", True), ("people", False)])
def test_company_that_speaks_of_people_and_a_program_is_asked_whether_they_are_apart(readers, asked):
    found = policy(group("Kasse", PROGRAM), readers=readers)
    assert (PolicyNoteCode.CHECK_OWN_MAILBOX in {one.code for one in found.notes}) is asked


def test_only_a_program_that_fetches_is_asked_after_its_own_mailbox():
    found = policy(group("Kasse", PROGRAM), group("Tickets", PROGRAM, "info@"), group("info@", INFO), readers="both")
    assert ways(found)["Tickets"] is Alternative.IMAP
    assert [(one.code, one.groups) for one in found.notes] == [
        (PolicyNoteCode.NOBODY_ELSE_READS, ("Kasse",)),
        (PolicyNoteCode.CHECK_OWN_MAILBOX, ("Kasse",)),
    ]


@pytest.mark.parametrize(
    ("mailboxes", "groups", "rest"),
    [
        ("unknown", [group("A", OFFICE, mailboxes=3)], None),
        (5, [group("A", OFFICE, mailboxes=3)], 2),
        (5, [group("A", OFFICE, mailboxes=3), group("B", OFFICE, "A", mailboxes=1)], 2),
        (3, [group("A", OFFICE, mailboxes=2), group("B", OFFICE, mailboxes=2)], 0),
    ],
)
def test_mailboxes_outside_of_all_groups(mailboxes, groups, rest):
    assert policy(*groups, mailboxes=mailboxes).rest_mailboxes == rest


def test_company_whose_mailboxes_all_belong_to_groups_needs_nothing_for_the_rest():
    found = policy(group("Kasse", PROGRAM), devices="two", mailboxes=1)
    assert (found.together, found.protocols) == (Together.ALIKE, (POP3,))
