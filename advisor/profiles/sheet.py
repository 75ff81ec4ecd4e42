"""The sheet for one reader: settings, password, steps, the check of the Sent folder, whom to ask.

``sheet_view`` gives finished values that a page can show; ``render_sheet`` makes one HTML file of them that needs
nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from babel.dates import format_date, get_timezone
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from advisor.profiles import guides_apple, guides_other, guides_outlook, remarks
from advisor.profiles import texts_sheet as words
from advisor.profiles.account import IMAP_FORMS, Account, plain
from advisor.profiles.cannot import missing_servers, refusing
from advisor.profiles.formats import apple, outlook_prf
from advisor.profiles.guides import GuideCode, GuideText, Step, guides_for
from advisor.profiles.limit_texts.catalogue import LIMIT_TEXTS
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet_limits import sheet_limits
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import LOCALES, TIME_ZONE, Language, Text
from probes.codes import Trust, UsernameForm

GUIDES: dict[GuideCode, GuideText] = {
    text.code: text
    for text in (
        guides_outlook.OUTLOOK,
        guides_outlook.OUTLOOK_NEW,
        guides_apple.IPHONE,
        guides_apple.MAC,
        guides_other.THUNDERBIRD,
        guides_other.ANDROID,
        guides_other.BROWSER,
        guides_other.PROVIDER_SIGN_IN,
        guides_other.OTHER,
    )
}
_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Check(StrEnum):
    """How far a server's values may be relied on."""

    PROVEN = "proven"
    NOT_CHECKED = "not_checked"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ServerBlock:
    """One server. ``status`` says in words what ``check`` means; ``confirm`` is set where a name needs confirmation."""

    title: str
    check: Check
    status: str
    rows: tuple[Row, ...] = ()
    confirm: str | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """Numbered steps for one program."""

    code: GuideCode
    title: str
    steps: tuple[str, ...]
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of the sheet, in its order."""

    first: str
    servers: str
    password: str
    steps: str
    sent: str
    limits: str
    help: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """Everything a sheet says, in one language."""

    language: Language
    title: str
    organisation: str
    reader: str | None
    address: str | None
    reading: str
    warnings: tuple[str, ...]
    headings: Headings
    servers: tuple[ServerBlock, ...]
    password: tuple[str, ...]
    guides: tuple[Guide, ...]
    sent_check: tuple[str, ...]
    limits: tuple[str, ...]
    help: tuple[str, ...]


def sheet_view(
    account: Account,
    around: Circumstances,
    language: Language,
    programs: tuple[Program, ...] | None = None,
) -> SheetView:
    """The sheet for this account in ``language``, for the programs that the reader uses or for these ``programs``."""
    return SheetView(
        language=language,
        title=(words.TITLE if account.person else words.COMPANY_TITLE).into(language),
        organisation=account.organisation,
        reader=plain(account.person.name) if account.person else None,
        address=account.address.shown if account.address else None,
        reading=remarks.reading(account, language),
        warnings=(*remarks.warnings(account, around, language), words.BESIDE.into(language)),
        headings=_headings(language),
        servers=_servers(account, language),
        password=remarks.password_lines(account, around, language),
        guides=tuple(guide(code, account, language) for code in guides_for(account, programs)),
        sent_check=_sent_check(account, language),
        limits=_limits(account, language, programs),
        help=_help(around, language),
    )


def render_sheet(view: SheetView) -> bytes:
    """One HTML file that loads nothing from elsewhere."""
    return _PAGES.get_template("sheet.html").render(sheet=view).encode("utf-8")


def _headings(language: Language) -> Headings:
    return Headings(
        first=words.FIRST.into(language),
        servers=words.SERVERS.into(language),
        password=words.PASSWORD.into(language),
        steps=words.STEPS.into(language),
        sent=words.SENT.into(language),
        limits=words.LIMITS.into(language),
        help=words.HELP.into(language),
    )


def _servers(account: Account, language: Language) -> tuple[ServerBlock, ...]:
    return (
        _block(words.INCOMING[account.protocol], account, account.incoming, language),
        _block(words.OUTGOING, account, account.outgoing, language),
    )


def _block(title: Text, account: Account, server: ServerSettings | None, language: Language) -> ServerBlock:
    if server is None:
        return ServerBlock(title.into(language), Check.MISSING, words.MISSING.into(language))
    check = Check.PROVEN if server.proven else Check.NOT_CHECKED
    confirm = words.CONFIRM.into(language) if server.trust is Trust.NEEDS_CONSENT else None
    return ServerBlock(
        title.into(language), check, _status(server, language), _rows(account, server, language), confirm
    )


def _status(server: ServerSettings, language: Language) -> str:
    if not server.proven or server.checked_at is None:
        return words.NOT_CHECKED.into(language)
    checked = server.checked_at.astimezone(get_timezone(TIME_ZONE))
    return words.PROVEN.into(language, date=format_date(checked, "long", locale=LOCALES[language]))


def _rows(account: Account, server: ServerSettings, language: Language) -> tuple[Row, ...]:
    values = (
        (words.SERVER, server.host),
        (words.PORT, str(server.port)),
        (words.SECURITY, words.SECURITY_NAMES[server.security].into(language)),
        (words.USERNAME, _username(account, server, language)),
        (words.AUTHENTICATION, sign_in(server).into(language)),
    )
    return tuple(Row(label.into(language), value) for label, value in values)


def _username(account: Account, server: ServerSettings, language: Language) -> str:
    known = account.username(server)
    if known is not None:
        return known
    if account.person is not None or server.username is UsernameForm.OTHER:
        return words.FROM_PROVIDER.into(language)
    form = words.YOUR_FULL_ADDRESS if server.username is UsernameForm.ADDRESS else words.YOUR_LOCAL_PART
    return form.into(language)


def sign_in(server: ServerSettings) -> Text:
    """What programs call the way to sign in at this server."""
    known = (text for method, text in words.AUTHENTICATION_NAMES.items() if method in server.authentication)
    return next(known, words.PLAIN_PASSWORD)


def fields_of(account: Account, language: Language) -> dict[str, object]:
    """What the texts of steps may hold."""
    fields: dict[str, object] = {"address": _address(account, language), "days": account.keep_days}
    for side, server in (("incoming", account.incoming), ("outgoing", account.outgoing)):
        if server is not None:
            fields[f"{side}_host"] = server.host
            fields[f"{side}_port"] = server.port
            fields[f"{side}_security"] = words.SECURITY_NAMES[server.security].into(language)
    fields["username"] = _usernames(account, language)
    return {**fields, "prf_file": outlook_prf.file_name(account), "prf_profile": outlook_prf.profile_name(account)}


def _usernames(account: Account, language: Language) -> str:
    """The user name for the steps; both where sending asks for another one than receiving."""
    names = list(dict.fromkeys(_username(account, server, language) for server in account.servers))
    if len(names) == 1:
        return names[0]
    incoming, outgoing = names
    return words.TWO_USERNAMES.into(language, incoming=incoming, outgoing=outgoing)


def _address(account: Account, language: Language) -> str:
    return account.address.shown if account.address else words.YOUR_ADDRESS.into(language)


def guide(code: GuideCode, account: Account, language: Language) -> Guide:
    """The steps of one guide as this account has to take them."""
    text = GUIDES[code]
    profile = _has_profile(account)
    return Guide(
        code=code,
        title=text.title.into(language),
        steps=filled((step for step in text.steps if profile or not step.needs_file), account, language),
        hint=text.hint.into(language) if text.hint else None,
    )


def filled(steps: Iterable[Step], account: Account, language: Language) -> tuple[str, ...]:
    """Those of the steps that count for this way of reading, with the account's values."""
    fields = fields_of(account, language)
    return tuple(step.text.into(language, **fields) for step in steps if account.form in step.forms)


def _has_profile(account: Account) -> bool:
    return not account.for_program and not refusing((*missing_servers(account), *apple.limits(account)))


def _sent_check(account: Account, language: Language) -> tuple[str, ...]:
    steps: Iterable[Text] = (words.SENT_ON_SERVER, words.SENT_FOLDER)
    if account.form not in IMAP_FORMS:
        steps = (words.SENT_STAYS_LOCAL, *((words.COLLECTOR_STILL_THERE,) if account.collecting else ()))
    first = words.SEND_TO_SELF.into(language, address=_address(account, language))
    return (first, *(text.into(language) for text in (words.ARRIVES, *steps)))


def _limits(account: Account, language: Language, programs: tuple[Program, ...] | None) -> tuple[str, ...]:
    codes = sheet_limits(account, programs)
    return tuple(" ".join(LIMIT_TEXTS[code].sentences(language, account)) for code in codes)


def _help(around: Circumstances, language: Language) -> tuple[str, ...]:
    contact = plain(around.contact or "")
    ask = words.ASK.into(language, contact=contact) if contact else words.ASK_SENDER.into(language)
    return (words.KEEP_SAFE.into(language), words.TRY_ONCE.into(language), ask)
