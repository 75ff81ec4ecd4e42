"""An installation in a folder of its own, and its processes: started by the test, ended by their process id."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask

from advisor.store import probe_runs
from advisor.store.models import ProbeRun
from advisor.web.config import load_settings
from advisor.web.extensions import alembic
from advisor.web.factory import create_app

COMMAND = Path(sys.executable).parent / "mailweiche"
SECRET = "only-for-these-tests-0123456789"


def wait_until(condition: Callable[[], object], seconds: float = 120) -> None:
    """Return once ``condition`` holds; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.05)


@dataclass
class Installation:
    """The app in this process and the environment for further processes on the same data."""

    app: Flask
    environment: dict[str, str]
    folder: Path
    processes: list[subprocess.Popen] = field(default_factory=list)

    def start(self, *arguments: str) -> subprocess.Popen:
        """Start a command of the product."""
        with (self.folder / "log.txt").open("ab") as output:
            process = subprocess.Popen(
                [COMMAND, *arguments], env=self.environment, stdout=output, stderr=output, cwd=self.folder
            )
        self.processes.append(process)
        return process

    def log(self) -> str:
        """What the processes wrote."""
        return (self.folder / "log.txt").read_text()

    def run(self, number: int = 1) -> ProbeRun:
        """The run as it stands now."""
        with self.app.app_context():
            return probe_runs.by_id(number)

    def stop_all(self) -> None:
        """End whatever a test left running."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait(60)


@pytest.fixture
def installation(tmp_path, dns_server, test_ca):
    settings = load_settings(
        instance=tmp_path / "instance",
        secret_key=SECRET,
        nameservers=(dns_server.nameserver,),
        probe_allow_networks=("127.0.0.0/8",),
        probe_extra_ca=test_ca.path,
    )
    app = create_app(settings)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        alembic.upgrade()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("MAILWEICHE_")},
        "MAILWEICHE_INSTANCE": str(settings.instance),
        "MAILWEICHE_SECRET_KEY": SECRET,
        "MAILWEICHE_NAMESERVERS": dns_server.nameserver,
        "MAILWEICHE_PROBE_ALLOW_NETWORKS": "127.0.0.0/8",
        "MAILWEICHE_PROBE_EXTRA_CA": str(test_ca.path),
    }
    made = Installation(app, environment, tmp_path)
    yield made
    made.stop_all()


@pytest.fixture
def person(installation):
    """A browser with a case, in German."""
    client = installation.app.test_client()
    client.get("/language/de")
    client.post("/start")
    return client
