"""The reader of PACC files and of their digests."""

import base64
import contextlib
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.codes import Authentication, Protocol, Security, SourceNote
from probes.discovery.pacc_file import PaccServer, digests, matches, parse_pacc, read_json
from probes.errors import ProtocolError


def read(protocols, **rest):
    return parse_pacc(json.dumps({"protocols": protocols, **rest}).encode())


def host(name="mail.firma.ch"):
    return {"host": name}


def test_the_present_form():
    found = read(
        {
            "imap": host(),
            "pop3": host(),
            "submit": host("smtp.firma.ch"),
            "managesieve": host(),
            "caldav": {"url": "x"},
        },
        authentication={"password": True, "oauth-public": {"issuer": "https://login.firma.ch"}},
        info={"provider": {"name": "Firma"}},
    )
    assert found.servers == (
        PaccServer(Protocol.IMAP, "mail.firma.ch", 993, Security.TLS),
        PaccServer(Protocol.POP3, "mail.firma.ch", 995, Security.TLS),
        PaccServer(Protocol.SUBMISSION, "smtp.firma.ch", 465, Security.TLS),
        PaccServer(Protocol.MANAGESIEVE, "mail.firma.ch", 4190, Security.STARTTLS),
    )
    assert found.authentication == (Authentication.PASSWORD_CLEARTEXT, Authentication.OAUTH2)
    assert found.notes == ()


def test_the_older_key_for_sending_is_read_and_told():
    found = read({"smtp": host()})
    assert ([each.protocol for each in found.servers], found.notes) == ([Protocol.SUBMISSION], (SourceNote.OLDER_FORM,))
    both = read({"smtp": host("old.firma.ch"), "submit": host("new.firma.ch")})
    assert ([each.host for each in both.servers], both.notes) == (["new.firma.ch"], ())


@pytest.mark.parametrize("entry", [None, [], "x", {}, {"host": 7}, {"host": ""}, host("127.0.0.1"), host("a b")])
def test_one_bad_server_never_spoils_the_others(entry):
    found = read({"imap": entry, "pop3": host()})
    assert ([each.protocol for each in found.servers], found.notes) == ([Protocol.POP3], (SourceNote.SERVER_UNUSABLE,))


@pytest.mark.parametrize("entry", [None, [], "x", {"password": "yes"}, {"password": False}, {"oauth-public": True}])
def test_ways_to_sign_in_that_say_nothing(entry):
    assert read({"imap": host()}, authentication=entry).authentication == ()


def test_jmap_is_told():
    assert read({"jmap": {"url": "https://firma.ch/jmap"}}).notes == (SourceNote.JMAP,)


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"{", b'{"protocols": []}', b"{}", b"\xff\xfe\x00", b"[" * 200_000,
                                  b'{"protocols":' * 60_000, b"<html>", b"9" * 5000])  # fmt: skip
def test_what_is_no_such_file_is_refused(body):
    with pytest.raises(ProtocolError):
        parse_pacc(body)


def test_a_byte_order_mark_is_read():
    assert read_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}
    assert read_json('{"a": 1}'.encode("utf-16")) == {"a": 1}


BODY = b'{"protocols":{}}'
DIGEST = base64.b64encode(hashlib.sha256(BODY).digest()).decode()


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        (f"v=UAAC1; a=sha256; d={DIGEST}", True),
        (f"v=UAAC1;a=sha256;d={DIGEST}", True),
        (f" d = {DIGEST} ; x=7 ; A=SHA256 ;v=uaac1;", True),
        (f"v=UAAC1; a=sha256; d={DIGEST[:20]} {DIGEST[20:]}", True),
        (f"v=UAAC1; a=sha256; d={DIGEST.rstrip('=')}", True),
        (f"v=UAAC2; a=sha256; d={DIGEST}", False),
        (f"v=UAAC1; a=md5; d={DIGEST}", False),
        (f"a=sha256; d={DIGEST}", False),
        ("v=UAAC1; a=sha256; d=***", False),
        ("v=spf1 -all", False),
        ("", False),
    ],
)
def test_digest_records(record, counts):
    assert matches(BODY, digests([record])) is counts
    assert not matches(BODY + b"\n", digests([record]))


def test_any_of_several_records_will_do():
    other = base64.b64encode(bytes(32)).decode()
    records = [f"v=UAAC1; a=sha256; d={digest}" for digest in (other, DIGEST)]
    assert matches(BODY, digests(records))
    assert len(digests([*records, "v=spf1 -all"])) == 2


@given(st.one_of(st.binary(max_size=100), st.recursive(
    st.one_of(st.none(), st.booleans(), st.text(max_size=8), st.integers()),
    lambda inner: st.dictionaries(st.sampled_from(["protocols", "imap", "host", "authentication", "x"]), inner),
    max_leaves=8).map(lambda value: json.dumps(value).encode())))  # fmt: skip
def test_no_file_can_break_the_reader(body):
    with contextlib.suppress(ProtocolError):  # any other kind of error fails the test
        parse_pacc(body)
