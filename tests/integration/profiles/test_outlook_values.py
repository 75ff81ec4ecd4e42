"""What our files tell Outlook, done by clients that run here: the values work, and mail stays as the number says."""

import shutil
import time

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from tests.integration.profiles.clients import ExportedAccount, Getmail, mbsync
from tests.integration.servers.process import world_readable_folder
from tests.unit.profiles import pox_rules, prf_rules
from tests.unit.profiles.companies import company, server

PASSWORD = "geheim-8"
ADDRESSES = [f"outlook{number}@firma.example" for number in range(5)]


@pytest.fixture
def folder():
    made = world_readable_folder("mailweiche-outlook-")
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module")
def mailboxes(dovecot):
    for address in ADDRESSES:
        dovecot.add_user(address, PASSWORD)
    time.sleep(1.1)
    return list(ADDRESSES)


@pytest.fixture
def mailbox(dovecot, mailboxes):
    """A mailbox of its own with one mail."""
    address = mailboxes.pop()
    dovecot.deliver(address, f"To: {address}\r\nSubject: eins\r\n\r\nGruss\r\n".encode())
    return address


def exported(dovecot, target, form, address):
    host = {"host": dovecot.host}
    settings = company(
        form,
        domain="firma.example",
        imap=server(port=dovecot.ports["imaps"], **host),
        pop3=server(port=dovecot.ports["pop3s"], **host),
        submission=server(port=dovecot.ports["submissions"], **host),
    )
    return next(file.data for file in export(settings, (Person(address, "Anna"),), only={target}) if file.target)


def from_prf(data):
    prf = prf_rules.read(data)
    assert prf.account[0x0105] == 1, "TLS"
    stay = prf.stay
    return ExportedAccount(
        protocol=prf.protocol.lower(),
        host=prf.account[0x0100],
        port=prf.account[0x0104],
        username=prf.account[0x0101],
        leave_on_server=None if stay is None else stay.stay is not prf_rules.Stay.NEVER_KEPT,
        days=None if stay is None else stay.days,
    )


def from_pox(data):
    incoming, _ = pox_rules.read(data)
    assert incoming["Encryption"] == "SSL"
    protocol, port = incoming["Type"].lower(), int(incoming["Port"])
    return ExportedAccount(protocol, incoming["Server"], port, incoming["LoginName"], None, None)


READERS = {Target.OUTLOOK_PRF: from_prf, Target.OUTLOOK_POX: from_pox}


@pytest.mark.parametrize("target", READERS)
def test_imap_finds_the_mail_and_leaves_it(dovecot, test_ca, mailbox, folder, target):
    account = READERS[target](exported(dovecot, target, Form.IMAP, mailbox))
    found = mbsync(folder, account, PASSWORD, dovecot.address, test_ca.path)
    assert [b"Subject: eins" in mail for mail in found["INBOX"]] == [True]
    assert len(dovecot.messages(mailbox)) == 1


@pytest.mark.parametrize(
    ("form", "left"), [(Form.POP3_DELETE, [0, 0]), (Form.POP3_KEEP_DAYS, [1, 0]), (Form.POP3_KEEP_FOREVER, [1, 1])]
)
def test_pop3_keeps_as_the_number_says(dovecot, test_ca, mailbox, folder, form, left):
    """How much lies on the server after the first session, and after one that is 22 days later."""
    account = from_prf(exported(dovecot, Target.OUTLOOK_PRF, form, mailbox))
    client = Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path)
    found = []
    for days in (0, 22):
        if days:
            client.let_days_pass(days)
        client.fetch()
        found.append(len(dovecot.messages(mailbox)))
    assert found == left
