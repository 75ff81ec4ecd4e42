"""The usual case of a question to the DNS with little work: one datagram there, one good answer back.

Most questions of a run find nothing, and taking such an answer for a message with all its parts costs more than a
handshake. Whatever is unusual (no answer, an error, an answer that was cut off) is None here: dnspython then asks.
"""

import os
import socket
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

import dns.exception
import dns.flags
import dns.message
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.wire

from probes.socket_time import Waits

_HEADER = struct.Struct("!HHHHHH")  # RFC 1035 section 4.1.1: id, flags, and how much of each of the four parts
_IN = 1
_QUESTIONED = 0xC000 | _HEADER.size  # RFC 1035 section 4.1.4: the name that the question has
_LARGEST = 65535
_LONGEST_NAME = 253
_LONGEST_LABEL = 63
_RCODE = 0x000F
_OPCODE = 0x7800
_AD, _QR, _TC = int(dns.flags.AD), int(dns.flags.QR), int(dns.flags.TC)  # plain numbers: their own kind is slow
_NOERROR, _NXDOMAIN = int(dns.rcode.NOERROR), int(dns.rcode.NXDOMAIN)
FLAGS = int(dns.flags.RD) | _AD

Question = tuple[str, str]
"""A name without the final dot, and a kind of record."""


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """``records`` are none where there is no such record; ``exists``: whether there is such a name at all."""

    records: tuple[dns.rdata.Rdata, ...] = ()
    exists: bool = True
    authentic: bool = False


def ask(server: tuple[str, int], questions: Iterable[Question], seconds: float) -> dict[Question, QuickAnswer]:
    """The answers that came in time; all questions are asked at once."""
    asked = {datagram: one for one in dict.fromkeys(questions) if (datagram := _datagram(*one)) is not None}
    found: dict[Question, QuickAnswer] = {}
    ends = monotonic() + seconds
    try:
        with socket.socket(socket.AF_INET6 if ":" in server[0] else socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.connect(server)  # nobody else's datagrams are taken
            waits = Waits(line)
            for datagram in asked:
                line.send(datagram)
            while asked and (left := ends - monotonic()) > 0:
                waits.to_receive(left)
                reply = line.recv(_LARGEST)
                for datagram in [each for each in asked if _answers(reply, each)]:
                    answered = asked.pop(datagram)
                    if (answer := _read(reply, datagram)) is not None:
                        found[answered] = answer
    except OSError:  # also where the time is up
        return found
    return found


def _encoded(name: str) -> bytes | None:
    """The name in the form of the wire; None where it takes more care."""
    labels = name.encode("ascii", "replace").split(b".")
    plain = name.isascii() and "\\" not in name and len(name) <= _LONGEST_NAME
    if not plain or not all(0 < len(label) <= _LONGEST_LABEL for label in labels):
        return None
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def _datagram(name: str, kind: str) -> bytes | None:
    """The question as it is sent; None where its name takes more care."""
    encoded = _encoded(name)
    if encoded is None:
        return None
    number = int.from_bytes(os.urandom(2), "big")
    asked = struct.pack("!HH", dns.rdatatype.RdataType[kind], _IN)
    return _HEADER.pack(number, FLAGS, 1, 0, 0, 0) + encoded + asked


def _answers(reply: bytes, question: bytes) -> bool:
    """Whether this is an answer to that question, whatever it says."""
    size = len(question)
    if len(reply) < size or reply[:2] != question[:2] or reply[size - 4 : size] != question[-4:]:
        return False
    _, flags, questions, _, _, _ = _HEADER.unpack_from(reply)
    same_name = reply[_HEADER.size : size - 4].lower() == question[_HEADER.size : -4].lower()
    return bool(flags & _QR) and not flags & _OPCODE and questions == 1 and same_name


def _read(reply: bytes, question: bytes) -> QuickAnswer | None:
    """The answer to that question if it is a usual one."""
    _, flags, _, answers, _, _ = _HEADER.unpack_from(reply)
    rcode, authentic = flags & _RCODE, bool(flags & _AD)
    if flags & _TC or rcode not in (_NOERROR, _NXDOMAIN):
        return None
    if not answers:
        return QuickAnswer(exists=rcode == _NOERROR, authentic=authentic)
    if rcode == _NXDOMAIN:
        return None
    try:
        records = _own_records(reply, question, answers)
        return QuickAnswer(_followed(reply) if records is None else records, authentic=authentic)
    except dns.exception.DNSException:
        return None


def _own_records(reply: bytes, question: bytes, answers: int) -> tuple[dns.rdata.Rdata, ...] | None:
    """The records where all are of the name and kind that was asked for; None where one is not, such as an alias.

    Raises ``dns.exception.DNSException`` for what is no message.
    """
    parser = dns.wire.Parser(reply, len(question))
    wanted = _QUESTIONED, *struct.unpack("!HH", question[-4:])
    records = []
    for _ in range(answers):
        owner, kind, place, _, length = parser.get_struct("!HHHIH")
        if (owner, kind, place) != wanted:
            return None
        with parser.restrict_to(length):
            records.append(dns.rdata.from_wire_parser(dns.rdataclass.IN, dns.rdatatype.RdataType(kind), parser))
    return tuple(dict.fromkeys(records))


def _followed(reply: bytes) -> tuple[dns.rdata.Rdata, ...]:
    """The records at the end of all aliases. Raises ``dns.exception.DNSException``."""
    number, flags, _, answers, _, _ = _HEADER.unpack_from(reply)
    only_answers = _HEADER.pack(number, flags, 1, answers, 0, 0) + reply[_HEADER.size :]
    message = dns.message.from_wire(only_answers, ignore_trailing=True)
    if not isinstance(message, dns.message.QueryMessage):
        raise dns.exception.FormError
    return tuple(message.resolve_chaining().answer or ())
