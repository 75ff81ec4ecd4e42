"""What a staff list lets pass, but somebody should look at: wrongly read names, addresses that look like others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from advisor.settings.look_alikes import look_alikes
from advisor.settings.misread import misread
from advisor.settings.staff_file import shown
from advisor.settings.staff_mix import Entry
from advisor.text import Language, Text


class Doubt(StrEnum):
    """Why a row should be looked at."""

    MISREAD = "misread"
    LIKE_ROW = "like_row"
    LIKE_OWN_DOMAIN = "like_own_domain"


@dataclass(frozen=True, slots=True)
class StaffWarning:
    """One doubt about a good row; ``like`` and ``like_line``: what it looks like, and where that stands."""

    doubt: Doubt
    line: int
    value: str
    like: str = ""
    like_line: int | None = None

    def describe(self, language: Language) -> str:
        """One sentence with line and cause."""
        text = DOUBT_TEXTS[self.doubt]
        return text.into(language, line=self.line, value=self.value, like=self.like, like_line=self.like_line)


DOUBT_TEXTS: dict[Doubt, Text] = {
    Doubt.MISREAD: Text(
        "Zeile {line}: Gelesen wird «{value}». Darin stehen Zeichen, die in keinem Wort vorkommen.",
        "Line {line}: this reads “{value}”. It has signs that occur in no word.",
    ),
    Doubt.LIKE_ROW: Text(
        "Zeile {line}: «{value}» sieht fast gleich aus wie «{like}» in Zeile {like_line}. Ist das ein Tippfehler?",
        "Line {line}: “{value}” looks almost the same as “{like}” in line {like_line}. Is it a typing mistake?",
    ),
    Doubt.LIKE_OWN_DOMAIN: Text(
        "Zeile {line}: «{value}» sieht fast gleich aus wie Ihre eigene Domain «{like}». Ist das ein Tippfehler?",
        "Line {line}: “{value}” looks almost the same as your own domain “{like}”. Is it a typing mistake?",
    ),
}

SAVE_AS_UTF8 = Text(
    "Stimmen Namen nicht, speichern Sie die Liste in Excel mit «Speichern unter» als «CSV UTF-8», und laden Sie sie "
    "nochmals hoch. Wurde sie schon falsch gespeichert, berichtigen Sie die Namen zuerst.",
    "If names are wrong, save the list in Excel with “Save as” as “CSV UTF-8” and upload it again. If it has been "
    "saved wrongly before, correct the names first.",
)
"""What to do about wrongly read names; said once."""


def staff_warnings(entries: Sequence[Entry], own_domain: str) -> tuple[StaffWarning, ...]:
    """The doubts about these rows, by line."""
    found = [*_wrongly_read(entries), *_alike(entries, own_domain)]
    return tuple(sorted(found, key=lambda warning: warning.line))


def how_to_save(warnings: Sequence[StaffWarning], language: Language) -> str:
    """What to do about wrongly read names; empty where there are none."""
    wrong = any(warning.doubt is Doubt.MISREAD for warning in warnings)
    return SAVE_AS_UTF8.into(language) if wrong else ""


def _wrongly_read(entries: Sequence[Entry]) -> Iterator[StaffWarning]:
    texts = [f"{entry.person.name} {entry.person.address} {entry.person.username or ''}" for entry in entries]
    for entry, wrong in zip(entries, misread(texts), strict=True):
        if wrong:
            in_name = any(misread((entry.person.name,))) or entry.person.address.isascii()
            yield StaffWarning(Doubt.MISREAD, entry.line, shown(entry.person.name if in_name else entry.person.address))


def _alike(entries: Sequence[Entry], own_domain: str) -> Iterator[StaffWarning]:
    for like in look_alikes([entry.address for entry in entries], own_domain):
        entry = entries[like.index]
        doubt = Doubt.LIKE_OWN_DOMAIN if like.other is None else Doubt.LIKE_ROW
        like_line = None if like.other is None else entries[like.other].line
        yield StaffWarning(doubt, entry.line, shown(entry.person.address), shown(like.what), like_line)
