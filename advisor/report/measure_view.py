"""What a look into a mailbox has shown, finished for the page and the terminal."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from advisor.decision.measured import BYTES_PER_QUOTA_KB, FEWEST_MONTHS, measured, used_bytes, whole_months
from advisor.report.dates import at_minute
from advisor.report.texts import measure as texts
from advisor.report.texts.server import SERVICES
from advisor.text import LOCALES, Language, Text
from probes.measurement import Folder, ImapMeasurement, Measurement, Month, Problem, own_folders

MOST_FOLDERS = 10
MOST_MONTHS = 12
_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure with its name."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FolderRow:
    """One folder; ``use`` says what it is for, where the server does."""

    name: str
    use: str
    messages: str
    size: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What came in one month and is still there."""

    month: str
    messages: str
    size: str


@dataclass(frozen=True, slots=True)
class RightsRow:
    """What this account may do in a folder of others."""

    folder: str
    rights: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """The page. ``percent``: how full the mailbox is, None without a quota. ``more_folders``: left out of the table."""

    made: str
    facts: tuple[Fact, ...]
    percent: int | None
    folders: tuple[FolderRow, ...]
    more_folders: int
    months: tuple[MonthRow, ...]
    rights: tuple[RightsRow, ...]
    problems: tuple[str, ...]


def measure_view(found: Measurement, language: Language) -> MeasureView:
    """The view of one measurement."""
    writer = _Writer(found, language)
    folders = found.imap.folders if found.imap is not None else ()
    return MeasureView(
        made=texts.MEASURED_AT.into(language, moment=at_minute(found.at, language), host=found.host),
        facts=writer.facts(),
        percent=_percent(found.imap),
        folders=writer.folders(),
        more_folders=max(0, len(folders) - MOST_FOLDERS),
        months=writer.months(),
        rights=writer.rights(),
        problems=tuple(problem_sentence(problem, language) for problem in found.problems),
    )


def problem_sentence(problem: Problem, language: Language) -> str:
    """One trouble in plain words, with what the server said where that is known."""
    sentence = f"{SERVICES[problem.protocol].into(language)}: {texts.TROUBLES[problem.trouble].into(language)}"
    return f"{sentence} {texts.SAID.into(language, words=problem.words)}" if problem.words else sentence


def size_phrase(size: int, language: Language) -> str:
    """Bytes as people read them, in steps of a thousand."""
    divisor, unit = next((step for step in _UNITS if size >= step[0]), _UNITS[-1])
    return f"{_number(size / divisor, language)} {unit}"


class _Writer:
    """Finds the words for one measurement in one language."""

    def __init__(self, found: Measurement, language: Language) -> None:
        self._found = found
        self._language = language

    def facts(self) -> tuple[Fact, ...]:
        """The main figures."""
        imap = self._found.imap
        rows = [self._space()]
        if imap is not None:
            count = sum(folder.messages for folder in own_folders(imap))
            rows += [(texts.MESSAGES, _number(count, self._language)), (texts.PER_DAY, self._growth())]
        rows.append((texts.INBOX, self._inbox()))
        seen = measured(self._found)
        if seen.uidl is not None:
            rows.append((texts.UIDL, (texts.UIDL_WORKS if seen.uidl else texts.UIDL_FAILS).into(self._language)))
        if seen.idle is not None:
            rows.append((texts.PUSH, (texts.YES if seen.idle else texts.NO).into(self._language)))
        return tuple(Fact(label.into(self._language), text) for label, text in rows if text)

    def folders(self) -> tuple[FolderRow, ...]:
        """The biggest folders first."""
        imap = self._found.imap
        if imap is None:
            return ()
        own = set(own_folders(imap))
        ordered = sorted(imap.folders, key=lambda folder: (-folder.bytes, folder.name))
        return tuple(self._folder(folder, own) for folder in ordered[:MOST_FOLDERS])

    def months(self) -> tuple[MonthRow, ...]:
        """The newest months first."""
        months = self._found.imap.by_month if self._found.imap is not None else ()
        newest = sorted(months, key=lambda month: month.month, reverse=True)[:MOST_MONTHS]
        return tuple(
            MonthRow(self._name(month), _number(month.messages, self._language), self._size(month.bytes))
            for month in newest
        )

    def rights(self) -> tuple[RightsRow, ...]:
        """What may be done in folders of others."""
        if self._found.imap is None:
            return ()
        spaces = (*self._found.imap.namespaces.other, *self._found.imap.namespaces.shared)
        return tuple(RightsRow(one.folder, self._rights(one.rights)) for space in spaces for one in space.rights)

    def _space(self) -> tuple[Text, str]:
        imap, pop3 = self._found.imap, self._found.pop3
        if imap is None:
            used = texts.INBOX_ONLY.into(self._language, used=self._size(pop3.bytes)) if pop3 is not None else ""
            return texts.USED, used
        used = self._size(used_bytes(imap))
        if imap.quota is None:
            return texts.USED, texts.NO_QUOTA.into(self._language, used=used)
        limit = self._size(imap.quota.limit_kb * BYTES_PER_QUOTA_KB)
        return texts.USED, texts.OF_QUOTA.into(self._language, used=used, limit=limit, percent=_percent(imap))

    def _inbox(self) -> str:
        """What a program that fetches would find, and how much of it the server can tell apart."""
        pop3 = self._found.pop3
        if pop3 is None:
            return ""
        fields = {"mails": _number(pop3.messages, self._language), "size": self._size(pop3.bytes)}
        if pop3.uidl is None:
            return texts.INBOX_HOLDS.into(self._language, **fields)
        numbered = _number(pop3.uidl.count, self._language)
        return texts.INBOX_NUMBERED.into(self._language, numbered=numbered, **fields)

    def _growth(self) -> str:
        months = whole_months(self._found)
        if len(months) < FEWEST_MONTHS:
            return texts.NO_GROWTH.into(self._language)
        mails = sum(month.messages for month in months) / len(months)
        size = sum(month.bytes for month in months) // len(months)
        return texts.GROWTH.into(
            self._language, mails=_number(round(mails), self._language), size=self._size(size), months=len(months)
        )

    def _folder(self, folder: Folder, own: set[Folder]) -> FolderRow:
        use = texts.SPECIAL_USES.get(folder.special_use or "")
        if use is None and folder not in own:
            use = texts.SHARED
        return FolderRow(
            folder.name,
            use.into(self._language) if use else "",
            _number(folder.messages, self._language),
            self._size(folder.bytes),
        )

    def _rights(self, letters: str) -> str:
        words = [word.into(self._language) for any_of, word in texts.RIGHTS if set(any_of) & set(letters)]
        return ", ".join(words) or texts.NO_RIGHTS.into(self._language)

    def _name(self, month: Month) -> str:
        year, number = (int(part) for part in month.month.split("-"))
        return str(format_date(date(max(year, 1), number, 1), "MMMM y", locale=LOCALES[self._language]))

    def _size(self, size: int) -> str:
        return size_phrase(size, self._language)


def _percent(imap: ImapMeasurement | None) -> int | None:
    if imap is None or imap.quota is None:
        return None
    return round(100 * imap.quota.used_kb / imap.quota.limit_kb)


def _number(value: float, language: Language) -> str:
    digits = 0 if isinstance(value, int) or value >= 100 else 1
    return str(format_decimal(round(value, digits), locale=LOCALES[language]))
