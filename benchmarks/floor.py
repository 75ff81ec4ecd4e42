"""The floor: six ports at once by hand on bare sockets, with the fewest steps that bring capabilities after TLS.

No deadline, no limits, no results, no verdict on the certificate but that of OpenSSL: what any prober must wait for.
``look_closer`` adds the connections of our second pass: two for the TLS versions of each port, one for filter rules.
"""

import contextlib
import socket
import ssl
import warnings
from concurrent.futures import ThreadPoolExecutor

PORTS = (143, 993, 110, 995, 587, 465)
SIEVE = 4190


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


def _ok(line):
    return line.startswith(b"OK")


def _smtp(line):
    return line[3:4] == b" "


def _imap_up(talk):
    talk.until(_any)
    talk.say(b"a STARTTLS\r\n")
    talk.until(_tagged)


def _imap(talk):
    talk.say(b"a CAPABILITY\r\n")
    return talk.until(_tagged)


def _imaps(talk):
    return talk.until(_any)  # the greeting carries the list


def _pop3_up(talk):
    talk.until(_any)
    talk.say(b"CAPA\r\nSTLS\r\n")
    talk.until(_dot)
    talk.until(_any)


def _pop3(talk):
    talk.say(b"CAPA\r\n")
    return talk.until(_dot)


def _pop3s(talk):
    talk.until(_any)
    return _pop3(talk)


def _submission_up(talk):
    talk.until(_smtp)
    talk.say(b"EHLO x\r\n")
    talk.until(_smtp)
    talk.say(b"STARTTLS\r\n")
    talk.until(_smtp)


def _submission(talk):
    talk.say(b"EHLO x\r\n")
    return talk.until(_smtp)


def _submissions(talk):
    talk.until(_smtp)
    return _submission(talk)


def _sieve_up(talk):
    talk.until(_ok)
    talk.say(b"STARTTLS\r\n")
    talk.until(_ok)


def _sieve(talk):
    return talk.until(_ok)


def _at_once(_talk):
    pass


DIALOGUES = {
    143: (_imap_up, _imap),
    993: (_at_once, _imaps),
    110: (_pop3_up, _pop3),
    995: (_at_once, _pop3s),
    587: (_submission_up, _submission),
    465: (_at_once, _submissions),
    SIEVE: (_sieve_up, _sieve),
}
"""What is said before TLS, and what after."""


def _one(address, host, port, context):
    before, after = DIALOGUES[port]
    talk = _Talk(address, port)
    with contextlib.closing(talk):
        before(talk)
        talk.tls(context, host)
        return after(talk)


def _takes(address, host, port, context):
    """Whether the server takes the versions of ``context``."""
    before, _ = DIALOGUES[port]
    talk = _Talk(address, port)
    with contextlib.closing(talk):
        before(talk)
        try:
            talk.tls(context, host)
        except (ssl.SSLError, ConnectionError):
            return False
    return True


def look(address, host, context, pool):
    """All six ports at once."""
    return list(pool.map(lambda port: _one(address, host, port, context), PORTS))


def look_closer(address, host, context, spans, pool):
    """The same, and then what our second pass asks; ``spans`` as ``version_contexts`` makes them."""
    look(address, host, context, pool)
    modern, old = spans
    verdicts = list(
        pool.map(lambda port: (_takes(address, host, port, modern), _takes(address, host, port, old)), PORTS)
    )
    assert verdicts == [(True, False)] * len(PORTS)
    assert _one(address, host, SIEVE, context)


def tools(ca, threads=6):
    """What is made once: the context and the threads."""
    return ssl.create_default_context(cafile=ca), ThreadPoolExecutor(threads)


def version_contexts():
    """One that offers TLS 1.2 alone, and one that offers only 1.0 and 1.1."""
    modern, old = (
        _span(ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2),
        _span(ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1),
    )
    return modern, old


def _span(lowest, highest):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore"):  # that these versions are old is the point
        context.minimum_version, context.maximum_version = lowest, highest
    return context
