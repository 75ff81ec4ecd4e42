"""Of a run that is over nothing is in memory any more, without anybody having to look for rubbish first.

In a process that makes thousands of runs, what only the collector finds piles up in the meantime.
"""

import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from probes.results import ProbeReport
from probes.runner import WORKERS, run
from probes.target import parse_target
from probes.tls import TlsContext
from probes.toolbox import Toolbox
from tests.integration.probes import speaking

NAME = "mail.firma.example"
RUNS = 4


def hold(peer):
    peer.hold()


def reset(peer):
    peer.reset()


def found_by_the_collector(runs):
    """What ``runs()`` leaves behind in rings that nothing else holds, in the modules of a run."""
    gc.collect()
    gc.freeze()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        runs()
        gc.collect()
        return [each for each in gc.garbage if type(each).__module__.startswith("probes")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
        gc.unfreeze()


def of_runs():
    """What each run has one of."""
    return [each for each in gc.get_objects() if isinstance(each, ProbeReport | Toolbox)]


@pytest.fixture
def threads():
    """As a process of a batch has them: they stay, and so would what they hold."""
    with ThreadPoolExecutor(2 * WORKERS) as pool:
        yield pool


def test_runs_leave_no_rings_and_no_reports(lab, good_tls, test_ca, threads):
    web = {443: hold, 80: reset}
    mail = {993: speaking.imaps(good_tls), 143: hold, 110: reset, 995: lambda peer: peer.send(b"no TLS\r\n")}
    lab.host(NAME, {**mail, **web, 587: lambda peer: peer.drip(b"2", 0.1)})
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    lab.dns.add("autoconfig.firma.example", "A", lab.started[-1].address)
    lab.dns.add("firma.example", "A", "10.1.2.3")  # which we refuse
    tls, options = TlsContext(test_ca.path), lab.options(deadline=1.0, second_pass=0.5)

    def runs():
        for _ in range(RUNS):
            run(parse_target("firma.example"), options, tls=tls, pool=threads)
        idle = threading.Barrier(2 * WORKERS)
        for _ in range(2):  # who takes up the second has let go of everything that came before the first
            [each.result() for each in [threads.submit(idle.wait, 60) for _ in range(2 * WORKERS)]]

    before = of_runs()  # other tests may keep some for themselves, and some may be nobody's any more
    runs()  # what is loaded and kept once
    assert found_by_the_collector(runs) == []
    assert not {*map(id, of_runs())} - {*map(id, before)}
