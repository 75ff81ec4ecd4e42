"""The two files for Thunderbird for Android, read by strict parsers of our own that follow the app's sources."""

import json
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.formats.k9 import k9_settings
from advisor.profiles.formats.thunderbird_android_qr import qr_content, qr_image
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import ANNA, COLLECTOR, account, server

TARGETS = (Target.THUNDERBIRD_ANDROID_QR, Target.K9)
HOSTILE = 'A "B" <c> & \' \\ \n\r\x00\u202e -- ]]> ü\U0001f600'
SERVER_CHILDREN = ["host", "port", "connection-security", "authentication-type", "username"]


def read_code(data: bytes):
    """Incoming server, outgoing server, identity; every rule of the format is checked."""
    version, (number, end), incoming, (group,) = json.loads(data.decode("ascii"))
    assert (version, number, end) == (1, 1, 1)
    outgoing, identity = group
    assert outgoing[0] == 0
    assert incoming[0] in (0, 1)
    for _, host, port, security, method, username in (incoming, outgoing):
        assert host.isascii()
        assert 1 <= port <= 65535
        assert security in (2, 3)
        assert method in (1, 2, 5, 6)
        assert username
        assert username.isprintable()
    address, name = identity
    assert address.isascii()
    assert "\n" not in name
    assert "\r" not in name
    return incoming, outgoing, identity


def read_k9(data: bytes):
    """The account as the app's parser and validator take it."""
    root = ET.fromstring(data)
    assert (root.tag, root.get("format")) == ("k9settings", "1")
    assert int(root.get("version")) >= 95
    (account_,) = root.findall("accounts/account")
    UUID(account_.get("uuid"))
    assert [each.tag for each in account_] == ["name", "incoming-server", "outgoing-server", "settings", "identities"]
    for tag, kinds in (("incoming-server", ("IMAP", "POP3")), ("outgoing-server", ("SMTP",))):
        element = account_.find(tag)
        assert element.get("type") in kinds
        assert [each.tag for each in element] == SERVER_CHILDREN
        assert 1 <= int(element.findtext("port")) <= 65535
        assert element.findtext("connection-security") in ("STARTTLS_REQUIRED", "SSL_TLS_REQUIRED")
        assert element.findtext("authentication-type") in ("PLAIN", "CRAM_MD5", "EXTERNAL", "XOAUTH2")
    (value,) = account_.findall("settings/value")
    assert (value.get("key"), value.text) in [("deletePolicy", "DELETE"), ("deletePolicy", "NEVER")]
    (identity,) = account_.findall("identities/identity")
    assert [each.tag for each in identity] == ["name", "email"]
    return account_


@pytest.mark.parametrize("form", Form)
def test_the_code_says_where_the_mail_is(form):
    incoming, outgoing, identity = read_code(qr_content(account(form)))
    expected = [0, "imap.firma.ch", 993] if form.startswith("imap") else [1, "pop.firma.ch", 995]
    assert incoming == [*expected, 3, 1, "anna@firma.ch"]
    assert outgoing == [0, "smtp.firma.ch", 465, 3, 1, "anna@firma.ch"]
    assert identity == ["anna@firma.ch", "Anna Müller"]


def as_code(read):
    """The account of a settings file in the numbers of the code, so that the two can be compared."""
    incoming, outgoing = (
        [
            kinds[element.get("type")],
            element.findtext("host"),
            int(element.findtext("port")),
            {"STARTTLS_REQUIRED": 2, "SSL_TLS_REQUIRED": 3}[element.findtext("connection-security")],
            {"PLAIN": 1, "CRAM_MD5": 2, "EXTERNAL": 5, "XOAUTH2": 6}[element.findtext("authentication-type")],
            element.findtext("username"),
        ]
        for element, kinds in (
            (read.find("incoming-server"), {"IMAP": 0, "POP3": 1}),
            (read.find("outgoing-server"), {"SMTP": 0}),
        )
    )
    return incoming, outgoing, [read.findtext("identities/identity/email"), read.findtext("identities/identity/name")]


UNALIKE = {
    "imap": server(port=143, security=Security.STARTTLS, authentication=(Authentication.PASSWORD_ENCRYPTED,)),
    "pop3": server("pop.firma.ch", 110, Security.STARTTLS, authentication=(Authentication.CLIENT_CERTIFICATE,)),
    "submission": server("smtp.firma.ch", 4465, username=UsernameForm.LOCAL_PART),
}
"""Servers that differ in everything, so that no value of one can stand in the place of the other's."""


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("servers", [{}, UNALIKE], ids=["alike", "unalike"])
def test_the_settings_file_says_the_same(form, servers):
    mine = account(form, **servers)
    read = read_k9(k9_settings(mine))
    assert as_code(read) == read_code(qr_content(mine))
    assert read.findtext("name") == "anna@firma.ch"
    assert read.findtext("settings/value") == ("DELETE" if form.startswith("imap") else "NEVER")
    assert b"password" not in k9_settings(mine).lower()


def test_the_code_of_unalike_servers():
    """What the comparison rests on."""
    incoming, outgoing, _ = read_code(qr_content(account(**UNALIKE)))
    assert incoming == [0, "imap.firma.ch", 143, 2, 2, "anna@firma.ch"]
    assert outgoing == [0, "smtp.firma.ch", 4465, 3, 1, "anna"]
    pop3, _, _ = read_code(qr_content(account(Form.POP3_DELETE, **UNALIKE)))
    assert pop3 == [1, "pop.firma.ch", 110, 2, 5, "anna@firma.ch"]


def test_the_same_mailbox_keeps_its_identifier_and_another_protocol_gets_another():
    uuids = {form: read_k9(k9_settings(account(form))).get("uuid") for form in Form}
    assert len(set(uuids.values())) == 2
    assert uuids[Form.IMAP] == uuids[Form.IMAP_ARCHIVE]
    renamed = read_k9(k9_settings(account(person=Person("Anna@firma.ch", "Anna Meier"))))
    assert renamed.get("uuid") == uuids[Form.IMAP]


@pytest.mark.parametrize(
    ("methods", "number", "word"),
    [
        ((), 1, "PLAIN"),
        ((Authentication.OAUTH2,), 6, "XOAUTH2"),
        ((Authentication.OAUTH2, Authentication.PASSWORD_CLEARTEXT), 1, "PLAIN"),
        ((Authentication.PASSWORD_ENCRYPTED,), 2, "CRAM_MD5"),
        ((Authentication.CLIENT_CERTIFICATE,), 5, "EXTERNAL"),
        ((Authentication.NTLM,), 1, "PLAIN"),
    ],
)
def test_the_way_to_sign_in(methods, number, word):
    mine = account(imap=server(authentication=methods))
    assert read_code(qr_content(mine))[0][4] == number
    assert read_k9(k9_settings(mine)).findtext("incoming-server/authentication-type") == word


def test_starttls():
    mine = account(submission=server("smtp.firma.ch", 587, Security.STARTTLS))
    assert read_code(qr_content(mine))[1][2:4] == [587, 2]
    assert read_k9(k9_settings(mine)).findtext("outgoing-server/connection-security") == "STARTTLS_REQUIRED"


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_refused(target):
    assert refusals(target, account(Form.IMAP, COLLECTOR)) == (Cannot.PHONE_COLLECTS_NOTHING,)
    assert refusals(target, account(imap=server(username=UsernameForm.OTHER))) == (Cannot.USERNAME_NEEDED,)
    oauth2 = account(imap=server(authentication=(Authentication.OAUTH2,)))
    assert limits(target, oauth2) == (Cannot.OAUTH2_KNOWN_SERVERS,)
    assert refusals(target, oauth2) == ()


def test_a_code_that_no_phone_could_read_is_refused():
    endless = Person("anna@firma.ch", "Anna", username="x" * 400)
    assert refusals(Target.THUNDERBIRD_ANDROID_QR, account(person=endless)) == (Cannot.TOO_LONG_FOR_CODE,)
    assert refusals(Target.K9, account(person=endless)) == ()
    long_name = Person("anna@firma.ch", "Anna " * 1000)
    assert refusals(Target.THUNDERBIRD_ANDROID_QR, account(person=long_name)) == ()


def test_without_a_person_or_a_user_name_nothing_is_written():
    for write in (qr_content, k9_settings):
        with pytest.raises(ValueError, match="person and both servers"):
            write(account(person=None))
        with pytest.raises(ValueError, match="user name"):
            write(account(imap=server(username=UsernameForm.OTHER)))


def test_the_picture_is_words_and_squares_of_an_svg_only():
    image = qr_image(qr_content(account()), HOSTILE.replace("\x00", ""), ("<script>", "a & b"))
    root = ET.fromstring(image)
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert names == {"svg", "title", "desc", "g", "path"}
    assert root.findtext("{*}desc") == "<script>\na & b"


@given(st.text(max_size=80), st.text(max_size=60) | st.just(HOSTILE), st.text(max_size=60))
def test_no_name_breaks_the_files(name, username, comment):
    mine = account(person=Person("anna@firma.ch", name, username=username, programs=(Program.ANDROID,)))
    if mine.username(mine.incoming):
        assert read_code(qr_content(mine))[2][0] == "anna@firma.ch"
        read = read_k9(k9_settings(mine, (plain(comment), HOSTILE.replace("\x00", ""))))
        assert read.findtext("incoming-server/username") == mine.username(mine.incoming)


def test_the_same_input_gives_the_same_bytes():
    content = qr_content(account(person=ANNA))
    assert qr_image(content, "T", ("s",)) == qr_image(content, "T", ("s",))
    assert k9_settings(account(), ("s",)) == k9_settings(account(), ("s",))
