"""A real Dovecot with quota, special folders, a public namespace with rights, and mail of many months."""

import shutil
from dataclasses import dataclass, field

import pytest

from probes.codes import Protocol, Security
from probes.measure import Account, measure
from probes.options import Limits, ProbeOptions
from probes.services.measure_door import Door
from probes.services.measure_limits import MeasureLimits
from tests.integration.measure.mailboxes import ADDRESS, PASSWORD, fill, public_folder
from tests.integration.probes.scripted import ScriptedHost
from tests.integration.servers.dovecot import Dovecot

HOST = "mail.firma.example"
PORTS = {993: (Protocol.IMAP, Security.TLS), 143: (Protocol.IMAP, Security.STARTTLS),
         995: (Protocol.POP3, Security.TLS), 110: (Protocol.POP3, Security.STARTTLS)}  # fmt: skip
QUICK = MeasureLimits(connect=0.8, tls=0.8, reply=0.8, total=1.0, farewell=0.2)

RICH = """
mail_plugins = $mail_plugins quota acl
protocol imap {
  mail_plugins = $mail_plugins quota acl imap_quota imap_acl
}
plugin {
  quota = count:Benutzer
  quota_vsizes = yes
  quota_rule = *:storage=100M
  acl = vfile
}
namespace inbox {
  separator = /
  prefix =
  mailbox Entwürfe {
    special_use = \\Drafts
    auto = create
  }
}
namespace public {
  type = public
  separator = /
  prefix = Public/
  location = maildir:%s
  subscriptions = no
}
"""


@dataclass
class Measuring:
    """Signs in the way the command does, on the given ports."""

    dns: object
    ca: object
    seen: list = field(default_factory=list)

    def options(self):
        return ProbeOptions(nameservers=(self.dns.nameserver,), allow_networks=("127.0.0.0/8",),
                            extra_ca=self.ca.path, limits=Limits(dns=1.0))  # fmt: skip

    def doors(self, *ports, host=HOST, username=ADDRESS):
        return tuple(Door(PORTS[port][0], host, port, PORTS[port][1], username) for port in ports)

    def __call__(self, *ports, password=PASSWORD, address=ADDRESS, limits=None, host=HOST, username=None):
        return measure(
            Account(address, password),
            self.doors(*ports, host=host, username=username or address),
            self.options(),
            lambda *event: self.seen.append(event),
            limits,
        )


@pytest.fixture
def measuring(dns_server, test_ca):
    return Measuring(dns_server, test_ca)


@pytest.fixture
def rich(rich_server, dns_server):
    dns_server.add(HOST, "A", rich_server.address)
    return rich_server


@pytest.fixture(scope="session")
def rich_server(test_ca, tmp_path_factory):
    root, public = public_folder()
    server = Dovecot(test_ca.certificate(HOST), extra=RICH % public)
    fill(server)
    yield server
    server.stop()
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def scripted(dns_server):
    """Start one scripted server under the name of the certificate."""
    started = []

    def start(handlers):
        host = ScriptedHost(handlers)
        started.append(host)
        dns_server.add(HOST, "A", host.address)
        return host

    yield start
    for host in started:
        host.stop()


@pytest.fixture(scope="session")
def good_tls(test_ca):
    """A server context with a good certificate."""
    return test_ca.certificate(HOST).server_context()
