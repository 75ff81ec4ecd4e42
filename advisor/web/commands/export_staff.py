"""The staff list of ``mailweiche export``: read, told what is wrong or doubtful, and refused as long as it must be."""

from collections.abc import Sequence
from pathlib import Path

import click
from babel.dates import format_date

from advisor.profiles.account import account_for
from advisor.profiles.server_deletion import keeps_longer
from advisor.report.staff_rows import way_of, why_excluded
from advisor.settings.staff import Defaults, StaffList, StaffRow, mailbox, read_staff
from advisor.settings.staff_warnings import how_to_save
from advisor.settings.values import CompanySettings
from advisor.text import LOCALES, Language, Text
from advisor.web.commands.common import BadInputError, read_file

_REFUSED = Text(
    "Nichts wurde geschrieben. Berichtigen Sie die Personalliste, oder lassen Sie mit --skip-bad-rows "
    "fehlerhafte Zeilen aus.",
    "Nothing was written. Correct the staff list, or leave out bad rows with --skip-bad-rows.",
)
_HELD = Text(
    "Zeile {line}: {name} <{address}>: Eine Regel schliesst für diese Firma aus: {way}. {why}",
    "Line {line}: {name} <{address}>: a rule excludes this for this company: {way}. {why}",
)
_HELD_BACK = Text(
    "Nichts wurde geschrieben. Leeren Sie in diesen Zeilen die Spalte «variante», oder lassen Sie die Zeilen mit "
    "--skip-bad-rows aus. Sollen diese Personen ihre Dateien trotzdem erhalten, wiederholen Sie den Befehl mit: "
    "{options}",
    "Nothing was written. Empty the column “alternative” in these lines, or leave the lines out with --skip-bad-rows. "
    "If these people shall get their files all the same, repeat the command with: {options}",
)
_NOT_HELD = Text(
    "--despite-rule {address}: Keine brauchbare Zeile der Liste mit dieser Adresse hat einen Weg, den eine Regel "
    "ausschliesst.",
    "--despite-rule {address}: no usable line of the list with this address has a way that a rule excludes.",
)
_DESPITE = Text(
    "Trotz einer Regel gemacht: {people}.",
    "Made although a rule excludes it: {people}.",
)
_NOT_MEASURED = Text(
    "Die Einstellungen sagen nicht, welche Wege eine Regel ausschliesst (sie kommen aus einer älteren Version oder "
    "nicht aus einer Empfehlung). Diese Zeilen haben einen eigenen Weg, und niemand hat geprüft, ob er passt: {lines}.",
    "The settings do not say which ways a rule excludes (they come from an earlier version, or not from advice). "
    "These lines have a way of their own, and nobody has checked whether it fits: {lines}.",
)
_WOULD_LOSE = Text(
    "Achtung: Nach {days} Tagen löscht Ihr Mailserver jede Mail im Posteingang (bestätigt am {on}, so steht es in den "
    "Einstellungen). {count} auf der Liste würden Mails verlieren: {names}. Schalten Sie zuerst das Löschen auf dem "
    "Server aus. Auf den Papieren dieser Personen steht, dass sie so lange nichts einrichten sollen.",
    "Attention: after {days} days your mail server deletes every mail in the inbox (confirmed on {on}, as the settings "
    "say). {count} on the list would lose mail: {names}. First switch the deletion off on the server. The papers of "
    "these people say that until then they are to set nothing up.",
)
_MOST_NAMED = 20

DESPITE_HELP = (
    "Make the files of this person although a rule of the advice excludes the way that the staff list gives them; "
    "repeatable. Which rules that are stands in the settings."
)


def staff_list(
    path: Path, settings: CompanySettings, despite: Sequence[str], language: Language, *, skip_bad: bool
) -> StaffList:
    """The people to write files for. Raises ``BadInputError``; what is wrong or doubtful is told before."""
    defaults = Defaults.of(settings, language)
    data = read_file(path, bytes, language)
    staff = read_staff(data, defaults)
    if despite:
        _check_named(staff, despite, language)
        staff = read_staff(data, defaults, despite)
    _tell(staff, settings, language)
    if staff.refused or (staff.problems and not skip_bad):
        raise BadInputError(_REFUSED.into(language))
    if staff.held and (not skip_bad or not staff.people):
        raise BadInputError(_HELD_BACK.into(language, options=_options(staff.held)))
    if not staff.people:
        raise BadInputError(_REFUSED.into(language))
    allowed = {mailbox(address) for address in despite}
    made = [
        _named(row)
        for row in staff.rows
        if row.alternative in defaults.excluded and mailbox(row.person.address) in allowed
    ]
    if made:
        click.echo(_DESPITE.into(language, people=", ".join(made)), err=True)
    return staff


def tell_not_measured(staff: StaffList, settings: CompanySettings, language: Language) -> None:
    """Say for whom nobody knows whether a rule excludes their way, where the settings do not say it."""
    own_way = [row.line for row in staff.rows if row.person.alternative not in (None, settings.alternative)]
    if settings.excluded is None and own_way:
        lines = ", ".join(map(str, own_way[:_MOST_NAMED])) + (" …" if len(own_way) > _MOST_NAMED else "")
        click.echo(f"mailweiche: {_NOT_MEASURED.into(language, lines=lines)}", err=True)


def tell_deletion(staff: StaffList, settings: CompanySettings, language: Language) -> None:
    """Say who would lose mail because the server deletes, where the settings know that it does."""
    noted = settings.server_deletes
    if noted is None:
        return
    losing = [one for one in staff.people if keeps_longer(account_for(settings, one), noted.days)]
    if losing:
        names = ", ".join(f"{one.name} <{one.address}>" for one in losing[:_MOST_NAMED])
        more = " …" if len(losing) > _MOST_NAMED else ""
        when = format_date(noted.confirmed_on, "long", locale=LOCALES[language])
        said = _WOULD_LOSE.into(language, days=noted.days, on=when, count=len(losing), names=names + more)
        click.echo(f"mailweiche: {said}", err=True)


def _check_named(staff: StaffList, despite: Sequence[str], language: Language) -> None:
    held = {mailbox(row.person.address) for row in staff.held}
    for address in despite:
        if not staff.refused and mailbox(address) not in held:
            raise BadInputError(_NOT_HELD.into(language, address=address))


def _tell(staff: StaffList, settings: CompanySettings, language: Language) -> None:
    told = [(problem.line or 0, problem.describe(language)) for problem in staff.problems]
    told += [(row.line, _held_back(row, settings, language)) for row in staff.held]
    told += [(warning.line, warning.describe(language)) for warning in staff.warnings]
    sentences = [sentence for _, sentence in sorted(told, key=lambda pair: pair[0])]
    for sentence in filter(None, [*sentences, how_to_save(staff.warnings, language)]):
        click.echo(f"mailweiche: {sentence}", err=True)


def _held_back(row: StaffRow, settings: CompanySettings, language: Language) -> str:
    return _HELD.into(
        language,
        line=row.line,
        name=row.person.name,
        address=row.person.address,
        way=way_of(row, language),
        why=" ".join(why_excluded(settings, row.alternative, language)),
    )


def _named(row: StaffRow) -> str:
    return f"{row.person.name} <{row.person.address}>"


def _options(held: Sequence[StaffRow]) -> str:
    addresses = tuple(dict.fromkeys(row.person.address for row in held))
    more = " …" if len(addresses) > _MOST_NAMED else ""
    return " ".join(f"--despite-rule {address}" for address in addresses[:_MOST_NAMED]) + more
