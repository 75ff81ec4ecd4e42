"""The processes of a batch: one that is killed loses nothing, and none outlives the command."""

import os
import signal
import subprocess
import sys
import time
from itertools import count

import pytest

from advisor.web.cli import ALONE
from probes import workers
from probes.batch import Signals, probe_all
from probes.target import Target
from probes.workers import NoWorkerError, Workers
from tests.integration.probes.made_runs import lives, press_twice, workers_of
from tests.integration.probes.test_batch import (
    SCRIPT,
    STANDARD,
    WAIT,
    domain,
    finished,
    lines_of,
    refuses,
    reported,
    silent,
)


def until(holds):
    """Wait until ``holds()`` is true, and hand that over."""
    deadline = time.monotonic() + WAIT
    while not (value := holds()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return value


@pytest.fixture
def batch(lab, tmp_path):
    """Starts the command as a terminal does, in a process group of its own."""
    started = []

    def start(names, *options):
        (tmp_path / "list.txt").write_text("\n".join(names))
        command = [SCRIPT, "probe", "--batch", "list.txt", "--timeout", "30", *options]
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=lab.environment(tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def slow(lab):
    """Two domains whose servers say nothing for long, and whether both were asked."""
    hosts = [lab.host(f"mail.slow{number}.example", dict.fromkeys(STANDARD, silent)) for number in range(2)]
    names = [domain(lab, number, f"mail.slow{number}.example") for number in range(2)]
    return names, lambda: all(host.peers[993] for host in hosts)


def quick(lab, count):
    """So many domains with servers of their own that send everybody away."""
    for number in range(10, 10 + count):
        lab.host(f"mail.quick{number}.example", dict.fromkeys(STANDARD, refuses))
    return [domain(lab, number, f"mail.quick{number}.example") for number in range(10, 10 + count)]


def silent_to(first):
    """A server that says nothing to the first who come and sends everybody else away."""
    callers = count()

    def answer(peer):
        if next(callers) < first:
            peer.hold()
        else:
            refuses(peer)

    return answer


def test_a_process_that_is_killed_loses_nothing(lab, batch, tmp_path):
    hosts, names = [], quick(lab, 4)
    for number in range(1):
        handlers = {port: silent_to(1) for port in STANDARD}
        hosts.append(lab.host(f"mail.slow{number}.example", handlers))
        names.append(domain(lab, number, f"mail.slow{number}.example"))
    process = batch(names, "--out", "out.jsonl")
    until(lambda: all(host.peers[993] for host in hosts))
    for pid in workers_of(process.pid):
        os.kill(pid, signal.SIGKILL)
    code, _, err = finished(process)
    assert code == 0, err
    assert "Traceback" not in err
    assert sorted(reported(tmp_path / "out.jsonl")) == sorted(names)
    assert all(host.peers[993] == 2 for host in hosts)


def test_what_is_killed_again_is_told_and_the_others_go_on(lab, batch, tmp_path):
    hosts, names = [], []
    for number in range(1):
        handlers = {port: silent_to(2) for port in STANDARD}
        hosts.append(lab.host(f"mail.slow{number}.example", handlers))
        names += [domain(lab, 10 * number + customer, f"mail.slow{number}.example") for customer in range(2)]
    process = batch(names, "--out", "out.jsonl")
    for times in (1, 2):
        until(lambda times=times: all(host.peers[993] == times for host in hosts))
        for pid in workers_of(process.pid):
            os.kill(pid, signal.SIGKILL)
    code, _, err = finished(process)
    assert code == 1
    done = reported(tmp_path / "out.jsonl")
    lost = [name for name in names if f"{name}: no report" in err]
    assert (len(done), sorted([*done, *lost])) == (1, sorted(names))
    assert err.splitlines()[-1] == "mailweiche: 1 of 2 have a report; the same command tries the rest once more."


def test_keys_for_the_whole_group_let_finish_what_runs_and_leave_no_process(lab, batch, slow, tmp_path):
    names, both_run = slow
    process = batch(names, "--out", "out.jsonl", "--timeout", "10")
    until(both_run)
    workers = workers_of(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    code, _, err = finished(process)
    assert code == 0, err
    assert sorted(reported(tmp_path / "out.jsonl")) == names
    assert workers
    until(lambda: not any(map(lives, workers)))


def test_keys_pressed_twice_leave_no_process(batch, slow, tmp_path):
    names, both_run = slow
    process = batch(names, "--out", "out.jsonl")
    until(both_run)
    workers = workers_of(process.pid)
    press_twice(process, lambda key: os.killpg(process.pid, key))
    code, _, err = finished(process)
    assert (code, lines_of(tmp_path / "out.jsonl")) == (1, [])
    assert "Traceback" not in err
    assert len(workers) > 0
    assert not any(map(lives, workers))


def test_no_process_outlives_a_command_that_is_killed(batch, slow):
    names, both_run = slow
    process = batch(names, "--out", "out.jsonl")
    until(both_run)
    workers = workers_of(process.pid)
    process.kill()
    assert workers
    until(lambda: not any(map(lives, workers)))


def test_a_reader_that_goes_away_ends_everything(lab, batch, slow):
    names, both_run = slow
    process = batch([*names, *quick(lab, 2)])
    until(both_run)
    workers = workers_of(process.pid)
    process.stdout.close()
    assert process.wait(WAIT) == 1
    assert "Traceback" not in process.stderr.read()
    assert workers
    assert not any(map(lives, workers))


def test_runs_are_shared_and_bounded(lab, monkeypatch):
    monkeypatch.setattr("probes.workers.cores", lambda: 3)
    names = quick(lab, 12)
    most, started = 0, set()
    signals = Signals()
    for _ in probe_all([Target(name, name) for name in names], lab.options(deadline=2.0), 2, signals):
        now = workers_of(os.getpid())
        started |= set(now)
        most = max(most, len(now))
    assert most == len(started) == 2
    assert workers_of(os.getpid()) == []


def test_one_at_a_time_starts_no_process(lab):
    reports = probe_all([Target(name, name) for name in quick(lab, 1)], lab.options(deadline=2.0), 1, Signals())
    assert len([workers_of(os.getpid()) for _ in reports]) == 1
    assert workers_of(os.getpid()) == []


@pytest.mark.parametrize("program", ["/bin/false", "/bin/missing"], ids=["ends at once", "does not start at all"])
def test_a_process_that_cannot_be_started_ends_the_batch(lab, monkeypatch, program):
    monkeypatch.setattr("probes.workers.sys.executable", program)
    with Workers(2) as none:
        none.start()
        with pytest.raises(NoWorkerError):
            none.run(Target("firma.example", "firma.example"), lab.options(), Signals().cancel)


def test_where_no_further_process_can_be_started_the_others_do_its_work(lab, monkeypatch):
    names, begin, tried, processes = quick(lab, 4), workers._started, [], set()

    def only_one(*given):
        tried.append(given)
        if len(tried) > 1:
            raise BlockingIOError("no more processes for this user")
        return begin(*given)

    monkeypatch.setattr(workers, "_started", only_one)
    monkeypatch.setattr("probes.workers.cores", lambda: 2)
    reports = []
    for report in probe_all([Target(name, name) for name in names], lab.options(deadline=2.0), 2, Signals()):
        reports.append(report.domain)
        processes |= set(workers_of(os.getpid()))
    assert sorted(reports) == sorted(names)
    assert len(tried) > 1
    assert len(processes) == 1


def test_processes_started_early_are_the_ones_that_work(lab, monkeypatch):
    monkeypatch.setattr("probes.workers.cores", lambda: 3)
    with Workers(2) as two:
        two.start()
        early = workers_of(os.getpid())
        (name,) = quick(lab, 1)
        report = two.run(Target(name, name), lab.options(deadline=2.0), Signals().cancel)
        assert (report.domain, len(early), workers_of(os.getpid())) == (name, 2, early)
    assert workers_of(os.getpid()) == []


@pytest.mark.parametrize(
    ("module", "strangers"),
    [
        ("probes.worker", {"advisor", "flask", "sqlalchemy"}),
        ("advisor.web.cli, advisor.web.commands.probe", {"flask", "sqlalchemy", "pydantic", "dns", "OpenSSL"}),
        (", ".join(f"advisor.web.commands.{name}" for name in (*ALONE, "probe_batch", "probe_one")), {"flask"}),
    ],
    ids=["processes without the advisor", "they start before anything large is loaded", "commands without Flask"],
)
def test_what_is_loaded(module, strangers):
    code = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert not strangers & set(loaded.split())
