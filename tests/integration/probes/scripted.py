"""Servers that do exactly what a test tells them, on standard ports of a loopback address of their own."""

import contextlib
import socket
import struct
import threading
import time

from tests.integration.servers.process import free_loopback_address

ESTABLISHED = 1  # of the states of TCP, see tcp(7)


class ScriptedHost:
    """Listens on every port of ``handlers``; ``peers`` counts connections per port, ``most_at_once`` over all."""

    def __init__(self, handlers, address=None):
        self.address = address or free_loopback_address(tuple(handlers))
        self.peers = dict.fromkeys(handlers, 0)
        self.most_at_once = 0
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._sockets = []
        self._listeners = []
        for port, handler in handlers.items():
            family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
            listener = socket.create_server((self.address, port), family=family)
            self._sockets.append(listener)
            self._listeners.append(listener)
            threading.Thread(target=self._accept, args=(listener, port, handler), daemon=True).start()

    def stop(self):
        self._stopped.set()
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for each in self._listeners:
            each.close()

    def _accept(self, listener, port, handler):
        while not self._stopped.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            self._sockets.append(connection)
            self._count(port)
            threading.Thread(target=self._serve, args=(connection, port, handler), daemon=True).start()

    def _count(self, port):
        """A connection counts until the other side has closed it, however late this side notices."""
        with self._lock:
            self.peers[port] += 1
            self.most_at_once = max(self.most_at_once, sum(map(_is_open, self._sockets)))

    def _serve(self, connection, port, handler):
        peer = Peer(connection, self._stopped)
        try:
            with contextlib.suppress(OSError):
                handler(peer)
        finally:
            peer.close()


def _is_open(line):
    """Whether the kernel holds this connection for established."""
    try:
        return line.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] == ESTABLISHED
    except OSError:  # closed by us
        return False


class Peer:
    """One client as a scripted server sees it."""

    def __init__(self, connection, stopped):
        self._connection = connection
        self._stopped = stopped
        self.file = connection.makefile("rb")

    def send(self, data):
        self._connection.sendall(data)

    def send_bytewise(self, data):
        self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for number in range(len(data)):
            self._connection.sendall(data[number : number + 1])

    def drip(self, data=b"x", seconds=0.05):
        """The same bytes again and again."""
        while not self._stopped.is_set():
            self.send(data)
            time.sleep(seconds)

    def flood(self, data):
        while not self._stopped.is_set():
            self.send(data)

    def line(self):
        return self.file.readline(4096)

    def tag(self):
        return self.line().split(b" ")[0]

    def some(self):
        """Whatever has come."""
        return self._connection.recv(65536)

    def hold(self):
        """Say nothing until the test ends or the client goes."""
        self._connection.settimeout(30)
        while self._connection.recv(4096):
            pass

    def close(self):
        self.file.close()
        self._connection.close()

    def start_tls(self, context):
        self.file.close()
        self._connection = context.wrap_socket(self._connection, server_side=True)
        self.file = self._connection.makefile("rb")

    def end_tls(self):
        """Say goodbye in TLS, keep the connection."""
        self._connection.settimeout(1)
        self._connection.unwrap()

    def send_beneath_tls(self, data):
        """Bytes on the connection that no TLS session has made."""
        socket.socket.sendall(self._connection, data)

    def reset(self):
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()


class BlackHole:
    """A port that never completes a connection: its queue is full."""

    def __init__(self, port):
        self.address = free_loopback_address((port,))
        self._listener = socket.socket()
        self._listener.bind((self.address, port))
        self._listener.listen(0)
        self._fillers = []
        for _ in range(4):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex((self.address, port))
            self._fillers.append(filler)
        time.sleep(0.05)

    def stop(self):
        for each in (*self._fillers, self._listener):
            each.close()
