"""The one door through which JSON documents come in and go out (``"schema": "mailweiche.…/1"``).

Whoever reads a stored or foreign document gets a checked value or one ``DocumentError`` that names the cause; no
document is trusted for having been written by us. Writing is deterministic: the same value gives the same bytes.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from advisor.report.documents.errors import DocumentError, Problem

Object = dict[str, Any]
T = TypeVar("T")

_TIMES = frozenset({"at", "checked_at", "created_at", "measured_at", "not_after", "not_before", "started_at"})
LARGEST_NUMBER = 2**63 - 1  # nothing that is counted comes near it, and what lies beyond breaks divisions
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Schema(StrEnum):
    """The documents, by name and version."""

    ANSWERS = "mailweiche.answers/1"
    MEASURE = "mailweiche.measure/1"
    COMPARISON = "mailweiche.comparison/1"
    EMPLOYEE = "mailweiche.employee/1"
    RECOMMENDATION = "mailweiche.recommendation/1"
    SERVER_REPORT = "mailweiche.server-report/1"
    SETTINGS = "mailweiche.settings/1"


LARGEST = {
    Schema.ANSWERS: 256_000,
    Schema.MEASURE: 3_000_000,
    Schema.COMPARISON: 8_000_000,
    Schema.EMPLOYEE: 16_000,
    Schema.RECOMMENDATION: 16_000_000,  # two hundred groups, each with its estimates
    Schema.SERVER_REPORT: 8_000_000,
    Schema.SETTINGS: 64_000,
}
"""The bytes that a document may have at most."""
_DEEPEST = 20  # objects and lists inside each other


def sha256_of(document: bytes) -> str:
    """The fingerprint by which one document names another."""
    return hashlib.sha256(document).hexdigest()


def write(schema: Schema, body: Mapping[str, object], *, compact: bool = False) -> bytes:
    """The document as UTF-8 JSON with its schema first; ``compact``: on a single line.

    Raises ``ValueError`` for a number that is none.
    """
    shape: Object = {"separators": (",", ":")} if compact else {"indent": 2}
    text = json.dumps({"schema": schema, **body}, ensure_ascii=False, allow_nan=False, **shape)
    return f"{text}\n".encode()


def read(data: bytes, schema: Schema) -> Object:
    """The checked object of a document without its schema line. Raises ``DocumentError``."""
    if len(data) > LARGEST[schema]:
        raise DocumentError(Problem.TOO_LARGE, limit=LARGEST[schema])
    document = _parsed(_decoded(data))
    if not isinstance(document, dict):
        raise DocumentError(Problem.NOT_AN_OBJECT)
    _check_schema(document.pop("schema", None), schema)
    _check_tree(document, "", _DEEPEST)
    return document


def into(adapter: TypeAdapter[T], body: Object) -> T:
    """The frozen value that a checked object describes. Raises ``DocumentError`` naming the first wrong place."""
    try:
        return adapter.validate_json(json.dumps(body, allow_nan=False), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        found = None if first["type"] == "missing" else first["input"]
        raise DocumentError(Problem.WRONG_VALUE, place=_dotted(first["loc"]), value=found) from None
    except ValueError:
        raise DocumentError(Problem.NOT_A_NUMBER) from None


def plain(adapter: TypeAdapter[T], value: T) -> Object:
    """The JSON object of a frozen value."""
    body: Object = adapter.dump_python(value, mode="json")
    return body


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError(Problem.NOT_TEXT) from None


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise DocumentError(Problem.NOT_JSON, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise DocumentError(Problem.TOO_DEEP) from None
    except DocumentError:
        raise
    except ValueError:  # a whole number with thousands of digits
        raise DocumentError(Problem.NOT_A_NUMBER) from None


def _without_duplicates(pairs: list[tuple[str, object]]) -> Object:
    members: Object = {}
    for key, value in pairs:
        if key in members:
            raise DocumentError(Problem.DUPLICATE_KEY, place=key)
        members[key] = value
    return members


def _no_constant(_constant: str) -> object:
    raise DocumentError(Problem.NOT_A_NUMBER)


def _check_schema(found: object, expected: Schema) -> None:
    if found == expected:
        return
    if not isinstance(found, str):
        raise DocumentError(Problem.NO_SCHEMA, expected=expected)
    same_name = found.rpartition("/")[0] == expected.rpartition("/")[0]
    problem = Problem.WRONG_VERSION if same_name else Problem.WRONG_SCHEMA
    raise DocumentError(problem, value=found, expected=expected)


def _check_tree(node: object, place: str, depth: int) -> None:
    """Refuses hostile text and brings times into UTC, in place, before any value is built from them."""
    if depth == 0:
        raise DocumentError(Problem.TOO_DEEP)
    if isinstance(node, dict):
        for key, value in node.items():
            _check_text(key, place)
            where = f"{place}.{key}".lstrip(".")
            if key in _TIMES and value is not None:
                node[key] = _in_utc(value, where)
            _check_tree(value, where, depth - 1)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            _check_tree(value, f"{place}.{number}".lstrip("."), depth - 1)
    elif isinstance(node, str):
        _check_text(node, place)
    elif isinstance(node, int) and abs(node) > LARGEST_NUMBER:
        raise DocumentError(Problem.NOT_A_NUMBER)


def _check_text(text: str, place: str) -> None:
    """Control and bidi characters and half surrogates never occur in our documents and could deceive a reader."""
    if any(unicodedata.category(sign) in ("Cc", "Cs") or sign in _BIDI_CONTROLS for sign in text):
        raise DocumentError(Problem.UNSAFE_TEXT, place=place or None)


def _in_utc(value: object, place: str) -> str:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is not None and moment.tzinfo is not None:
            return moment.astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        pass
    raise DocumentError(Problem.WRONG_TIME, place=place, value=value)


def _dotted(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location)
