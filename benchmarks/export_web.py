"""A whole staff through the pages: upload, preview, click, wait, download; then the same by ``mailweiche export``.

Run by hand: ``python -m benchmarks.export_web [PEOPLE]``. Web server, worker and writing process are told apart:
the most memory that each has held, and how long each step takes. The two ZIPs must be the same, byte for byte.
"""

import hashlib
import http.cookiejar
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

from waitress.server import create_server

from advisor.profiles.targets import Target
from advisor.questionnaire.answers import Answers
from advisor.report.documents.answers import write_answers
from advisor.report.documents.server_report import write_server_report
from advisor.report.server_report import complete
from advisor.store import cases
from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState
from advisor.web.config import load_settings
from advisor.web.factory import create_app
from advisor.web.serve import THREADS, prepare_database
from benchmarks.export_job import memory, watch
from tests.made_up.probe_reports import GOOD

PEOPLE = 5000
COMMAND = Path(sys.executable).with_name("mailweiche")
ANSWERS = {"devices": "two", "shared_addresses": "few", "mail_location": "server", "local_only_mail": "none"}
BOUNDARY = "a-part-of-the-form-ends-here"


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        token = case_in(folder)
        staff = rows(people)
        web, port = served(folder)
        worker = subprocess.Popen([COMMAND, "worker"], env=environment(folder), stderr=subprocess.DEVNULL)
        most = [0]
        threading.Thread(target=watch, args=(worker.pid, most), daemon=True).start()
        try:
            by_web = through_pages(Browser(port), token, staff, Path(folder))
            print(f"memory at most: web server {memory(web.pid)} MiB, worker {memory(worker.pid)} MiB, "
                  f"the process that writes {most[0]} MiB", flush=True)  # fmt: skip
        finally:
            for process in (web, worker):
                process.terminate()
                process.wait()
        by_command = commanded(folder, staff)
        print(f"web     {by_web}\ncommand {by_command}")
        assert by_web == by_command


def through_pages(browser, token, staff, folder):
    """The SHA-256 of the ZIP that the pages give; the settings are stored for the command."""
    browser.get(f"/resume/{token}")
    (folder / "settings.json").write_bytes(browser.get("/result/settings.json?way=imap"))
    browser.get("/profiles?way=imap")
    with Timed("upload, redirect and preview"):
        browser.upload("/profiles/staff", staff, way="imap")
    with Timed("preview once more"):
        browser.get("/profiles/preview?way=imap")
    with Timed("click"):
        page = browser.post("/profiles/download", way="imap", target=[*Target]).decode()
    number = re.search(r"/profiles/export/(\d+)/", page)[1]
    with Timed("until the ZIP is ready") as clock:
        while "location" not in json.loads(browser.get(f"/profiles/export/{number}/status")):
            time.sleep(0.5)
    people = len(staff.splitlines()) - 1
    print(f"{people / clock.seconds:.1f} people a second", flush=True)
    with Timed("download"):
        size, sha256 = browser.download(f"/profiles/export/{number}/files.zip")
    print(f"{size / 1024**2:.1f} MiB ZIP", flush=True)
    return sha256


def commanded(folder, staff):
    """The SHA-256 of the ZIP that ``mailweiche export`` makes of the same settings and the same list."""
    Path(folder, "staff.csv").write_bytes(staff)
    options = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "all", "--lang", "en"]
    with Timed("mailweiche export"):
        process = subprocess.Popen(
            [COMMAND, "export", *options, "--out", "out.zip"],
            cwd=folder, env=environment(folder), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
    print(f"memory at most: the command {used.ru_maxrss / 1024:.0f} MiB", flush=True)
    with Path(folder, "out.zip").open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Browser:
    """A plain browser without JavaScript, in English."""

    def __init__(self, port):
        self._base = f"http://127.0.0.1:{port}"
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies)
        self._token = ""

    def get(self, path):
        return self._sent(urllib.request.Request(self._base + path))

    def post(self, path, **fields):
        data = urllib.parse.urlencode({"csrf_token": self._token, **fields}, doseq=True).encode()
        return self._sent(urllib.request.Request(self._base + path, data))

    def upload(self, path, content, **fields):
        parts = [(f'name="{name}"', value.encode()) for name, value in {"csrf_token": self._token, **fields}.items()]
        parts.append(('name="file"; filename="staff.csv"', content))
        body = b"".join(
            f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + value + b"\r\n"
            for head, value in parts
        )
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self._sent(urllib.request.Request(self._base + path, body + f"--{BOUNDARY}--\r\n".encode(), kind))

    def download(self, path):
        """How much it is and its SHA-256, never as a whole in memory."""
        size, digest = 0, hashlib.sha256()
        with self._opener.open(self._base + path, timeout=600) as answer:
            while piece := answer.read(1 << 20):
                size += len(piece)
                digest.update(piece)
        return size, digest.hexdigest()

    def _sent(self, request):
        request.add_header("Accept-Language", "en")
        with self._opener.open(request, timeout=600) as answer:
            page = answer.read()
        token = re.search(rb'name="csrf_token"[^>]* value="([^"]+)"', page)
        self._token = token[1].decode() if token else self._token
        return page


class Timed:
    def __init__(self, what):
        self._what = what

    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self._start
        print(f"{self._what:<30} {self.seconds:8.2f} s", flush=True)


def rows(people):
    return b"address;name\r\n" + b"".join(b"p%d@firma.example;Person Nummer %d\r\n" % (n, n) for n in range(people))


def environment(folder):
    return os.environ | {"MAILWEICHE_INSTANCE": str(Path(folder, "instance"))}


def case_in(folder):
    """A case whose server has been checked; the word that opens it."""
    app = create_app(load_settings(instance=Path(folder, "instance")))
    with app.app_context():
        prepare_database(app)
        case, token = cases.create(language="en", answers=write_answers(Answers.of(ANSWERS)).decode(), days=1)
        case.target = GOOD.domain
        now = datetime.now(UTC)
        report = write_server_report(complete(GOOD)).decode()
        times = {"created_at": now, "finished_at": now}
        db.session.add(ProbeRun(case_id=case.id, target=GOOD.domain, state=RunState.DONE, report=report, **times))
        db.session.commit()
    return token


def served(folder):
    """The web server alone, as under a server of the operator's: the worker is a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "benchmarks.export_web", "serve", str(port)]
    process = subprocess.Popen(command, env=environment(folder), stderr=subprocess.DEVNULL)
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process, port
        time.sleep(0.1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        create_server(create_app(load_settings()), host="127.0.0.1", port=int(sys.argv[2]), threads=THREADS).run()
    else:
        main()
