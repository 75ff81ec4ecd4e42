"""The policies for Thunderbird: what is locked, what is only a default, and what never mixes with other accounts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.formats.thunderbird_policies import company_policies, person_policies
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import COLLECTOR, account, server

LEAVING = {
    "leave_on_server",
    "delete_by_age_from_server",
    "num_days_to_leave_on_server",
    "delete_mail_left_on_server",
}


def preferences(data) -> dict[str, dict]:
    document = json.loads(data)
    assert set(document) == {"read_this_first", "policies"}
    assert set(document["policies"]) == {"Preferences"}
    return document["policies"]["Preferences"]


def mine(form=Form.IMAP, **changes):
    """The values of Anna's account."""
    return {name: each["Value"] for name, each in preferences(person_policies(account(form, **changes))).items()}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(("write", "person"), [(person_policies, True), (company_policies, False)])
def test_only_what_stays_on_the_server_is_locked(form, write, person):
    written = preferences(write(account(form) if person else account(form, None)))
    locked = {name for name, each in written.items() if each["Status"] == "locked"}
    assert {name.rpartition(".")[2] for name in locked} <= LEAVING
    assert bool(locked) == form.startswith("pop3")
    assert {each["Status"] for each in written.values()} <= {"locked", "default"}
    assert not any("password" in name.lower() for name in written)


@pytest.mark.parametrize(
    ("form", "leave", "by_age", "days"),
    [
        (Form.POP3_KEEP_DAYS, True, True, 21),
        (Form.POP3_KEEP_FOREVER, True, False, None),
        (Form.POP3_DELETE, False, False, None),
        (Form.IMAP, None, None, None),
    ],
)
def test_what_stays_on_the_server(form, leave, by_age, days):
    values = mine(form)
    key = "mail.server.mailweiche_pop3."
    assert values.get(f"{key}leave_on_server") == leave
    assert values.get(f"{key}delete_by_age_from_server") == by_age
    assert values.get(f"{key}num_days_to_leave_on_server") == days
    assert values.get(f"{key}delete_mail_left_on_server") == (None if leave is None else False)


def test_one_day_becomes_two_and_binds_no_other_account():
    values = mine(Form.POP3_KEEP_DAYS, keep_days=1)
    assert values["mail.server.mailweiche_pop3.num_days_to_leave_on_server"] == 2
    assert not any(name.startswith("mail.server.default.") for name in values)
    one, two = (limits(Target.THUNDERBIRD_POLICIES, account(Form.POP3_KEEP_DAYS, keep_days=days)) for days in (1, 2))
    assert set(one) - set(two) == {Cannot.ONE_DAY_BECOMES_TWO}


def test_the_two_protocols_have_keys_of_their_own_and_none_that_an_assistant_makes():
    imap, pop3 = mine(Form.IMAP), mine(Form.POP3_DELETE)
    assert imap["mail.accountmanager.accounts"] == "mailweiche_imap,mailweiche_local"
    assert pop3["mail.accountmanager.accounts"] == "mailweiche_pop3,mailweiche_local"
    assert not any(part in name for part in ("server1", "account1", "id1", "smtp1") for name in (*imap, *pop3))


def test_the_full_copy_is_switched_on():
    assert mine(Form.IMAP_ARCHIVE)["mail.server.mailweiche_imap.offline_download"] is True
    assert "mail.server.mailweiche_imap.offline_download" not in mine(Form.IMAP)
    rules = preferences(company_policies(account(Form.IMAP_ARCHIVE, None)))
    assert rules["mail.server.default.offline_download"] == {"Value": True, "Status": "default"}


@pytest.mark.parametrize(
    ("methods", "number"),
    [
        ((), 3),
        ((Authentication.OAUTH2,), 10),
        ((Authentication.OAUTH2, Authentication.PASSWORD_CLEARTEXT), 3),
        ((Authentication.PASSWORD_ENCRYPTED,), 4),
        ((Authentication.GSSAPI,), 5),
    ],
)
def test_the_way_to_sign_in(methods, number):
    assert mine(imap=server(authentication=methods))["mail.server.mailweiche_imap.authMethod"] == number


def test_starttls():
    values = mine(submission=server("smtp.firma.ch", 587, Security.STARTTLS))
    assert (values["mail.smtpserver.mailweiche_imap.port"], values["mail.smtpserver.mailweiche_imap.try_ssl"]) == (
        587,
        2,
    )


def test_the_collecting_computer_never_deletes():
    written = preferences(person_policies(account(Form.IMAP, COLLECTOR)))
    assert written["mail.server.mailweiche_pop3.leave_on_server"] == {"Value": True, "Status": "locked"}
    assert written["mail.server.mailweiche_pop3.delete_by_age_from_server"] == {"Value": False, "Status": "locked"}


def test_no_rule_for_all_computers_deletes():
    target = Target.THUNDERBIRD_POLICIES
    deleting = {Form.POP3_DELETE, Form.POP3_KEEP_DAYS}
    for form in Form:
        assert refusals(target, account(form, None)) == ((Cannot.RULE_WOULD_DELETE,) if form in deleting else ())
    assert Cannot.RULE_FOR_FIRST_ACCOUNT in limits(target, account(Form.POP3_KEEP_FOREVER, None))


def test_without_a_user_name_there_is_no_file():
    nameless = account(imap=server(username=UsernameForm.OTHER))
    assert refusals(Target.THUNDERBIRD_POLICIES, nameless) == (Cannot.USERNAME_NEEDED,)
    with pytest.raises(ValueError, match="user name"):
        person_policies(nameless)
    with pytest.raises(ValueError, match="person"):
        person_policies(account(person=None))


def test_sign_in_on_the_providers_page_is_for_known_servers_only():
    oauth2 = account(imap=server(authentication=(Authentication.OAUTH2,)))
    assert Cannot.OAUTH2_KNOWN_SERVERS in limits(Target.THUNDERBIRD_POLICIES, oauth2)


@given(st.text(max_size=200), st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_no_name_adds_a_preference_or_leaves_its_place(name, username, organisation):
    harmless = preferences(person_policies(account()))
    hostile = account(person=Person("anna@firma.ch", name, username=username), organisation=organisation)
    if hostile.username(hostile.incoming):
        written = preferences(person_policies(hostile, (name,)))
        assert written.keys() == harmless.keys()
        folder = written["mail.identity.mailweiche_imap.fcc_folder"]["Value"]
        assert folder.startswith("imap://")
        assert folder.endswith("@imap.firma.ch/Sent")
        assert folder.count("/") == 3
