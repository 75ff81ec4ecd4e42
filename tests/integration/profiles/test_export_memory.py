"""What the command ``export`` keeps in memory: next to nothing of the people who are done.

Their number decides between 300 MB for 5,000 people and a machine that swaps. The whole is measured by
``benchmarks/bulk.py``; here, with fewer people, what half of them add.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from advisor.report.documents.settings import write_settings
from tests.unit.profiles.companies import company

ROOT = Path(__file__).resolve().parents[3]
PEOPLE, HALF = 300, 150
MOST = 6 * 1024
"""kB that the second half may add: its lines of the manifest. Its files are more than ten times as large."""
COMMAND = f"""
import atexit, sys
from advisor.web.cli import main
from advisor.web.commands import export
export.STEP = {HALF}
atexit.register(lambda: sys.stderr.write(open("/proc/self/status").read()))
main()
"""
"""It tells its own figure at the end: that of ``wait4`` holds what this process had when it started the other one."""


def test_people_who_are_done_are_not_kept(tmp_path):
    (tmp_path / "settings.json").write_bytes(write_settings(company()))
    rows = "".join(f"p{number}@firma.ch;Person Nummer {number}\n" for number in range(PEOPLE))
    (tmp_path / "staff.csv").write_text(f"address;name\n{rows}")
    options = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "all", "--out", "out.zip"]
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "export", *options],
        cwd=tmp_path,
        env=os.environ | {"MAILWEICHE_INSTANCE": str(tmp_path / "instance"), "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    said, at_half = "", None
    for line in process.stderr:
        said += line
        if str(HALF) in line and at_half is None:
            at_half = highest(Path(f"/proc/{process.pid}/status").read_text())
    process.stderr.close()
    assert process.wait(60) == 0, said
    assert (tmp_path / "out.zip").stat().st_size > MOST * 1024
    assert highest(said) - at_half < MOST, (at_half, highest(said))


def highest(status):
    """The most memory that a process has had so far, in kB."""
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])
