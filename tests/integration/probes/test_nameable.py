"""What servers are told of us, on the wire: who we are, and nothing of the network that we sit in."""

import pytest

from probes.discovery import autoconfig
from probes.identity import Identity, version
from tests.integration.probes.discovery.conftest import *  # noqa: F403 - the web servers of the sources

US = Identity("check.firma.example", "https://check.firma.example/administrators")
HEARD = {
    Identity(): ("mailweiche.invalid", f'("name" "Mailweiche" "version" "{version()}")', f"Mailweiche/{version()}"),
    US: (US.name, f'"support-url" "{US.url}")', f"Mailweiche/{version()} (+{US.url})"),
}


@pytest.mark.parametrize("identity", HEARD, ids=["nobody said", "named"])
def test_mail_servers_and_websites_read_who_knocks(lab, web, good_tls, identity) -> None:
    heard = []

    def imap(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK [CAPABILITY IMAP4rev1 ID AUTH=PLAIN] ready\r\n")
        while line := peer.line():
            heard.append(line)
            peer.send(line.split()[0] + b" OK done\r\n")

    def submission(peer):
        peer.start_tls(good_tls)
        peer.send(b"220 ready\r\n")
        while line := peer.line():
            heard.append(line)
            peer.send(b"250 AUTH PLAIN\r\n")

    lab.host("mail.firma.example", {993: imap, 465: submission})
    web.serve("autoconfig.firma.example", {})
    for port in (993, 465):
        lab.attempt(port, identity=identity)
    web.discover(autoconfig.discover_autoconfig, identity=identity)
    said = b"".join(heard).decode()
    name, fields, agent = HEARD[identity]
    assert f"EHLO {name}\r\n" in said
    assert fields in said
    assert "127." not in said
    heads = [line for _, _, head, _ in web.requests for line in head]
    assert f"User-Agent: {agent}".encode() in heads
    assert not any(b"127." in line for line in heads)
