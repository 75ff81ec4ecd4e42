"""The READMEs: plain text for one reader in their language, and for whoever hands the files out."""

import textwrap
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from babel.dates import format_date, get_timezone

from advisor.profiles import texts_readme as words
from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.despite_rules import DespiteRules
from advisor.profiles.files import ExportFile, Refusal
from advisor.profiles.formats.catalogue import FORMATS
from advisor.profiles.formats.format import Group
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.readme_deletion import deletion_lines, first_mailboxes
from advisor.profiles.remarks import Circumstances
from advisor.profiles.server_deletion import keeps_longer
from advisor.profiles.sheet import SheetView, sheet_view
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative, Program
from advisor.settings.exclusion_texts import EXCLUSION_TEXTS
from advisor.settings.values import Decision
from advisor.text import LOCALES, TIME_ZONE, Language, Text

WIDTH = 78
_BEFORE = (Cannot.DELETES_AT_ONCE,)
"""What is said of a file before how it is used."""
_NEWLINE = "\r\n"  # old Windows editors show a file without carriage returns as one line


def person_readme(
    account: Account, around: Circumstances, files: Sequence[ExportFile], missing: Sequence[Refusal]
) -> bytes:
    """The README of one reader's folder, in their language."""
    if account.person is None or account.address is None:
        raise ValueError("a person's README needs a person")
    language = account.person.language
    view = sheet_view(account, around, language)
    title = words.PERSON_TITLE.into(language, name=plain(account.person.name), address=account.address.shown)
    return _text(
        [
            *_title(title, account.organisation),
            *_wrapped(view.reading, ""),
            "",
            *_section(view.headings.first, view.warnings),
            *_explained(files, account, language),
            *_missing(missing, account, language),
            *_common(view),
        ]
    )


def company_readme(
    account: Account,
    around: Circumstances,
    people: Sequence[tuple[str, Account]],
    files: Sequence[ExportFile],
    missing: Sequence[Refusal],
    language: Language,
) -> bytes:
    """The README at the top, for whoever hands the files out; ``files`` are those of the company, ``people`` have their
    folders with them.
    """
    view = sheet_view(account, around, language)
    inside = [
        words.COUNT.into(language, people=len(people), reading=view.reading),
        words.HAND_OUT.into(language),
        *([words.COMPANY_FILES.into(language)] if files else []),
        *_thunderbird_place(account, around, files, language),
        words.CHECKSUMS.into(language),
    ]
    title = words.COMPANY_TITLE.into(language, organisation=account.organisation)
    return _text(
        [
            *_title(title),
            *_decided(account, around.decision, language),
            *_despite(around.despite, language),
            *_alone([each for _, each in people], language),
            *_server_deletes(around, [each for _, each in people], language),
            *_section(view.headings.first, view.warnings),
            *_section(words.INSIDE.into(language), inside),
            *_folders(people, language),
            *_explained(files, account, language),
            *_missing(missing, account, language),
            *_common(view),
        ]
    )


def _folders(people: Sequence[tuple[str, Account]], language: Language) -> Iterable[str]:
    """Whose folder is which: one line for the folder, one for the reader."""
    if not people:
        return
    yield from _heading(words.FOLDERS.into(language))
    for folder, account in people:
        if account.person is None or account.address is None:
            continue
        role = words.ROLES[account.person.role].into(language)
        yield folder
        yield from _wrapped(f"{plain(account.person.name)} <{account.address.shown}>: {role}", "  ")
    yield ""


def _thunderbird_place(
    account: Account, around: Circumstances, files: Sequence[ExportFile], language: Language
) -> list[str]:
    """Whether Thunderbird's file may serve everybody: not where a second computer would empty the mailbox, and nothing
    is said as long as the server deletes what everybody would count on.
    """
    days = around.deleted_after
    loses = days is not None and keeps_longer(account, days)
    if loses or all(file.target is not Target.THUNDERBIRD for file in files):
        return []
    text = words.THUNDERBIRD_NOT_PUBLIC if account.form in DELETING_FORMS else words.THUNDERBIRD_PLACE
    return [text.into(language, domain=account.domain)]


def _decided(account: Account, decision: Decision | None, language: Language) -> list[str]:
    """What was decided instead of the advice, and whether these files follow it."""
    if decision is None:
        return []
    decided, advised = (words.WAYS[way].into(language) for way in (decision.to, decision.advised))
    when = format_date(decision.at.astimezone(get_timezone(TIME_ZONE)), "long", locale=LOCALES[language])
    lines = [
        words.DECIDED.into(language, way=decided, by=plain(decision.by), when=when),
        words.DECIDED_WHY.into(language, reason=plain(decision.reason)),
        words.ADVISED_TOO.into(language) if advised == decided else words.ADVISED.into(language, way=advised),
    ]
    if decision.outdated:
        lines.append(words.DECISION_OUTDATED.into(language))
    if _way_of(account) is not decision.to:
        lines.append(words.OTHER_WAY.into(language, way=words.WAYS[_way_of(account)].into(language)))
    return _section(words.DECISION.into(language), lines)


def _despite(found: Iterable[DespiteRules], language: Language) -> list[str]:
    """Who gets files although a rule excludes the way, and what the rule says."""
    lines = [
        words.DESPITE_WHOM.into(
            language,
            way=words.WAYS[each.alternative].into(language),
            count=len(each.people),
            people=first_mailboxes(each.people),
            why=" ".join(EXCLUSION_TEXTS[rule].into(language) for rule in each.rules),
        )
        for each in found
    ]
    return _section(words.DESPITE.into(language), [words.DESPITE_WHAT.into(language), *lines]) if lines else []


def _alone(accounts: Iterable[Account], language: Language) -> list[str]:
    """The question that no list can answer, where reading takes mail off the server; and whose backup comes first."""
    deleting = [(each.address.shown, each.form) for each in accounts if each.address and each.form in DELETING_FORMS]
    at_once = [mailbox for mailbox, form in deleting if form is Form.POP3_DELETE]
    if not deleting:
        return []
    lines = [words.AT_ONCE.into(language, count=len(at_once), mailboxes=first_mailboxes(at_once))] if at_once else []
    lines.append(
        words.ALONE_WHOM.into(language, count=len(deleting), mailboxes=first_mailboxes([each for each, _ in deleting]))
    )
    return _section(words.ALONE.into(language), [*lines, words.ALONE_ASK.into(language)])


def _server_deletes(around: Circumstances, accounts: Sequence[Account], language: Language) -> list[str]:
    """What the company's own server deletes, by a word that is given now or was given before."""
    lines = deletion_lines(around, accounts, language)
    return _section(words.SERVER_DELETES.into(language), lines) if lines else []


def _way_of(account: Account) -> Alternative:
    """The way that the company's files are for."""
    kept = account.form in (Form.POP3_KEEP_DAYS, Form.POP3_KEEP_FOREVER)
    return Alternative.POP3_KEEP if kept else Alternative(account.form)


def _explained(files: Sequence[ExportFile], account: Account, language: Language) -> list[str]:
    """Each file by name, those of one kind together: what comes first, what to do with them, what they cannot say."""
    lines = [*_heading(words.FILES.into(language)), *_one_of_them(files, account, language)] if files else []
    for target, found in groupby(files, key=lambda file: file.target):
        kind = list(found)
        if target is None:
            continue
        lines += [file.path.split("/", 2)[-1] if account.person else file.path for file in kind]
        before = tuple(code for code in kind[0].cannot if code in _BEFORE)
        for code in before:
            lines += _wrapped(" ".join(LIMIT_TEXTS[code].sentences(language, account)), "  ")
        lines += _wrapped(_use(target, kind[0].cannot).into(language), "  ")
        for code in kind[0].cannot:
            if code not in before:
                lines += _wrapped(" ".join(LIMIT_TEXTS[code].sentences(language, account)), "  ", "- ")
        lines.append("")
    return lines


def _use(target: Target, cannot: Collection[Cannot]) -> Text:
    confirmed = FORMATS[target].confirmed_use if Cannot.SERVER_DELETES_CONFIRMED in cannot else None
    return confirmed or FORMATS[target].use


def _one_of_them(files: Sequence[ExportFile], account: Account, language: Language) -> list[str]:
    """Where a mailbox is for one program only, and the folder holds files for several: which of them to use."""
    if account.form not in POP3_FORMS or account.collecting or not _several_programs(files, account):
        return []
    second = f" {words.SECOND_DELETES.into(language)}" if account.form in DELETING_FORMS else ""
    return [*_wrapped(words.ONE_PROGRAM.into(language) + second, ""), ""]


def _several_programs(files: Sequence[ExportFile], account: Account) -> bool:
    """Whether the files of a person set up more than one program that fetches mail."""
    if account.person is None:
        return False
    targets = {file.target for file in files if file.target is not None} - {Target.MSMTP}
    kinds = [FORMATS[target] for target in targets if FORMATS[target].group is not Group.EVERYBODY]
    named = account.person.programs or tuple(Program)
    known = {program for kind in kinds for program in kind.programs if program in named}
    return len(known) + sum(not kind.programs for kind in kinds) > 1


def _missing(missing: Sequence[Refusal], account: Account, language: Language) -> list[str]:
    """What is not there: kinds of files with the same reason together, and the people whom it concerns."""
    kinds: dict[tuple[str | None, str], list[str]] = {}
    for refusal in missing:
        why = " ".join(_sentences(refusal.because, account, language))
        kinds.setdefault((refusal.person, why), []).append(FORMATS[refusal.target].name.into(language))
    people: dict[tuple[str, str], list[str]] = {}
    for (person, why), names in kinds.items():
        people.setdefault(("; ".join(names), why), []).extend([person] if person and not account.person else [])
    lines = [f"{names}{_in_brackets(who)}: {why}" for (names, why), who in people.items()]
    return _section(words.NOT_INCLUDED.into(language), lines) if lines else []


def _in_brackets(people: Sequence[str]) -> str:
    return f" ({', '.join(people)})" if people else ""


def _sentences(codes: Iterable[Cannot], account: Account, language: Language) -> list[str]:
    """The sentences of all codes, each once."""
    said = (sentence for code in codes for sentence in LIMIT_TEXTS[code].sentences(language, account))
    return list(dict.fromkeys(said))


def _common(view: SheetView) -> list[str]:
    return [
        *_heading(view.headings.servers),
        *_servers(view),
        *_section(view.headings.password, view.password),
        *_section(view.headings.sent, view.sent_check, numbered=True),
        *_section(view.headings.help, view.help),
    ]


def _servers(view: SheetView) -> list[str]:
    lines = []
    for server in view.servers:
        confirm = f" ({server.confirm})" if server.confirm else ""
        lines.append(f"{server.title} – {server.status}{confirm}")
        lines += [f"  {row.label}: {row.value}" for row in server.rows]
        lines.append("")
    return lines


def _title(*lines: str) -> list[str]:
    return [*lines, "=" * min(WIDTH, max(len(line) for line in lines)), ""]


def _heading(text: str) -> list[str]:
    return [text, "-" * len(text)]


def _section(heading: str, lines: Iterable[str], *, numbered: bool = False) -> list[str]:
    marks = (f"{number}. " if numbered else "- " for number in range(1, 1000))
    body = [part for mark, line in zip(marks, lines, strict=False) for part in _wrapped(line, "", mark)]
    return [*_heading(heading), *body, ""]


def _wrapped(text: str, indent: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"{indent}{mark}",
        subsequent_indent=indent + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _text(lines: Iterable[str]) -> bytes:
    return (_NEWLINE.join(lines).rstrip() + _NEWLINE).encode("utf-8")
