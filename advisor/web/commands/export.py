"""``mailweiche export``: sheets and profiles for all staff from stored settings, through the same code as the web."""

from pathlib import Path

import click

from advisor.profiles.account import UnsafeSettingsError
from advisor.profiles.bundle import settings_sha256, write_bundle
from advisor.profiles.export import export, refused
from advisor.profiles.targets import Target
from advisor.report.documents_settings import read_settings
from advisor.settings.staff import Defaults, StaffList, read_staff
from advisor.settings.values import CompanySettings
from advisor.text import Language, Text
from advisor.web.commands.common import FILE, BadInputError, language_option, partial_file, read_file

_REFUSED = Text(
    "Nichts wurde geschrieben. Berichtigen Sie die Personalliste, oder lassen Sie mit --skip-bad-rows "
    "fehlerhafte Zeilen aus.",
    "Nothing was written. Correct the staff list, or leave out bad rows with --skip-bad-rows.",
)


def _targets(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[Target, ...]:
    names = [name.strip() for name in (value or ",".join(Target)).split(",")]
    unknown = [name for name in names if name not in set(Target)]
    if unknown:
        raise click.BadParameter(f"unknown target {unknown[0]!r}; there are {', '.join(Target)}")
    return tuple(Target(name) for name in names)


@click.command("export")
@click.option("--settings", "settings_file", type=FILE, required=True, help="Settings (mailweiche.settings/1).")
@click.option("--staff", "staff_file", type=FILE, required=True, help="Staff list (CSV with address and name).")
@click.option("--only", "targets", callback=_targets, help=f"Only these targets, comma separated: {', '.join(Target)}.")
@click.option("--skip-bad-rows", is_flag=True, help="Go on with the good rows of the staff list.")
@click.option("--contact", help="Whom the readers of the files shall ask.")
@click.option("--out", type=FILE, required=True, help="The ZIP file to write.")
@language_option
def export_command(
    settings_file: Path,
    staff_file: Path,
    targets: tuple[Target, ...],
    skip_bad_rows: bool,
    contact: str | None,
    out: Path,
    language: str,
) -> None:
    """Write sheets and profiles for all staff into one ZIP file."""
    reader = Language(language)
    settings = read_file(settings_file, read_settings, reader)
    defaults = Defaults(settings.alternative, settings.keep_days, reader)
    staff = read_file(staff_file, lambda data: read_staff(data, defaults), reader)
    _check(staff, reader, skip_bad_rows=skip_bad_rows)
    _write(out, settings, staff, targets, contact)
    click.echo(f"{out}: {len(staff.people)}", err=True)


def _check(staff: StaffList, language: Language, *, skip_bad_rows: bool) -> None:
    for problem in staff.problems:
        click.echo(f"mailweiche: {problem.describe(language)}", err=True)
    if staff.refused or not staff.people or (staff.problems and not skip_bad_rows):
        raise BadInputError(_REFUSED.into(language))


def _write(
    out: Path, settings: CompanySettings, staff: StaffList, targets: tuple[Target, ...], contact: str | None
) -> None:
    try:
        files = export(settings, staff.people, only=targets, contact=contact)
        missing = refused(settings, staff.people, only=targets)
    except UnsafeSettingsError as error:
        raise BadInputError(str(error)) from None
    with partial_file(out) as archive:
        write_bundle(archive, files, missing, settings_sha256(settings))
