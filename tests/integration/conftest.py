"""Real servers on loopback for the integration tests; see ``servers/fixtures.py``."""

from tests.integration.servers.fixtures import _running_dns, dns_server, dovecot, firma, mailutils, test_ca

__all__ = ["_running_dns", "dns_server", "dovecot", "firma", "mailutils", "test_ca"]
