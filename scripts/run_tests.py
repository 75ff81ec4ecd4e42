"""Runs the named test folders one after the other and prints how long each took; fails if any fails."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROCESSES = ("-n", str(min(os.cpu_count() or 1, 4)))
ALONE = "integration"  # bounds of a second; and KMail, running beside other tests, once did not fetch in 40 seconds


def run(folder: str) -> tuple[int, float]:
    workers = () if folder == ALONE else PROCESSES
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", *workers, f"tests/{folder}"]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    return code, time.monotonic() - started


def main(folders: list[str]) -> int:
    results = {folder: run(folder) for folder in folders}
    print("\nTime per folder")
    for folder, (code, seconds) in results.items():
        print(f"  {folder:<12} {seconds:7.1f} s  {'passed' if code == 0 else f'FAILED (exit {code})'}")
    return 0 if all(code == 0 for code, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
