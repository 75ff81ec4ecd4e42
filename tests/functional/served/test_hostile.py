"""Strangers: whatever they send, they learn nothing, change nothing, and nothing of it comes back in an answer."""

import time
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from advisor.store.database import db
from advisor.web.served.desk import EXTENSION
from tests.functional.served.conftest import ACCEPTED, NOTHING, REQUEST, SCHEMAS, question, same_nothing
from tests.functional.served.test_answers import AUTOCONFIG, HOST, JSON, PACC, POX, PROFILE, WELL_KNOWN
from tests.unit.profiles.companies import company

BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>"""
FILE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
BIDI, ZERO_WIDTH, TAG = "\u202e", "\u200b", "\U000e0041"
INJECTIONS = (
    "anna@firma.ch\r\nX-Evil: 1",
    "anna@firma.ch\nX: y",
    "anna@firma.ch\x00",
    f"anna{BIDI}@firma.ch",
    f"anna@firma{ZERO_WIDTH}.ch",
    f"anna@firma.ch{TAG}",
    "anna@firma.ch\t",
    '"><script>@firma.ch',
    '"a b"@firma.ch',
    "anna@[192.0.2.1]",
    "anna@firma.ch@firma.ch",
    "@firma.ch",
    "anna@",
    "anna",
    "",
    "%EMAILADDRESS%",
    "anna@" + "x" * 300 + ".ch",
    "a" * 100_000,
    "änna@firma.ch",
    "anna@firma.ch,beat@firma.ch",
    "Anna <anna@firma.ch>",
)


def fault(answer) -> bytes | None:
    """The code of Autodiscover's own error."""
    assert answer.status_code == 200
    assert answer.content_type == "text/xml; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.data.partition(b"<ErrorCode>")[2].partition(b"<")[0]


def post(client, body, path=POX, **changes):
    return client.post(path, data=body, content_type="text/xml", **changes)


@pytest.mark.parametrize("text", INJECTIONS, ids=range(len(INJECTIONS)))
def test_what_is_no_address_gets_the_one_answer_for_everything_unknown(client, serve, text):
    serve()
    address = quote(text, safe="")
    for path in (AUTOCONFIG, PROFILE):
        assert same_nothing(client.get(f"{path}?emailaddress={address}", headers=HOST))
    assert same_nothing(client.get(f"{JSON}?Protocol=Autodiscoverv1&Email={address}", headers=HOST))


@pytest.mark.parametrize("text", [text for text in INJECTIONS if text.isprintable() and "<" not in text and text])
def test_what_is_no_address_is_no_question_to_autodiscover(client, serve, text):
    serve()
    answer = post(client, question(text))
    assert fault(answer) == b"600"
    assert text.encode()[:40] not in answer.data


@pytest.mark.parametrize("address", ["a@unknown.example", "a@sub.firma.ch", "a@co.uk"])
def test_unknown_unproved_and_foreign_domains_get_the_same_bytes_and_headers(client, serve, address):
    serve()
    serve(company(domain="unproved.ch"), proved=False)
    unproved = client.get(f"{AUTOCONFIG}?emailaddress=a@unproved.ch")
    for answer in (
        client.get(f"{AUTOCONFIG}?emailaddress={address}"),
        client.get(f"{PROFILE}?emailaddress={address}"),
        client.get(f"{JSON}?Protocol=Autodiscoverv1&Email={address}"),
        client.get(PACC, headers={"Host": address.partition("@")[2]}),
        post(client, question(address)),
    ):
        assert same_nothing(answer)
        assert (answer.data, [*answer.headers]) == (unproved.data, [*unproved.headers])


@pytest.mark.parametrize(
    "query", ["emailaddress=a@firma.ch&emailaddress=a@firma.ch", "emailaddress=&EmailAddress=a@firma.ch"]
)
def test_two_addresses_are_no_question(client, serve, query):
    serve()
    assert same_nothing(client.get(f"{AUTOCONFIG}?{query}", headers=HOST))
    assert same_nothing(client.get(f"{PROFILE}?{query}", headers=HOST))


def test_a_profile_needs_an_address(client, serve):
    serve()
    assert same_nothing(client.get(PROFILE, headers=HOST))


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "firma.ch.evil.example",
        "xautoconfig.firma.ch",
        "autoconfig.autoconfig.firma.ch",
        "mail.firma.ch",
        "firma.ch:443:443x/../",
        "192.0.2.1",
        "[::1]:443",
        "x." * 200 + "ch",
        "localhost",
        "%66irma.ch",
    ],
)
def test_a_strange_host_is_not_answered_and_never_repeated(client, serve, host):
    serve()
    for path in (AUTOCONFIG, WELL_KNOWN, PACC):
        answer = client.get(path, headers={"Host": host})
        assert host.encode() not in answer.data
        assert "firma.ch" not in answer.text
        if not host.startswith("firma.ch:"):
            assert same_nothing(answer)
        assert not any(host in value for value in answer.headers.values())


@pytest.mark.parametrize("host", ["firma..ch", "a" * 64 + ".firma.ch"])
def test_a_host_that_cannot_be_a_name_is_a_bad_request_to_pages(client, serve, host):
    serve()
    answer = client.get("/", headers={"Host": host})
    assert (answer.status_code, answer.data) == (400, b"Bad Request\n")
    assert same_nothing(client.get(AUTOCONFIG, headers={"Host": host}))


def test_forwarding_headers_of_strangers_say_nothing(client, serve):
    serve()
    headers = {"Host": "evil.example", "X-Forwarded-Host": "autoconfig.firma.ch", "Forwarded": "host=firma.ch"}
    assert same_nothing(client.get(AUTOCONFIG, headers=headers))


@pytest.mark.parametrize(
    "path", ["//mail/config-v1.1.xml", "/mail//config-v1.1.xml", "/mail/config-v1.1.xml/", "/Mail/config-v1.1.xml"]
)
def test_no_redirect_that_repeats_the_host(client, serve, path):
    serve()
    answer = client.get(path, headers={"Host": "evil.example"})
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no xml",
        b"<Autodiscover/>",
        BOMB + question()[38:].replace(b"anna", b"&e;"),
        FILE + question()[38:].replace(b"anna", b"&f;"),
        question()[:-5],
        question().replace(b"Autodiscover", b"Other"),
        question().replace(b"<EMailAddress>", b"<EMailAddress>b@firma.ch</EMailAddress><EMailAddress>"),
        question().replace(b"EMailAddress", b"LegacyDN"),
        question().replace(b"</Request>", b"</Request><Request/>"),
        question().replace(b"anna", b"anna&#x202e;"),
        question().replace(b"anna", b"anna&#13;&#10;X: y"),
        question().replace(b"anna", b"anna<b/>"),
        question().replace(b"anna", "änna".encode("latin-1")),
        question().replace(b"utf-8", b"utf-7"),
        b"<a>" * 3000,
        question() + b" " * 20_000,
        question() + b"<!--" + b"x" * 3_900_000 + b"-->",
        question() + b"<!--" + b"x" * 5_000_000 + b"-->",
    ],
    ids=range(19),
)
def test_what_is_no_question_to_autodiscover_gets_its_own_error_at_once(client, serve, body):
    serve()
    begin = time.thread_time()
    answer = post(client, body)
    assert fault(answer) == b"600"
    assert b"root:" not in answer.data
    assert time.thread_time() - begin < 2


def test_a_get_is_no_question(client, serve):
    serve()
    assert fault(client.get(POX)) == b"600"


@pytest.mark.parametrize(
    "schema",
    [
        "",
        ACCEPTED.upper(),
        f"{ACCEPTED}/",
        f"{SCHEMAS}/mobilesync/responseschema/2006",
        '"><x y="',
        "2006a",
    ],
)
def test_another_schema_gets_the_documented_error_whatever_the_domain(client, serve, schema):
    serve()
    escaped = schema.replace('"', "&quot;").replace(">", "&gt;").replace("<", "&lt;")
    for address in ("anna@firma.ch", "anna@unknown.example"):
        answer = post(client, question(address, escaped))
        assert fault(answer) == b"601"
        assert b"<x" not in answer.data
        assert REQUEST.encode() not in answer.data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_question_in_another_encoding_of_xml_is_understood(client, serve, encoding):
    serve()
    body = question().decode().replace("utf-8", encoding.removesuffix("-sig"))
    assert post(client, body.encode(encoding)).status_code == 200
    assert fault(post(client, body.encode(encoding).replace(b"a", b"<", 3))) == b"600"


@pytest.mark.parametrize("path", [AUTOCONFIG, WELL_KNOWN, PACC, PROFILE, JSON])
def test_who_sends_something_to_read_only_places_changes_nothing(client, serve, path):
    serve()
    assert client.post(path, data=b"x").status_code == 405
    assert client.delete(path).status_code == 405


def test_a_cookie_is_neither_read_nor_set(client, serve):
    serve()
    client.set_cookie("mailweiche", "x" * 3000)
    answer = client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch")
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
    assert "Set-Cookie" not in client.get(f"{AUTOCONFIG}?emailaddress=a@x.example").headers


def test_nothing_is_written_and_a_kept_answer_asks_the_database_nothing(app, client, serve):
    serve()
    said = []
    with app.app_context():
        sa.event.listen(db.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    for _ in range(3):
        client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch")
        client.get(f"{AUTOCONFIG}?emailaddress=a@x.example")
        post(client, question())
        client.get(f"{PROFILE}?emailaddress=b@firma.ch")
    queries = [each for each in said if not each.startswith("PRAGMA")]
    assert len(queries) == 2
    assert all(each.startswith("SELECT") for each in queries)


def test_without_a_public_address_nobody_is_answered(app, client, serve):
    serve()
    app.extensions[EXTENSION].place = None
    assert same_nothing(client.get(f"{AUTOCONFIG}?emailaddress=a@firma.ch"))
    assert same_nothing(post(client, question()))


def test_the_answer_for_the_unknown_is_short() -> None:
    assert NOTHING == b"Not found\n"
