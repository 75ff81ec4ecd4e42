"""How long until all six ports of a server are read: ours, the floor of bare sockets, and nmap, side by side.

Run by ``make bench`` as root. The client part runs in the near namespace, a real Dovecot in the far one. Resolving
names is apart (a name server on loopback), and so is our second pass.
"""

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import floor
from benchmarks.link import FAR, FAR_ADDRESS, NEAR, NETWORK, Link, inside
from benchmarks.names import Names, mail_domain
from benchmarks.servers import HOST

ROUNDS = 15
NMAP_ROUNDS = 5
DOMAIN = "bench.example"
SCRIPTS = "imap-capabilities,pop3-capabilities"


def main():
    for title, delay in (("50 ms round trip", 0.025), ("loopback", None)):
        with tempfile.TemporaryDirectory() as folder, Link(delay):
            subprocess.run(["chmod", "755", folder], check=True)
            place, address = (FAR, FAR_ADDRESS) if delay else (NEAR, "127.0.0.2")
            command = inside(place, sys.executable, "-m", "benchmarks.servers", address, folder)
            server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            try:
                assert server.stdout.readline() == "ready\n"
                print(f"\n{title}", flush=True)
                client = inside(NEAR, sys.executable, "-m", "benchmarks.first_pass", address, f"{folder}/ca.pem")
                subprocess.run(client, check=True)
            finally:
                server.stdin.close()
                server.wait()


def client(address, ca):
    ours, whole, bare = [], [], []
    round_trip = statistics.median(_timed(lambda: _connect(address)) for _ in range(ROUNDS))
    context, pool = floor.tools(ca)
    options, zone = _options(address, ca)
    for _ in range(ROUNDS):
        ports, run_time = _ours(options)
        ours.append(ports)
        whole.append(run_time)
        bare.append(_timed(lambda: floor.look(address, HOST, context, pool)))
    scans = [_timed(lambda: _nmap(address)) for _ in range(NMAP_ROUNDS)]
    zone.stop()
    _table(ours, whole, bare, scans)
    print(
        f"  one TCP connect: {round_trip * 1000:.1f} ms; six of them and 60 ms: {round_trip * 6000 + 60:.0f} ms",
        flush=True,
    )


def _connect(address):
    socket.create_connection((address, 993), 5).close()


def _options(address, ca):
    from probes.options import ProbeOptions

    zone = Names(str(Path(ca).parent), mail_domain(DOMAIN, HOST, address))
    options = ProbeOptions(
        nameservers=(zone.nameserver,),
        allow_networks=(NETWORK, "127.0.0.0/8"),
        extra_ca=Path(ca),
        second_pass=0.0,
    )
    return options, zone


def _ours(options):
    """Seconds from the first port begun to the last one read, and for the whole first pass with its discovery."""
    from probes.codes import Status
    from probes.progress import ServiceFinished, ServiceStarted
    from probes.runner import run
    from probes.target import parse_target

    marks = {}

    def observer(event):
        if isinstance(event, ServiceStarted):
            marks.setdefault("begun", time.perf_counter())
        if isinstance(event, ServiceFinished):
            marks["read"] = time.perf_counter()

    started = time.perf_counter()
    report = run(parse_target(DOMAIN), options, observer)
    ended = time.perf_counter()
    assert [each.status for each in report.services] == [Status.COMPLETED] * len(floor.PORTS)
    assert all(each.reason is None and each.capabilities.after_tls for each in report.services)
    return marks["read"] - marks["begun"], ended - started


def _nmap(address):
    ports = ",".join(map(str, floor.PORTS))
    command = ["nmap", "-n", "-Pn", "-p", ports, "--script", SCRIPTS, address]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "imap-capabilities" in done.stdout


def _timed(call):
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def _table(ours, whole, bare, scans):
    base = statistics.median(bare)
    rows = (
        ("floor of bare sockets", bare),
        ("ours, six ports", ours),
        ("ours, first pass with discovery", whole),
        ("nmap, capabilities only", scans),
    )
    for name, seconds in rows:
        median = statistics.median(seconds)
        spread = f"{min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}"
        print(f"  {name:<34} median {median * 1000:7.1f} ms   ({spread})   {median / base:5.2f} × floor", flush=True)


if __name__ == "__main__":
    client(*sys.argv[1:]) if len(sys.argv) > 1 else main()
