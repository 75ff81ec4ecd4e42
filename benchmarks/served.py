"""Requests per second of the autoconfig that we answer, beside those of automx2 from PyPI in the same run.

``python -m benchmarks.served``. Both run under waitress with the same number of threads, on the same versions of Flask
and waitress, with SQLite, and get the same load in turns: persistent connections, every question for another address of
one domain. automx2 is installed into a virtual environment in a temporary folder. Every answer is checked. Ends with 1
where we are not ``BAR`` times as fast.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import venv
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

BAR = 3.0
ROUNDS = 5
SECONDS = 4.0
THREADS = 8
CONNECTIONS = 4
START_SECONDS = 60
AUTOMX2 = "2026.2"
DOMAIN = "bench.example"
HOST = "mail.bench.example"
AUTOMX2_APP = (
    "import sys; from waitress import serve; from automx2.server import app; "
    "serve(app, host='127.0.0.1', port=int(sys.argv[1]), threads=int(sys.argv[2]))"
)
SEED = {
    "version": 2,
    "provider": "Bench",
    "domains": [{"name": DOMAIN}],
    "servers": [{"type": "imap", "name": HOST}, {"type": "smtp", "name": HOST}],
}


def serve_ours(folder, port):
    """Our app with one proved domain; the limit per client is on, but out of the way."""
    from waitress import serve

    from advisor.report.documents.settings import write_settings
    from advisor.store import cases, publications, served_domains
    from advisor.web.config import load_settings
    from advisor.web.extensions import alembic
    from advisor.web.factory import create_app
    from advisor.web.transaction import unit
    from tests.unit.profiles.companies import company, server

    app = create_app(
        load_settings(instance=Path(folder), public_url="https://mail.operator.example", served_per_minute=1_000_000)
    )
    settings = company(domain=DOMAIN, imap=server(HOST), pop3=None, submission=server(HOST, 465))
    with app.app_context():
        alembic.upgrade()
        with unit():
            case_id = cases.create(language="en", answers="{}", days=1)[0].id
            publications.publish(case_id, write_settings(settings))
            served_domains.offer(case_id, DOMAIN)
            served_domains.prove(served_domains.of(case_id), "dns")
    serve(app, host="127.0.0.1", port=int(port), threads=THREADS, url_scheme="https")


@contextmanager
def running(command, port, **environment):
    """A server process that answers on ``port``."""
    process = subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"did not start: {command}")
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(10)


def _answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def installed(folder):
    """The Python of a virtual environment with automx2."""
    venv.create(folder, with_pip=True)
    python = Path(folder) / "bin" / "python"
    wanted = [f"automx2=={AUTOMX2}", *(f"{name}=={version(name)}" for name in ("flask", "waitress"))]
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--quiet", *wanted], check=True)
    return python


def seed(port):
    """Tell automx2 of the same domain and the same servers."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/initdb/", json.dumps(SEED).encode(), {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(request, timeout=30).close()


class Client(threading.Thread):
    """One persistent connection that asks again as soon as it has the answer."""

    def __init__(self, port, number, until):
        super().__init__()
        self._port, self._number, self._until = port, number, until
        self.done = 0
        self.problem = ""

    def run(self):
        with socket.create_connection(("127.0.0.1", self._port), 30) as line, line.makefile("rb") as answers:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.monotonic() < self._until and not self.problem:
                address = f"person{self._number}-{self.done}%40{DOMAIN}"
                question = (
                    f"GET /mail/config-v1.1.xml?emailaddress={address} HTTP/1.1\r\nHost: autoconfig.{DOMAIN}\r\n\r\n"
                )
                line.sendall(question.encode())
                self._read(answers)

    def _read(self, answers):
        status = answers.readline()
        length = 0
        while (header := answers.readline()) not in (b"\r\n", b""):
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        body = answers.read(length)
        if b" 200 " not in status or b"<hostname>%s<" % HOST.encode() not in body:
            self.problem = f"{status!r} {body[:200]!r}"
        self.done += 1


def load(port):
    """Requests per second of one round."""
    begin = time.monotonic()
    clients = [Client(port, number, begin + SECONDS) for number in range(CONNECTIONS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    for each in clients:
        if each.problem:
            raise SystemExit(f"port {port}: {each.problem}")
    return sum(each.done for each in clients) / (time.monotonic() - begin)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main():
    with tempfile.TemporaryDirectory(prefix="mailweiche-bench-") as name:
        folder = Path(name)
        python = installed(folder / "venv")
        configuration = folder / "automx2.conf"
        configuration.write_text(f"[automx2]\ndb_uri = sqlite:///{folder}/automx2.sqlite\nloglevel = WARNING\n")
        ours, theirs = free_port(), free_port()
        command = [python, "-c", AUTOMX2_APP, str(theirs), str(THREADS)]
        own = [sys.executable, "-m", "benchmarks.served", "ours", str(folder / "instance"), str(ours)]
        with running(own, ours), running(command, theirs, AUTOMX2_CONF=str(configuration)):
            seed(theirs)
            return compare(ours, theirs)


def compare(ours, theirs):
    for port in (ours, theirs):  # warm up
        load(port)
    found = [(load(ours), load(theirs)) for _ in range(ROUNDS)]
    for number, (own, their) in enumerate(found, start=1):
        print(f"round {number}: {own:8.0f} requests/s, automx2 {their:8.0f}, {own / their:5.1f} x")
    own, their = (statistics.median(each) for each in zip(*found, strict=True))
    ratio = own / their
    print(f"median : {own:8.0f} requests/s, automx2 {their:8.0f}, {ratio:5.1f} x (bar {BAR:g} x)")
    return int(ratio < BAR)


if __name__ == "__main__":
    if sys.argv[1:2] == ["ours"]:
        serve_ours(*sys.argv[2:])
    else:
        sys.exit(main())
