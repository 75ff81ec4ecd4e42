"""The steps for classic and new Outlook on one page: the sheet, whichever programs its reader has named."""

from collections.abc import Iterable

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.sheet import render_sheet, sheet_view
from advisor.profiles.sheet_limits import sheet_limits
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.text import Text

_OUTLOOK = (Program.OUTLOOK, Program.OUTLOOK_NEW)


def _limits(account: Account) -> Iterable[Cannot]:
    return sheet_limits(account, _OUTLOOK)


def _write(job: Job) -> Iterable[Part]:
    yield Part("outlook/steps.html", render_sheet(sheet_view(job.account, job.around, job.language, _OUTLOOK)))


FORMAT = Format(
    Target.OUTLOOK_STEPS,
    Group.PROGRAM,
    Text("Outlook, Schritt für Schritt", "Outlook, step by step"),
    Text(
        "Die Schritte für das klassische und das neue Outlook. Öffnen Sie die Datei im Browser, oder drucken Sie sie.",
        "The steps for classic and new Outlook. Open the file in the browser, or print it.",
    ),
    _limits,
    person=_write,
    programs=frozenset(_OUTLOOK),
)
