"""Runs leave nothing behind: no thread and no connection, whatever the servers do."""

import threading
import time
from pathlib import Path

from probes.attempts import FAIR
from probes.runner import run
from probes.target import parse_target
from probes.tls import TlsContext
from tests.integration.probes import speaking

NAME = "mail.firma.example"
RUNS = 8


def hold(peer):
    peer.hold()


def test_nothing_is_left_of_many_runs(lab, good_tls, test_ca):
    handlers = {993: speaking.imaps(good_tls), 143: hold, 110: lambda peer: peer.reset(), 443: hold}
    host = lab.host(NAME, {**handlers, 587: lambda peer: peer.drip(b"2", 0.1)})
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    for service, port in (("imaps", 993), ("imap", 143), ("pop3", 110), ("submission", 587)):
        lab.dns.add(f"_{service}._tcp.firma.example", "SRV", f"0 1 {port} {NAME}.")
    for name in ("firma.example", "autoconfig.firma.example"):
        lab.dns.add(name, "A", lab.started[-1].address)
    tls = TlsContext(test_ca.path)
    options = lab.options(deadline=FAIR + 0.2, second_pass=FAIR + 0.1)
    run(parse_target("firma.example"), options, tls=tls)
    before = ours()
    for _ in range(RUNS):
        run(parse_target("firma.example"), options, tls=tls)
    lab.started[-1].stop()  # its own threads and connections are not the question
    ends = time.monotonic() + 60
    while ours() > before and time.monotonic() < ends:
        time.sleep(0.1)
    assert ours() <= before
    assert min(host.peers.values()) >= RUNS, "in every run each server was called"


def ours():
    """Threads of runs, and all connections to the other end of a port of a server."""
    threads = [each for each in threading.enumerate() if each.name.startswith(("probe", "source", "ThreadPool"))]
    return len(threads), sum(map(is_socket, Path("/proc/self/fd").iterdir()))


def is_socket(opened):
    try:
        return str(opened.readlink()).startswith("socket:")
    except FileNotFoundError:
        return False
