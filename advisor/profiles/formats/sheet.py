"""The sheet with the settings and numbered steps for one person, as one HTML file that needs nothing else."""

from collections.abc import Iterable

from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.sheet import render_sheet, sheet_view
from advisor.profiles.sheet_limits import sheet_limits
from advisor.profiles.targets import Target
from advisor.text import Language, Text


def _for_person(job: Job) -> Iterable[Part]:
    yield Part("sheet.html", _page(job, job.language))


def _for_company(job: Job) -> Iterable[Part]:
    for language in job.languages:
        yield Part(f"sheet.{language}.html", _page(job, language))


def _page(job: Job, language: Language) -> bytes:
    return render_sheet(sheet_view(job.account, job.around, language))


FORMAT = Format(
    Target.SHEET,
    Group.EVERYBODY,
    Text("Blatt", "Sheet"),
    Text(
        "Einstellungen und nummerierte Schritte. Öffnen Sie die Datei im Browser, oder drucken Sie sie.",
        "Settings and numbered steps. Open the file in the browser, or print it.",
    ),
    sheet_limits,
    person=_for_person,
    company=_for_company,
    always=True,
)
