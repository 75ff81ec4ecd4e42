"""Many domains at once as people run it: fair to servers, one line each, and gone on with after any end."""

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from advisor.report.documents.server_report import read_server_report
from probes.batch import Signals, probe_all
from probes.codes import AUTOCONFIG_FILES, Reason
from probes.target import Target
from tests.integration.probes.conftest import QUICK
from tests.integration.probes.discovery.conftest import Web, answer, settings_file
from tests.integration.probes.made_runs import press_twice

SCRIPT = Path(sys.executable).with_name("mailweiche")
STANDARD = (143, 993, 110, 995, 587, 465)
WAIT = 60  # seconds for a command to start, to work and to end, however busy the machine is
ROOT = Path(__file__).resolve().parents[3]
STRETCH = 80  # targets before memory is watched, and over which it is
MOST = 8 * 1024  # bytes that a target may leave behind: caches of names still fill (2 kB measured)


def refuses(peer):
    time.sleep(0.05)
    peer.send(b"* BYE bye\r\n")


def silent(peer):
    peer.hold()


def domain(lab, number, hoster):
    """One more customer of a hoster, whose exchanger is also the server."""
    name = f"kunde{number}.example"
    lab.dns.add(name, "MX", f"10 {hoster}.")
    return name


@pytest.fixture
def web(lab):
    """Web servers of one test; each brings its certificate."""
    return Web(lab, None)


@pytest.fixture
def batch(lab, tmp_path):
    """Starts the command in a folder of its own."""
    environment = lab.environment(tmp_path)
    started = []

    def start(names, *options):
        (tmp_path / "list.txt").write_text("\n".join(names))
        command = [SCRIPT, "probe", "--batch", "list.txt", "--timeout", "2", *options]
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def finished(process):
    out, err = process.communicate(timeout=WAIT)
    return process.returncode, out, err


def lines_of(path):
    return path.read_bytes().splitlines() if path.exists() else []


def wait_for_lines(path, count):
    deadline = time.monotonic() + WAIT
    while len(lines_of(path)) < count:
        assert time.monotonic() < deadline, "no further report"
        time.sleep(0.05)


def reported(path):
    return [read_server_report(line).report.domain for line in lines_of(path)]


def test_one_valid_report_a_line_on_standard_output(lab, batch):
    lab.host("mail.hoster.example", dict.fromkeys(STANDARD, refuses))
    names = [domain(lab, number, "mail.hoster.example") for number in range(3)]
    code, out, err = finished(batch(["# clients", *names, names[0], "nix.example", "not a domain"]))
    assert code == 0, err
    reports = [read_server_report(line.encode()).report for line in out.splitlines()]
    assert sorted(report.domain for report in reports) == sorted([*names, "nix.example"])
    assert all(json.loads(line)["schema"] == "mailweiche.server-report/1" for line in out.splitlines())
    assert "line 7: “not a domain”" in err
    assert "4 of 4" in err


def test_customers_of_one_server_are_never_probed_at_the_same_moment(lab):
    host = lab.host("mail.hoster.example", dict.fromkeys(STANDARD, refuses))
    names = [domain(lab, number, "mail.hoster.example") for number in range(6)]
    options = lab.options(deadline=2.0)
    reports = list(probe_all([Target(name, name) for name in names], options, 6, Signals()))
    assert sorted(report.domain for report in reports) == names
    spans = sorted((report.started_at.timestamp(), report.duration_ms / 1000) for report in reports)
    for (start, seconds), (following, _) in pairwise(spans):
        assert following >= start + seconds - 0.01
    assert host.most_at_once <= 6


SERVICES = (("_imaps", 993), ("_pop3s", 995), ("_submissions", 465))
PREFIXES = ("imap", "mail", "pop3", "smtp")


def by_srv(lab, name, host):
    for label, port in SERVICES:
        lab.dns.add(f"{label}._tcp.{name}", "SRV", f"0 1 {port} imap.hoster.example.")


def by_one_srv(lab, name, host):
    lab.dns.add(f"_pop3._tcp.{name}", "SRV", f"0 1 110 {name}-pop.hoster.example.")
    lab.dns.add(f"{name}-pop.hoster.example", "A", host.address)


def by_usual_names(lab, name, host):
    for prefix in PREFIXES:
        lab.dns.add(f"{prefix}.{name}", "A", host.address)


def by_alias(lab, name, host):
    for prefix in PREFIXES:
        lab.dns.add(f"{prefix}.{name}", "CNAME", "imap.hoster.example.")


WAYS = (by_srv, by_one_srv, by_usual_names, by_alias)


def late(peer):
    time.sleep(0.3)
    peer.send(b"* BYE bye\r\n")


@pytest.mark.parametrize(("answers", "count"), [(late, 8), (silent, 4)])
def test_one_server_never_sees_more_than_six_connections_whatever_leads_there(lab, answers, count):
    """Domains with exchangers of their own, behind a filter, or without any; over several processes."""
    host = lab.host("imap.hoster.example", dict.fromkeys(STANDARD, answers))
    names = []
    for number, way in enumerate((WAYS * 2)[:count]):
        name = f"kunde{number}.example"
        if number < len(WAYS):
            lab.dns.add(name, "MX", f"10 mx.{name}.")
            lab.dns.add(f"mx.{name}", "A", f"127.77.0.{number + 1}")
        elif number % 2:
            lab.dns.add(name, "MX", "10 mx1.pphosted.com.")
        else:
            lab.dns.add(name, "TXT", '"nothing"')
        way(lab, name, host)
        names.append(name)
    options = lab.options(deadline=1.5)
    reports = list(probe_all([Target(name, name) for name in names], options, 8, Signals()))
    assert sorted(report.domain for report in reports) == names
    reached = {report.domain for report in reports for each in report.services if each.address == host.address}
    assert reached == {*names}
    assert host.most_at_once <= 6


FILE = "/mail/config-v1.1.xml"
XML = b"Content-Type: text/xml"


def by_file(web, name, server, context):
    """Exchangers and names of its own, and a file on the web that leads to the hoster."""
    web.lab.dns.add(name, "MX", f"10 mx.{name}.")
    web.serve(f"autoconfig.{name}", {FILE: answer(settings_file(server, name), b"200 OK", XML)}, context=context)


def test_a_server_that_only_files_on_the_web_name_never_sees_more_than_six_connections(lab, web, test_ca):
    host = lab.host("imap.hoster.example", dict.fromkeys(STANDARD, late))
    names = [f"kunde{number}.example" for number in range(6)]
    tls = test_ca.certificate(*(f"autoconfig.{name}" for name in names)).server_context()
    for name in names:
        by_file(web, name, "imap.hoster.example", tls)
    options = lab.options(deadline=2.5)
    reports = list(probe_all([Target(name, name) for name in names], options, 6, Signals()))
    assert sorted(report.domain for report in reports) == names
    for report in reports:
        there = [each for each in report.services if each.host == "imap.hoster.example"]
        assert {each.address for each in there} == {host.address}
        assert not {each.reason for each in there} & {Reason.CANCELLED, Reason.OUT_OF_TIME}
    assert host.most_at_once <= 6
    assert set(host.peers.values()) == {len(names)}, "whoever went back had not been there"


def tired(peer):
    time.sleep(0.2)
    peer.send(answer(b"", b"404 Not Found"))


def test_one_web_server_never_sees_more_than_six_connections_either(lab, web, test_ca):
    """Only two runs at once are there; a run that would be the third goes back, and nothing is told as not asked."""
    names = [f"kunde{number}.example" for number in range(8)]
    tls = test_ca.certificate(*(f"{label}{name}" for name in names for label in ("", "autoconfig."))).server_context()
    host = web.serve("web.hoster.example", https=tired, http=tired, context=tls)
    for name in names:
        lab.dns.add(name, "MX", f"10 mx.{name}.")
        for label in ("", "autoconfig."):
            lab.dns.add(f"{label}{name}", "A", host.address)
    reports = list(probe_all([Target(name, name) for name in names], lab.options(deadline=2.5), 8, Signals()))
    assert sorted(report.domain for report in reports) == names
    for report in reports:
        asked = [check for check in report.sources if check.source in AUTOCONFIG_FILES]
        assert {check.reason for check in asked} == {None}
        assert {step.status for check in asked for step in check.evidence} == {"404"}
    assert host.most_at_once <= 6


def test_a_slow_hoster_with_many_customers_does_not_keep_the_others_waiting(lab):
    lab.host("mail.slow.example", dict.fromkeys(STANDARD, silent))
    slow = [domain(lab, number, "mail.slow.example") for number in range(8)]
    others = []
    for number in range(100, 106):
        lab.host(f"mail.hoster{number}.example", dict.fromkeys(STANDARD, refuses))
        others.append(domain(lab, number, f"mail.hoster{number}.example"))
    patient = lab.options(deadline=60.0, limits=replace(QUICK, greeting=60, tls=60, reply=60))
    reports = probe_all([Target(name, name) for name in [*slow, *others]], patient, 8, Signals())
    first = [next(reports).domain for _ in others]
    reports.close()
    assert set(first) == set(others), "the slow one has not even answered once"


def test_what_is_written_stays_when_the_process_is_killed_and_is_gone_on_with(lab, batch, tmp_path):
    lab.host("mail.hoster.example", dict.fromkeys(STANDARD, refuses))
    names = [domain(lab, number, "mail.hoster.example") for number in range(6)]
    out = tmp_path / "out.jsonl"
    process = batch(names, "--out", "out.jsonl")
    wait_for_lines(out, 2)
    process.send_signal(signal.SIGKILL)
    finished(process)
    before = [line for line in out.read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    out.write_bytes(b"".join(before) + before[0][:500])  # as if the last line had been cut off
    code, _, err = finished(batch(names, "--out", "out.jsonl"))
    assert code == 0, err
    assert f"left out: {len(before)} of 6" in err
    assert sorted(reported(out)) == sorted(names)
    assert out.read_bytes().startswith(b"".join(before))


def test_an_interrupt_finishes_what_runs_and_begins_nothing_new(lab, batch, tmp_path):
    lab.host("mail.hoster.example", dict.fromkeys(STANDARD, refuses))
    names = [domain(lab, number, "mail.hoster.example") for number in range(30)]
    out = tmp_path / "out.jsonl"
    process = batch(names, "--out", "out.jsonl")
    wait_for_lines(out, 1)
    started = time.monotonic()
    process.send_signal(signal.SIGINT)
    code, _, err = finished(process)
    assert time.monotonic() - started < 15
    assert code == 1
    assert "Traceback" not in err
    assert err.splitlines()[-1].startswith(f"mailweiche: Interrupted after {len(lines_of(out))} of 30")
    assert 1 <= len(reported(out)) < 30


def test_a_second_interrupt_ends_at_once_and_writes_nothing_half(lab, batch, tmp_path):
    slow = lab.host("mail.slow.example", dict.fromkeys(STANDARD, silent))
    names = [domain(lab, number, "mail.slow.example") for number in range(3)]
    process = batch(names, "--out", "out.jsonl", "--timeout", "60")
    deadline = time.monotonic() + WAIT
    while not any(slow.peers.values()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    press_twice(process, process.send_signal)
    code, _, err = finished(process)
    assert code == 1
    assert "Interrupted after 0 of 3" in err
    assert lines_of(tmp_path / "out.jsonl") == []


def test_memory_stays_flat_over_two_long_stretches(lab):
    """The first targets load what every process loads once; then each further one must leave nothing behind."""
    hosts = [f"mail.hoster{number}.example" for number in range(8)]
    for host in hosts:
        lab.host(host, dict.fromkeys(STANDARD, refuses))
    for number in range(2 * STRETCH):
        domain(lab, number, hosts[number % len(hosts)])
    command = [sys.executable, "-m", "tests.integration.probes.measured_batch"]
    words = [lab.dns.nameserver, str(lab.ca.path), str(STRETCH)]
    done = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    early, late, before, after = map(int, done.stdout.split())
    assert late - early < MOST * STRETCH / 2, "in the process that hands out the runs"
    assert after - before < MOST * STRETCH, "in those that make them"
