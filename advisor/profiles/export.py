"""The one way to export: settings and people in, files out. The web and the command line both use it."""

from collections.abc import Collection, Iterator, Sequence

from advisor.profiles import remarks
from advisor.profiles.account import Account, account_for
from advisor.profiles.apple import configuration_profile
from advisor.profiles.cannot import limits, refusals
from advisor.profiles.files import ExportFile, Refusal, refusals_of
from advisor.profiles.readme import company_readme, person_readme
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import render_sheet, sheet_view
from advisor.profiles.slugs import person_slugs
from advisor.profiles.targets import Target
from advisor.profiles.texts_cannot import LIMIT_TEXTS
from advisor.profiles.thunderbird import autoconfig
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language

ALL_TARGETS = tuple(Target)


def export(
    settings: CompanySettings,
    people: Sequence[Person] = (),
    *,
    only: Collection[Target] = ALL_TARGETS,
    alarms: Collection[str] = (),
    notes: Collection[str] = (),
    contact: str | None = None,
) -> Iterator[ExportFile]:
    """The READMEs, the company's files and each person's files, one after the other.

    ``alarms`` and ``notes`` are added to those of the settings; ``contact`` is whom the readers shall ask. Settings
    and people are checked before the first file: raises ``UnsafeSettingsError``.
    """
    around = Circumstances(
        alarms=(*settings.alarms, *alarms),
        full_copy_alarms=settings.full_copy_alarms,
        notes=(*settings.provider_notes, *notes),
        contact=contact,
        decision=settings.decision,
    )
    company = account_for(settings, None)
    accounts = [account_for(settings, person) for person in people]
    return _files(company, accounts, person_slugs(people), around, _chosen(only))


def refused(
    settings: CompanySettings, people: Sequence[Person] = (), *, only: Collection[Target] = ALL_TARGETS
) -> tuple[Refusal, ...]:
    """The files that ``export`` will not write, and why. Raises ``UnsafeSettingsError``."""
    accounts = (account_for(settings, person) for person in (None, *people))
    return tuple(refusal for account in accounts for refusal in refusals_of(account, _chosen(only)))


def _chosen(only: Collection[Target]) -> tuple[Target, ...]:
    return tuple(target for target in ALL_TARGETS if target in only)


def _files(
    company: Account,
    accounts: Sequence[Account],
    slugs: Sequence[str],
    around: Circumstances,
    targets: tuple[Target, ...],
) -> Iterator[ExportFile]:
    languages = _languages(accounts)
    missing = [refusal for account in (company, *accounts) for refusal in refusals_of(account, targets)]
    for language in languages:
        readme = company_readme(company, around, len(accounts), missing, language)
        yield ExportFile(f"README.{language}.txt", readme)
    yield from _company_files(company, around, targets, languages)
    for account, slug in zip(accounts, slugs, strict=True):
        yield from _person_files(account, f"people/{slug}", around, targets)


def _languages(accounts: Sequence[Account]) -> tuple[Language, ...]:
    used = {language for account in accounts for language in account.languages}
    return tuple(language for language in Language if language in used or not used)


def _company_files(
    account: Account, around: Circumstances, targets: tuple[Target, ...], languages: tuple[Language, ...]
) -> Iterator[ExportFile]:
    if Target.SHEET in targets:
        for language in languages:
            page = render_sheet(sheet_view(account, around, language))
            yield _file(f"company/sheet.{language}.html", page, Target.SHEET, account)
    if Target.THUNDERBIRD in targets and not refusals(Target.THUNDERBIRD, account):
        yield _thunderbird(account, "company", around)


def _person_files(
    account: Account, folder: str, around: Circumstances, targets: tuple[Target, ...]
) -> Iterator[ExportFile]:
    files = [_person_file(target, account, folder, around) for target in targets if not refusals(target, account)]
    language = account.languages[0]
    readme = person_readme(account, around, files, refusals_of(account, targets))
    person = account.address.shown if account.address else None
    yield ExportFile(f"{folder}/README.{language}.txt", readme, person=person)
    yield from files


def _person_file(target: Target, account: Account, folder: str, around: Circumstances) -> ExportFile:
    language = account.languages[0]
    match target:
        case Target.SHEET:
            page = render_sheet(sheet_view(account, around, language))
            return _file(f"{folder}/sheet.html", page, target, account)
        case Target.THUNDERBIRD:
            return _thunderbird(account, folder, around)
        case Target.APPLE:
            description = " ".join(_said_inside(target, account, around, language))
            return _file(
                f"{folder}/mailweiche.mobileconfig", configuration_profile(account, description), target, account
            )


def _thunderbird(account: Account, folder: str, around: Circumstances) -> ExportFile:
    comments = tuple(
        sentence
        for language in account.languages
        for sentence in _said_inside(Target.THUNDERBIRD, account, around, language)
    )
    path = f"{folder}/thunderbird/{account.domain}.xml"
    return _file(path, autoconfig(account, comments), Target.THUNDERBIRD, account)


def _said_inside(target: Target, account: Account, around: Circumstances, language: Language) -> tuple[str, ...]:
    """What a file says about itself: how mail is read, what to beware of, what the format cannot express."""
    cannot = (" ".join(LIMIT_TEXTS[code].sentences(language, account)) for code in limits(target, account))
    return (remarks.reading(account, language), *remarks.warnings(account, around, language), *cannot)


def _file(path: str, data: bytes, target: Target, account: Account) -> ExportFile:
    person = account.address.shown if account.address else None
    return ExportFile(path, data, target, person, limits(target, account))
