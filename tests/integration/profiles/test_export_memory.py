"""What the command ``export`` keeps in memory: next to nothing of the people who are done.

Their number decides between 300 MB for 5,000 people and a machine that swaps. The whole is measured by
``benchmarks/bulk.py``; here, with fewer people, what fifty of them leave behind.
"""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from advisor.report.documents.settings import write_settings
from tests.unit.profiles.companies import company

ROOT = Path(__file__).resolve().parents[3]
STEP = 50
PEOPLE = 2 * STEP + 1
MOST = 20 * 1024
"""Bytes that a person may leave behind: 23 lines of the manifest and of the ZIP's own list (18 kB measured)."""
COMMAND = f"""
import gc, tracemalloc
from advisor.web.cli import main
from advisor.web.commands import export
export.STEP = {STEP}
def tell(line, err):
    gc.collect()
    print(tracemalloc.get_traced_memory()[0])
export.click.echo = tell
tracemalloc.start()
main()
"""
"""It tells what is alive, not what the system lent: how much free memory a process holds differs from run to run."""


def test_people_who_are_done_are_not_kept(tmp_path):
    (tmp_path / "settings.json").write_bytes(write_settings(company()))
    rows = "".join(f"p{number}@firma.ch;Person Nummer {number}\n" for number in range(PEOPLE))
    (tmp_path / "staff.csv").write_text(f"address;name\n{rows}")
    options = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "all", "--out", "out.zip"]
    said = subprocess.check_output(
        [sys.executable, "-c", COMMAND, "export", *options],
        cwd=tmp_path,
        env=os.environ | {"MAILWEICHE_INSTANCE": str(tmp_path / "instance"), "PYTHONPATH": str(ROOT)},
        text=True,
    )
    at_half, nearly_done, _over = map(int, said.split())
    with ZipFile(tmp_path / "out.zip") as archive:
        assert sum(entry.file_size for entry in archive.infolist()) > 4 * MOST * PEOPLE
    assert nearly_done - at_half < MOST * STEP, said
