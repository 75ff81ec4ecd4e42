"""Many targets: targets a second and memory of ``mailweiche probe --batch`` beside nmap, over the same real servers.

Run by ``make bench`` as root, in a network namespace without any way out: one Dovecot answers at 200 loopback
addresses, each with a domain of its own. nmap is asked for capabilities alone, all at once and target by target, and
for what comes nearest to our report (capabilities, certificates, TLS versions).
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import floor
from benchmarks.floor import PORTS
from benchmarks.link import NEAR, Link, inside
from benchmarks.names import Names, mail_domain

TARGETS = 200
CAPABILITIES = "imap-capabilities,pop3-capabilities"
AS_DEEP = f"{CAPABILITIES},smtp-commands,ssl-cert,ssl-enum-ciphers"
ADDRESSES = [f"127.77.{number // 250}.{number % 250 + 1}" for number in range(TARGETS)]


def domain(number):
    return f"firma{number}.example"


def main():
    with tempfile.TemporaryDirectory() as folder, Link():
        subprocess.run(["chmod", "755", folder], check=True)
        names = [f"mail.{domain(number)}" for number in range(TARGETS)]
        command = inside(NEAR, sys.executable, "-m", "benchmarks.servers", "0.0.0.0", folder, *names)
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout.readline() == "ready\n"
            client = inside(NEAR, sys.executable, "-m", "benchmarks.many_targets", folder)
            subprocess.run(client, check=True)
        finally:
            server.stdin.close()
            server.wait()


def client(folder):
    hosts = [(domain(number), f"mail.{domain(number)}", address) for number, address in enumerate(ADDRESSES)]
    zone = Names(folder, [line for host in hosts for line in mail_domain(*host)])
    targets = Path(folder, "targets.txt")
    targets.write_text("".join(f"{domain(number)}\n" for number in range(TARGETS)))
    try:
        seconds, memory = _ours(folder, zone, targets)
    finally:
        zone.stop()
    nmap = (
        ("nmap, capabilities only, in one call", CAPABILITIES, [ADDRESSES]),
        ("nmap, capabilities only, a call a target", CAPABILITIES, [[address] for address in ADDRESSES[:20]]),
        ("nmap, as deep, in one call", AS_DEEP, [ADDRESSES[:20]]),
    )
    print(f"\n{TARGETS} targets on loopback")
    _row("ours, both passes", TARGETS, seconds, TARGETS / seconds, TARGETS)
    (early, _), (late, busy) = memory[len(memory) // 4], memory[-3]
    print(f"    memory: {early:.0f} MiB after a quarter, {late:.0f} MiB at the end; CPU {busy:.1f} s", flush=True)
    _row("floor of bare sockets, first pass only", TARGETS, _floor(folder), TARGETS / seconds, TARGETS)
    for name, scripts, calls in nmap:
        spent, answered = zip(*(_nmap(scripts, addresses) for addresses in calls), strict=True)
        _row(name, sum(map(len, calls)), sum(spent), TARGETS / seconds, sum(answered))


def _ours(folder, zone, targets):
    """Seconds for the whole command, start of Python included, and its memory in MiB over time."""
    out = Path(folder, "reports.jsonl")
    environment = {
        "PATH": "/usr/bin:/bin",
        "MAILWEICHE_INSTANCE": f"{folder}/instance",
        "MAILWEICHE_PROBE_ALLOW_NETWORKS": "127.0.0.0/8",
        "MAILWEICHE_PROBE_EXTRA_CA": f"{folder}/ca.pem",
        "MAILWEICHE_ISPDB_URL": "",
    }
    mailweiche = Path(sys.executable).with_name("mailweiche")
    command = [mailweiche, "probe", "--batch", targets, "--out", out, "--nameserver", zone.nameserver]
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    memory = []
    watch = threading.Thread(target=_watch, args=(process, memory))
    watch.start()
    assert process.wait() == 0
    seconds = time.perf_counter() - started
    watch.join()
    lines = out.read_text().splitlines()
    assert len(lines) == TARGETS
    assert all('"imap":"offered"' in line.replace(" ", "") for line in lines)
    return seconds, memory


def _watch(process, memory):
    """Memory in MiB and CPU seconds so far, ten times a second."""
    while process.poll() is None:
        status = Path(f"/proc/{process.pid}/status").read_text().split()
        if "VmRSS:" in status:
            ticks = map(int, Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[11:13])
            memory.append((int(status[status.index("VmRSS:") + 1]) / 1024, sum(ticks) / os.sysconf("SC_CLK_TCK")))
        time.sleep(0.1)


def _floor(folder):
    """Seconds for all targets by hand, eight at once: no discovery, no limits, no report."""
    context, pool = floor.tools(f"{folder}/ca.pem", 8 * len(PORTS))
    hosts = [f"mail.{domain(number)}" for number in range(TARGETS)]
    started = time.perf_counter()
    with ThreadPoolExecutor(8) as targets:
        list(targets.map(lambda place: floor.look(*place, context, pool), zip(ADDRESSES, hosts, strict=True)))
    return time.perf_counter() - started


def _nmap(scripts, addresses):
    """Seconds, and how many of the targets it brought IMAP capabilities of."""
    ports = ",".join(map(str, PORTS))
    started = time.perf_counter()
    command = ["nmap", "-n", "-Pn", "-T4", "-p", ports, "--script", scripts, *addresses]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    hosts = done.stdout.split("Nmap scan report for ")[1:]
    return seconds, sum("imap-capabilities" in host for host in hosts)


def _row(name, targets, seconds, ours, answered):
    rate = targets / seconds
    print(f"  {name:<42} {targets:4} targets {seconds:7.1f} s  {rate:6.2f} a second  {answered:4} answered  "
          f"ours {ours / rate:5.1f} ×", flush=True)  # fmt: skip


if __name__ == "__main__":
    client(sys.argv[1]) if len(sys.argv) > 1 else main()
