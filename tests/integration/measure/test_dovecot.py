"""A real Dovecot: every figure compared with what was put there, and nothing changed by looking."""

import time
from base64 import b64encode
from collections import Counter

import pytest

from probes.codes import Protocol
from probes.measurement import Folder, Quota, Rights, Trouble, Uidl, own_folders
from probes.services.measure_limits import MeasureLimits
from probes.services.measure_stream import Stream
from tests.integration.measure.mailboxes import ADDRESS, AGES, PASSWORD, SIZES, arrivals, mail_of, put, snapshot


@pytest.mark.parametrize("ports", [(993, 995), (143, 110)], ids=["tls", "starttls"])
def test_every_figure_of_a_mailbox(rich, measuring, ports) -> None:
    found = measuring(*ports)
    assert found.problems == ()
    folders = {folder.name: folder for folder in found.imap.folders}
    assert folders == {
        "INBOX": Folder("INBOX", None, len(SIZES), sum(SIZES)),
        "Sent": Folder("Sent", "\\Sent", 1, 2000),
        "Trash": Folder("Trash", "\\Trash", 1, 3000),
        "Entwürfe": Folder("Entwürfe", "\\Drafts", 0, 0),
        "Public/Team": Folder("Public/Team", None, 1, 5000),
    }
    assert found.imap.quota == Quota(-(-(sum(SIZES) + 5000) // 1024), 100 * 1024)
    assert (found.pop3.messages, found.pop3.bytes) == (len(SIZES), sum(SIZES))
    assert found.pop3.uidl == Uidl(len(SIZES), unique=True)
    assert "UIDL" in found.pop3.capabilities
    assert {"IDLE", "QUOTA", "ACL", "SPECIAL-USE"} <= set(found.imap.capabilities)
    assert len(set(found.imap.capabilities)) == len(found.imap.capabilities)


def test_months_are_those_of_arrival_without_what_is_thrown_away_or_of_others(rich, measuring) -> None:
    found = measuring(993)
    kept = arrivals(rich.maildir(ADDRESS), rich.maildir(ADDRESS) / ".Sent")
    assert sorted(size for _, size in kept) == sorted([*SIZES, 2000])
    assert len({month for month, _ in kept}) >= max(AGES) // 31
    expected = Counter()
    for month, size in kept:
        expected[month] += size
    assert {month.month: month.bytes for month in found.imap.by_month} == dict(expected)
    assert sum(month.messages for month in found.imap.by_month) == len(kept)
    assert [month.month for month in found.imap.by_month] == sorted(expected)


def test_shared_folders_with_their_rights(rich, measuring) -> None:
    spaces = measuring(993).imap.namespaces
    assert [space.prefix for space in spaces.personal] == [""]
    assert [(space.prefix, space.rights) for space in spaces.shared] == [("Public/", (Rights("Public/Team", "lr"),))]
    assert spaces.other == ()


def test_folders_of_others_do_not_fill_the_own_mailbox(rich, measuring) -> None:
    names = {folder.name for folder in own_folders(measuring(993).imap)}
    assert names == {"INBOX", "Sent", "Trash", "Entwürfe"}


def test_reading_changes_no_byte_no_flag_and_no_place(rich, measuring) -> None:
    address = "unberuehrt@firma.example"
    rich.add_user(address, PASSWORD)
    rich.deliver(address, mail_of(1000), age_days=3)
    put(rich.maildir(address), mail_of(2000), 40, "FRS")
    put(rich.maildir(address) / ".Sent", mail_of(3000), 50, "")
    before = snapshot(rich.maildir(address))
    assert {name.split("/")[0] for name in before} == {"new", "cur", ".Sent"}
    assert measuring(993, address=address).imap.folders
    assert snapshot(rich.maildir(address)) == before


def test_fetching_protocol_changes_no_byte_and_no_flag(rich, measuring) -> None:
    """Dovecot takes mail out of ``new`` as soon as any POP3 client signs in; name, flags and bytes stay."""

    def flagless(place):
        return place.split("/")[-1].removesuffix(":2,")

    before = snapshot(rich.maildir(ADDRESS))
    measuring(995)
    after = snapshot(rich.maildir(ADDRESS))
    assert {flagless(name): body for name, body in after.items()} == {flagless(k): body for k, body in before.items()}


def test_progress_is_told_to_the_end(rich, measuring) -> None:
    measuring(993, 995)
    imap = [(done, total) for protocol, done, total in measuring.seen if protocol is Protocol.IMAP]
    assert imap[-1][0] == imap[-1][1] == len(SIZES) + 3
    assert [done for done, _ in imap] == sorted(done for done, _ in imap)
    assert measuring.seen[-1] == (Protocol.POP3, len(SIZES), len(SIZES))


def log_of(server, since):
    return (server.folder / "dovecot.log").read_text()[since:]


def entries(server, since):
    """How many failed attempts the log names; it is written a moment after the connection has ended."""
    end = time.monotonic() + 60
    while not (count := log_of(server, since).count("auth failed, 1 attempts")) and time.monotonic() < end:
        time.sleep(0.05)
    return count


def test_a_wrong_password_is_tried_exactly_once_over_both_protocols(rich, measuring) -> None:
    start = len(log_of(rich, 0))
    found = measuring(993, 995, password="falsch-und-geheim")
    assert (found.imap, found.pop3) == (None, None)
    assert [problem.code for problem in found.problems] == ["imap_wrong_password", "pop3_not_tried"]
    assert "Authentication failed" in found.problems[0].words
    assert entries(rich, start) == 1
    assert "2 attempts" not in log_of(rich, start)
    assert "pop3-login" not in log_of(rich, start)


def test_a_wrong_password_by_pop3_alone_is_tried_exactly_once(rich, measuring) -> None:
    start = len(log_of(rich, 0))
    found = measuring(995, password="falsch")
    assert [problem.trouble for problem in found.problems] == [Trouble.WRONG_PASSWORD]
    assert entries(rich, start) == 1


@pytest.mark.parametrize("password", ["süss & «geheim»", 'mit "Zeichen" \\ {5}', "%s %d *", " am Rand "])
@pytest.mark.parametrize("port", [993, 995])
def test_passwords_with_signs_of_the_protocols(rich, measuring, password, port) -> None:
    address = f"zeichen{port}{len(password)}@firma.example"
    rich.add_user(address, "{PLAIN.b64}" + b64encode(password.encode()).decode())
    assert measuring(port, password=password, address=address).problems == ()


def test_the_whole_dialogue_reads_only(rich, measuring, monkeypatch) -> None:
    sent = []
    real = Stream.sendall

    def noting(self, data):
        sent.append(bytes(data))
        real(self, data)

    monkeypatch.setattr(Stream, "sendall", noting)
    measuring(993, 995)
    words = {word for line in sent for word in line.upper().replace(b"(", b" ").split()}
    for changing in (b"SELECT", b"STORE", b"RETR", b"DELE", b"TOP", b"APPEND", b"COPY", b"MOVE", b"EXPUNGE", b"CREATE",
                     b"DELETE", b"BODY[]", b"RFC822", b"CLOSE", b"ENABLE", b"RSET"):  # fmt: skip
        assert changing not in words, changing
    assert {b"EXAMINE", b"STATUS", b"FETCH", b"STAT", b"UIDL"} <= words


def test_many_mails_come_in_batches(rich, measuring) -> None:
    whole = measuring(993)
    assert measuring(993, limits=MeasureLimits(batch=7)).imap.by_month == whole.imap.by_month
    few = measuring(993, limits=MeasureLimits(messages=10))
    assert [problem.code for problem in few.problems] == ["imap_months_incomplete"]
    assert sum(month.messages for month in few.imap.by_month) <= 10
    one = measuring(993, limits=MeasureLimits(folders=1))
    assert [problem.code for problem in one.problems] == ["imap_folders_incomplete"]


def test_nothing_is_logged(rich, measuring, caplog) -> None:
    caplog.set_level("DEBUG")
    measuring(993, 995)
    assert "geheim-alice" not in caplog.text
    assert "Entw" not in caplog.text
