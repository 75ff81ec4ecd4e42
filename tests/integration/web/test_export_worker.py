"""Real worker processes and a large export: survives a kill and a stop, gives the bytes of ``mailweiche export``."""

import json
import resource
import signal
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import pytest

from advisor.profiles.targets import Target
from advisor.questionnaire.answers import Answers
from advisor.report.documents.answers import write_answers
from advisor.report.documents.server_report import write_server_report
from advisor.report.documents.settings import write_settings
from advisor.report.server_report import complete
from advisor.store import cases
from advisor.store.database import db
from advisor.store.models import ExportRun, ProbeRun, RunState
from advisor.text import Language
from advisor.web.export_job import COMMAND as COMMAND_LINE
from advisor.web.export_order import ExportOrder, write_request
from tests.integration.web.conftest import COMMAND, wait_until
from tests.made_up.probe_reports import GOOD
from tests.unit.profiles.companies import company

PAGE = "/profiles/export/1"
KINDS = (*Target,)
PEOPLE = 60
STAFF = "address;name\r\n" + "".join(f"p{number}@firma.example;Person {number}\r\n" for number in range(PEOPLE))
ANSWERS = {"devices": "two", "shared_addresses": "few", "mail_location": "server", "local_only_mail": "none"}


@pytest.fixture
def firm(installation):
    """A browser, in German, with a case whose server has been checked."""
    with installation.app.app_context():
        case, token = cases.create(language="de", answers=write_answers(Answers.of(ANSWERS)).decode(), days=1)
        case.target = GOOD.domain
        now = datetime.now(UTC)
        report = write_server_report(complete(GOOD)).decode()
        run = ProbeRun(
            case_id=case.id, target=GOOD.domain, state=RunState.DONE, created_at=now, finished_at=now, report=report
        )
        db.session.add(run)
        db.session.commit()
    client = installation.app.test_client()
    client.get("/language/de")
    client.get(f"/resume/{token}")
    return client


def begin(client) -> None:
    client.post("/profiles/staff", data={"way": "imap", "file": (BytesIO(STAFF.encode()), "staff.csv")})
    answer = client.post("/profiles/download", data={"way": "imap", "target": [*KINDS]})
    assert answer.location == PAGE


def stored(installation) -> ExportRun:
    with installation.app.app_context():
        return db.session.get(ExportRun, 1)


def files_of(installation) -> list[str]:
    folder = installation.folder / "instance/exports"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def is_in_the_middle(installation) -> bool:
    run = stored(installation)
    return run.state == RunState.RUNNING and 0 < run.done < PEOPLE


def is_done(installation) -> bool:
    return stored(installation).state == RunState.DONE


def by_command(installation, client) -> bytes:
    """What ``mailweiche export`` makes of the same settings and the same list."""
    folder = installation.folder
    (folder / "settings.json").write_bytes(client.get("/result/settings.json?way=imap").data)
    (folder / "staff.csv").write_text(STAFF)
    options = ["--settings", "settings.json", "--staff", "staff.csv", "--only", ",".join(KINDS), "--lang", "de"]
    done = subprocess.run([COMMAND, "export", *options, "--out", "out.zip"], cwd=folder, capture_output=True)
    assert done.returncode == 0, done.stderr
    return (folder / "out.zip").read_bytes()


def downloaded(client) -> bytes:
    with client.get(f"{PAGE}/files.zip") as answer:
        assert answer.mimetype == "application/zip"
        return answer.get_data()


def test_after_a_kill_in_the_middle_another_worker_gives_the_bytes_of_the_command(installation, firm) -> None:
    begin(firm)
    killed = installation.start("worker")
    wait_until(lambda: is_in_the_middle(installation))
    first = stored(installation).file
    killed.send_signal(signal.SIGKILL)
    killed.wait(60)
    assert stored(installation).state == RunState.RUNNING, "nobody could say goodbye"
    wait_until(lambda: files_of(installation) == [])  # the process that wrote sees that nobody listens
    installation.start("worker")
    wait_until(lambda: is_done(installation))
    run = stored(installation)
    assert run.attempts == 2
    assert run.file != first
    assert files_of(installation) == [f"{run.file}.zip"]
    assert downloaded(firm) == by_command(installation, firm)
    assert "Traceback" not in installation.log()


def test_a_stopped_worker_puts_it_back_and_leaves_nothing(installation, firm) -> None:
    begin(firm)
    worker = installation.start("worker")
    wait_until(lambda: is_in_the_middle(installation))
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(60) == 0
    run = stored(installation)
    assert (run.state, run.attempts) == (RunState.QUEUED, 0)
    assert files_of(installation) == []
    assert "export_put_back" in installation.log()


def test_stopping_on_the_page_stops_the_work(installation, firm) -> None:
    begin(firm)
    installation.start("worker")
    wait_until(lambda: is_in_the_middle(installation))
    status = firm.get(f"{PAGE}/status").json
    assert status["state"] == "working"
    assert f"von {PEOPLE} Personen" in status["html"]
    firm.post(f"{PAGE}/cancel")
    wait_until(lambda: "export_called_off" in installation.log())
    assert files_of(installation) == []
    assert stored(installation).state == RunState.CANCELLED


def test_two_workers_write_it_once(installation, firm) -> None:
    for _ in range(2):
        installation.start("worker")
    begin(firm)
    wait_until(lambda: is_done(installation))
    assert stored(installation).attempts == 1
    assert installation.log().count('"event": "export_started"') == 1


def request_for(path, *targets: Target) -> bytes:
    settings = write_settings(company()).decode()
    return write_request(ExportOrder(settings, STAFF.encode(), targets, False, Language.DE, None), str(path))


def said_by_process(path, **options) -> list[dict[str, object]]:
    """What the process that writes says of an order for this path."""
    request = request_for(path, Target.SHEET, Target.APPLE)
    done = subprocess.run(COMMAND_LINE, input=request, capture_output=True, **options)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    assert said_by_process(tmp_path / "x.part", preexec_fn=little_room)[-1] == {"error": "no_space"}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path) -> None:
    assert said_by_process(tmp_path / "nowhere/x.part") == [{"error": "not_writable"}]


def test_it_never_writes_over_or_through_what_is_there(tmp_path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    (tmp_path / "x.part").symlink_to(precious)
    assert said_by_process(tmp_path / "x.part") == [{"error": "not_writable"}]
    assert precious.read_bytes() == b"precious"


def test_who_writes_ends_when_nobody_listens(tmp_path) -> None:
    with subprocess.Popen(COMMAND_LINE, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.write(request_for(tmp_path / "x.part", *Target))
        process.stdin.close()
        assert "done" in json.loads(process.stdout.readline())
        assert [path.name for path in tmp_path.iterdir()] == ["x.part"]
        process.stdout.close()
        assert process.wait(60) == 1
    assert list(tmp_path.iterdir()) == []
