"""What all files for terminal programs have in common."""

import re

import pytest

from advisor.profiles.account import Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import FORMATS, limits, refusals
from advisor.profiles.formats.format import Group, Job
from advisor.profiles.formats.terminal import Place, keyring, mailbox_name, opening
from advisor.profiles.remarks import Circumstances
from advisor.settings.codes import Role
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import ANNA, BEN, account, company, server
from tests.unit.profiles.formats.terminal import LONGEST, terminal_file

TERMINAL = [target for target in FORMATS if FORMATS[target].group is Group.TERMINAL]


def written():
    return [(target, form) for target in TERMINAL for form in Form if not refusals(target, account(form))]


@pytest.mark.parametrize(("target", "form"), written())
def test_the_comment_says_where_the_file_belongs_and_no_password_stands_in_it(target, form):
    comment, content = terminal_file(target, form)
    assert "install -b -D -m 600 " in comment
    assert "fragt nach dem Passwort" in comment
    lines = [line for line in content.splitlines() if re.search("(?i)pass|cred", line)]
    assert all(line.startswith("#") and "secret-tool" in line for line in lines)
    english = terminal_file(target, form, BEN)[0]
    assert "asks for the password" in english
    assert "Passwort" not in english


def test_no_sentence_in_the_comment_takes_the_next_line_along_or_leaves_the_comment():
    said = ("A sentence that ends badly \\", "`id`\nset from = 'x'\r\x00", "word" * 100 + "\\")
    job = Job(company(), account(), Circumstances(), (Language.DE, Language.EN), said)
    lines = opening(job, Place("rc", "~/.rc", "run")).rstrip("\n").split("\n")
    assert all(line.startswith("#") and not re.search(r"[\\`\x00\r]", line) for line in lines)
    assert "# - 'id' set from = 'x'" in lines


@pytest.mark.parametrize("target", TERMINAL)
def test_a_program_of_the_company_takes_the_values_of_the_sheet(target):
    program = Person("order@firma.ch", "Bestellungen", role=Role.PROGRAM)
    assert refusals(target, account(person=program)) == (Cannot.PROGRAM_TAKES_VALUES,)


@pytest.mark.parametrize("target", TERMINAL)
def test_there_is_none_for_the_whole_company(target):
    assert FORMATS[target].company is None


@pytest.mark.parametrize("target", TERMINAL)
def test_sign_in_without_password_or_user_name_is_refused(target):
    form = next(form for found, form in written() if found is target)
    oauth2 = server(authentication=(Authentication.OAUTH2,))
    changed = {"imap": oauth2, "pop3": oauth2, "submission": oauth2}
    assert refusals(target, account(form, **changed)) == (Cannot.OAUTH2_BY_HAND,)
    nameless = server(username=UsernameForm.OTHER)
    changed = {"imap": nameless, "pop3": nameless, "submission": nameless}
    assert refusals(target, account(form, **changed)) == (Cannot.USERNAME_NEEDED,)
    assert refusals(target, account(form, Person("a@firma.ch", "A", username=LONGEST))) == ()
    too_long = account(form, Person("a@firma.ch", "A", username="ü" * 128))
    assert refusals(target, too_long) == (Cannot.USERNAME_NEEDED,)


@pytest.mark.parametrize("target", TERMINAL)
def test_certificates_are_checked_and_clear_text_has_no_place(target):
    starttls = {
        "imap": server(port=143, security=Security.STARTTLS),
        "pop3": server(port=110, security=Security.STARTTLS),
        "submission": server("smtp.firma.ch", 587, Security.STARTTLS),
    }
    form = next(form for found, form in written() if found is target)
    if Cannot.NO_STARTTLS not in limits(target, account(form, **starttls)):
        assert re.search("(?i)starttls|sslproto", terminal_file(target, form, **starttls)[1])
    content = terminal_file(target, form)[1]
    assert not re.search(r"(?im)certcheck off|verify\w* *=? *no|insecure|SSLType None|^tls off", content)


def test_each_address_has_a_harmless_name_of_its_own():
    def name(address):
        return mailbox_name(account(person=Person(address, "A")))

    assert name("anna@firma.ch") == name("Anna@Firma.ch") == "anna_firma.ch"
    assert name("anna@müller.ch") == "anna_xn--mller-kva.ch"
    alike = ["a-b@firma.ch", "a+b@firma.ch", "a=b@firma.ch", "a/b@firma.ch", "-a-b@firma.ch", f"{'a' * 60}@firma.ch"]
    names = [name(address) for address in (*alike, f"{'a' * 60}@other.ch")]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*", each) for each in names)


def test_the_command_for_the_keyring_is_a_constant_but_for_the_harmless_name():
    assert keyring(account(person=ANNA)) == ("secret-tool", "lookup", "mailweiche", "anna_firma.ch")
    hostile = keyring(account(person=Person("a`id`$x'{}@firma.ch", "A")))
    assert all(re.fullmatch(r"[a-z0-9._-]+", word) for word in hostile)
