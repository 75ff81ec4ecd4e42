"""A mailbox and a computer of its own for each test that runs mail programs."""

import time
from itertools import count

import pytest

from tests.integration.profiles.akonadi_program import Akonadi
from tests.integration.profiles.machine import Machine
from tests.integration.profiles.terminal_files import PASSWORD

MAILBOXES = 40
_numbers = count(1)


@pytest.fixture(scope="module")
def mailboxes(dovecot):
    """Empty mailboxes, one for each test. Dovecot looks for new users once a second, so they are made together."""
    addresses = [f"leser{next(_numbers)}@firma.example" for _ in range(MAILBOXES)]
    for address in addresses:
        dovecot.add_user(address, PASSWORD)
    time.sleep(1.1)
    return addresses


@pytest.fixture
def mailbox(mailboxes):
    return mailboxes.pop()


@pytest.fixture
def machine(dovecot, test_ca):
    made = Machine({dovecot.host: dovecot.address, "other.firma.example": dovecot.address}, test_ca.path)
    yield made
    made.remove()


@pytest.fixture
def akonadi(dovecot, test_ca):
    started = Akonadi({dovecot.host: dovecot.address}, test_ca.path, PASSWORD)
    yield started
    started.stop()
