"""Scripted web servers over https and http, and the ways to answer."""

from dataclasses import dataclass, field

import pytest

from probes.toolbox import open_toolbox

NAMES = (
    "firma.example", "autoconfig.firma.example", "autodiscover.firma.example", "ua-auto-config.firma.example",
    "config.hoster.example", "hoster.example", "autoconfig.hoster.example", "autoconfig.eu.hoster.example",
    "autodiscover.hoster.example", "list.example",
)  # fmt: skip
SERVER = """<incomingServer type="imap"><hostname>{host}</hostname><port>993</port><socketType>SSL</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>"""


def settings_file(host="mail.firma.example", domain="firma.example"):
    """A small autoconfig file that names one IMAP server."""
    provider = f'<emailProvider id="{domain}"><domain>{domain}</domain>{SERVER.format(host=host)}</emailProvider>'
    return f'<?xml version="1.0"?><clientConfig version="1.1">{provider}</clientConfig>'.encode()


def answer(body=b"", status=b"200 OK", *headers):
    """A whole HTTP answer."""
    length = b"Content-Length: %d" % len(body)
    return b"\r\n".join((b"HTTP/1.1 " + status, length, *headers, b"", body))


def redirect(to):
    """A whole HTTP answer that points elsewhere."""
    return answer(b"", b"302 Found", b"Location: " + to.encode())


NOTHING = answer(b"", b"404 Not Found")


@dataclass
class Web:
    """Starts web servers; ``requests`` keeps (scheme, host, head lines, body) of every request."""

    lab: object
    tls: object
    requests: list = field(default_factory=list)

    def serve(self, name, https=None, http=None, context=None):
        """``https`` and ``http``: an answer, a function of the peer, or a dict of path -> either of these."""
        handlers = {443: (https, context or self.tls, "https"), 80: (http, None, "http")}
        wanted = {port: self._handler(name, *each) for port, each in handlers.items() if each[0] is not None}
        return self.lab.host(name, wanted)

    def paths(self, name):
        """What was asked of ``name``, in order: method, scheme and path without the query."""
        return [
            (head[0].split()[0].decode(), scheme, head[0].split()[1].decode().partition("?")[0])
            for scheme, host, head, _ in self.requests
            if host == name
        ]

    def discover(self, source, domain="firma.example", **changes):
        """Ask one source as the runner does."""
        return source(domain, open_toolbox(self.lab.options(**changes), None))

    def _handler(self, name, response, context, scheme):
        def handler(peer):
            if context:
                peer.start_tls(context)
            head = []
            while line := peer.line().strip():
                head.append(line)
            if not head:
                return
            length = next((int(line.split(b":")[1]) for line in head if line.lower().startswith(b"content-length")), 0)
            self.requests.append((scheme, name, head, peer.file.read(length)))
            chosen = response
            if isinstance(response, dict):
                chosen = response.get(head[0].split()[1].decode().partition("?")[0], NOTHING)
            if callable(chosen):
                chosen(peer)
            else:
                peer.send(chosen)

        return handler


@pytest.fixture(scope="session")
def web_tls(test_ca):
    """A good certificate for all the names."""
    return test_ca.certificate(*NAMES).server_context()


@pytest.fixture
def web(lab, web_tls):
    """Web servers of one test."""
    return Web(lab, web_tls)
