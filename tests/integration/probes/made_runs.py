"""The processes that make the runs of a batch, as the system shows them."""

import contextlib
import signal
from pathlib import Path

MODULE = b"probes.worker"
AT_ONCE = 5  # seconds in which a command that is stopped twice must end


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


def press_twice(process, press):
    """Stop a command twice, the second time once it has heard the first, and wait for its end."""
    press(signal.SIGINT)
    assert process.stderr.readline().startswith("Stopping."), "nothing else is said before"
    press(signal.SIGINT)
    process.wait(AT_ONCE)
