"""Many targets: targets a second and memory of ``mailweiche probe --batch`` beside nmap, over the same real servers.

Run by ``make bench`` as root, in a network namespace without any way out: one Dovecot answers at 200 loopback
addresses, each with a domain of its own. nmap is asked for capabilities alone, all at once and target by target, and
for what comes nearest to our report (capabilities, certificates, TLS versions). The floors do the same handshakes by
hand. What the server itself spends on a target bounds every client on the same machine.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks import floor, processes
from benchmarks.floor import PORTS
from benchmarks.link import NEAR, Link, inside
from benchmarks.names import Names, mail_domain

TARGETS = 200
AT_ONCE = 8
CORES = len(os.sched_getaffinity(0))
CAPABILITIES = "imap-capabilities,pop3-capabilities"
AS_DEEP = f"{CAPABILITIES},smtp-commands,ssl-cert,ssl-enum-ciphers"
ADDRESSES = [f"127.77.{number // 250}.{number % 250 + 1}" for number in range(TARGETS)]


def domain(number):
    return f"firma{number}.example"


HOSTS = [f"mail.{domain(number)}" for number in range(TARGETS)]


def main():
    with tempfile.TemporaryDirectory() as folder, Link():
        subprocess.run(["chmod", "755", folder], check=True)
        command = inside(NEAR, sys.executable, "-m", "benchmarks.servers", "0.0.0.0", folder, *HOSTS)
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout.readline() == "ready\n"
            client = inside(NEAR, sys.executable, "-m", "benchmarks.many_targets", folder, str(server.pid))
            subprocess.run(client, check=True)
        finally:
            server.stdin.close()
            server.wait()


def client(folder, server):
    zones = [mail_domain(domain(number), HOSTS[number], ADDRESSES[number]) for number in range(TARGETS)]
    zone = Names(folder, [line for lines in zones for line in lines])
    targets = Path(folder, "targets.txt")
    targets.write_text("".join(f"{domain(number)}\n" for number in range(TARGETS)))
    table = _Table(server)
    try:
        table.row("ours, both passes", TARGETS, lambda: _ours(folder, zone, targets))
        _memory(folder, zone, targets)
    finally:
        zone.stop()
    table.row("floor, first pass, one process", TARGETS, lambda: _floor(folder, floor_of_first_pass, 1))
    table.row(f"floor, first pass, {CORES} processes", TARGETS, lambda: _floor(folder, floor_of_first_pass, CORES))
    table.row(f"floor, both passes, {CORES} processes", TARGETS, lambda: _floor(folder, floor_of_both_passes, CORES))
    alone, few = [[address] for address in ADDRESSES[:20]], [ADDRESSES[:20]]
    table.row("nmap, capabilities only, in one call", TARGETS, lambda: _nmap(CAPABILITIES, [ADDRESSES]))
    table.row("nmap, capabilities only, a call a target", len(alone), lambda: _nmap(CAPABILITIES, alone))
    table.row("nmap, as deep, in one call", 20, lambda: _nmap(AS_DEEP, few))
    table.row("nmap, as deep, in one call", TARGETS, lambda: _nmap(AS_DEEP, [ADDRESSES]))


class _Table:
    """Prints a line for each way to do it; the first one is ours, to which the others are compared."""

    def __init__(self, server):
        self._server = server
        self._ours = None
        print(f"\n{TARGETS} targets on loopback, {CORES} cores; ms: processor time for one target")

    def row(self, name, targets, work):
        started, before, own = time.perf_counter(), processes.seconds(self._server), _own_seconds()
        answered = work()
        seconds = time.perf_counter() - started
        server = (processes.seconds(self._server) - before) / targets
        rate = targets / seconds
        self._ours = self._ours or rate
        client = (_own_seconds() - own) / targets
        print(f"  {name:<42} {targets:4} targets {seconds:6.1f} s {rate:7.2f} a second  {answered:4} answered  "
              f"ours {self._ours / rate:6.2f} ×  client {client * 1000:4.0f} ms  server {server * 1000:4.0f} ms, "
              f"with all cores {CORES / server:5.0f} a second", flush=True)  # fmt: skip


def _own_seconds():
    """Processor time of this process and of all that it has started and waited for."""
    return sum(os.times()[:4])


def _ours(folder, zone, targets):
    """How many targets answered; the whole command is run, start of Python included."""
    out = Path(folder, "reports.jsonl")
    assert _started(folder, zone, targets, out).wait() == 0
    lines = out.read_text().splitlines()
    assert len(lines) == TARGETS
    return sum('"imap":"offered"' in line.replace(" ", "") for line in lines)


def _memory(folder, zone, targets):
    """A run of its own: watching it takes time."""
    process = _started(folder, zone, targets, Path(folder, "watched.jsonl"))
    memory = []
    watch = threading.Thread(target=_watch, args=(process, memory))
    watch.start()
    assert process.wait() == 0
    watch.join()
    early, late = memory[len(memory) // 4], memory[len(memory) * 3 // 4]
    print(f"  memory of all its processes: {early:.0f} MiB after a quarter of the time, "
          f"{late:.0f} after three quarters, {max(memory):.0f} at most")  # fmt: skip


def _started(folder, zone, targets, out):
    environment = {
        "PATH": "/usr/bin:/bin",
        "MAILWEICHE_INSTANCE": f"{folder}/instance",
        "MAILWEICHE_PROBE_ALLOW_NETWORKS": "127.0.0.0/8",
        "MAILWEICHE_PROBE_EXTRA_CA": f"{folder}/ca.pem",
        "MAILWEICHE_ISPDB_URL": "",
    }
    mailweiche = Path(sys.executable).with_name("mailweiche")
    command = [mailweiche, "probe", "--batch", targets, "--out", out, "--nameserver", zone.nameserver]
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def _watch(process, memory):
    """MiB, twice a second."""
    while process.poll() is None:
        memory.append(processes.memory(process.pid))
        time.sleep(0.5)


def _floor(folder, work, count):
    """All targets by hand, shared among ``count`` processes: no discovery, no limits, no report."""
    if count == 1:
        return work(folder, range(TARGETS))
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        return sum(pool.map(work, [folder] * count, [range(first, TARGETS, count) for first in range(count)]))


def floor_of_first_pass(folder, numbers):
    context, pool = floor.tools(f"{folder}/ca.pem", AT_ONCE * len(PORTS))
    return _at_once(lambda number: floor.look(ADDRESSES[number], HOSTS[number], context, pool), numbers)


def floor_of_both_passes(folder, numbers):
    context, pool = floor.tools(f"{folder}/ca.pem", AT_ONCE * len(PORTS))
    spans = floor.version_contexts()
    return _at_once(lambda number: floor.look_closer(ADDRESSES[number], HOSTS[number], context, spans, pool), numbers)


def _at_once(work, numbers):
    with ThreadPoolExecutor(AT_ONCE) as targets:
        return len(list(targets.map(work, numbers)))


def _nmap(scripts, calls):
    """How many of the targets it brought IMAP capabilities of."""
    ports = ",".join(map(str, PORTS))
    answered = 0
    for addresses in calls:
        command = ["nmap", "-n", "-Pn", "-T4", "-p", ports, "--script", scripts, *addresses]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        answered += sum("imap-capabilities" in host for host in done.stdout.split("Nmap scan report for ")[1:])
    return answered


if __name__ == "__main__":
    client(sys.argv[1], int(sys.argv[2])) if len(sys.argv) > 1 else main()
