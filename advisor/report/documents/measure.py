"""``mailweiche.measure/1``: what one look into one mailbox has shown, read strictly.

The document comes from a person's computer and names folders as a server did: nothing in it is believed for having
been written by our own command.
"""

import re
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter

from advisor.report.documents.envelope import Schema, into, plain, read, write
from advisor.report.documents.errors import DocumentError, Problem
from probes.cleaning import SHOWN_LENGTH, clean
from probes.codes import READING
from probes.measurement import ImapMeasurement, Measurement, Pop3Measurement, Trouble
from probes.measurement import Problem as MeasureProblem

LARGEST_NUMBER = 2**53 - 1  # what every reader of JSON keeps exactly
MOST_FOLDERS = 2_000
MOST_MONTHS = 1_200
MOST_NAMESPACES = 20
MOST_RIGHTS = 100
MOST_CAPABILITIES = 256
MOST_PROBLEMS = 40

_ADAPTER = TypeAdapter(Measurement)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]{0,251}[a-z0-9])?")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_USE = re.compile(r"\\[A-Z][a-z]+")
_CODES = {MeasureProblem(protocol, trouble).code: (protocol, trouble) for protocol in READING for trouble in Trouble}


def read_measurement(data: bytes) -> Measurement:
    """The checked measurement. Raises ``DocumentError`` naming the first wrong place."""
    body = read(data, Schema.MEASURE)
    problems = _problems(body.get("problems"))
    known = {**body, "problems": []}
    measurement = into(_ADAPTER, known)
    _check_keys(known, plain(_ADAPTER, measurement), "")
    _check(measurement)
    return Measurement(
        measurement.address_sha256, measurement.host, measurement.at, measurement.imap, measurement.pop3, problems
    )


def write_measurement(measurement: Measurement) -> bytes:
    """The document. Problems are written as their codes, without a server's words."""
    at = measurement.at.isoformat().replace("+00:00", "Z")
    codes = [problem.code for problem in measurement.problems]
    return write(Schema.MEASURE, {**plain(_ADAPTER, measurement), "at": at, "problems": codes})


def _problems(codes: object) -> tuple[MeasureProblem, ...]:
    if not isinstance(codes, list) or len(codes) > MOST_PROBLEMS:
        raise DocumentError(Problem.WRONG_VALUE, place="problems", value=codes)
    for number, code in enumerate(codes):
        if not isinstance(code, str) or code not in _CODES:
            raise DocumentError(Problem.NOT_ALLOWED, place=f"problems.{number}", value=code, allowed=tuple(_CODES))
    return tuple(MeasureProblem(*_CODES[code]) for code in codes)


def _check_keys(found: object, known: object, place: str) -> None:
    """Refuses every key that the value has no place for: a typing error must not turn into nothing."""
    if isinstance(found, dict) and isinstance(known, dict):
        for key, value in found.items():
            where = f"{place}.{key}".lstrip(".")
            if key not in known:
                raise DocumentError(Problem.UNKNOWN_KEY, place=where, allowed=tuple(known))
            _check_keys(value, known[key], where)
    elif isinstance(found, list) and isinstance(known, list):
        for number, (one, other) in enumerate(zip(found, known, strict=True)):
            _check_keys(one, other, f"{place}.{number}")


def _check(measurement: Measurement) -> None:
    _matches("address_sha256", measurement.address_sha256, _SHA256)
    _matches("host", measurement.host, _HOST)
    if measurement.imap is not None:
        _check_imap(measurement.imap)
    if measurement.pop3 is not None:
        _check_pop3(measurement.pop3)


def _check_imap(imap: ImapMeasurement) -> None:
    _few("imap.folders", imap.folders, MOST_FOLDERS)
    _few("imap.by_month", imap.by_month, MOST_MONTHS)
    _check_capabilities("imap", imap.capabilities)
    if imap.quota is not None:
        _numbers("imap.quota", imap.quota.used_kb, imap.quota.limit_kb)
        _positive("imap.quota.limit_kb", imap.quota.limit_kb)
    for number, folder in enumerate(imap.folders):
        place = f"imap.folders.{number}"
        _clean(f"{place}.name", folder.name)
        _numbers(place, folder.messages, folder.bytes)
        if folder.special_use is not None:
            _matches(f"{place}.special_use", folder.special_use, _USE)
    for number, month in enumerate(imap.by_month):
        _matches(f"imap.by_month.{number}.month", month.month, _MONTH)
        _numbers(f"imap.by_month.{number}", month.messages, month.bytes)
    months = [month.month for month in imap.by_month]
    if months != sorted(set(months)):
        raise DocumentError(Problem.WRONG_VALUE, place="imap.by_month", value=months)
    for place, text in _namespace_texts(imap):
        _clean(place, text)


def _namespace_texts(imap: ImapMeasurement) -> Iterator[tuple[str, str]]:
    for kind in ("personal", "other", "shared"):
        spaces = getattr(imap.namespaces, kind)
        _few(f"imap.namespaces.{kind}", spaces, MOST_NAMESPACES)
        for number, space in enumerate(spaces):
            place = f"imap.namespaces.{kind}.{number}"
            _few(f"{place}.rights", space.rights, MOST_RIGHTS)
            yield f"{place}.prefix", space.prefix
            for rights in space.rights:
                yield f"{place}.rights", rights.folder
                yield f"{place}.rights", rights.rights


def _check_pop3(pop3: Pop3Measurement) -> None:
    _numbers("pop3", pop3.messages, pop3.bytes)
    _check_capabilities("pop3", pop3.capabilities)
    if pop3.uidl is not None:
        _numbers("pop3.uidl.count", pop3.uidl.count)


def _check_capabilities(protocol: str, capabilities: tuple[str, ...]) -> None:
    place = f"{protocol}.capabilities"
    _few(place, capabilities, MOST_CAPABILITIES)
    for number, token in enumerate(capabilities):
        _clean(f"{place}.{number}", token)


def _matches(place: str, text: str, pattern: re.Pattern[str]) -> None:
    if not pattern.fullmatch(text):
        raise DocumentError(Problem.WRONG_VALUE, place=place, value=text)


def _clean(place: str, text: str) -> None:
    """Text of a server as our own command writes it: short, without anything invisible."""
    if len(text) > SHOWN_LENGTH or clean(text) != text.strip():
        raise DocumentError(Problem.WRONG_VALUE, place=place, value=text)


def _few(place: str, items: Iterable[object], most: int) -> None:
    count = sum(1 for _ in items)
    if count > most:
        raise DocumentError(Problem.NOT_ALLOWED, place=place, value=count, allowed=(f"0–{most}",))


def _numbers(place: str, *numbers: int) -> None:
    for number in numbers:
        if not 0 <= number <= LARGEST_NUMBER:
            raise DocumentError(Problem.NOT_ALLOWED, place=place, value=number, allowed=(f"0–{LARGEST_NUMBER}",))


def _positive(place: str, number: int) -> None:
    if number <= 0:
        raise DocumentError(Problem.NOT_ALLOWED, place=place, value=number, allowed=(f"1–{LARGEST_NUMBER}",))
