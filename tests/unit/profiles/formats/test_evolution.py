"""The keyfiles for Evolution; that Evolution reads them as meant is shown in the integration tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.formats.evolution import evolution_sources
from advisor.profiles.formats.sections import sections_file
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import COLLECTOR, account, server
from tests.unit.profiles.formats.keyfile_reader import read_sections


def read(*args, comments=(), **changes):
    """The three files by what they describe."""
    files = evolution_sources(account(*args, **changes), comments)
    return {name.removesuffix(".source").rpartition("-")[2]: read_sections(data) for name, data in files.items()}


@pytest.mark.parametrize(
    ("form", "backend", "keep", "days"),
    [
        (Form.IMAP, "imapx", None, None),
        (Form.POP3_KEEP_DAYS, "pop", "true", "21"),
        (Form.POP3_KEEP_FOREVER, "pop", "true", "0"),
        (Form.POP3_DELETE, "pop", "false", "0"),
    ],
)
def test_what_stays_on_the_server(form, backend, keep, days):
    sections = read(form)["account"]
    assert sections["Mail Account"]["BackendName"] == backend
    pop = sections.get("Pop Backend", {})
    assert (pop.get("KeepOnServer"), pop.get("DeleteAfterDays")) == (keep, days)
    assert pop.get("DeleteExpunged", "false") == "false"


def test_the_full_copy_is_switched_on():
    assert read(Form.IMAP_ARCHIVE)["account"]["Offline"] == {"StaySynchronized": "true"}
    assert read(Form.IMAP)["account"]["Offline"] == {"StaySynchronized": "false"}


def test_the_collecting_computer_never_deletes():
    pop = read(Form.IMAP, COLLECTOR)["account"]["Pop Backend"]
    assert pop == {"KeepOnServer": "true", "DeleteAfterDays": "0", "DeleteExpunged": "false"}


def test_names_are_stable_and_differ_between_protocols():
    names = {form: tuple(evolution_sources(account(form))) for form in Form}
    assert names[Form.IMAP] == names[Form.IMAP_ARCHIVE]
    assert names[Form.POP3_DELETE] == names[Form.POP3_KEEP_DAYS]
    assert not set(names[Form.IMAP]) & set(names[Form.POP3_DELETE])


@pytest.mark.parametrize(
    ("methods", "receiving", "sending"),
    [
        ((), "none", "PLAIN"),
        ((Authentication.PASSWORD_ENCRYPTED,), "CRAM-MD5", "CRAM-MD5"),
        ((Authentication.PASSWORD_ENCRYPTED, Authentication.PASSWORD_CLEARTEXT), "none", "PLAIN"),
        ((Authentication.GSSAPI,), "GSSAPI", "GSSAPI"),
    ],
)
def test_the_way_to_sign_in(methods, receiving, sending):
    files = read(imap=server(authentication=methods), submission=server("smtp.firma.ch", authentication=methods))
    assert files["account"]["Authentication"]["Method"] == receiving
    assert files["transport"]["Authentication"]["Method"] == sending


def test_starttls_and_a_user_name_that_is_not_known():
    files = read(imap=server(port=143, security=Security.STARTTLS, username=UsernameForm.OTHER))
    assert files["account"]["Security"] == {"Method": "starttls-on-standard-port"}
    assert files["account"]["Authentication"]["User"] == ""
    nameless = account(imap=server(username=UsernameForm.OTHER))
    assert limits(Target.EVOLUTION, nameless) == (Cannot.USERNAME_UNKNOWN,)


def test_no_file_without_passwords_servers_or_a_person():
    oauth2 = account(imap=server(authentication=(Authentication.OAUTH2,)))
    assert refusals(Target.EVOLUTION, oauth2) == (Cannot.OAUTH2_REQUIRED,)
    with pytest.raises(ValueError, match="person"):
        evolution_sources(account(person=None))
    with pytest.raises(ValueError, match="both servers"):
        evolution_sources(account(submission=None))


def test_a_value_of_two_lines_is_refused():
    for value in ("a\nb", "a\rb", "a\u2028b", "a\0b"):
        with pytest.raises(ValueError, match="one line"):
            sections_file({"x": {"y": value}})


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_no_name_adds_a_line_or_a_section(name, organisation, comment):
    harmless = read(Form.POP3_KEEP_DAYS)
    person = Person("anna@firma.ch", name, username=organisation)
    hostile = read(Form.POP3_KEEP_DAYS, person, organisation=organisation, comments=(comment,))
    for part, sections in harmless.items():
        assert {key: set(values) for key, values in hostile[part].items()} == {
            key: set(values) for key, values in sections.items()
        }
    assert hostile["account"]["Pop Backend"] == harmless["account"]["Pop Backend"]
    assert hostile["identity"]["Mail Identity"]["Name"].replace("\\\\", "\\") == plain(name)
