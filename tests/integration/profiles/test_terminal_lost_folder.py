"""What happens on the server when the folder on the computer is gone: nothing may be deleted there."""

import shutil

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from tests.integration.profiles.terminal_files import deliver, exported, run, set_up, subjects


@pytest.mark.parametrize("target", [Target.MBSYNC, Target.OFFLINEIMAP])
@pytest.mark.parametrize("lost", ["all", "inbox"])
def test_a_lost_folder_deletes_nothing_on_the_server(dovecot, machine, mailbox, target, lost):
    deliver(dovecot, mailbox, "eins", "zwei")
    start = set_up(machine, exported(target, Form.IMAP_ARCHIVE, mailbox, dovecot))
    run(machine, start)
    folder = machine.home / "Mail" / mailbox.replace("@", "_")
    shutil.rmtree(folder / "INBOX" if lost == "inbox" else folder)
    machine.run(start)  # mbsync stops, offlineimap fetches again
    assert subjects(dovecot.messages(mailbox)) == ["eins", "zwei"]
