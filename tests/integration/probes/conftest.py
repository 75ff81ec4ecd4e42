"""Tools for probing scripted hosts: short deadlines, loopback allowed."""

import os
from dataclasses import dataclass

import pytest

from probes.attempts import attempt
from probes.codes import Protocol, Security
from probes.options import Limits, ProbeOptions
from probes.plan import Endpoint
from probes.toolbox import open_toolbox
from tests.integration.probes.scripted import ScriptedHost

QUICK = Limits(connect=0.8, greeting=0.8, tls=0.8, reply=0.8, dns=1.0, http=1.0)
LOOPBACK = ("127.0.0.0/8", "::1/128")
PROTOCOLS = {
    143: (Protocol.IMAP, Security.STARTTLS), 993: (Protocol.IMAP, Security.TLS),
    110: (Protocol.POP3, Security.STARTTLS), 995: (Protocol.POP3, Security.TLS),
    587: (Protocol.SUBMISSION, Security.STARTTLS), 465: (Protocol.SUBMISSION, Security.TLS),
    4190: (Protocol.MANAGESIEVE, Security.STARTTLS),
}  # fmt: skip


@dataclass
class Lab:
    """Starts scripted hosts and probes them."""

    dns: object
    ca: object
    started: list

    def options(self, **changes):
        chosen = {"nameservers": (self.dns.nameserver,), "allow_networks": LOOPBACK, "extra_ca": self.ca.path,
                  "limits": QUICK, "deadline": 3.0, "second_pass": 0.0, "vantage": "test", **changes}  # fmt: skip
        return ProbeOptions(**chosen)

    def environment(self, folder):
        """For a command that is started in ``folder``."""
        return os.environ | {
            "MAILWEICHE_INSTANCE": str(folder / "instance"),
            "MAILWEICHE_NAMESERVERS": self.dns.nameserver,
            "MAILWEICHE_PROBE_ALLOW_NETWORKS": "127.0.0.0/8",
            "MAILWEICHE_PROBE_EXTRA_CA": str(self.ca.path),
            "MAILWEICHE_ISPDB_URL": "",
        }

    def host(self, name, handlers, address=None):
        host = ScriptedHost(handlers, address)
        self.started.append(host)
        self.dns.add(name, "AAAA" if ":" in host.address else "A", host.address)
        return host

    def attempt(self, port, name="mail.firma.example", **changes):
        """One attempt on one port, as the runner makes it."""
        protocol, security = PROTOCOLS[port]
        tools = open_toolbox(self.options(**changes), None)
        return attempt(Endpoint(protocol, name, port, security), tools)

    def try_handler(self, port, handler, **changes):
        """Start ``handler`` on ``port`` and probe it."""
        self.host("mail.firma.example", {port: handler})
        return self.attempt(port, **changes)


@pytest.fixture
def lab(dns_server, test_ca):
    lab = Lab(dns_server, test_ca, [])
    yield lab
    for each in lab.started:
        each.stop()


@pytest.fixture(scope="session")
def good_tls(test_ca):
    """A server context with a good certificate for mail.firma.example."""
    return test_ca.certificate("mail.firma.example").server_context()
