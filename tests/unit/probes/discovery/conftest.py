"""Tools whose DNS is a table."""

from datetime import UTC, datetime

import pytest

from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError
from probes.gate import Gate
from probes.guard import AddressGuard
from probes.hosts import HostBook
from probes.options import Limits
from probes.toolbox import Toolbox


class TableResolver:
    """Answers from ``mx_records``, ``srv_records`` and ``hosts``; names in ``broken`` fail; counts questions."""

    def __init__(self):
        self.mx_records = {}
        self.srv_records = {}
        self.hosts = {}
        self.broken = set()
        self.asked = []

    def mx(self, domain, deadline):
        self._check(domain)
        if domain not in self.mx_records:
            raise NameNotFoundError
        return self.mx_records[domain]

    def srv(self, name, deadline):
        self._check(name)
        return self.srv_records.get(name, ())

    def addresses(self, host, deadline):
        self._check(host)
        if host not in self.hosts:
            raise NameNotFoundError
        return self.hosts[host]

    def _check(self, name):
        self.asked.append(name)
        if name in self.broken or "*" in self.broken:
            raise DnsFailedError


@pytest.fixture
def dns():
    return TableResolver()


@pytest.fixture
def tools(dns):
    guard = AddressGuard(is_own=lambda address: False)
    return Toolbox(dns, HostBook(dns, guard), Gate(6), None, Limits(), Deadline(5), datetime(2026, 11, 23, tzinfo=UTC))
