"""Our estimates of traffic and memory beside what a real Dovecot shows, in simulated days of mail.

Run as root: ``python -m benchmarks.server_load``. Each row is measured on loopback over TLS, compared with the formula
of ``advisor.estimate`` for the same day, and may deviate by at most a quarter. Time is compressed: "still here" comes
every second instead of every two minutes. Ends with 1 where a row deviates by more.
"""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from advisor.estimate import memory as held
from advisor.estimate import traffic
from benchmarks.mail_day import Waiting, running

BAR = 0.25
MB = 1_000_000


@dataclass(frozen=True)
class Row:
    """One comparison."""

    name: str
    unit: str
    modelled: float
    measured: float

    @property
    def deviation(self):
        """How far the model is off, as a part of what was measured."""
        return self.modelled / self.measured - 1

    @property
    def holds(self):
        return abs(self.deviation) <= BAR

    def __str__(self):
        return (
            f"{self.name:58} {self.modelled:10.2f} {self.measured:10.2f} {self.unit:3} {self.deviation:+7.1%}"
            f"{'' if self.holds else '  off'}"
        )


def polling_day(day, *, mails, kilobytes, keep_days, polls, days=1):
    """Days of POP3: mail arrives between the polls, and each mail is deleted once it has been kept for long enough."""
    address = day.mailbox(f"pop{mails}-{kilobytes}-{keep_days}-{polls}")
    for age in range(keep_days, 0, -1):
        day.deliver(address, mails, kilobytes, age)
    arrived = {name: number // mails - keep_days for number, name in enumerate(day.poll(address, ()))}
    day.pop3.take()
    for today in range(days):
        for number in range(1, polls + 1):
            day.deliver(address, mails * number // polls - mails * (number - 1) // polls, kilobytes)
            expired = {name for name, then in arrived.items() if then < today - keep_days} if keep_days else None
            names = day.poll(address, arrived.keys(), expired)
            arrived |= {name: today for name in names if name not in arrived}
    counted = settled(day.pop3).wire / days / 1000
    model = traffic.polling(polls, mails * keep_days, mails, kilobytes).total
    return Row(f"POP3: {polls} polls, {mails} mails of {kilobytes} kB, kept {keep_days} days", "kB", model, counted)


def waiting_day(day, *, mails, kilobytes, devices, loads, minutes):
    """A day of IMAP: ``devices`` wait, ``loads`` of them load each mail whole; a simulated minute is half a second."""
    address = day.mailbox(f"imap{mails}-{kilobytes}-{devices}-{loads}")
    day.imap.take()
    waiting = [Waiting(day, address, loads=number < loads) for number in range(devices)]
    begin, renewals = time.monotonic(), int(minutes / traffic.RENEWAL_MINUTES)
    for number in range(1, mails + 1):
        day.deliver(address, 1, kilobytes)
        for each in waiting:
            each.take(1)
        if renewals and number % max(1, mails // renewals) == 0:
            for each in waiting:
                each.renew()
        time.sleep(max(0.0, begin + number / mails * minutes / 2 - time.monotonic()))
    counted = settled(day.imap).wire / 1000
    for each in waiting:
        each.leave()
    model = traffic.together(
        traffic.holding(minutes / 60, devices, 1), traffic.mail_by_imap(mails, kilobytes, devices, loads)
    ).total
    name = f"IMAP: {minutes:g} min, {devices} devices, {mails} mails of {kilobytes} kB, loaded {loads} times"
    return Row(name, "kB", model, counted)


def quiet_hours(day, *, minutes):
    """IMAP that only waits: a sign-in, and "still here" until the end."""
    day.imap.take()
    waiting = Waiting(day, day.mailbox("quiet"), loads=False)
    time.sleep(minutes / 2)
    counted = settled(day.imap).wire / 1000
    waiting.leave()
    model = traffic.holding(0, 1, 1).total + minutes / traffic.KEEP_ALIVE_MINUTES * traffic.KEEP_ALIVE_KB
    return Row(f"IMAP: {minutes:g} min of waiting for nothing", "kB", model, counted)


def memory(day, *, connections, modelled, name, calm=1.0):
    """Memory of the server for each connection that waits, as the kernel shares it out (PSS)."""
    addresses = [day.mailbox(f"memory{number}") for number in range(connections)]
    warm = Waiting(day, day.mailbox("warm"), loads=False)
    before = memory_mb(day.server.pid)
    waiting = [Waiting(day, address, loads=False) for address in addresses]
    time.sleep(calm)
    used = (memory_mb(day.server.pid) - before) / connections
    for each in (warm, *waiting):
        each.leave()
    return Row(f"memory of a connection, {name} ({connections} of them)", "MB", modelled, used)


def settled(proxy):
    """What was counted, once nothing more comes."""
    time.sleep(0.2)
    return proxy.take()


def memory_mb(pid):
    """PSS of a process and all below it."""
    return sum(_pss(each) for each in _family(pid)) / MB


def _family(pid):
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    family = {pid}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _pss(pid):
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def rows():
    """Every comparison, one at a time."""
    with running(notify=1) as day:
        yield polling_day(day, mails=40, kilobytes=1, keep_days=0, polls=60)
        yield polling_day(day, mails=40, kilobytes=100, keep_days=0, polls=60)
        yield polling_day(day, mails=40, kilobytes=10, keep_days=14, polls=60, days=2)
        yield polling_day(day, mails=120, kilobytes=10, keep_days=30, polls=60)
        yield polling_day(day, mails=10, kilobytes=10, keep_days=90, polls=20)
        yield quiet_hours(day, minutes=120)
        yield waiting_day(day, mails=20, kilobytes=100, devices=2, loads=1, minutes=120)
        yield waiting_day(day, mails=20, kilobytes=20, devices=3, loads=3, minutes=60)
    with running() as day:
        yield memory(day, connections=200, modelled=held.AWAKE_MB, name="awake, TLS process shared")
    with running(hibernate=True) as day:
        yield memory(day, connections=100, modelled=held.ASLEEP_MB, name="asleep, TLS process shared", calm=5)
    with running(shared=False) as day:
        yield memory(day, connections=100, modelled=held.AS_SHIPPED_MB, name="Dovecot as shipped")


def main():
    if os.geteuid():
        sys.exit("needs root: a mail server listens on the standard ports of a loopback address")
    print(f"{'':58} {'formula':>10} {'measured':>10}     deviation")
    found = []
    for row in rows():
        print(row, flush=True)
        found.append(row)
    worst = max(abs(row.deviation) for row in found)
    print(f"largest deviation {worst:.1%}, bar {BAR:.0%}")
    return int(any(not row.holds for row in found))


if __name__ == "__main__":
    sys.exit(main())
