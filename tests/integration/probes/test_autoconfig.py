"""The configuration file over https: found, broken, redirected, too big, badly certified."""

import pytest

from probes.codes import Protocol, Reason, Source, Trust
from probes.discovery.autoconfig import discover_autoconfig, discover_well_known
from probes.errors import (
    AddressRefusedError,
    CertificateProblemError,
    ConnectionClosedError,
    ConnectionRefusedByHostError,
    LimitExceededError,
    PortNotAllowedError,
    ProbeError,
    ProtocolError,
    TimedOutError,
)
from probes.toolbox import open_toolbox

FILE = b"""<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="firma.example">
<domain>firma.example</domain><incomingServer type="imap"><hostname>mail.firma.example</hostname><port>993</port>
<socketType>SSL</socketType><username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication>
</incomingServer></emailProvider></clientConfig>"""


@pytest.fixture(scope="session")
def web_tls(test_ca):
    names = ("autoconfig.firma.example", "firma.example", "config.hoster.example")
    return test_ca.certificate(*names).server_context()


@pytest.fixture
def web(lab, web_tls):
    """``web(name, response)`` serves fixed bytes over https; hands back the host with ``requests``."""

    def start(name, response, context=None):
        requests = []

        def handler(peer):
            peer.start_tls(context or web_tls)
            lines = []
            while line := peer.line().strip():
                lines.append(line)
            if not lines:
                return
            requests.append(lines)
            if callable(response):
                response(peer)
            else:
                peer.send(response)

        host = lab.host(name, {443: handler})
        host.requests = requests
        return host

    return start


def answer(body=b"", status=b"200 OK", *headers):
    length = b"Content-Length: %d" % len(body)
    return b"\r\n".join((b"HTTP/1.1 " + status, length, *headers, b"", body))


def redirect(to):
    return answer(b"", b"302 Found", b"Location: " + to.encode())


def found(lab, discover=discover_autoconfig, **changes):
    return discover("firma.example", open_toolbox(lab.options(**changes), None))


def test_the_file_of_the_domain_is_verified(lab, web):
    host = web("autoconfig.firma.example", answer(FILE))
    (claim,) = found(lab).claims
    assert (claim.source, claim.trust) == (Source.AUTOCONFIG_HTTPS, Trust.VERIFIED)
    assert (claim.protocol, claim.host, claim.port) == (Protocol.IMAP, "mail.firma.example", 993)
    assert claim.evidence.url.startswith("https://autoconfig.firma.example/mail/config-v1.1.xml")
    assert (claim.evidence.status, len(claim.evidence.sha256)) == ("200", 64)
    assert b"emailaddress=postmaster%40firma.example" in host.requests[0][0]


def test_the_well_known_place_is_never_told_an_address(lab, web):
    host = web("firma.example", answer(FILE))
    (claim,) = found(lab, discover_well_known).claims
    assert claim.source is Source.WELL_KNOWN_HTTPS
    assert b"@" not in b"".join(host.requests[0])
    assert b"%40" not in b"".join(host.requests[0])


@pytest.mark.parametrize("response", [
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(FILE) + FILE + b"\r\n0\r\n\r\n",
    b"HTTP/1.0 200 OK\r\n\r\n" + FILE,
    b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + FILE,
])  # fmt: skip
def test_every_way_to_end_a_body(lab, web, response):
    web("autoconfig.firma.example", response)
    assert len(found(lab).claims) == 1


def test_nothing_there_is_an_empty_answer(lab, web):
    assert found(lab).claims == ()
    web("autoconfig.firma.example", answer(b"gone", b"404 Not Found"))
    assert found(lab).claims == ()


def test_a_redirect_within_the_organisation_stays_verified(lab, web):
    web("autoconfig.firma.example", redirect("https://firma.example/config.xml"))
    web("firma.example", answer(FILE))
    (claim,) = found(lab).claims
    assert (claim.trust, claim.evidence.url) == (Trust.VERIFIED, "https://firma.example/config.xml")


def test_a_redirect_to_a_hoster_is_trusted_less(lab, web):
    web("autoconfig.firma.example", redirect("https://config.hoster.example/firma"))
    web("config.hoster.example", answer(FILE))
    (claim,) = found(lab).claims
    assert claim.trust is Trust.TRUSTED


def test_a_redirect_to_a_private_address_is_refused_without_a_packet(lab, web):
    outside = web("autoconfig.firma.example", redirect("https://config.hoster.example/x"))
    inside = web("config.hoster.example", answer(FILE))
    with pytest.raises(AddressRefusedError):
        found(lab, allow_networks=(f"{outside.address}/32",))
    assert (outside.peers[443], inside.peers[443]) == (1, 0)


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("https://127.0.0.1/", AddressRefusedError),
        ("https://2130706433/", AddressRefusedError),
        ("https://[::1]/", AddressRefusedError),
        ("https://169.254.169.254/latest/meta-data", AddressRefusedError),
        ("http://firma.example/config.xml", PortNotAllowedError),
        ("https://firma.example:8443/", PortNotAllowedError),
        ("ftp://firma.example/", PortNotAllowedError),
        ("https://firma.example:x/", ProtocolError),
        ("https://[firma.example/", ProtocolError),
        ("https://autoconfig.firma.example/again", LimitExceededError),
    ],
)
def test_redirects_that_are_not_followed(lab, web, target, error):
    web("autoconfig.firma.example", redirect(target))
    with pytest.raises(error):
        found(lab)


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (answer(b"<html>welcome</html>"), ProtocolError),
        (answer(b'<!DOCTYPE a [<!ENTITY b "c">]>' + FILE[21:]), ProtocolError),
        (answer(FILE[:100]), ProtocolError),
        (b"SSH-2.0-OpenSSH\r\n\r\n", ProtocolError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n" + FILE, ProtocolError),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 9000, ProtocolError),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 400_000, LimitExceededError),
        (b"", ConnectionClosedError),
        (lambda peer: peer.hold(), TimedOutError),
        (lambda peer: (peer.send(b"HTTP/1.1 200 OK\r\n\r\n"), peer.drip()), TimedOutError),
        (lambda peer: peer.drip(b"H"), ProbeError),
    ],
)
def test_broken_and_hostile_answers(lab, web, response, error):
    web("autoconfig.firma.example", response)
    with pytest.raises(error):
        found(lab)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda ca: ca.certificate("other.example"), Reason.CERTIFICATE_NAME),
        (lambda ca: ca.certificate("autoconfig.firma.example", valid_days=-1), Reason.CERTIFICATE_EXPIRED),
        (lambda ca: ca.self_signed("autoconfig.firma.example"), Reason.CERTIFICATE_SELF_SIGNED),
    ],
)
def test_a_certificate_that_proves_nothing_ends_it_before_a_word(lab, web, test_ca, make, reason):
    host = web("autoconfig.firma.example", answer(FILE), make(test_ca).server_context())
    with pytest.raises(CertificateProblemError) as caught:
        found(lab)
    assert caught.value.reason is reason
    assert host.requests == []


def test_a_closed_port_is_said(lab):
    lab.host("autoconfig.firma.example", {80: lambda peer: peer.hold()})
    with pytest.raises(ConnectionRefusedByHostError):
        found(lab)
