"""The printed slip: one A4 page as PDF for one person, set by typst.

What people typed reaches the page as JSON, never as markup. Only the fonts inside typst are used, and the document has
no date, so that the same input gives the same bytes on every machine.
"""

import json
import threading
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import segno
import typst

from advisor.profiles.account import Account
from advisor.profiles.formats.android_qr import qr_text
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.printable import printable
from advisor.profiles.sheet_limits import sheet_limits
from advisor.profiles.slip import SlipView, shows_code, slip_view
from advisor.profiles.targets import Target
from advisor.text import Text

TEMPLATE = Path(__file__).parents[1] / "templates" / "slip.typ"
_QUIET_ZONE = 4  # modules of white around the code (ISO/IEC 18004)


class _Setter(threading.local):
    """One compiler for each thread, because two threads cannot use the same one; it remembers what does not change."""

    def __init__(self) -> None:
        self.compiler = typst.Compiler(
            TEMPLATE, root=TEMPLATE.parent, font_paths=typst.Fonts(include_system_fonts=False)
        )


_setter = _Setter()


def slip(view: SlipView, code: str | None = None) -> bytes:
    """The page as PDF; ``code`` is what its QR code says."""
    data = {key: _clean(value) for key, value in asdict(view).items()}
    data["qr"] = _drawn(code) if code else None
    # PDF/UA-1: tagged for screen readers; typst then also refuses a letter that no font has
    made = _setter.compiler.compile(format="pdf", sys_inputs={"slip": json.dumps(data)}, pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise TypeError("typst made no PDF")
    return made


def code_for(account: Account) -> str | None:
    """What the QR code on the slip of this account says; None for a slip without."""
    return qr_text(account) if shows_code(account) else None


def _clean(value: object) -> object:
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _clean(each) for key, each in value.items()}
        case tuple() | list():
            return [_clean(each) for each in value]
        case _:
            return value


def _drawn(code: str) -> dict[str, object]:
    """The code as rows of dots, black is 0, with the white around it."""
    qr = segno.make_qr(code, error="m", boost_error=False)
    dots = [0 if dark else 255 for row in qr.matrix_iter(border=_QUIET_ZONE) for dark in row]
    return {"dots": dots, "modules": qr.symbol_size(border=_QUIET_ZONE)[0]}


def _write(job: Job) -> Iterable[Part]:
    view = slip_view(job.account, job.around, job.language, job.page)
    yield Part("slip.pdf", slip(view, job.page or code_for(job.account)))


FORMAT = Format(
    Target.SLIP,
    Group.EVERYBODY,
    Text("Zettel zum Ausdrucken", "Slip to print"),
    Text(
        "Eine Seite in grosser Schrift mit dem Nötigsten. Drucken Sie sie aus.",
        "One page in large letters with the essentials. Print it.",
    ),
    sheet_limits,
    person=_write,
    always=True,
)
