"""A whole staff at once: people a second of ``mailweiche export``, and the memory that it takes at most.

Run by hand: ``python -m benchmarks.bulk [PEOPLE]``. The command is run as a person runs it, for the usual kinds of
files and for all of them, twice with fewer people to see that the same input gives the same bytes.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from advisor.report.documents.settings import write_settings
from tests.unit.profiles.companies import company

PEOPLE = 5000
FEW = 50


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "settings.json")
        settings.write_bytes(write_settings(company()))
        for only in ((), ("--only", "all")):
            row(folder, settings, people, only)
        assert packed(folder, settings, FEW, ("--only", "all")) == packed(folder, settings, FEW, ("--only", "all"))
        print(f"the same bytes twice, {FEW} people")


def row(folder, settings, people, only):
    started = time.perf_counter()
    size, _ = packed(folder, settings, people, only)
    seconds = time.perf_counter() - started
    print(f"{people} people, {'all kinds of files' if only else 'the usual files':<20} {seconds:6.1f} s  "
          f"{people / seconds:6.1f} a second  {size / 1024**2:6.1f} MiB ZIP", flush=True)  # fmt: skip


def packed(folder, settings, people, only):
    """Size and fingerprint of the ZIP; the memory it took is printed.

    The ZIP is not held here: the kernel counts what the parent of a process held when it began as the process's own.
    """
    staff, out = Path(folder, "staff.csv"), Path(folder, "out.zip")
    rows = (f"person{number}@firma.ch;Person Nummer {number}" for number in range(people))
    staff.write_text("address;name\n" + "\n".join(rows))
    command = [Path(sys.executable).with_name("mailweiche"), "export", "--settings", settings, "--staff", staff,
               *only, "--out", out]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    print(f"  memory at most {used.ru_maxrss / 1024:.0f} MiB", flush=True)
    with out.open("rb") as file:
        return out.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
