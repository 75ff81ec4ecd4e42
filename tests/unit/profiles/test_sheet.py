"""The sheet: what it shows, for whom, and that the HTML holds together."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import html5lib
import pytest

from advisor.profiles.account import Form
from advisor.profiles.guides import GuideCode
from advisor.profiles.remarks import ALARM_TEXTS, PASSWORD_NOTES, Circumstances
from advisor.profiles.sheet import Check, render_sheet, sheet_view
from advisor.settings.codes import Program, Role
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication, Security, Trust, UsernameForm
from tests.unit.profiles.companies import BEN, COLLECTOR, account, server

QUIET = Circumstances()
POP3 = [form for form in Form if form.startswith("pop3")]


def view(form=Form.IMAP, language=Language.EN, around=QUIET, **changes):
    return sheet_view(account(form, **changes), around, language)


def guide(found, code):
    return " ".join(next(each for each in found.guides if each.code is code).steps)


def test_proven_values_with_date_in_the_readers_language():
    incoming, outgoing = view().servers
    assert incoming.check is Check.PROVEN
    assert incoming.status == "checked on 23 November 2026"
    assert [row.value for row in incoming.rows] == [
        "imap.firma.ch",
        "993",
        "SSL/TLS",
        "anna@firma.ch",
        "Normal password",
    ]
    assert outgoing.rows[0].value == "smtp.firma.ch"
    assert view(language=Language.DE).servers[0].status == "geprüft am 23. November 2026"


def test_the_day_of_the_check_is_that_of_switzerland():
    late = replace(server(), checked_at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert view(imap=late).servers[0].status == "checked on 24 November 2026"


def test_unproven_values_are_marked_in_table_and_warnings():
    found = view(submission=server("smtp.firma.ch", 587, Security.STARTTLS, proven=False, checked_at=None))
    assert found.servers[1].check is Check.NOT_CHECKED
    assert found.servers[1].status == "not checked"
    assert any("Not checked: smtp.firma.ch" in line for line in found.warnings)
    assert b"not checked" in render_sheet(found)


def test_a_name_that_needs_confirmation_is_marked():
    found = view(imap=server(trust=Trust.NEEDS_CONSENT))
    assert found.servers[0].confirm == "name not confirmed yet"
    assert any("Type no password before" in line for line in found.warnings)
    assert view().servers[0].confirm is None


def test_an_address_of_another_domain_is_questioned():
    line = "The servers belong to firma.ch, this address to andere.ch."
    assert any(text.startswith(line) for text in view(person=Person("a@andere.ch", "A")).warnings)
    assert not any("belong to" in text for text in view().warnings)


def test_a_missing_server_leaves_no_steps_to_guess_from():
    found = view(submission=None)
    assert found.servers[1].check is Check.MISSING
    assert found.guides == ()


def test_alarms_come_first():
    found = view(around=Circumstances(alarms=("encrypt_first", "mail_only_on_pc", "unknown_code")))
    assert found.warnings[:2] == (ALARM_TEXTS["mail_only_on_pc"].en, ALARM_TEXTS["encrypt_first"].en)


@pytest.mark.parametrize("code", PASSWORD_NOTES)
def test_the_providers_wish_for_app_passwords_is_said(code):
    assert PASSWORD_NOTES[code].en in view(around=Circumstances(notes=(code,))).password


def test_switching_on_is_said_for_the_protocol_in_use_only():
    around = Circumstances(notes=("must_enable_pop3",))
    line = "The provider lets mail programs in only after"
    assert any(text.startswith(line) for text in view(Form.POP3_DELETE, around=around).password)
    assert not any(text.startswith(line) for text in view(Form.IMAP, around=around).password)


def test_programs_decide_the_guides():
    person = Person("a@firma.ch", "A", programs=(Program.ANDROID, Program.OUTLOOK))
    assert [each.code for each in view(person=person).guides] == [GuideCode.OUTLOOK, GuideCode.ANDROID]
    everybody = [each.code for each in view().guides]
    assert everybody == [
        GuideCode.OUTLOOK,
        GuideCode.OUTLOOK_NEW,
        GuideCode.IPHONE,
        GuideCode.MAC,
        GuideCode.THUNDERBIRD,
        GuideCode.ANDROID,
    ]
    program = Person("order@firma.ch", "Orders", role=Role.PROGRAM, programs=(Program.OUTLOOK,))
    assert [each.code for each in view(person=program).guides] == [GuideCode.OTHER]


@pytest.mark.parametrize("form", POP3)
def test_pop3_invites_no_phones_and_asks_for_one_device(form):
    found = view(form)
    assert not {GuideCode.IPHONE, GuideCode.ANDROID} & {each.code for each in found.guides}
    assert any("exactly one computer" in line for line in found.warnings)
    assert any("Only the inbox is fetched" in line for line in found.warnings)


@pytest.mark.parametrize("form", Form)
def test_apple_means_the_mac_where_mail_is_fetched_on_one_computer(form):
    person = Person("a@firma.ch", "A", programs=(Program.APPLE,))
    phones = (GuideCode.IPHONE,) if form.startswith("imap") else ()
    assert [each.code for each in view(form, person=person).guides] == [*phones, GuideCode.MAC]
    both = Person("a@firma.ch", "A", programs=(Program.APPLE, Program.ANDROID))
    assert [each.code for each in view(form, person=both).guides] == [*phones, GuideCode.MAC, GuideCode.ANDROID]


@pytest.mark.parametrize(
    ("form", "code", "expected", "absent"),
    [
        (Form.IMAP_ARCHIVE, GuideCode.OUTLOOK, "to “All”", "Leave a copy"),
        (Form.IMAP_ARCHIVE, GuideCode.THUNDERBIRD, "Keep messages in all folders", "Leave messages"),
        (Form.IMAP_ARCHIVE, GuideCode.MAC, "Download Attachments: All", "removal from the server"),
        (Form.IMAP, GuideCode.OUTLOOK, "Account type: IMAP", "to “All”"),
        (Form.POP3_KEEP_DAYS, GuideCode.OUTLOOK, "after 21 days", "Untick “Leave a copy"),
        (Form.POP3_KEEP_DAYS, GuideCode.THUNDERBIRD, "For at most 21 days", "once the backup"),
        (Form.POP3_KEEP_DAYS, GuideCode.MAC, "next period above 21 days", "Right away"),
        (Form.POP3_KEEP_FOREVER, GuideCode.OUTLOOK, "nothing is ever removed", "days"),
        (Form.POP3_KEEP_FOREVER, GuideCode.MAC, "untick the removal", "Right away"),
        (Form.POP3_DELETE, GuideCode.OUTLOOK, "Untick “Leave a copy", "days"),
        (Form.POP3_DELETE, GuideCode.THUNDERBIRD, "once the backup of this computer is tested", "days"),
    ],
)
def test_the_steps_follow_the_form_of_reading(form, code, expected, absent):
    steps = guide(view(form), code)
    assert expected in steps
    assert absent not in steps


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_every_guide_names_both_servers_and_leaves_no_gap(form, language):
    person = Person("a@firma.ch", "A", programs=tuple(Program))
    for each in sheet_view(account(form, person), QUIET, language).guides:
        text = " ".join(each.steps)
        assert "{" not in text
        assert "None" not in text
        if each.code is not GuideCode.BROWSER:
            assert ("imap.firma.ch" if form.startswith("imap") else "pop.firma.ch") in text
            assert "smtp.firma.ch" in text


@pytest.mark.parametrize("form", Form)
def test_the_check_of_sent_mail_is_honest_about_pop3(form):
    text = " ".join(view(form).sent_check)
    assert "Write a mail to yourself (anna@firma.ch)" in text
    assert ("folder “Sent”. The mail must be there too" in text) is form.startswith("imap")
    assert ("stays on this device only" in text) is form.startswith("pop3")


def test_the_collector_is_told_never_to_delete_and_how_to_test_it():
    found = view(person=COLLECTOR)
    assert any("must never delete" in line for line in found.warnings)
    assert "It must still be in webmail" in " ".join(found.sent_check)
    assert "mobileconfig" not in guide(found, GuideCode.MAC)
    assert "mobileconfig" in guide(view(), GuideCode.MAC)


def test_a_provider_without_passwords_gets_its_own_steps():
    found = view(imap=server(authentication=(Authentication.OAUTH2,)))
    assert [each.code for each in found.guides] == [GuideCode.PROVIDER_SIGN_IN]
    assert found.password[0].startswith("You sign in on the page of the mail provider")


def test_the_companys_sheet_speaks_of_your_address():
    rows = view(person=None).servers[0].rows
    assert rows[3].value == "your full email address"
    local = view(person=None, imap=server(username=UsernameForm.LOCAL_PART)).servers[0].rows
    assert local[3].value == "the part of your address before the @"
    other = view(imap=server(username=UsernameForm.OTHER)).servers[0].rows
    assert other[3].value == "the provider tells you the name"


def test_the_steps_name_both_user_names_where_they_differ():
    steps = guide(view(imap=server(username=UsernameForm.LOCAL_PART)), GuideCode.THUNDERBIRD)
    assert "User name: anna (receiving), anna@firma.ch (sending)." in steps


def test_whom_to_ask():
    assert "Ask: Ms Keller, 044 123 45 67." in view(around=Circumstances(contact="Ms Keller,\n044 123 45 67")).help
    assert "Ask the person who gave you these instructions." in view().help


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_the_html_is_strict_and_loads_nothing(form, language):
    page = render_sheet(sheet_view(account(form, BEN), Circumstances(alarms=("encrypt_first",)), language))
    html5lib.HTMLParser(strict=True).parse(page)
    text = page.decode("utf-8")
    assert f'<html lang="{language}">' in text
    assert not re.search(r"\b(src|href)\s*=|url\(|@import|<script|https?:", text)


def test_hostile_words_stay_words():
    person = Person("anna@firma.ch", '<script>alert("x")</script>')
    found = render_sheet(view(person=person, organisation="<b>&"))
    html5lib.HTMLParser(strict=True).parse(found)
    assert b"<script" not in found
    assert b"<b>" not in found
