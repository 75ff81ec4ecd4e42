"""Akonadi itself, which holds the accounts of KMail, in a home folder and on a session bus of its own.

It runs in a mount namespace in which the test server's name and authority are known, and in a process namespace that
ends with it. Akonadi is started by D-Bus, as on a desktop, when the exported script asks for it. Its windows stand on a
screen that nobody sees. In the place of KWallet is a wallet that is open and holds the password of the test.
"""

import json
import os
import shlex
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.integration.profiles.clients import as_nobody
from tests.integration.profiles.screen import Screen
from tests.integration.servers.process import program, world_readable_folder

SECONDS = 120  # no statement about Akonadi: a busy machine starts its programs late
AGAIN = 10
"""Seconds after which it is ordered once more to look for mail, as KMail does every few minutes anyway."""
PATIENCE = 3  # orders without effect, after which a person would start the account again
CERTIFICATES = "/etc/ssl/certs"
BUSCTL = "/usr/bin/busctl"
DATABASE = ".local/share/akonadi/akonadi.db"
IDLE = 0  # of Akonadi::AgentBase::Status
MANAGER = ("org.freedesktop.Akonadi.Control", "/AgentManager", "org.freedesktop.Akonadi.AgentManager")
DESKTOP = Path(__file__).with_name("desktop_services.py")


class Akonadi:
    """The session of somebody who has never used KMail."""

    def __init__(self, known_hosts: dict[str, str], ca: Path, password: str) -> None:
        """``known_hosts`` are names with their addresses, ``ca`` is the authority that this computer trusts.

        ``password`` is what the wallet holds.
        """
        for name, package in (("akonadi_control", "akonadi-server"), ("akonadi_imap_resource", "kdepim-runtime")):
            program(name, package)
        self.home = world_readable_folder("mailweiche-akonadi-")
        self.config = self.home / ".config"
        (self.config / "akonadi").mkdir(parents=True)
        (self.home / "run").mkdir(mode=0o700)
        (self.config / "akonadi" / "akonadiserverrc").write_text("[%General]\nDriver=QSQLITE3\n")
        known = {"localhost": "127.0.0.1", socket.gethostname(): "127.0.0.1", **known_hosts}
        hosts = self.home / "hosts"
        hosts.write_text("".join(f"{address} {name}\n" for name, address in known.items()))
        trusted = self.home / "certs"
        trusted.mkdir()
        shutil.copy(ca, trusted / "test.pem")
        subprocess.run([program("openssl", "openssl"), "rehash", str(trusted)], check=True)
        self._own()
        self._screen = Screen(self.home)
        self._bus = self._start_bus(hosts, trusted)
        self._desktop = self._start_desktop(password)

    def stop(self) -> None:
        """End everything that runs in the session, and delete the home."""
        os.killpg(self._bus.pid, signal.SIGKILL)
        for process in (self._bus, self._desktop):
            process.kill()
            process.wait(SECONDS)
        self._screen.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def set_up(self, script: bytes) -> subprocess.CompletedProcess[str]:
        """What a person does with the exported script."""
        path = self.home / "kmail.sh"
        path.write_bytes(script)
        command = ["/bin/sh", path.name]
        return subprocess.run(command, **self._as_person(), capture_output=True, text=True, timeout=SECONDS)

    def call(self, service: str, path: str, interface: str, method: str, *words: str) -> object:
        """The answer of a method on the session bus, None where it has none."""
        patience = f"--timeout={SECONDS}"
        command = [BUSCTL, "--user", "--json=short", patience, "--", "call", service, path, interface, method]
        done = subprocess.run([*command, *words], **self._as_person(), capture_output=True, text=True, timeout=SECONDS)
        assert done.returncode == 0, (method, done.stderr, self.log()[-2000:])
        return json.loads(done.stdout)["data"][0] if done.stdout.strip() else None

    def accounts(self) -> dict[str, str]:
        """The accounts for mail on servers: their names by what Akonadi calls them."""
        found = [name for name in self.call(*MANAGER, "agentInstances") if "_imap_" in name or "_pop3_" in name]
        return {name: self.call(*MANAGER, "agentInstanceName", "s", name) for name in found}

    def values(self, instance: str, *names: str) -> dict[str, object]:
        """Settings of an account, as the running account itself answers."""
        return {name: self.setting(instance, name) for name in names}

    def setting(self, instance: str, method: str, *words: str, part: str = "Settings") -> object:
        """Call a method of the settings of an account; ``part`` is "Settings" or "Wallet"."""
        interface = f"org.kde.Akonadi.{'Imap' if '_imap_' in instance else 'POP3'}.{part}"
        return self.call(f"org.freedesktop.Akonadi.Resource.{instance}", "/Settings", interface, method, *words)

    def fetch(self, instance: str, until: Callable[[], object]) -> None:
        """Have an account look for mail until this holds.

        On a busy machine the account of Akonadi 22.12 now and then connects twice at once (by itself, as it is new, and
        by this order), loses both connections and heeds no further order until it is started again.
        """
        service = f"org.freedesktop.Akonadi.Resource.{instance}"
        orders, next_order = 0, time.monotonic()

        def seen() -> object:
            nonlocal orders, next_order
            if time.monotonic() >= next_order:
                if orders and orders % PATIENCE == 0:
                    self.restart(instance)
                else:
                    self.call(service, "/", "org.freedesktop.Akonadi.Resource", "synchronize")
                orders, next_order = orders + 1, time.monotonic() + AGAIN
            return until()

        try:
            wait_until(seen)
        except AssertionError as error:
            raise AssertionError(self.log()[-4000:]) from error

    def is_idle(self, instance: str) -> bool:
        """Whether an account does nothing at the moment."""
        return self.call(*MANAGER, "agentInstanceStatus", "s", instance) == IDLE

    def mails(self) -> list[bytes]:
        """The mails of which Akonadi has all of the text, of whatever folder."""
        query = "SELECT data FROM PartTable JOIN PartTypeTable ON partTypeId = PartTypeTable.id WHERE name = 'RFC822'"
        return [data for (data,) in self._read(query)]

    def queue(self, message: bytes, sender: str, recipient: str, transport: str) -> None:
        """Put a mail into the outbox as KMail does; Akonadi's mail agent sends it when it starts again."""
        wait_until(lambda: {("outbox",), ("sent-mail",)} <= set(self._read("SELECT name FROM CollectionTable")))
        with closing(sqlite3.connect(self.home / DATABASE)) as connection, connection:
            outbox = _id(connection, "CollectionTable", name="outbox")
            kind = _id(connection, "MimeTypeTable", name="message/rfc822")
            item = connection.execute(
                "INSERT INTO PimItemTable (collectionId, mimeTypeId, size, dirty) VALUES (?, ?, ?, 0)",
                (outbox, kind, len(message)),
            ).lastrowid
            flag = _id(connection, "FlagTable", name="$QUEUED")
            connection.execute("INSERT INTO PimItemFlagRelation VALUES (?, ?)", (item, flag))
            parts = {
                ("PLD", "RFC822"): message,
                ("ATR", "AddressAttribute"): _stream(sender) + _stream_list(recipient) + _stream_list() * 2,
                ("ATR", "DispatchModeAttribute"): b"immediately",
                ("ATR", "SentBehaviourAttribute"): b"moveToDefault",
                ("ATR", "TransportAttribute"): transport.encode(),
            }
            for (space, name), data in parts.items():
                part = _id(connection, "PartTypeTable", ns=space, name=name)
                connection.execute(
                    "INSERT INTO PartTable (pimItemId, partTypeId, data, datasize) VALUES (?, ?, ?, ?)",
                    (item, part, data, len(data)),
                )
        self.restart("akonadi_maildispatcher_agent")

    def _read(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"file:{self.home / DATABASE}?mode=ro", uri=True)) as connection:
            return connection.execute(query).fetchall()

    def restart(self, agent: str) -> None:
        """Start an account, or one of Akonadi's own agents, again."""
        self.call(*MANAGER, "restartAgentInstance", "s", agent)

    def type_password(self, password: str) -> None:
        """Answer the window that asks for the password for sending, as a person does."""
        wait_until(lambda: self.asks("Password"))
        while self.asks("Password", "windowfocus", "--sync", "key", "ctrl+a", "type", password):
            self._xdotool("key", "Return")

    def asks(self, title: str, *then: str) -> bool:
        """Whether a window with this at the beginning of its title is there; ``then`` is what xdotool does with it."""
        return self._xdotool("search", "--onlyvisible", "--name", f"^{title}", *then)

    def _xdotool(self, *words: str) -> bool:
        command = [program("xdotool", "xdotool"), *words]
        return subprocess.run(command, **self._as_person(), capture_output=True, timeout=SECONDS).returncode == 0

    def log(self) -> str:
        """What the programs of the session wrote."""
        return (self.home / "log").read_text(errors="replace")

    def _start_bus(self, hosts: Path, trusted: Path) -> subprocess.Popen[bytes]:
        space = [program("unshare", "util-linux"), "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
        words = [program("dbus-daemon", "dbus-daemon"), "--session", "--nofork", f"--address=unix:path={self.home}/bus"]
        identity = as_nobody()
        who = f"--reuid={identity['user']} --regid={identity['group']} --clear-groups"
        inside = (
            f"mount --bind {hosts} /etc/hosts && mount --bind {trusted} {CERTIFICATES} && "
            f"exec setpriv {who} {shlex.join(words)}"
        )
        with (self.home / "log").open("wb") as log:
            process = subprocess.Popen(
                [*space, "sh", "-c", inside],
                env=self._environment(),
                cwd=self.home,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wait_until((self.home / "bus").exists)
        return process

    def _start_desktop(self, password: str) -> subprocess.Popen[bytes]:
        shutil.copy(DESKTOP, self.home / "desktop.py")
        command = ["/usr/bin/python3", "desktop.py", password]
        with (self.home / "desktop.log").open("wb") as log:
            process = subprocess.Popen(command, **self._as_person(), stdout=log, stderr=log)
        bus = ("org.freedesktop.DBus", "/", "org.freedesktop.DBus")
        for name in ("org.kde.kwalletd5", "org.freedesktop.Akonadi.Agent.akonadi_mailfilter_agent"):
            wait_until(lambda name=name: self.call(*bus, "NameHasOwner", "s", name))
        return process

    def _as_person(self) -> dict[str, object]:
        return {"env": self._environment(), "cwd": self.home, "stdin": subprocess.DEVNULL, **as_nobody()}

    def _environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "KDE_FULL_SESSION": "true",
            "KDE_SESSION_VERSION": "5",
            "XDG_CURRENT_DESKTOP": "KDE",
            "DISPLAY": self._screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LOGGING_RULES": "org.kde.pim.kimap=true",
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "XDG_DATA_DIRS": "/usr/share",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.home}/bus",
        }

    def _own(self) -> None:
        if os.getuid() == 0:
            for path in (self.home, *self.home.rglob("*")):
                shutil.chown(path, "nobody")


def wait_until(holds) -> None:
    """Return as soon as it holds. Raises ``AssertionError`` when it does not in time."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.05)


def _id(connection: sqlite3.Connection, table: str, **named: str) -> int:
    """The number of a row by its names; it is made where it is missing."""
    where = " AND ".join(f"{column} = ?" for column in named)
    found = connection.execute(f"SELECT id FROM {table} WHERE {where}", tuple(named.values())).fetchone()
    if found:
        return found[0]
    marks = ", ".join("?" * len(named))
    return connection.execute(
        f"INSERT INTO {table} ({', '.join(named)}) VALUES ({marks})", tuple(named.values())
    ).lastrowid


def _stream(text: str) -> bytes:
    """A text as Qt streams it."""
    data = text.encode("utf-16-be")
    return struct.pack(">I", len(data)) + data


def _stream_list(*texts: str) -> bytes:
    return struct.pack(">I", len(texts)) + b"".join(map(_stream, texts))
