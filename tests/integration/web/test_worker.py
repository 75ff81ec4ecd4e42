"""Real worker processes on a real queue: a check runs, survives a kill and a stop, and is never done twice."""

import ctypes
import signal
import sqlite3
import time
from pathlib import Path

from advisor.store import probe_runs
from advisor.store.database import db
from advisor.store.models import RunState
from tests.integration.own_time import OwnTime
from tests.integration.probes.scripted import ScriptedHost
from tests.integration.web.conftest import wait_until

SLOW_NAME = "autoconfig.firma.example"  # as long as the DNS is silent about it, the run lasts


def ask(person) -> None:
    assert person.post("/check", data={"target": "info@firma.example"}).location == "/check/progress"


def is_working(installation) -> bool:
    run = installation.run()
    return run.state == RunState.RUNNING and "source" in run.progress


def is_done(installation) -> bool:
    return installation.run().state == RunState.DONE


def test_worker_checks_a_real_server_and_the_page_shows_it(installation, person, firma) -> None:
    ask(person)
    assert person.get("/check/status").json["state"] == "waiting"
    worker = installation.start("worker")
    wait_until(lambda: is_done(installation))
    page = person.get("/check/result").text
    assert f"{firma.host}:993" in page
    assert "passt, gültig noch" in page
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(60) == 0
    assert '"event": "probe_done"' in installation.log()
    assert "Traceback" not in installation.log()


def test_the_page_shows_the_first_answers_within_a_second(installation, person, firma, dns_server) -> None:
    dns_server.silence(SLOW_NAME)
    installation.start("worker")
    ask(person)
    wait_until(lambda: is_done(installation))  # the worker is up and waits for more
    person.post("/start")
    with installation.app.app_context():
        probe_runs.by_id(1).target = "andere.example"  # or the cool-down would show the first report
        db.session.commit()
    with OwnTime() as took:
        ask(person)
        wait_until(lambda: "check-lines" in person.get("/check/status").json.get("html", ""))
    assert took.seconds < 1.0
    assert installation.run(2).state == RunState.RUNNING, "slow signposts are still waited for"


def test_after_a_kill_in_the_middle_another_worker_finishes(installation, person, firma, dns_server) -> None:
    dns_server.silence(SLOW_NAME)
    ask(person)
    killed = installation.start("worker")
    wait_until(lambda: is_working(installation))
    killed.send_signal(signal.SIGKILL)
    killed.wait(60)
    assert installation.run().state == RunState.RUNNING, "nobody could say goodbye"
    installation.start("worker")
    wait_until(lambda: is_done(installation))
    assert installation.run().attempts == 2
    assert f"{firma.host}:993" in person.get("/check/result").text


def test_a_stopped_worker_puts_its_run_back_at_once(installation, person, firma, dns_server) -> None:
    dns_server.silence(SLOW_NAME)
    ask(person)
    worker = installation.start("worker")
    wait_until(lambda: is_working(installation))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(60) == 0
    stopped = installation.run()
    assert (stopped.state, stopped.attempts) == (RunState.QUEUED, 0)
    installation.start("worker")
    wait_until(lambda: is_done(installation))


def test_a_worker_stops_whichever_of_its_threads_the_signal_reaches(installation, person, firma, dns_server) -> None:
    """Under load the system hands one to a thread that is just being started instead of the one that waits for it."""
    dns_server.silence(SLOW_NAME)
    ask(person)
    worker = installation.start("worker")
    wait_until(lambda: is_working(installation))
    another = min({int(task.name) for task in Path(f"/proc/{worker.pid}/task").iterdir()} - {worker.pid})
    assert ctypes.CDLL(None).tgkill(worker.pid, another, signal.SIGTERM) == 0
    assert worker.wait(60) == 0
    assert installation.run().state == RunState.QUEUED


def test_stopping_the_check_on_the_page_stops_the_worker_too(installation, person, firma, dns_server) -> None:
    dns_server.silence(SLOW_NAME)
    ask(person)
    installation.start("worker")
    wait_until(lambda: is_working(installation))
    person.post("/check/cancel")
    wait_until(lambda: "probe_called_off" in installation.log())
    assert installation.run().state == RunState.CANCELLED
    assert installation.run().report is None


def test_a_lost_queue_is_filled_again_from_the_rows(installation, person, firma) -> None:
    ask(person)
    with sqlite3.connect(installation.folder / "instance" / "queue.sqlite3") as queue:
        queue.execute("DELETE FROM task")
    installation.start("worker")
    wait_until(lambda: is_done(installation))


def test_two_workers_do_one_run_once(installation, person, firma) -> None:
    for _ in range(2):
        installation.start("worker")
    ask(person)
    wait_until(lambda: is_done(installation))
    assert installation.run().attempts == 1
    assert installation.log().count('"event": "probe_started"') == 1


def test_a_forged_message_in_the_queue_is_refused(installation, person, firma) -> None:
    ask(person)
    with sqlite3.connect(installation.folder / "instance" / "queue.sqlite3") as queue:
        queue.execute("UPDATE task SET data = CAST('cos\nsystem\n(S''false''\ntR.:0' AS BLOB)")
    installation.start("worker")
    wait_until(lambda: is_done(installation))
    assert "Error reading from queue" in installation.log()


def test_many_domains_on_one_server_open_no_more_connections_there_than_one_would(installation, dns_server) -> None:
    """Each has a case and a client of its own, as after a click each; two workers share the work."""

    def late(peer) -> None:
        time.sleep(0.2)
        peer.send(b"* BYE bye\r\n")

    host = ScriptedHost(dict.fromkeys((143, 993, 110, 995, 587, 465), late))
    names = [f"d{number}.victim.example" for number in range(5)]
    try:
        for number, name in enumerate(names):
            for record in ("imap", "mail", "smtp"):
                dns_server.add(f"{record}.{name}", "A", host.address)
            dns_server.add(name, "A", host.address)
            client = installation.app.test_client()
            client.environ_base |= {"REMOTE_ADDR": f"203.0.113.{number}"}
            client.post("/start")
            assert client.post("/check", data={"target": name}).status_code == 302
        for _ in range(2):
            installation.start("worker")
        wait_until(lambda: all(installation.run(number + 1).state == RunState.DONE for number in range(len(names))))
    finally:
        host.stop()
    assert sum(host.peers.values()) >= 6 * len(names)
    assert host.most_at_once <= 6
    assert "Traceback" not in installation.log()
