"""Measured figures and facts win over stated and announced ones, and change nothing else of the method."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.codes import ServerFact
from advisor.decision.facts import facts_of
from advisor.decision.measured import NOTHING, measured, whole_months, with_measured
from advisor.decision.seen import seen
from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative, ReadingProtocol
from probes.codes import Offer
from probes.measurement import (
    Folder,
    ImapMeasurement,
    Measurement,
    Month,
    Namespace,
    Namespaces,
    Pop3Measurement,
    Quota,
    Uidl,
)
from tests.unit.decision.conftest import make_company, make_server

AT = datetime(2026, 11, 26, tzinfo=UTC)
YEAR = tuple(Month(f"2026-{month:02}", 217, 21_700_000) for month in range(1, 12))
INBOX = Folder("INBOX", None, 2000, 3_000_000_000)


def imap(**changes):
    plain = ImapMeasurement(None, (INBOX,), YEAR, Namespaces(), ("IMAP4rev1", "IDLE"))
    return replace(plain, **changes)


def pop3(**changes):
    return replace(Pop3Measurement(10, 1000, Uidl(10, unique=True), ("UIDL",)), **changes)


def look(imap_found=None, pop3_found=None):
    return Measurement("0" * 64, "mail.firma.ch", AT, imap_found, pop3_found)


def figures(imap_found=None, pop3_found=None):
    return dict(measured(look(imap_found, pop3_found)).figures)


def test_nothing_measured_changes_nothing(company) -> None:
    assert measured(None) is NOTHING
    assert not NOTHING.imap
    assert not NOTHING.pop3
    assert with_measured(company(), NOTHING) == company()
    assert advise(company()) == advise(company(), None, None)


def test_space_comes_from_the_quota_else_from_the_folders() -> None:
    found = figures(imap(quota=Quota(8_000_000, 10_000_000)))
    assert (found[Key.STORAGE_GB_USED], found[Key.QUOTA_GB]) == (8.192, 10.24)
    assert (found[Key.LARGEST_MAILBOX], found[Key.QUOTA]) == ("2_10", "10_50")
    found = figures(imap())
    assert found[Key.STORAGE_GB_USED] == 3
    assert Key.QUOTA_GB not in found
    found = figures(None, pop3(bytes=10**15))
    assert (found[Key.LARGEST_MAILBOX], found[Key.STORAGE_GB_USED]) == ("gt_50", 1_000_000)


@pytest.mark.parametrize(
    ("line", "told"), [("EXPIRE 30", True), ("EXPIRE NEVER", True), ("EXPIRE", False), ("SASL PLAIN LOGIN", False)]
)
def test_how_long_mail_may_stay_is_told_only_with_a_word_for_it(line, told) -> None:
    assert measured(look(None, pop3(capabilities=("UIDL", line)))).expire_told is told


def test_what_gmail_says_of_how_long_mail_may_stay_counts_for_nothing_after_signing_in_either() -> None:
    found = measured(look(None, pop3(capabilities=("UIDL", "EXPIRE 0", "X-GOOGLE-RICO"))))
    assert (found.expire_told, found.expire_days) == (False, None)


def test_mail_of_others_and_views_of_the_same_mail_do_not_count() -> None:
    team = Folder("Public/Team", None, 9, 5_000_000_000)
    starred = Folder("Starred", "\\Flagged", 9, 1_000_000_000)
    spaces = Namespaces((Namespace(""),), (), (Namespace("Public/"),))
    assert figures(imap(folders=(INBOX, team, starred), namespaces=spaces))[Key.STORAGE_GB_USED] == 3
    labels = (INBOX, Folder("All Mail", "\\All", 9, 4_000_000_000), Folder("Bin", "\\Trash", 1, 1_000_000_000))
    assert figures(imap(folders=labels))[Key.STORAGE_GB_USED] == 5


def test_growth_is_counted_in_whole_months_and_working_days() -> None:
    found = figures(imap())
    assert found[Key.MAILS_PER_DAY] == 9.9811, "217 a month of 365.25 / 12 * 5 / 7 working days"
    assert found[Key.AVERAGE_KB] == 100
    assert [month.month for month in whole_months(look(imap()))][:2] == ["2026-10", "2026-09"]


def test_three_months_in_a_row_are_enough_even_with_one_message_each() -> None:
    found = figures(imap(by_month=tuple(Month(f"2026-{month:02}", 1, 50_000) for month in (8, 9, 10))))
    assert (found[Key.MAILS_PER_DAY], found[Key.AVERAGE_KB]) == (0.046, 50)


@pytest.mark.parametrize(
    ("at", "newest"),
    [
        (datetime(2026, 1, 31, tzinfo=UTC), ["2025-12", "2025-11", "2025-10"]),
        (datetime(2026, 2, 1, tzinfo=UTC), ["2026-01", "2025-12", "2025-11"]),
        (datetime(2026, 3, 15, tzinfo=UTC), ["2026-02", "2026-01", "2025-12"]),
    ],
)
def test_months_are_counted_back_over_the_turn_of_the_year_and_for_a_year_at_most(at, newest) -> None:
    months = tuple(Month(f"{year}-{month:02}", 5, 5000) for year in (2024, 2025, 2026) for month in range(1, 13))
    found = [month.month for month in whole_months(replace(look(imap(by_month=months)), at=at))]
    assert found[:3] == newest
    assert len(found) == 12


def test_a_mailbox_that_is_emptied_proves_no_amount_of_mail() -> None:
    left_over = (Month("2026-03", 5, 5000), Month("2026-10", 40, 4_000_000), Month("2026-11", 90, 9_000_000))
    assert Key.MAILS_PER_DAY not in figures(imap(by_month=left_over))
    assert Key.MAILS_PER_DAY not in figures(imap(by_month=(*YEAR[-3:-1], Month("2026-08", 0, 0))))


def test_an_empty_mailbox_gives_figures_that_the_questionnaire_takes(company) -> None:
    found = measured(look(imap(folders=(), by_month=()), pop3(messages=0, bytes=0, uidl=Uidl(0, unique=True))))
    assert with_measured(company(), found).number(Key.STORAGE_GB_USED) == 0.0001
    assert found.uidl is True


@pytest.mark.parametrize("number", [0, 1, 2**53 - 1])
def test_any_figure_of_a_document_becomes_one_that_the_questionnaire_takes(company, number) -> None:
    months = tuple(Month(month.month, number, number) for month in YEAR)
    folders = (Folder("INBOX", None, number, number),)
    for quota in (None, Quota(number, max(1, number)), Quota(number, 1)):
        found = look(imap(quota=quota, folders=folders, by_month=months), pop3(messages=number, bytes=number))
        assert with_measured(company(), measured(found)).measured


def test_measured_wins_over_stated_and_says_so(company) -> None:
    stated = company(storage_gb_used=1, quota_gb=100, largest_mailbox="lt_2", quota="gt_50")
    counted = with_measured(stated, measured(look(imap(quota=Quota(8_000_000, 10_000_000)))))
    assert counted.number(Key.STORAGE_GB_USED) == 8.192
    assert counted.code(Key.QUOTA) == "10_50"
    assert set(counted.measured) >= {Key.STORAGE_GB_USED, Key.QUOTA_GB, Key.MAILS_PER_DAY, Key.AVERAGE_KB}
    assert counted.get(Key.DEVICES) == stated.get(Key.DEVICES)


def test_a_group_keeps_what_it_says_of_itself(company) -> None:
    group = Group("Lager", 3, Answers.of({"quota_gb": 1}))
    answers = replace(company(), groups=(group,))
    counted = with_measured(answers, measured(look(imap(quota=Quota(8_000_000, 10_000_000)))))
    own = counted.for_group(group)
    assert own.number(Key.QUOTA_GB) == 1
    assert Key.QUOTA_GB not in own.measured
    assert own.number(Key.STORAGE_GB_USED) == 8.192
    assert Key.STORAGE_GB_USED in own.measured


@pytest.mark.parametrize(
    ("found", "fact", "value"),
    [
        (look(None, pop3(uidl=None)), "uidl", False),
        (look(None, pop3(uidl=Uidl(10, unique=False))), "uidl", False),
        (look(None, pop3(uidl=Uidl(9, unique=True))), "uidl", False),
        (look(None, pop3()), "uidl", True),
        (look(None, pop3(capabilities=("UIDL", "expire 0"))), "expire_days", 0),
        (look(None, pop3(capabilities=("EXPIRE NEVER",))), "expire_days", None),
        (look(None, pop3(capabilities=("UIDL", "EXPIRE14"))), "expire_days", 14),
        (look(None, pop3(capabilities=("UIDL",))), "expire_days", 60),
        (look(imap(capabilities=("IMAP4rev1",))), "idle", False),
        (look(imap(capabilities=("idle",))), "idle", True),
        (look(imap(capabilities=())), "idle", None),
    ],
)
def test_what_was_seen_after_signing_in_wins_over_what_is_announced(company, server, found, fact, value) -> None:
    report = server(pop3_capabilities=("UIDL", "EXPIRE 60"))
    assert getattr(facts_of(company(), report, measured(found)), fact) == value


def test_whoever_signed_in_knows_that_the_protocol_is_offered(company, server) -> None:
    seen = measured(look(imap(), pop3()))
    assert facts_of(company(server_offers="pop3_only"), None, seen).offer(ReadingProtocol.IMAP) is Offer.OFFERED
    assert facts_of(company(), server(imap="unreachable"), seen).imap is Offer.OFFERED
    assert facts_of(company(), server(imap="insecure_only"), seen).imap is Offer.INSECURE_ONLY
    assert facts_of(company(), None, measured(look(imap()))).offer(ReadingProtocol.POP3) is None


ALONE = {"devices": "one", "shared_addresses": "none", "readers": "people"}


def excluded(recommendation):
    return {row.alternative: {one.rule.value for one in row.excluded_by} for row in recommendation.ranking}


def test_a_measured_server_without_lasting_numbers_rules_out_a_kept_copy(company, server) -> None:
    before = advise(company(**ALONE), server())
    after = advise(company(**ALONE), server(), look(None, pop3(uidl=None)))
    assert "E4" not in excluded(before)[Alternative.POP3_KEEP]
    assert "E4" in excluded(after)[Alternative.POP3_KEEP]


def test_a_measured_quota_caps_the_days_on_the_server(company, server) -> None:
    tiny = look(imap(quota=Quota(1_000, 2_000)))
    stated = company(**ALONE, quota_gb=500, mails_per_day=1, average_kb=10)
    assert "E4" not in excluded(advise(stated, server()))[Alternative.POP3_KEEP]
    assert "E4" in excluded(advise(stated, server(), tiny))[Alternative.POP3_KEEP]


def test_it_holds_without_a_report_and_stays_preliminary(company) -> None:
    advice = advise(company(**ALONE), None, look(None, pop3(uidl=None)))
    assert "E4" in excluded(advice)[Alternative.POP3_KEEP]
    assert "preliminary" in advice.qualifiers


sizes = st.integers(0, 10**8)
looks = st.builds(
    lambda used, limit, monthly, listed: look(
        imap(
            quota=Quota(used, max(1, limit)),
            by_month=tuple(Month(month.month, max(1, monthly), listed) for month in YEAR),
        )
    ),
    sizes, sizes, st.integers(1, 10**5), st.integers(0, 10**12),
)  # fmt: skip


@given(looks, st.sampled_from(["one", "two", "three_plus"]), st.sampled_from(["people", "program", "both"]))
def test_measuring_is_the_same_as_stating_the_same_figures(found, devices, readers) -> None:
    stated = make_company(devices=devices, readers=readers, shared_addresses="none")
    seen = measured(found)
    said = Answers.of({**dict(stated.values), **dict(seen.figures)})
    with_look = advise(stated, make_server(after_login=("IDLE",)), found)
    without = advise(said, make_server(after_login=("IDLE",)))
    fixed = set(dict(seen.figures))
    elsewhere = {"flips": (), "estimates": None}  # the one proposes nothing that was seen, the other names its sources
    assert replace(with_look, **elsewhere) == replace(without, **elsewhere)
    assert not any(fixed & {key for key, _ in flip.changes} for flip in with_look.flips)
    single = [flip for flip in without.flips if len(flip.changes) == 1]
    assert {flip for flip in single if flip.changes[0][0] not in fixed} <= set(with_look.flips)


@pytest.mark.parametrize(
    ("found", "field", "expected"),
    [
        (look(imap(capabilities=("IDLE", "condstore"))), "lean_sync", True),
        (look(imap(capabilities=("IDLE", "COMPRESS=DEFLATE"))), "lean_sync", True),
        (look(imap(capabilities=("IDLE",))), "lean_sync", False),
        (look(imap(capabilities=())), "lean_sync", None),
        (look(imap(capabilities=("SPECIAL-USE",))), "special_use", True),
        (look(imap(capabilities=("IDLE",))), "special_use", False),
        (look(imap(quota=Quota(1, 2))), "tells_quota", True),
        (look(imap(capabilities=("QUOTA",))), "tells_quota", False),
        (look(imap(namespaces=Namespaces((Namespace(""),), (), (Namespace("Public/"),)))), "shared_folders", True),
        (look(imap(namespaces=Namespaces((Namespace(""),), (Namespace("User/"),)))), "shared_folders", True),
        (look(imap(capabilities=("ACL", "IDLE"))), "shared_folders", True),
        (look(imap(capabilities=("NAMESPACE", "IDLE"))), "shared_folders", False),
        (look(imap(capabilities=())), "shared_folders", None),
        (look(None, pop3(capabilities=("UIDL", "LOGIN-DELAY 900"))), "login_delay", 900),
        (look(None, pop3(capabilities=("UIDL",))), "login_delay", None),
        (look(None, pop3()), "lean_sync", None),
        (look(None, pop3()), "tells_quota", None),
        (look(None, pop3()), "shared_folders", None),
    ],
)
def test_abilities_after_signing_in(found, field, expected) -> None:
    assert getattr(measured(found), field) == expected


def test_what_was_seen_after_signing_in_wins_over_the_announcement_and_is_called_so(company, server) -> None:
    report = server(imap_capabilities=["CONDSTORE", "ACL", "QUOTA"], pop3_capabilities=["UIDL", "LOGIN-DELAY 60"])
    before = facts_of(company(), report)
    assert (before.lean_sync, before.shared_folders, before.tells_quota, before.login_delay) == (True, True, True, 60)
    found = measured(look(imap(capabilities=("IDLE",)), pop3(capabilities=("UIDL", "LOGIN-DELAY 900"))))
    after = facts_of(company(), report, found)
    assert (after.lean_sync, after.shared_folders, after.tells_quota, after.login_delay) == (False, False, False, 900)
    assert [(fact.code, fact.measured) for fact in seen(after)] == [
        (ServerFact.NO_LEAN_SYNC, True),
        (ServerFact.LONG_LOGIN_DELAY, True),
    ]
    only_imap = facts_of(company(), report, measured(look(imap(capabilities=("CONDSTORE", "IDLE")))))
    assert (only_imap.login_delay, only_imap.lean_sync) == (60, True)


def test_an_announced_fact_is_not_called_measured_because_something_else_was(company, server) -> None:
    report = server(pop3_capabilities=["USER", "LOGIN-DELAY 900", "EXPIRE 5"])
    facts = facts_of(company(), report, measured(look(imap(capabilities=("CONDSTORE", "IDLE")))))
    assert {fact.code: fact.measured for fact in seen(facts)} == {
        ServerFact.LONG_LOGIN_DELAY: False,
        ServerFact.NO_UIDL: False,
        ServerFact.EXPIRES: False,
    }
