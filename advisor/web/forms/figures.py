"""Numbers as people type them: "7,5", "7.5", "1’200".

The parser knows no language, so that switching it never changes a number that was typed before.
"""

import re

_SPACES_AND_APOSTROPHES = re.compile(r"['’\s]")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,][0-9]{3})+")
_WHOLE = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]+([.,][0-9]+)?")
LONGEST_FIGURE = 30


class FigureError(ValueError):
    """What was typed is no number."""


class AmbiguousFigureError(FigureError):
    """What was typed could be read as two numbers: "2,500" is 2500 to some and 2.5 to others."""


def parse_figure(text: str, *, whole: bool) -> int | float:
    """The number that was typed. Raises ``FigureError``, and ``AmbiguousFigureError`` rather than guess."""
    plain = _SPACES_AND_APOSTROPHES.sub("", text)
    if len(plain) > LONGEST_FIGURE:
        raise FigureError
    if whole:
        return _whole(plain)
    if "," in plain and _GROUPED.fullmatch(plain):
        raise AmbiguousFigureError
    if not _DECIMAL.fullmatch(plain):
        raise FigureError
    figure = float(plain.replace(",", "."))
    return int(figure) if figure.is_integer() else figure


def _whole(plain: str) -> int:
    if not _WHOLE.fullmatch(plain) and not _GROUPED.fullmatch(plain):
        raise FigureError
    return int(plain.replace(".", "").replace(",", ""))


def shown_figure(figure: float) -> str:
    """The number as it stands in a form field: without thousands separators, so that it is read back the same."""
    return str(int(figure)) if float(figure).is_integer() else repr(figure)
