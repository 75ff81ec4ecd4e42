"""What a reader sees in an exported file: its text, and for a PDF the words that stand on its page.

The words of a PDF are glyph numbers in compressed streams; each font carries the table that names their letters. This
reads what typst writes; the integration tests compare it with what Poppler reads in the same file.
"""

import re
import zlib
from itertools import groupby

_OBJECT = re.compile(rb"\n(\d+) 0 obj\n(<<.*?>>)\n(?:stream\n|endobj)", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)")
_FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
_LETTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_RUN = re.compile(rb"([-\d.]+) cm(?:(?! cm).)*?/(f\d+) ([\d.]+) Tf[^\[(]*(.*?)\]?T[Jj]\nET", re.DOTALL)
_TOKEN = re.compile(rb"\\(?:[0-7]{3}|.)|.", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def words_in(data: bytes) -> str:
    """The words of a file on one line."""
    text = _pdf_text(data) if data.startswith(b"%PDF-") else data.decode("utf-8")
    return " ".join(text.split())


def pages_in(data: bytes) -> int:
    return int(re.search(rb"/Type/Pages/Count (\d+)", data)[1])


def runs_in(data: bytes) -> list[tuple[float, str]]:
    """The pieces of text of a page, each with the size of its letters in points."""
    return [(size, text) for _, size, text in _runs(data)]


def _pdf_text(data: bytes) -> str:
    return "\n".join(" ".join(text for *_, text in line) for _, line in groupby(_runs(data), lambda run: run[0]))


def _runs(data: bytes) -> list[tuple[float, float, str]]:
    """Height on the page, size and letters of each piece of text."""
    objects = {int(number): (head, data[end:]) for number, head, end in _objects(data)}
    fonts = {name: _letters(objects, int(number)) for name, number in _FONT.findall(_resources(objects))}
    content = next(stream for stream in map(_stream, objects.values()) if b"\nBT " in stream)
    found = _RUN.findall(content)
    return [(float(at), float(size), _decoded(shown, fonts[font])) for at, font, size, shown in found]


def _objects(data: bytes):
    return ((found[1], found[2], found.end()) for found in _OBJECT.finditer(data))


def _resources(objects) -> bytes:
    return next(head for head, _ in objects.values() if b"/Font<<" in head)


def _letters(objects, font: int) -> dict[bytes, str]:
    table = int(re.search(rb"/ToUnicode (\d+)", objects[font][0])[1])
    found = _LETTER.findall(_stream(objects[table]).partition(b"endcodespacerange")[2])
    return {
        bytes.fromhex(glyph.decode()): bytes.fromhex(letter.decode()).decode("utf-16-be") for glyph, letter in found
    }


def _stream(found) -> bytes:
    head, rest = found
    if b"/FlateDecode" not in head:
        return b""
    return zlib.decompress(rest[: int(_LENGTH.search(head)[1])])


def _decoded(shown: bytes, letters: dict[bytes, str]) -> str:
    glyphs = bytes(_inside_strings(shown))
    return "".join(letters[glyphs[at : at + 2]] for at in range(0, len(glyphs), 2))


def _inside_strings(shown: bytes):
    """The bytes of all strings; pairs of parentheses may stand in them as they are (ISO 32000-1 section 7.3.4.2)."""
    depth = 0
    for token in _TOKEN.findall(shown):
        depth -= token == b")"
        if depth > 0:
            yield _unescaped(token)
        depth += token == b"("


def _unescaped(token: bytes) -> int:
    if len(token) == 1:
        return token[0]
    code = token[1:]
    return int(code, 8) if len(code) == 3 else _ESCAPES.get(code, code)[0]
