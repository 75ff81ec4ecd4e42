"""One mailbox as one reader uses it."""

from dataclasses import replace

import pytest

from advisor.profiles.account import LONGEST_KEPT, Form, UnsafeSettingsError, account_for, plain
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import ANNA, COLLECTOR, account, company, server


@pytest.mark.parametrize("form", Form)
def test_the_form_decides_the_server(form):
    made = account(form)
    assert made.form is form
    assert made.incoming.host == ("imap.firma.ch" if form.startswith("imap") else "pop.firma.ch")
    assert made.keep_days == (21 if form is Form.POP3_KEEP_DAYS else None)


def test_a_persons_own_word_wins():
    made = account(Form.IMAP, Person("a@firma.ch", "A", alternative=Alternative.POP3_KEEP, keep_days=14))
    assert (made.form, made.keep_days) == (Form.POP3_KEEP_DAYS, 14)


@pytest.mark.parametrize(("days", "kept"), [(1, 1), (LONGEST_KEPT, LONGEST_KEPT), (LONGEST_KEPT + 1, None)])
def test_days_that_programs_cannot_count_are_for_ever(days, kept):
    assert LONGEST_KEPT * 86_400 < 2**31 <= (LONGEST_KEPT + 1) * 86_400
    made = account(Form.POP3_KEEP_DAYS, keep_days=days)
    assert made.keep_days == kept
    assert made.form is (Form.POP3_KEEP_FOREVER if kept is None else Form.POP3_KEEP_DAYS)


@pytest.mark.parametrize("days", [36_500, 70_000, 1_000_000_000])
def test_every_file_is_written_for_any_number_of_days(days):
    company_settings = company(Form.POP3_KEEP_DAYS, keep_days=days)
    written = {file.path for file in export(company_settings, (ANNA,), only=Target)}
    assert written == {file.path for file in export(company(Form.POP3_KEEP_FOREVER), (ANNA,), only=Target)}


@pytest.mark.parametrize("form", Form)
def test_the_collecting_computer_never_deletes(form):
    assert account(form, COLLECTOR).form is Form.POP3_KEEP_FOREVER


@pytest.mark.parametrize(
    ("form", "template", "expected"),
    [
        (UsernameForm.ADDRESS, None, "anna@xn--mller-kva.ch"),
        (UsernameForm.LOCAL_PART, None, "anna"),
        (UsernameForm.OTHER, "%EMAILLOCALPART%.%EMAILDOMAIN%", "anna.xn--mller-kva.ch"),
        (UsernameForm.OTHER, "u-%EMAILADDRESS%", "u-anna@xn--mller-kva.ch"),
        (UsernameForm.OTHER, "%EMAILADDRESS", None),
        (UsernameForm.OTHER, None, None),
    ],
)
def test_user_names(form, template, expected):
    incoming = server(username=form, username_template=template)
    made = account(Form.IMAP, Person("anna@müller.ch", "Anna"), imap=incoming)
    assert made.username(incoming) == expected
    assert account(Form.IMAP, replace(ANNA, username="am7"), imap=incoming).username(incoming) == "am7"
    assert account(Form.IMAP, None, imap=incoming).username(incoming) is None


@pytest.mark.parametrize(
    ("field", "settings"),
    [
        ("imap.host", company(imap=server("imap.firma.ch\nPassCmd x"))),
        ("imap.host", company(imap=server("-imap.firma.ch"))),
        ("imap.host", company(imap=server(""))),
        ("imap.host", company(imap=server(f"{'a' * 64}.ch"))),
        ("imap.port", company(imap=server(port=0))),
        ("submission.port", company(submission=server(port=70000))),
        ("imap.security", company(imap=server(security=Security.NONE))),
        ("domain", company(domain="fir ma.ch")),
        ("domain", company(domain="../firma")),
        ("domain", company(domain="")),
        ("keep_days", company(Form.POP3_KEEP_DAYS, keep_days=0)),
        ("keep_days", company(Form.POP3_KEEP_DAYS, keep_days=-1)),
    ],
)
def test_unsafe_settings_are_refused_by_name(field, settings):
    with pytest.raises(UnsafeSettingsError) as refused:
        account_for(settings, None)
    assert refused.value.field == field
    assert str(refused.value).isprintable()


def test_an_unsafe_address_is_refused():
    with pytest.raises(UnsafeSettingsError, match="address"):
        account_for(company(), Person("anna@firma.ch\r\nX: y", "Anna"))


def test_oauth2_only_means_no_password_is_taken():
    oauth2 = server(authentication=(Authentication.OAUTH2,))
    both = server(authentication=(Authentication.OAUTH2, Authentication.PASSWORD_CLEARTEXT))
    assert account(imap=oauth2).oauth2_only
    assert not account(imap=both).oauth2_only
    assert not account().oauth2_only


def test_an_internationalised_company_domain_becomes_ascii():
    assert account(Form.IMAP, None, domain="Müller.ch").domain == "xn--mller-kva.ch"


def test_plain_leaves_one_visible_line():
    assert plain(" a\u202eb\r\n\tc\u200bd\ud800 \ufffee ") == "ab cd e"
