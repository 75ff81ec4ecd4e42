"""A TCP proxy on loopback that counts what passes: bytes of each direction, and what TCP and IP would add on a line.

Headers are estimated, as loopback knows no Ethernet packets: 52 bytes (IPv4, TCP with timestamps) for each packet of at
most 1448 bytes, for a bare acknowledgement of every second packet of a longer piece and of every piece that is not
answered within 40 ms (RFC 9293 section 3.8.6.3), and for each of the seven packets that open and close a connection.
"""

import contextlib
import select
import socket
import threading
import time

PACKET = 1448
HEADER = 52
DELAYED = 0.04
POLL = 0.2
OPEN_AND_CLOSE = 2 * (HEADER + 8) + 5 * HEADER


class Counted:
    """What has passed so far."""

    def __init__(self):
        self.up = self.down = self.headers = self.connections = 0

    @property
    def wire(self):
        """Bytes on a line, both directions together."""
        return self.up + self.down + self.headers


class CountingProxy:
    """Forwards every connection to ``target`` (host, port) until ``stop``."""

    def __init__(self, target):
        self._target = target
        self._lock = threading.Lock()
        self._counted = Counted()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = []
        self._ending = threading.Event()
        self.port = self._listener.getsockname()[1]
        self._start(self._accept)

    def take(self):
        """What was counted, and begin anew."""
        with self._lock:
            done, self._counted = self._counted, Counted()
        return done

    def stop(self):
        """Close every connection and wait until all is closed."""
        self._ending.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _start(self, work, *arguments):
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self):
        self._listener.settimeout(POLL)
        while not self._ending.is_set():
            try:
                near, _ = self._listener.accept()
            except TimeoutError:
                continue
            self._start(self._carry, near)

    def _carry(self, near):
        with near, socket.create_connection(self._target) as far:
            with self._lock:
                self._counted.connections += 1
                self._counted.headers += OPEN_AND_CLOSE
            other, spoke = {near: far, far: near}, time.monotonic()
            while not self._ending.is_set():
                ready, _, _ = select.select(list(other), [], [], POLL)
                for source in ready:
                    chunk = _read(source)
                    if not chunk:
                        return
                    now = time.monotonic()
                    self._count(len(chunk), up=source is near, late=now - spoke > DELAYED)
                    spoke = now
                    with contextlib.suppress(ConnectionError):  # the next reading ends it
                        other[source].sendall(chunk)

    def _count(self, size, *, up, late):
        packets = -(-size // PACKET)
        with self._lock:
            if up:
                self._counted.up += size
            else:
                self._counted.down += size
            self._counted.headers += HEADER * (packets + packets // 2 + late)


def _read(source):
    try:
        return source.recv(65536)
    except ConnectionError:
        return b""
