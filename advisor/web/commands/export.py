"""``mailweiche export``: sheets and profiles for all staff from stored settings, through the same code as the web."""

from datetime import UTC, datetime
from pathlib import Path

import click
from babel.dates import get_timezone

from advisor.profiles.account import UnsafeSettingsError, account_for
from advisor.profiles.deletion_offer import LosesMailError, deletion_offer, take
from advisor.profiles.formats.catalogue import USUAL
from advisor.profiles.formats.format import Sign
from advisor.profiles.packing import pack
from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.targets import Target
from advisor.report.documents.settings import read_settings
from advisor.settings.codes import Alternative
from advisor.settings.consent import confirm, to_confirm, without_unconfirmed
from advisor.settings.staff import StaffList
from advisor.settings.values import CompanySettings
from advisor.text import TIME_ZONE, Language, Text
from advisor.web.commands.common import FILE, BadInputError, language_option, partial_file, read_file
from advisor.web.commands.export_staff import DESPITE_HELP, staff_list, tell_deletion, tell_not_measured

_NOT_NAMED = Text(
    "--confirm {host}: diesen Server nennen die Einstellungen nicht.",
    "--confirm {host}: the settings do not name this server.",
)
_NOT_CONFIRMED = Text(
    "Noch nicht bestätigt: {hosts}. Fragen Sie den Anbieter, ob der Name stimmt, und wiederholen Sie den Befehl mit: "
    "{options}",
    "Not confirmed yet: {hosts}. Ask the provider whether the name is right, and repeat the command with: {options}",
)
_SIGN_BOTH = Text(
    "--sign-cert und --sign-key braucht es zusammen.",
    "--sign-cert and --sign-key are needed together.",
)
_DAYS_DIFFER = Text(
    "--server-deletes-after-days {days}: In den Einstellungen steht etwas anderes ({settings}). Beides muss gleich "
    "sein.",
    "--server-deletes-after-days {days}: the settings say something else ({settings}). Both must be the same.",
)
_DAYS_NOT_NEEDED = Text(
    "--server-deletes-after-days {days}: Das braucht es nicht. Alle Programme auf der Liste kennen die Frist selbst, "
    "oder es gibt keine Datei für den Server.",
    "--server-deletes-after-days {days}: this is not needed. All programs on the list know the period themselves, or "
    "there is no file for the server.",
)
_WOULD_LOSE = Text(
    "--server-deletes-after-days {days}: Nicht möglich. Diese Personen würden Mails verlieren, die sie auf dem Server "
    "behalten: {names}.",
    "--server-deletes-after-days {days}: not possible. These people would lose mail that they keep on the server: "
    "{names}.",
)
_WHOLE_LIST = Text(
    "--server-deletes-after-days geht nur mit einer Personalliste ohne Fehler: Auch wer in einer fehlerhaften Zeile "
    "steht, könnte Mails verlieren.",
    "--server-deletes-after-days only goes with a staff list without a mistake: whoever stands in a bad row might lose "
    "mail, too.",
)
_CONFIRMED = Text(
    "Bestätigt: Der Server löscht nach {days} Tagen jede Mail aus jedem Posteingang, auch ungelesene und nicht "
    "abgeholte. Betroffene Postfächer dieser Liste: {count}.",
    "Confirmed: after {days} days the server deletes every mail from every inbox, unread mail and mail not fetched yet "
    "included. Mailboxes of this list that are concerned: {count}.",
)
_FOR_EVER = Text("nie löschen", "never delete")
_NO_PERIOD = Text("ein Weg ohne Frist", "a way without a period")
_WRITTEN = Text("{file} geschrieben; Personen: {people}.", "{file} written; people: {people}.")

STEP = 250  # people between two lines on how far it is
_PROGRESS = Text("{done} von {total} Personen", "{done} of {total} people")
ALL = "all"
_ONLY = (
    f"Only these targets, comma separated, or “{ALL}”: {', '.join(Target)}. Default: {', '.join(USUAL)}; "
    f"{Target.THUNDERBIRD_POLICIES} not where somebody who would get it fetches (POP3). A person whose programs the "
    "list names gets no files for other programs."
)
_SERVER_DELETES = (
    "Confirms that the company's own mail server (Dovecot) deletes every mail in every inbox after N days, unread mail "
    "and mail that nobody has fetched yet included; N as in the settings. Only where a program on the list does not "
    "know the period, and nobody on it reads by IMAP, collects, or keeps mail for longer. Adds the target dovecot."
)


def _targets(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[Target, ...] | None:
    """None: the usual ones."""
    if value is None:
        return None
    if value.strip() == ALL:
        return tuple(Target)
    names = [name.strip() for name in value.split(",")]
    unknown = [name for name in names if name not in set(Target)]
    if unknown:
        raise click.BadParameter(f"unknown target {unknown[0]!r}; there are {', '.join(Target)} and {ALL}")
    return tuple(Target(name) for name in names)


@click.command("export")
@click.option("--settings", "settings_file", type=FILE, required=True, help="Settings (mailweiche.settings/1).")
@click.option("--staff", "staff_file", type=FILE, required=True, help="Staff list (CSV with address and name).")
@click.option("--only", "targets", callback=_targets, help=_ONLY)
@click.option("--skip-bad-rows", is_flag=True, help="Go on with the good rows of the staff list.")
@click.option("--confirm", "hosts", multiple=True, metavar="HOST", help="This server is the provider's; repeatable.")
@click.option("--sign-cert", type=FILE, help="Sign the Apple profiles: certificate with its chain (PEM).")
@click.option("--sign-key", type=FILE, help="The private key of this certificate (PEM).")
@click.option("--server-deletes-after-days", "days", type=click.IntRange(min=1), metavar="N", help=_SERVER_DELETES)
@click.option("--despite-rule", "despite", multiple=True, metavar="ADDRESS", help=DESPITE_HELP)
@click.option("--contact", help="Whom the readers of the files shall ask.")
@click.option("--out", type=FILE, required=True, help="The ZIP file to write.")
@language_option
def export_command(
    settings_file: Path,
    staff_file: Path,
    targets: tuple[Target, ...] | None,
    skip_bad_rows: bool,
    hosts: tuple[str, ...],
    sign_cert: Path | None,
    sign_key: Path | None,
    days: int | None,
    despite: tuple[str, ...],
    contact: str | None,
    out: Path,
    language: str,
) -> None:
    """Write sheets and profiles for all staff into one ZIP file."""
    reader = Language(language)
    sign = _signer(sign_cert, sign_key, reader)
    settings = _confirmed(read_file(settings_file, read_settings, reader), hosts, reader)
    staff = staff_list(staff_file, settings, despite, reader, skip_bad=skip_bad_rows)
    _check_servers(settings, staff, reader)
    settings = without_unconfirmed(settings)
    deletion = _server_deletion(settings, staff, targets, days, reader) if days is not None else None
    tell_not_measured(staff, settings, reader)
    if deletion is None:
        tell_deletion(staff, settings, reader)
    _write(out, settings, staff, targets, contact, sign, deletion, reader)
    click.echo(_WRITTEN.into(reader, file=out, people=len(staff.people)), err=True)


def _confirmed(settings: CompanySettings, hosts: tuple[str, ...], language: Language) -> CompanySettings:
    named = {server.host for server in (settings.imap, settings.pop3, settings.submission) if server is not None}
    for host in hosts:
        if host not in named:
            raise BadInputError(_NOT_NAMED.into(language, host=host))
    return confirm(settings, hosts)


def _check_servers(settings: CompanySettings, staff: StaffList, language: Language) -> None:
    """No file may send a password to a server that nobody vouched for (R7)."""
    try:
        accounts = [account_for(settings, person) for person in (None, *staff.people)]
    except UnsafeSettingsError as error:
        raise BadInputError(str(error)) from None
    hosts = [server.host for server in to_confirm(server for account in accounts for server in account.servers)]
    if hosts:
        options = " ".join(f"--confirm {host}" for host in hosts)
        raise BadInputError(_NOT_CONFIRMED.into(language, hosts=", ".join(hosts), options=options))


def _server_deletion(
    settings: CompanySettings, staff: StaffList, targets: tuple[Target, ...] | None, days: int, language: Language
) -> ServerDeletion:
    """The command line's word that the server may delete, checked like a tick on the page."""
    if staff.incomplete:
        raise BadInputError(_WHOLE_LIST.into(language))
    if (settings.alternative, settings.keep_days) != (Alternative.POP3_KEEP, days):
        raise BadInputError(_DAYS_DIFFER.into(language, days=days, settings=_period(settings, language)))
    offer = deletion_offer(settings, staff.people, targets or ())
    if offer is None:
        raise BadInputError(_DAYS_NOT_NEEDED.into(language, days=days))
    try:
        deletion = take(offer, datetime.now(get_timezone(TIME_ZONE)).date())
    except LosesMailError as error:
        names = ", ".join(f"{loser.name} <{loser.address}>" for loser in error.losers)
        raise BadInputError(_WOULD_LOSE.into(language, days=days, names=names)) from None
    click.echo(_CONFIRMED.into(language, days=days, count=len(deletion.mailboxes)), err=True)
    return deletion


def _period(settings: CompanySettings, language: Language) -> str:
    if settings.alternative is not Alternative.POP3_KEEP:
        return _NO_PERIOD.into(language)
    return _FOR_EVER.into(language) if settings.keep_days is None else str(settings.keep_days)


def _signer(certificates: Path | None, key: Path | None, language: Language) -> Sign | None:
    """What signs the profiles; None where nobody asked for it."""
    if certificates is None and key is None:
        return None
    if certificates is None or key is None:
        raise BadInputError(_SIGN_BOTH.into(language))
    from advisor.web.commands.signing import SigningError, signer

    try:
        return signer(read_file(certificates, bytes, language), read_file(key, bytes, language), datetime.now(UTC))
    except SigningError as error:
        raise BadInputError(error.sentence(language)) from None


def _write(
    out: Path,
    settings: CompanySettings,
    staff: StaffList,
    targets: tuple[Target, ...] | None,
    contact: str | None,
    sign: Sign | None,
    deletion: ServerDeletion | None,
    language: Language,
) -> None:
    def told(done: int) -> None:
        if done % STEP == 0 and done < people:
            click.echo(_PROGRESS.into(language, done=done, total=people), err=True)

    people = len(staff.people)
    try:
        with partial_file(out) as archive:
            pack(
                archive,
                settings,
                staff.people,
                only=targets,
                contact=contact,
                sign=sign,
                server_deletion=deletion,
                told=told,
            )
    except UnsafeSettingsError as error:
        raise BadInputError(str(error)) from None
