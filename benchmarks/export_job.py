"""A large export in the embedded server: how quick other pages stay meanwhile, and the memory that it takes at most.

Run by hand: ``python -m benchmarks.export_job [PEOPLE]``. The start page is asked for twenty times a second, first with
nothing else to do, then while all kinds of files for so many people are written: in the background as the product does
it, and for comparison in a thread of a server of the same kind.
"""

import http.client
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from advisor.profiles.packing import pack
from advisor.profiles.targets import Target
from advisor.report.documents.settings import write_settings
from advisor.settings.staff import Defaults, read_staff
from advisor.store import cases, export_runs
from advisor.store.export_runs import Order
from advisor.store.models import RunState
from advisor.text import Language
from advisor.web.config import load_settings
from advisor.web.export_order import ExportOrder
from advisor.web.factory import create_app
from advisor.web.serve import prepare_database, serve
from advisor.web.transaction import unit
from tests.unit.profiles.companies import company

PEOPLE = 2000
PAUSE = 0.05
QUIET = 10.0
IN_THREAD = "in-thread"


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    print(f"{people} people, all kinds of files; milliseconds for the start page")
    in_background(people)
    in_thread(people)


def in_background(people):
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(load_settings(instance=Path(folder)))
        prepare_database(app)
        server, port = started(folder)
        try:
            row("nothing else to do", asked(port, ends_at(time.monotonic() + QUIET)))
            started_at = time.monotonic()
            number = begun(app, people)
            most = [0]
            watcher = threading.Thread(target=watch, args=(server.pid, most), daemon=True)
            watcher.start()
            row("in a process of its own", asked(port, lambda: state(app, number) != RunState.DONE))
            seconds = time.monotonic() - started_at
            print(f"  {seconds:.0f} s, {people / seconds:.1f} people a second", flush=True)
            print(f"  memory at most: the process {most[0]} MiB, the server {memory(server.pid)} MiB", flush=True)
        finally:
            server.terminate()
            server.wait()


def in_thread(people):
    with tempfile.TemporaryDirectory() as folder:
        server, port = started(folder, IN_THREAD, str(people))
        try:
            row("in a thread of the server", asked(port, lambda: not Path(folder, "done").exists()))
            print(f"  memory at most: the server {memory(server.pid)} MiB", flush=True)
        finally:
            server.terminate()
            server.wait()


def started(folder, *arguments):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "benchmarks.export_job", "serve", folder, str(port), *arguments]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while True:
        try:
            ask(port)
        except OSError:
            time.sleep(0.1)
        else:
            return process, port


def serving(folder, port, *arguments):
    """What the server's process does."""
    app = create_app(load_settings(instance=Path(folder)))
    if arguments:
        threading.Thread(target=packed, args=(Path(folder), int(arguments[1])), daemon=True).start()
    serve(app, port=int(port))


def packed(folder, people):
    time.sleep(1)
    settings = company()
    staff = read_staff(rows(people), Defaults(settings.alternative, settings.keep_days, Language.DE))
    with (folder / "out.zip").open("wb") as out:
        pack(out, settings, staff.people, only=tuple(Target))
    (folder / "done").touch()


def rows(people):
    return b"address;name\n" + b"".join(b"person%d@firma.ch;Person Nummer %d\n" % (n, n) for n in range(people))


def begun(app, people):
    order = ExportOrder(write_settings(company()).decode(), rows(people), tuple(Target), False, Language.DE, None)
    stored = Order(order.settings, order.staff, order.choices(), "mailweiche.zip", "imap", people)
    with app.app_context(), unit():
        case, _ = cases.create(language="de", answers="{}", days=1)
        return export_runs.create(case.id, stored)


def state(app, number):
    with app.app_context():
        return export_runs.by_id(number).state


def ends_at(moment):
    return lambda: time.monotonic() < moment


def ask(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/")
    assert connection.getresponse().read()
    connection.close()


def asked(port, goes_on):
    took = []
    while goes_on():
        begin = time.perf_counter()
        ask(port)
        took.append((time.perf_counter() - begin) * 1000)
        time.sleep(PAUSE)
    return sorted(took)


def row(name, took):
    median, p95, p99 = (took[int(share * (len(took) - 1))] for share in (0.5, 0.95, 0.99))
    print(f"{name:<26} {len(took):5} requests  median {median:4.0f}  95 % {p95:4.0f}  99 % {p99:4.0f}  "
          f"slowest {took[-1]:4.0f}", flush=True)  # fmt: skip


def watch(server, most):
    """Note the most memory that a child of the server has ever held."""
    while True:
        for child in Path(f"/proc/{server}/task").glob("*/children"):
            for pid in child.read_text().split():
                if is_writing(pid):
                    most[0] = max(most[0], memory(pid))
        time.sleep(0.5)


def is_writing(pid):
    """Whether this is the process that writes, not the server's copy that is about to become it."""
    try:
        return b"export_process" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def memory(pid):
    """The most that a process has held so far, in MiB; 0 when it has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return max((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")), default=0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serving(*sys.argv[2:])
    else:
        main()
