"""A screen that nobody sees. The X server picks a number that no other has, and says it once it can be drawn on.

It does not begin anew when its last program has left: meanwhile it would turn away the next one.
"""

import subprocess
from pathlib import Path

from tests.integration.profiles.clients import as_nobody
from tests.integration.servers.process import program

SECONDS = 120  # no statement about the X server: a busy machine ends its programs late


class Screen:
    """One X server, for programs of the user ``nobody``."""

    def __init__(self, folder: Path) -> None:
        """Start it in this folder."""
        command = [program("Xvfb", "xvfb"), "-displayfd", "1", "-noreset", "-nolisten", "tcp"]
        self._process = subprocess.Popen(
            command, cwd=folder, **as_nobody(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        with self._process.stdout as told:
            number = told.readline().decode().strip()
        assert number, "the X server did not start"
        self.display = f":{number}"

    def stop(self) -> None:
        """End it, so that it takes its number back."""
        self._process.terminate()
        self._process.wait(SECONDS)
