"""The fixtures that start the servers; ``conftest.py`` of any test folder may import them.

``test_ca``      session: ``path`` (PEM of the root, for ``extra_ca``), ``certificate(*names)``, bad certificates
``dns_server``   test: empty at the start; ``add(name, kind, value)``, ``fail``, ``silence``, ``nameserver``
``dovecot``      session: ``host``, ``address``, ``ports``, ``add_user``, ``deliver``, ``messages``, ``sent``
``mailutils``    session: ``host``, ``address``, ``ports``
``firma``        test: the DNS records of firma.example (MX and addresses) pointing to ``dovecot``
"""

import shutil

import pytest

from tests.integration.servers.ca import TestCa
from tests.integration.servers.dns import TestDns
from tests.integration.servers.dovecot import Dovecot
from tests.integration.servers.mailutils import Mailutils
from tests.integration.servers.process import world_readable_folder


@pytest.fixture(scope="session")
def test_ca():
    folder = world_readable_folder("mailweiche-ca-")
    yield TestCa(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def _running_dns():
    server = TestDns()
    yield server
    server.stop()


@pytest.fixture
def dns_server(_running_dns):
    _running_dns.clear()
    return _running_dns


@pytest.fixture(scope="session")
def dovecot(test_ca):
    names = ("mail.firma.example", "autoconfig.firma.example")
    server = Dovecot(test_ca.certificate(*names, common_name=names[0]))
    server.add_user("alice@firma.example", "geheim-alice")
    server.add_user("bob@firma.example", "geheim-bob")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def mailutils(test_ca):
    server = Mailutils(test_ca.certificate("mail.werkstatt.example"))
    yield server
    server.stop()


@pytest.fixture
def firma(dns_server, dovecot):
    dns_server.add("firma.example", "MX", f"10 {dovecot.host}.")
    dns_server.add(dovecot.host, "A", dovecot.address)
    for service, port in (("imaps", 993), ("pop3s", 995), ("submissions", 465)):
        dns_server.add(f"_{service}._tcp.firma.example", "SRV", f"0 1 {port} {dovecot.host}.")
    return dovecot
