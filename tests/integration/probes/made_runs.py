"""The processes that make the runs of a batch, as the system shows them."""

import contextlib
from pathlib import Path

MODULE = b"probes.worker"


def workers_of(pid):
    """The processes that were started by ``pid`` to make runs."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            parent = int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid and MODULE in folder.joinpath("cmdline").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return sorted(found)


def lives(pid):
    """Whether there is still such a process that runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
