"""Hostile and broken web servers: the verdict is right and in time, whatever they send and wherever they point to."""

import tracemalloc

import pytest

from probes.codes import Reason
from probes.http import Request, visit
from probes.options import Limits
from probes.toolbox import open_toolbox
from tests.integration.own_time import OwnTime
from tests.integration.probes.discovery.conftest import answer, redirect
from tests.integration.probes.scripted import BlackHole

URL = "https://firma.example/file"
DOCUMENT = b"<clientConfig/>"
START = b"HTTP/1.1 200 OK\r\n"


def ask(web, url=URL, tools=None, **request):
    return visit(Request(url, "text/xml", **request), tools or open_toolbox(web.lab.options(), None))


@pytest.mark.parametrize("response", [
    START + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(DOCUMENT) + DOCUMENT + b"\r\n0\r\n\r\n",
    b"HTTP/1.0 200 OK\r\n\r\n" + DOCUMENT,
    START + b"Connection: close\r\n\r\n" + DOCUMENT,
    b"HTTP/1.1 100 Continue\r\n\r\n" + answer(DOCUMENT),
    answer(DOCUMENT) + b"and more that nobody asked for",
])  # fmt: skip
def test_every_way_to_end_a_body(web, response):
    web.serve("firma.example", response)
    assert ask(web).response.body == DOCUMENT


def test_a_post_carries_its_body_and_stays_a_post_after_a_redirect(web):
    web.serve("firma.example", {"/file": redirect("/other"), "/other": answer(DOCUMENT)})
    assert ask(web, body=b"<q/>", content_type="text/xml; charset=utf-8").response.body == DOCUMENT
    assert web.paths("firma.example") == [("POST", "https", "/file"), ("POST", "https", "/other")]
    for *_, head, body in web.requests:
        assert body == b"<q/>"
        assert b"Content-Type: text/xml; charset=utf-8" in head


def test_nothing_that_could_sign_anybody_in_is_ever_sent(web):
    web.serve("firma.example", redirect("https://user:secret@config.hoster.example/x"))
    web.serve("config.hoster.example", answer(b"", b"401 Unauthorized", b"WWW-Authenticate: Basic"))
    assert ask(web).response.status == 401
    for *_, head, body in web.requests:
        assert b"secret" not in b"".join((*head, body))
        assert not any(line.lower().startswith((b"authorization", b"cookie")) for line in head)


REFUSED = ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254",
           "10.0.0.1", "[fd00:ec2::254]", "\u2460\u2461\u2466.0.0.1", "localhost."]  # fmt: skip


@pytest.mark.parametrize("host", REFUSED)
@pytest.mark.parametrize("scheme", ["https", "http"])
def test_addresses_in_place_of_names_are_refused_at_the_start_and_after_a_redirect(web, scheme, host):
    web.serve("firma.example", redirect(f"{scheme}://{host}/latest/meta-data"))
    for found in (ask(web, plain=True), ask(web, f"{scheme}://{host}/", plain=True)):
        if host == "localhost.":
            assert found.error.reason is Reason.NAME_NOT_FOUND
        else:
            assert found.error.reason is Reason.ADDRESS_REFUSED
            assert str(found.error) == "address_refused"  # one fixed message


NEVER = ["10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1",
         "192.0.0.8", "168.63.129.16", "100.100.100.200", "255.255.255.255"]  # fmt: skip


@pytest.mark.parametrize("address", NEVER)
def test_names_of_private_addresses_are_refused_after_a_redirect_without_a_packet(web, address):
    web.serve("firma.example", redirect("https://inside.example/"))
    web.lab.dns.add("inside.example", "A", "8.8.8.8")
    web.lab.dns.add("inside.example", "A", address)
    found = ask(web)
    assert (found.error.reason, str(found.error)) == (Reason.ADDRESS_REFUSED, "address_refused")


def test_a_redirect_to_a_closed_network_is_refused_without_a_packet(web):
    outside = web.serve("firma.example", redirect("https://config.hoster.example/x"))
    inside = web.serve("config.hoster.example", answer(DOCUMENT))
    tools = open_toolbox(web.lab.options(allow_networks=(f"{outside.address}/32",)), None)
    assert ask(web, tools=tools).error.reason is Reason.ADDRESS_REFUSED
    assert (outside.peers[443], inside.peers[443]) == (1, 0)


def test_a_name_that_changes_its_address_between_two_hops_keeps_the_first(web):
    outside = web.serve("firma.example", {"/file": redirect("/again"), "/again": answer(DOCUMENT)})
    inside = web.lab.host("other.example", {443: lambda peer: peer.hold()})
    web.lab.dns.answer_in_turn("firma.example", "A", outside.address, inside.address)
    tools = open_toolbox(web.lab.options(allow_networks=(f"{outside.address}/32",)), None)
    assert ask(web, tools=tools).response.body == DOCUMENT
    assert (outside.peers[443], inside.peers[443]) == (2, 0)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://firma.example/config.xml", Reason.PORT_NOT_ALLOWED),
        ("https://firma.example:8443/", Reason.PORT_NOT_ALLOWED),
        ("https://firma.example:80/", Reason.PORT_NOT_ALLOWED),
        ("https://firma.example:25/", Reason.PORT_NOT_ALLOWED),
        ("ftp://firma.example/", Reason.PORT_NOT_ALLOWED),
        ("file://firma.example/etc/passwd", Reason.PORT_NOT_ALLOWED),
        ("gopher://firma.example/", Reason.PORT_NOT_ALLOWED),
        ("https://firma.example:x/", Reason.PROTOCOL_ERROR),
        ("https://[firma.example/", Reason.PROTOCOL_ERROR),
        ("https://firma.example/a b", Reason.PROTOCOL_ERROR),
        ("https://nowhere.example/", Reason.NAME_NOT_FOUND),
        (URL, Reason.LIMIT_EXCEEDED),
        ("/file", Reason.LIMIT_EXCEEDED),
        ("https:///latest/meta-data", Reason.LIMIT_EXCEEDED),
    ],
)
def test_redirects_that_lead_nowhere(web, target, reason):
    web.serve("firma.example", redirect(target))
    found = ask(web)
    assert (found.response, found.error.reason) == (None, reason)
    assert len(web.requests) <= Limits().redirects + 1


@pytest.mark.parametrize("plain", [False, True])
def test_http_only_where_it_is_allowed_and_only_on_its_own_port(web, plain):
    web.serve("firma.example", http=answer(DOCUMENT))
    found = ask(web, "http://firma.example/x", plain=plain)
    assert (found.response is not None) is plain
    assert ask(web, "http://firma.example:443/x", plain=True).error.reason is Reason.PORT_NOT_ALLOWED


BROKEN = [
    (b"SSH-2.0-OpenSSH\r\n\r\n", Reason.PROTOCOL_ERROR),
    (b"\x00" * 100, Reason.PROTOCOL_ERROR),
    (START + b"Content-Length: 999999\r\n\r\n" + DOCUMENT, Reason.PROTOCOL_ERROR),
    (START + b"Content-Length: -1\r\n\r\n", Reason.PROTOCOL_ERROR),
    (START + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", Reason.PROTOCOL_ERROR),
    (START + b"X: y\r\n" * 9000, Reason.PROTOCOL_ERROR),
    (START + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n", Reason.PROTOCOL_ERROR),
    (START + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nab\r\n", Reason.PROTOCOL_ERROR),
    (START + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 30 + b"\r\nab\r\n", Reason.PROTOCOL_ERROR),
    (START + b"Transfer-Encoding: chunked\r\n\r\n5;" + b"x" * 20000, Reason.PROTOCOL_ERROR),
    (b"", Reason.CLOSED),
    (lambda peer: (peer.send(START), peer.flood(b"X-Y: z\r\n" * 500)), Reason.PROTOCOL_ERROR),
    (lambda peer: peer.flood(b"HTTP/1.1 100 Continue\r\n\r\n" * 100), Reason.LIMIT_EXCEEDED),
    (lambda peer: peer.hold(), Reason.TIMED_OUT),
    (lambda peer: (peer.send(START + b"\r\n"), peer.drip()), Reason.TIMED_OUT),
    (lambda peer: (peer.send(START), peer.drip(b"X")), Reason.TIMED_OUT),
]


@pytest.mark.parametrize("plain", [False, True], ids=["https", "http"])
@pytest.mark.parametrize(("response", "reason"), BROKEN)
def test_broken_and_hostile_answers_end_in_time_with_the_right_word(web, response, reason, plain):
    web.serve("firma.example", **{"http" if plain else "https": response})
    with OwnTime() as took:
        found = ask(web, f"{'http' if plain else 'https'}://firma.example/file", plain=plain)
    assert found.error.reason is reason
    assert took.seconds < web.lab.options().limits.http + 0.7


def endless(peer):
    peer.send(START + b"\r\n")
    peer.flood(b"x" * 4096)


@pytest.mark.parametrize("response", [START + b"\r\n" + b"x" * 400_000, endless], ids=["long", "endless"])
def test_a_body_without_end_is_cut_and_said_to_be(web, response):
    web.serve("firma.example", response)
    found = ask(web).response
    assert (found.status, found.whole) == (200, False)
    assert len(found.body) <= Limits().http_bytes


@pytest.mark.parametrize("status", [b"404 Not Found", b"500 Oops", b"401 Unauthorized"])
def test_the_long_page_of_an_answer_that_says_no_is_not_read(web, status):
    web.serve("firma.example", lambda peer: (peer.send(b"HTTP/1.1 " + status + b"\r\n\r\n"), peer.flood(b"x" * 4096)))
    found = ask(web).response
    assert (found.status, found.body, found.whole) == (int(status[:3]), b"", True)


FLOODS = [
    endless,
    lambda peer: (peer.send(START), peer.flood(b"X-Y: z\r\n" * 500)),
    lambda peer: peer.flood(b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    lambda peer: (peer.send(START + b"Transfer-Encoding: chunked\r\n\r\n"), peer.flood(b"1\r\nx\r\n" * 500)),
]


@pytest.mark.parametrize("flood", FLOODS)
def test_what_floods_us_fills_no_memory(web, flood):
    web.serve("firma.example", flood)
    tools = open_toolbox(web.lab.options(), None)
    ask(web, tools=tools)  # whatever is made once
    tracemalloc.start()
    ask(web, tools=tools)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5 * 1024 * 1024


def test_a_web_server_that_takes_no_connection_costs_its_silence_once(web):
    hole = BlackHole(443)
    web.lab.started.append(hole)
    web.lab.dns.add("firma.example", "A", hole.address)
    limits = Limits(connect=9, tls=9, http=9, web_silence=0.5)
    tools = open_toolbox(web.lab.options(limits=limits, deadline=20), None)
    with OwnTime() as took:
        assert [ask(web, tools=tools).error.reason for _ in range(5)] == [Reason.FILTERED] * 5
    assert took.whole > 0.4
    assert took.seconds < 1.0


def test_a_web_server_that_never_starts_tls_costs_its_silence_once(web):
    host = web.lab.host("firma.example", {443: lambda peer: peer.hold()})
    limits = Limits(connect=9, tls=9, http=9, web_silence=0.5)
    tools = open_toolbox(web.lab.options(limits=limits, deadline=20), None)
    with OwnTime() as took:
        assert [ask(web, tools=tools).error.reason for _ in range(5)] == [Reason.TLS_TIMEOUT] * 5
    assert took.whole > 0.4
    assert took.seconds < 1.0
    assert host.peers[443] == 1
