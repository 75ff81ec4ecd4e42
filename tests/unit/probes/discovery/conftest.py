"""Tools whose DNS is a table."""

from datetime import UTC, datetime

import pytest

from probes.deadline import Deadline
from probes.errors import DnsFailedError, NameNotFoundError
from probes.gate import Gate
from probes.guard import AddressGuard
from probes.hosts import HostBook
from probes.options import Limits
from probes.resolver import Answered
from probes.toolbox import Toolbox


class TableResolver:
    """Answers from its tables; names in ``broken`` fail, answers for names in ``signed`` are validated ones.

    ``asked`` keeps the names of all questions.
    """

    def __init__(self):
        self.mx_records = {}
        self.srv_records = {}
        self.txt_records = {}
        self.aliases = {}
        self.hosts = {}
        self.signed = set()
        self.broken = set()
        self.asked = []

    def ahead(self, questions, deadline):
        return self

    def knows(self, questions):
        return True

    def mx(self, domain, deadline):
        self._check(domain)
        if domain not in self.mx_records:
            raise NameNotFoundError
        return Answered(self.mx_records[domain], domain in self.signed)

    def srv(self, name, deadline):
        self._check(name)
        return Answered(self.srv_records.get(name, ()), name in self.signed)

    def txt(self, name, deadline):
        self._check(name)
        return Answered(self.txt_records.get(name, ()), name in self.signed)

    def cname(self, name, deadline):
        self._check(name)
        return Answered(self.aliases.get(name, ()), name in self.signed)

    def addresses(self, host, deadline):
        self._check(host)
        if host not in self.hosts:
            raise NameNotFoundError
        return Answered(self.hosts[host], host in self.signed)

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
