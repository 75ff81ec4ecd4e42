"""The floor: six ports at once by hand on bare sockets, with the fewest steps that bring capabilities after TLS.

No deadline, no limits, no results, no verdict on the certificate but that of OpenSSL: what any prober must wait for.
"""

import socket
import ssl
from concurrent.futures import ThreadPoolExecutor

PORTS = (143, 993, 110, 995, 587, 465)


class _Talk:
    def __init__(self, address, port):
        self._socket = socket.create_connection((address, port), 10)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rest = b""

    def tls(self, context, host):
        self._socket = context.wrap_socket(self._socket, server_hostname=host)

    def say(self, line):
        self._socket.sendall(line)

    def until(self, is_last):
        while True:
            *lines, rest = self._rest.split(b"\r\n")
            for number, line in enumerate(lines):
                if is_last(line):
                    self._rest = b"\r\n".join((*lines[number + 1 :], rest))
                    return lines[: number + 1]
            self._rest += self._socket.recv(65536)

    def close(self):
        self._socket.close()


def _any(_line):
    return True


def _dot(line):
    return line == b"."


def _tagged(line):
    return line.startswith(b"a ")


def _smtp(line):
    return line[3:4] == b" "


def _imap(talk, context, host):
    talk.until(_any)
    talk.say(b"a STARTTLS\r\n")
    talk.until(_tagged)
    talk.tls(context, host)
    talk.say(b"a CAPABILITY\r\n")
    return talk.until(_tagged)


def _imaps(talk, context, host):
    talk.tls(context, host)
    return talk.until(_any)  # the greeting carries the list


def _pop3(talk, context, host):
    talk.until(_any)
    talk.say(b"CAPA\r\nSTLS\r\n")
    talk.until(_dot)
    talk.until(_any)
    talk.tls(context, host)
    talk.say(b"CAPA\r\n")
    return talk.until(_dot)


def _pop3s(talk, context, host):
    talk.tls(context, host)
    talk.until(_any)
    talk.say(b"CAPA\r\n")
    return talk.until(_dot)


def _submission(talk, context, host):
    talk.until(_smtp)
    talk.say(b"EHLO x\r\n")
    talk.until(_smtp)
    talk.say(b"STARTTLS\r\n")
    talk.until(_smtp)
    talk.tls(context, host)
    talk.say(b"EHLO x\r\n")
    return talk.until(_smtp)


def _submissions(talk, context, host):
    talk.tls(context, host)
    talk.until(_smtp)
    talk.say(b"EHLO x\r\n")
    return talk.until(_smtp)


DIALOGUES = dict(zip(PORTS, (_imap, _imaps, _pop3, _pop3s, _submission, _submissions), strict=True))


def _one(address, host, port, context):
    talk = _Talk(address, port)
    lines = DIALOGUES[port](talk, context, host)
    talk.close()
    return lines


def look(address, host, context, pool):
    """All six ports at once."""
    return list(pool.map(lambda port: _one(address, host, port, context), PORTS))


def tools(ca, threads=6):
    """What is made once: the context and the threads."""
    return ssl.create_default_context(cafile=ca), ThreadPoolExecutor(threads)
