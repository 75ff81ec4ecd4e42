"""Commands and the installation they need: settings, database, folder, start."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.test_commands import SCRIPT


def test_bad_setting_stops_with_one_line(tmp_path) -> None:
    environment = {"MAILWEICHE_INSTANCE": str(tmp_path), "MAILWEICHE_CASE_DAYS": "none"}
    result = subprocess.run([SCRIPT, "purge"], env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 2
    assert result.stderr.startswith("mailweiche: MAILWEICHE_CASE_DAYS: ")
    assert result.stderr.count("\n") == 1


def test_database_upgrade_and_purge(tmp_path) -> None:
    environment = {"MAILWEICHE_INSTANCE": str(tmp_path)}
    for command in (["db", "upgrade"], ["purge"]):
        result = subprocess.run([SCRIPT, *command], env=environment, capture_output=True, text=True, timeout=60)
        assert result.returncode == 0, result.stderr
    assert (tmp_path / "mailweiche.sqlite3").exists()


@pytest.mark.parametrize("command", [["worker"], ["purge"], ["serve"], ["db", "upgrade"]])
def test_database_that_does_not_answer_is_one_line(tmp_path, command: list[str]) -> None:
    address = "postgresql+psycopg://nobody@127.0.0.1:9/mailweiche"
    env = {"MAILWEICHE_INSTANCE": str(tmp_path), "MAILWEICHE_DATABASE_URL": address}
    done = subprocess.run([SCRIPT, *command], capture_output=True, text=True, env=env, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("mailweiche: MAILWEICHE_DATABASE_URL: the database does not answer")
    assert done.stderr.count("\n") == 1


def test_instance_folder_that_cannot_be_made_is_one_line(tmp_path) -> None:
    (tmp_path / "file").touch()
    env = {"MAILWEICHE_INSTANCE": str(tmp_path / "file" / "instance")}
    done = subprocess.run([SCRIPT, "purge"], capture_output=True, text=True, env=env, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("mailweiche: MAILWEICHE_INSTANCE: ")
    assert done.stderr.count("\n") == 1


def test_app_run_directly_is_the_command_serve(tmp_path) -> None:
    app = Path(__file__).resolve().parents[2] / "app.py"
    env = {"MAILWEICHE_INSTANCE": str(tmp_path)}
    for arguments, change in ((["--port", "0"], {}), ([], {"MAILWEICHE_CASE_DAYS": "none"})):
        command = [sys.executable, app, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env={**env, **change}, timeout=60)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("mailweiche: ")
        assert done.stderr.count("\n") == 1


def test_purge_makes_the_database_of_a_new_installation(tmp_path) -> None:
    env = {"MAILWEICHE_INSTANCE": str(tmp_path)}
    done = subprocess.run([SCRIPT, "purge"], capture_output=True, text=True, env=env, timeout=60)
    assert (done.returncode, done.stdout) == (0, "0 deleted\n")
