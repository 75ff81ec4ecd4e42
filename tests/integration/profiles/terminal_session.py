"""A program at a terminal that somebody types at."""

import os
import pty
import select
import signal
import time
from dataclasses import dataclass

PROMPT = "assword"


@dataclass(frozen=True)
class Done:
    """How a program ended (None: it was ended from here) and all that it wrote."""

    code: int | None
    output: str


def run_at_terminal(
    command: list[str], environment: dict[str, str], typed: str | None, until: str, seconds: float, asks: str = PROMPT
) -> Done:
    """Run ``command``, type ``typed`` once ``asks`` is on the screen, end it once ``until`` is."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(command[0], command, environment)
    screen, deadline = "", time.monotonic() + seconds
    while time.monotonic() < deadline:
        piece = _read(terminal)
        if piece is None:
            _, status = os.waitpid(pid, 0)
            return Done(os.waitstatus_to_exitcode(status), screen)
        screen += piece
        if typed is not None and asks in screen:
            os.write(terminal, f"{typed}\n".encode())
            typed = None
        if until and until in screen:
            break
    os.killpg(pid, signal.SIGKILL)  # the program is a child of the shell, and might outlive its terminal
    os.waitpid(pid, 0)
    os.close(terminal)
    assert until in screen or not until, screen
    return Done(None, screen)


def _read(terminal: int) -> str | None:
    """What came within a moment; None at the end."""
    if not select.select([terminal], [], [], 0.1)[0]:
        return ""
    try:
        return os.read(terminal, 65536).decode("utf-8", "replace") or None
    except OSError:
        return None
