"""What the printed slip says to one person: the few values to type, the password, the steps, the alarms first.

It takes its words from the sheet where the sheet has them, so that both say the same.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from babel.dates import format_date, get_timezone

from advisor.profiles import guides_other, remarks
from advisor.profiles import texts_sheet as sheet_words
from advisor.profiles import texts_slip as words
from advisor.profiles.account import IMAP_FORMS, Account
from advisor.profiles.guides import GuideCode, guides_for
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.printable import printable
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import guide, sheet_view, sign_in
from advisor.profiles.sheet_limits import sheet_limits
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import LOCALES, TIME_ZONE, Language, Text
from probes.codes import Trust

_NOTHING_TYPED = frozenset({GuideCode.PROVIDER_SIGN_IN, GuideCode.BROWSER})


@dataclass(frozen=True, slots=True)
class Value:
    """One value; ``typed``: it is typed letter by letter, else it is a word to choose or to read."""

    text: str
    typed: bool


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One setting for receiving and for sending; ``outgoing`` is None where ``incoming`` holds for both."""

    label: str
    incoming: Value
    outgoing: Value | None


@dataclass(frozen=True, slots=True)
class SlipHeadings:
    """The headings of the slip, in its order."""

    first: str
    typed: str
    incoming: str
    outgoing: str
    password: str
    steps: str
    phone: str
    limits: str
    help: str


@dataclass(frozen=True, slots=True)
class SlipView:
    """Everything a slip says. ``cut`` stands there instead of ``limits`` where the page has no room for them.

    ``scan`` and ``code`` are the words beside and behind the QR code; ``page`` is the address of the reader's own page,
    of which the code then speaks, or empty.
    """

    language: Language
    title: str
    organisation: str
    name: str
    address: str
    reading: str
    warnings: tuple[str, ...]
    headings: SlipHeadings
    rows: tuple[SlipRow, ...]
    password: tuple[str, ...]
    steps: tuple[str, ...]
    scan: str
    code: str
    page: str
    limits: tuple[str, ...]
    cut: str
    help: tuple[str, ...]
    ask: str
    checked: str
    more: str


def slip_view(account: Account, around: Circumstances, language: Language, page: str | None = None) -> SlipView:
    """The slip for this account, which must have a person; ``page`` is the address of their own page."""
    if account.person is None or account.address is None:
        raise ValueError("a slip needs a person")
    sheet = sheet_view(account, around, language)
    address = account.address.shown if _can_print(account.address.shown) else account.address.ascii
    contact = printable(around.contact or "")
    return SlipView(
        language=language,
        title=sheet.title,
        organisation=printable(account.organisation) or account.domain,
        name=printable(account.person.name) or address,
        address=address,
        reading=sheet.reading,
        warnings=sheet.warnings,
        headings=_headings(account, language, page),
        rows=_rows(account, language),
        password=(*remarks.which_password(account, around, language), words.NOT_HERE.into(language)),
        steps=_steps(account, language),
        scan=(words.PAGE_SCAN if page else words.SCAN).into(language),
        code=(words.PAGE_CODE if page else words.CODE).into(language),
        page=page or "",
        limits=_limits(account, language),
        cut=words.CUT.into(language),
        help=(words.STAY_ENCRYPTED.into(language), sheet_words.TRY_ONCE.into(language)),
        ask=sheet_words.ASK.into(language, contact=contact) if contact else words.ASK_GIVER.into(language),
        checked=_checked(account, language),
        more=words.MORE.into(language),
    )


def shows_code(account: Account) -> bool:
    """Whether a QR code for a phone belongs on the slip of an account that has one.

    Not where a name still has to be confirmed before a password is typed, nor where the provider has its own sign-in.
    As with the guides, POP3 is for one computer unless a person says that the phone is the one device.
    """
    if account.oauth2_only or any(server.trust is Trust.NEEDS_CONSENT for server in account.servers):
        return False
    programs = account.person.programs if account.person else ()
    return Program.ANDROID in programs or (not programs and account.form in IMAP_FORMS)


def _can_print(text: str) -> bool:
    return printable(text) == unicodedata.normalize("NFC", text)


def _headings(account: Account, language: Language, page: str | None) -> SlipHeadings:
    texts: dict[str, Text] = {
        "first": sheet_words.FIRST,
        "typed": words.TYPED,
        "incoming": sheet_words.INCOMING[account.protocol],
        "outgoing": sheet_words.OUTGOING,
        "password": sheet_words.PASSWORD,
        "steps": words.STEPS,
        "phone": words.PAGE if page else words.PHONE,
        "limits": words.LIMITS,
        "help": sheet_words.HELP,
    }
    return SlipHeadings(**{name: text.into(language) for name, text in texts.items()})


def _rows(account: Account, language: Language) -> tuple[SlipRow, ...]:
    """The rows in the order in which programs ask; sending repeats a user name or sign-in only where it differs."""
    if not account.servers:
        return (SlipRow(sheet_words.SERVER.into(language), _unknown(language), None),)
    sign_in = _sign_in_row(account, language)
    return (
        _row(sheet_words.SERVER, account, lambda server: Value(server.host, typed=True), language),
        _row(sheet_words.PORT, account, lambda server: Value(str(server.port), typed=True), language),
        _row(sheet_words.SECURITY, account, lambda server: _security(server, language), language),
        _once(_row(sheet_words.USERNAME, account, lambda server: _username(account, server, language), language)),
        *((sign_in,) if sign_in else ()),
    )


def _row(label: Text, account: Account, value: Callable[[ServerSettings], Value], language: Language) -> SlipRow:
    incoming, outgoing = (
        value(server) if server is not None else _unknown(language) for server in (account.incoming, account.outgoing)
    )
    return SlipRow(label.into(language), incoming, outgoing)


def _once(row: SlipRow) -> SlipRow:
    return replace(row, outgoing=None) if row.incoming == row.outgoing else row


def _sign_in_row(account: Account, language: Language) -> SlipRow | None:
    """None for the usual sign-in with a password: programs take it by themselves."""
    if all(sign_in(server) is sheet_words.PLAIN_PASSWORD for server in account.servers):
        return None
    row = _row(
        sheet_words.AUTHENTICATION, account, lambda server: Value(sign_in(server).into(language), typed=False), language
    )
    return _once(row)


def _unknown(language: Language) -> Value:
    return Value(sheet_words.MISSING.into(language), typed=False)


def _security(server: ServerSettings, language: Language) -> Value:
    return Value(sheet_words.SECURITY_NAMES[server.security].into(language), typed=False)


def _username(account: Account, server: ServerSettings, language: Language) -> Value:
    known = account.username(server)
    if known and _can_print(known):
        return Value(known, typed=True)
    return Value(sheet_words.FROM_PROVIDER.into(language), typed=False)


def _steps(account: Account, language: Language) -> tuple[str, ...]:
    guides = guides_for(account)
    if not guides:
        return (words.ASK_FIRST.into(language),)
    if len(guides) == 1 and guides[0] in _NOTHING_TYPED:
        return guide(guides[0], account, language).steps
    start = words.OPEN_IMAP if account.form in IMAP_FORMS else words.OPEN_POP3
    kept = (step.text for step in guides_other.HOW_KEPT if account.form in step.forms)
    check = words.SEND_TO_SELF if account.form in IMAP_FORMS else words.SEND_TO_SELF_POP3
    file = () if account.for_program else (words.FILE,)
    texts = (*file, start, words.COPY, *kept, words.FINISH, check)
    program = _program(account).into(language)
    return tuple(text.into(language, program=program, days=account.keep_days) for text in texts)


def _program(account: Account) -> Text:
    if account.for_program:
        return words.COLLECTING_PROGRAM
    programs = account.person.programs if account.person else ()
    return words.PROGRAMS.get(programs[0], words.MAIL_PROGRAM) if len(programs) == 1 else words.MAIL_PROGRAM


def _limits(account: Account, language: Language) -> tuple[str, ...]:
    """What cannot be done and what to do about it; what happens instead stands on the sheet."""
    said = (LIMIT_TEXTS[code].sentences(language, account) for code in sheet_limits(account))
    return tuple(f"{cannot} {todo}" for cannot, _, todo in said)


def _checked(account: Account, language: Language) -> str:
    """When the servers were checked; of two days the earlier one."""
    days = [server.checked_at for server in account.servers if server.proven and server.checked_at is not None]
    if len(days) < len((account.incoming, account.outgoing)):
        return words.NOT_ALL_CHECKED.into(language)
    first = min(days).astimezone(get_timezone(TIME_ZONE))
    return words.CHECKED.into(language, date=format_date(first, "long", locale=LOCALES[language]))
