"""What would be advised if the provider could do everything, and exactly what it lacks for that."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.codes import Ability
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.recommendation import Status, Wished
from advisor.decision.wished import wished
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Kind
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_advice, make_company, make_server

KEEPS = {
    "data_control": "off_provider",
    "provider_stay": "some_weeks",
    "keep_copy_on_server": "no",
    "device_backup": "tested",
}
NO_IDLE = {"after_login": ("IMAP4rev1",)}
ALONE = {"keep_copy_on_server": "no", "immediacy": "at_once", "data_control": "off_provider"}
SLOW_LINE = {
    "outages": "weekly",
    "data_control": "central",
    "line": "slow_or_metered",
    "largest_mailbox": "gt_50",
    "device_space": "tight",
    "provider_backup": "no",
    "provider_stay": "as_short_as_possible",
}
NO_MATTER_OF_SPACE = {
    "quota": "gt_50",
    "device_space": "ample",
    "provider_backup": "yes",
    "provider_stay": "some_weeks",
}
UNKNOWN_ROOM = {
    "line": "slow_or_metered",
    "largest_mailbox": "gt_50",
    "quota": "gt_50",
    "provider_backup": "no",
    "provider_stay": "some_weeks",
}
TIGHT_CLASSES = {"outages": "daily", "immediacy": "at_once", "largest_mailbox": "10_50", "device_space": "tight"}


def wish(server=None, **answers):
    found = make_advice(server, **answers).wished
    return None if found is None else (found.recommended.value, [one.value for one in found.missing])


@pytest.mark.parametrize(
    ("server", "answers", "expected"),
    [
        ({"imap": "not_found"}, {"devices": "three_plus"}, ("imap", ["imap"])),
        ({"imap": "off_on_purpose"}, {"devices": "two"}, ("imap", ["imap"])),
        ({"imap": "unreachable"}, {"devices": "two"}, None),
        ({"imap": "not_found", "pop3": "not_found"}, {"devices": "two"}, ("imap", ["imap"])),
        ({"imap": "insecure_only"}, {"devices": "two"}, ("imap", ["imap_encryption"])),
        ({"pop3": "insecure_only"}, {"devices": "two"}, None),
        ({"pop3": "insecure_only"}, KEEPS, ("pop3_keep", ["pop3_encryption"])),
        ({"pop3": "not_found"}, KEEPS, ("pop3_keep", ["pop3"])),
        ({"pop3": "not_found"}, {"devices": "two"}, None),
        ({"pop3_capabilities": ["USER"]}, KEEPS, ("pop3_keep", ["uidl"])),
        ({"pop3_capabilities": ["USER", "EXPIRE 0"]}, KEEPS, ("pop3_keep", ["uidl", "no_expiry"])),
        ({"pop3_capabilities": ["USER", "EXPIRE 0"]}, {"devices": "two"}, None),
        ({"pop3_capabilities": ["UIDL", "EXPIRE 9"]}, KEEPS, ("pop3_keep", ["no_expiry"])),
        ({"pop3_capabilities": ["UIDL", "EXPIRE 28"]}, KEEPS, None),
        ({}, {**KEEPS, "quota_gb": 0.1}, ("pop3_keep", ["more_space"])),
        ({}, {**KEEPS, "quota_gb": 0.1, "storage_cost": "matters"}, None),
        ({}, {**KEEPS, "quota_gb": 0.2}, None),
        ({"after_login": ("IMAP4rev1",)}, {"devices": "two", "immediacy": "at_once"}, ("imap", ["idle"])),
        ({"after_login": ("IMAP4rev1",)}, {"devices": "two", "immediacy": "minutes"}, None),
        ({}, {"devices": "two"}, None),
        (NO_IDLE, ALONE, None),
        ({"pop3_capabilities": ["UIDL", "LOGIN-DELAY 900"]}, ALONE, ("pop3_keep", ["short_login_delay"])),
        ({"pop3_capabilities": ["UIDL", "LOGIN-DELAY 899"]}, ALONE, None),
        (NO_IDLE, SLOW_LINE, ("imap", ["lean_sync"])),
        ({"after_login": ("CONDSTORE",)}, SLOW_LINE, None),
        (NO_IDLE, {**SLOW_LINE, **NO_MATTER_OF_SPACE, "immediacy": "at_once"}, ("imap", ["idle", "lean_sync"])),
        (NO_IDLE, TIGHT_CLASSES, ("imap", ["more_space", "idle"])),
        ({}, {**TIGHT_CLASSES, "quota": "gt_50"}, None),
        ({}, UNKNOWN_ROOM, None),
    ],
)
def test_what_is_missing_is_named_and_nothing_else(server, answers, expected):
    assert wish(server, **answers) == expected


def test_the_word_of_the_company_counts_where_nothing_was_checked():
    found = advise(make_company(devices="two", server_offers="pop3_only")).wished
    assert found == Wished(Alternative.IMAP, (Ability.IMAP,))
    assert advise(make_company(devices="two")).wished is None


def test_space_that_decides_the_protocol_can_be_asked_for():
    tight = {"storage_gb_used": 9, "quota_gb": 10, "server_load": "concern", "keep_copy_on_server": "no"}
    advised = make_advice(device_backup="tested", immediacy="hours", **tight)
    assert advised.recommended == "pop3_keep"
    roomy = make_advice(device_backup="tested", immediacy="hours", **{**tight, "quota_gb": 100})
    expected = None if roomy.recommended == "pop3_keep" else Wished(roomy.recommended, (Ability.MORE_SPACE,))
    assert advised.wished == expected


def test_where_too_little_is_known_nothing_is_wished():
    advised = advise(Answers.of({"devices": "unknown"}), make_server(imap="not_found"))
    assert advised.status is Status.NOT_ENOUGH_INFORMATION
    assert advised.wished is None


def test_a_program_that_cannot_is_no_fault_of_the_provider():
    advised = make_advice({"pop3": "not_found"}, client_limit="pop3_only", data_control="off_provider")
    assert advised.status is Status.NOT_POSSIBLE
    assert advised.wished.missing == (Ability.POP3,)
    both = make_advice({"imap": "not_found"}, client_limit="imap_only", devices="one")
    assert both.wished == Wished(Alternative.IMAP, (Ability.IMAP,))


CHOICES = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE and key != "groupware"]
COMPANIES = st.fixed_dictionaries({key.value: st.sampled_from(QUESTIONS[key].codes) for key in CHOICES})
OFFERS = st.sampled_from(["offered", "not_found", "off_on_purpose", "unreachable", "not_tested"])
SERVERS = st.fixed_dictionaries(
    {
        "imap": OFFERS,
        "pop3": OFFERS,
        "after_login": st.sampled_from([None, ("IDLE",), ("CONDSTORE",), ("IDLE", "QRESYNC")]),
        "pop3_capabilities": st.sampled_from(
            [["UIDL"], ["USER"], ["UIDL", "EXPIRE 5"], ["UIDL", "EXPIRE 20", "LOGIN-DELAY 900"], ["EXPIRE 0"]]
        ),
    }
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMPANIES, SERVERS, st.sampled_from([{}, {"quota_gb": 0.05}, {"quota_gb": 50, "storage_gb_used": 45}]))
def test_a_wish_can_be_granted_and_asks_for_what_is_missing_only(values, server, room):
    answers = Answers.of({**values, **room})
    facts = facts_of(answers, make_server(**server))
    now = evaluate(answers, facts)
    found = wished(now)
    if found is None:
        return
    assert found.missing
    assert list(found.missing) == [ability for ability in Ability if ability in found.missing]
    assert (Ability.IMAP in found.missing) <= (facts.imap in ("not_found", "off_on_purpose"))
    assert (Ability.POP3 in found.missing) <= (facts.pop3 in ("not_found", "off_on_purpose"))
    assert (Ability.UIDL in found.missing) <= (facts.uidl is False)
    assert (Ability.NO_EXPIRY in found.missing) <= (facts.expire_days is not None)
    assert (Ability.IDLE in found.missing) <= (facts.idle is False)
    shown_later = server["pop3_capabilities"] != ["UIDL"] or server["after_login"] is not None
    if set(found.missing) <= {Ability.IMAP, Ability.POP3} and not shown_later:
        granted = {**server, **{one.value: "offered" for one in found.missing}}
        assert evaluate(answers, facts_of(answers, make_server(**granted))).best is found.recommended
