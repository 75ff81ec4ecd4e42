"""What every started server needs: an address of its own, a folder, a start that is awaited, an end by process id."""

import random
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

START_SECONDS = 60.0  # no statement about the servers: a busy machine starts them late
PORTS = range(20_000, 32_000)  # below those that Linux gives to whoever connects, see ip(7)


class ServerMissingError(Exception):
    """A program that the tests need is not installed: the test fails, it is never skipped."""


class ServerStartError(Exception):
    """The server ended or did not listen in time; the message carries what it wrote."""


def program(name: str, package: str) -> str:
    """The path of a server program. Raises ``ServerMissingError`` naming the Debian package."""
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
    if found is None:
        raise ServerMissingError(f"{name} is missing: install the Debian package {package} (make test does it as root)")
    return found


def free_loopback_address(ports: tuple[int, ...]) -> str:
    """A loopback address on which all ``ports`` are free, so that standard ports never clash between test runs."""
    for _ in range(200):
        address = f"127.{random.randint(30, 99)}.{random.randint(0, 255)}.{random.randint(1, 254)}"
        if all(_is_free(address, port) for port in ports):
            return address
    raise ServerStartError(f"no loopback address with free ports {ports}: the tests run as root on Linux")


def free_loopback_port() -> int:
    """A port of 127.0.0.1 that nobody listens on, and that no connection gets before the program that is started."""
    for _ in range(200):
        port = random.choice(PORTS)
        if _is_free("127.0.0.1", port):
            return port
    raise ServerStartError("no free port")


def _is_free(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def world_readable_folder(prefix: str) -> Path:
    """A new folder that server processes of other system users can enter."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    folder.chmod(0o755)
    return folder


class ServerProcess:
    """One server in the foreground, ended by its own process id."""

    def __init__(self, command: list[str], log: Path) -> None:
        """Start ``command``; all it writes goes to ``log``."""
        self._log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)

    def wait_for(self, address: str, ports: tuple[int, ...]) -> None:
        """Return once every port answers. Raises ``ServerStartError``."""
        deadline = time.monotonic() + START_SECONDS
        for port in ports:
            while not _answers(address, port):
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise ServerStartError(f"{self._process.args} on {address}:{port}: {self._log.read_text()}")
                time.sleep(0.02)

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def stop(self) -> None:
        """End the process and wait for it."""
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)


def _answers(address: str, port: int) -> bool:
    try:
        socket.create_connection((address, port), 1).close()
    except OSError:
        return False
    return True
