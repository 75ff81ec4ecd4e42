"""A throw-away PostgreSQL cluster on loopback, run as the system user postgres; nothing is left behind."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from advisor.store.database import db
from advisor.web.config import load_settings
from advisor.web.extensions import alembic
from advisor.web.factory import create_app
from tests.integration.servers.process import ServerMissingError, free_loopback_address

BINARIES = Path("/usr/lib/postgresql/15/bin")
PORT = 54329
USER = "postgres"


class Cluster:
    """One running cluster in a temporary folder."""

    def __init__(self) -> None:
        if not (BINARIES / "initdb").exists():
            raise ServerMissingError("initdb is missing: install the Debian package postgresql (make test does it)")
        self.folder = Path(tempfile.mkdtemp(prefix="mailweiche-pg-"))
        owner = pwd.getpwnam(USER)
        os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.address = free_loopback_address((PORT,))
        self._run("initdb", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "data")
        options = f"-c listen_addresses={self.address} -c unix_socket_directories={self.folder} -c fsync=off"
        self._run("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", f"-p {PORT} {options}", "start")

    def url(self, database: str) -> str:
        """A new, empty database."""
        self._run("createdb", "-h", str(self.folder), "-p", str(PORT), database)
        return f"postgresql+psycopg://{USER}@{self.address}:{PORT}/{database}"

    def stop(self) -> None:
        """End the servers and remove the folder."""
        self._run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        output = self.folder / "output"
        with output.open("ab") as file:  # a pipe would stay open as long as the servers run
            done = subprocess.run(
                [BINARIES / program, *arguments],
                cwd=self.folder,
                user=USER,
                group=USER,
                extra_groups=(),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
            )
        assert done.returncode == 0, output.read_text()


@pytest.fixture(scope="session")
def cluster():
    running = Cluster()
    yield running
    running.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request, tmp_path):
    """The app on an empty, migrated database of each kind."""
    changes = {}
    if request.param == "postgresql":
        changes["database_url"] = request.getfixturevalue("cluster").url(f"t{os.urandom(6).hex()}")
    app = create_app(load_settings(instance=tmp_path, secret_key="only-for-these-tests-0123456789", **changes))
    with app.app_context():
        alembic.upgrade()
    yield app
    with app.app_context():
        db.engine.dispose()
