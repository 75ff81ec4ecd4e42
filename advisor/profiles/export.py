"""The one way to export: settings and people in, files out. The web and the command line both use it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor.profiles import remarks
from advisor.profiles.account import Account, UnsafeSettingsError, account_for
from advisor.profiles.cannot import Cannot, in_order
from advisor.profiles.despite_rules import despite_rules
from advisor.profiles.files import ExportFile, Refusal
from advisor.profiles.formats.catalogue import FORMATS, is_for, limits, refusals, usual
from advisor.profiles.formats.format import Job, Sign
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.readme import company_readme, person_readme
from advisor.profiles.remarks import Circumstances
from advisor.profiles.server_deletion import ServerDeletion, keeps_longer
from advisor.profiles.slugs import person_slugs
from advisor.profiles.targets import Target
from advisor.settings.values import CompanySettings, Person
from advisor.text import Language

PageOf = Callable[[Person], str | None]
"""The address of a person's own page, or None."""
_SIGNED = {Cannot.UNSIGNED: Cannot.SIGNATURE_ENDS}
_CONFIRMED = {Cannot.SERVER_DELETES_FOR_ALL: Cannot.SERVER_DELETES_CONFIRMED}


def export(
    settings: CompanySettings,
    people: Sequence[Person] = (),
    *,
    only: Collection[Target] | None = None,
    alarms: Collection[str] = (),
    notes: Collection[str] = (),
    contact: str | None = None,
    sign: Sign | None = None,
    pages: PageOf | None = None,
    server_deletion: ServerDeletion | None = None,
) -> Iterator[ExportFile]:
    """The READMEs, the company's files and each person's files, one after the other.

    A person gets what ``only`` (None: the usual kinds) and their programs have in common. ``alarms`` and ``notes`` are
    added to those of the settings; ``contact`` is whom the readers shall ask; ``sign`` signs configuration profiles;
    ``pages`` are for the printed slips; ``server_deletion`` is what somebody confirmed (the file for the server is then
    always there). Settings and people are checked before the first file: raises ``UnsafeSettingsError``.
    """
    around = Circumstances(
        alarms=(*settings.alarms, *alarms),
        full_copy_alarms=settings.full_copy_alarms,
        notes=(*settings.provider_notes, *notes),
        contact=contact,
        decision=settings.decision,
        server_deletion=server_deletion,
        despite=despite_rules(settings, people) or (),
        server_deletes=settings.server_deletes,
    )
    company = account_for(settings, None)
    accounts = [account_for(settings, person) for person in people]
    targets = _chosen(only, (company, *accounts))
    if server_deletion is not None:
        _check_deletion(server_deletion, company, accounts)
        targets = _chosen({*targets, Target.DOVECOT}, ())
    return _Export(settings, company, accounts, person_slugs(people), around, targets, sign, pages).files()


def _check_deletion(confirmed: ServerDeletion, company: Account, accounts: Iterable[Account]) -> None:
    """What was confirmed must hold for just these people; nobody may lose mail without having been named."""
    known = frozenset(confirmed.mailboxes)
    fits = company.keep_days == confirmed.days and not any(
        keeps_longer(account, confirmed.days) or account.address is None or account.address.shown not in known
        for account in accounts
    )
    if not fits:
        raise UnsafeSettingsError("server_deletion", confirmed.days)


def refused(
    settings: CompanySettings, people: Sequence[Person] = (), *, only: Collection[Target] | None = None
) -> tuple[Refusal, ...]:
    """The files that ``export`` will not write, and why. Raises ``UnsafeSettingsError``."""
    accounts = [account_for(settings, person) for person in (None, *people)]
    targets = _chosen(only, accounts)
    return tuple(refusal for account in accounts for refusal in _refusals_of(account, targets))


def _chosen(only: Collection[Target] | None, accounts: Sequence[Account]) -> tuple[Target, ...]:
    wanted = usual(accounts) if only is None else only
    return tuple(target for target in Target if target in wanted)


def _refusals_of(account: Account, targets: Iterable[Target]) -> tuple[Refusal, ...]:
    person = account.address.shown if account.address else None
    found = ((target, refusals(target, account)) for target in targets if is_for(target, account))
    return tuple(Refusal(target, person, because) for target, because in found if because)


@dataclass(frozen=True, slots=True)
class _Export:
    """One export; ``slugs`` name the folders of ``accounts``."""

    settings: CompanySettings
    company: Account
    accounts: Sequence[Account]
    slugs: Sequence[str]
    around: Circumstances
    targets: tuple[Target, ...]
    sign: Sign | None
    pages: PageOf | None

    def files(self) -> Iterator[ExportFile]:
        """The READMEs, the company's files, each person's files."""
        missing = [each for account in (self.company, *self.accounts) for each in _refusals_of(account, self.targets)]
        people = list(zip((f"people/{slug}" for slug in self.slugs), self.accounts, strict=True))
        for_all = list(self._written(self.company, "company", self._languages()))
        for language in self._languages():
            readme = company_readme(self.company, self.around, people, for_all, missing, language)
            yield ExportFile(f"README.{language}.txt", readme)
        yield from for_all
        for folder, account in people:
            yield from self._of_person(account, folder)

    def _languages(self) -> tuple[Language, ...]:
        used = {language for account in self.accounts for language in account.languages}
        return tuple(language for language in Language if language in used or not used)

    def _of_person(self, account: Account, folder: str) -> Iterator[ExportFile]:
        files = list(self._written(account, folder, account.languages))
        readme = person_readme(account, self.around, files, _refusals_of(account, self.targets))
        person = account.address.shown if account.address else None
        yield ExportFile(f"{folder}/README.{account.languages[0]}.txt", readme, person=person)
        yield from files

    def _written(self, account: Account, folder: str, languages: tuple[Language, ...]) -> Iterator[ExportFile]:
        person = account.address.shown if account.address else None
        for target in self.targets:
            write = FORMATS[target].person if account.person else FORMATS[target].company
            if write is None or not is_for(target, account) or refusals(target, account):
                continue
            cannot = self._limits(target, account)
            said = tuple(
                line for language in languages for line in said_in_file(cannot, account, self.around, language)
            )
            page = self.pages(account.person) if self.pages and account.person else None
            for part in write(Job(self.settings, account, self.around, languages, said, self.sign, page)):
                yield ExportFile(f"{folder}/{part.name}", part.data, target, person, cannot)

    def _limits(self, target: Target, account: Account) -> tuple[Cannot, ...]:
        changed = {**(_SIGNED if self.sign else {}), **(_CONFIRMED if self.around.server_deletion else {})}
        found = limits(target, account)
        return in_order(changed.get(code, code) for code in found) if changed else found


def said_in_file(
    limits: Iterable[Cannot], account: Account, around: Circumstances, language: Language
) -> tuple[str, ...]:
    """What a file says about itself: what must be done before, how mail is read, what to beware of, what the format
    cannot express.
    """
    cannot = (" ".join(LIMIT_TEXTS[code].sentences(language, account)) for code in limits)
    first = remarks.before_anything(account, language)
    others = remarks.warnings(account, around, language)[len(first) :]
    return (*first, remarks.reading(account, language), *others, *cannot)
