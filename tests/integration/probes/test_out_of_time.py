"""What we had no time for is our own doing: never a word on the server, never a letter to anybody."""

import time
from concurrent.futures import ThreadPoolExecutor

from advisor.findings.outcome import Fixer
from advisor.findings.table import outcome
from probes.attempts import FAIR, attempt
from probes.codes import Protocol, Reason, Status
from probes.options import Limits
from probes.plan import Endpoint
from probes.ports import STANDARD_PORTS
from probes.runner import run
from probes.target import parse_target
from probes.toolbox import open_toolbox


def silent(peer):
    peer.hold()


def test_what_had_no_turn_is_our_own_doing_and_no_word_on_the_server(lab):
    names = [f"mail{number}.firma.example" for number in range(4)]
    host = lab.host(names[0], dict.fromkeys((143, 993), silent))
    for priority, name in enumerate(names):
        lab.dns.add("_imaps._tcp.firma.example", "SRV", f"{priority} 1 993 {name}.")
    for name in names[1:]:
        lab.dns.add(name, "A", host.address)
    lab.dns.add("firma.example", "MX", f"10 {names[0]}.")
    patient = Limits(greeting=60, tls=60, reply=60)
    report = run(parse_target("firma.example"), lab.options(deadline=1.0, limits=patient))
    waited = [service for service in report.services if service.reason is Reason.OUT_OF_TIME]
    assert waited
    assert {service.status for service in waited} == {Status.NOT_RUN}
    assert Reason.TIMED_OUT not in {service.reason for service in report.services}
    tried = [service for service in report.services if service.status is Status.FAILED]
    assert len(tried) == sum(host.peers.values()) == 6


def test_a_place_that_comes_free_in_the_last_moment_is_no_fair_test(lab):
    def goes_late(peer):
        while tools.deadline.left() > FAIR - 0.1:
            time.sleep(0.01)
        peer.send(b"* BYE bye\r\n")

    host = lab.host("mail.firma.example", {143: goes_late, 993: silent})
    tools = open_toolbox(lab.options(deadline=2.0, limits=Limits(per_host=1)), None)
    endpoints = [Endpoint(Protocol.IMAP, "mail.firma.example", *each) for each in STANDARD_PORTS[Protocol.IMAP]]
    first, second = sorted(endpoints, key=lambda each: each.port)
    with ThreadPoolExecutor(2) as pool:
        before = pool.submit(attempt, first, tools)
        while not host.peers[143]:
            time.sleep(0.01)
        assert (attempt(second, tools).reason, before.result().reason) == (Reason.OUT_OF_TIME, Reason.CLOSED)
    assert host.peers == {143: 1, 993: 0}


def test_nobody_is_blamed_for_it() -> None:
    for reason in (Reason.OUT_OF_TIME, Reason.CANCELLED):
        assert (outcome(reason).fixer, outcome(reason).letter) == (Fixer.US, None)
    assert "called off" in outcome(Reason.CANCELLED).meaning.en
