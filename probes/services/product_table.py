"""Mail server programs, and how each makes itself known: formats of greetings, of names that it states, of own tokens.

A name counts only where it stands as a word of its own, never as part of a host name.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class ProductCode(StrEnum):
    """The programs and services that are recognised."""

    AXIGEN = "axigen"
    CITADEL = "citadel"
    COMMUNIGATE = "communigate"
    COURIER = "courier"
    CYRUS = "cyrus"
    DBMAIL = "dbmail"
    DOMINO = "domino"
    DOVECOT = "dovecot"
    EXCHANGE = "exchange"
    EXCHANGE_ONLINE = "exchange_online"
    EXIM = "exim"
    GMAIL = "gmail"
    GROMOX = "gromox"
    GROUPWISE = "groupwise"
    HARAKA = "haraka"
    HMAILSERVER = "hmailserver"
    ICEWARP = "icewarp"
    ICLOUD = "icloud"
    JAMES = "james"
    KERIO = "kerio"
    KOPANO = "kopano"
    MADDY = "maddy"
    MAILENABLE = "mailenable"
    MAILUTILS = "mailutils"
    MDAEMON = "mdaemon"
    MOX = "mox"
    NEMESIS = "nemesis"
    OPENSMTPD = "opensmtpd"
    PIGEONHOLE = "pigeonhole"
    POSTFIX = "postfix"
    PROTON_BRIDGE = "proton_bridge"
    QPOPPER = "qpopper"
    SENDMAIL = "sendmail"
    SMARTERMAIL = "smartermail"
    STALWART = "stalwart"
    UW_IMAP = "uw_imap"
    WILDDUCK = "wildduck"
    YAHOO = "yahoo"
    ZIMBRA = "zimbra"


class SeenIn(StrEnum):
    """Where a program gave itself away: in the name that it states (ID, IMPLEMENTATION), greeting, or abilities."""

    IMPLEMENTATION = "implementation"
    GREETING = "greeting"
    CAPABILITIES = "capabilities"


NAMES: dict[ProductCode, str] = {
    ProductCode.AXIGEN: "Axigen",
    ProductCode.CITADEL: "Citadel",
    ProductCode.COMMUNIGATE: "CommuniGate Pro",
    ProductCode.COURIER: "Courier",
    ProductCode.CYRUS: "Cyrus IMAP",
    ProductCode.DBMAIL: "DBMail",
    ProductCode.DOMINO: "HCL Domino",
    ProductCode.DOVECOT: "Dovecot",
    ProductCode.EXCHANGE: "Microsoft Exchange",
    ProductCode.EXCHANGE_ONLINE: "Microsoft Exchange Online",
    ProductCode.EXIM: "Exim",
    ProductCode.GMAIL: "Google Gmail",
    ProductCode.GROMOX: "gromox (grommunio)",
    ProductCode.GROUPWISE: "GroupWise",
    ProductCode.HARAKA: "Haraka",
    ProductCode.HMAILSERVER: "hMailServer",
    ProductCode.ICEWARP: "IceWarp",
    ProductCode.ICLOUD: "Apple iCloud Mail",
    ProductCode.JAMES: "Apache James",
    ProductCode.KERIO: "Kerio Connect",
    ProductCode.KOPANO: "Kopano",
    ProductCode.MADDY: "maddy",
    ProductCode.MAILENABLE: "MailEnable",
    ProductCode.MAILUTILS: "GNU Mailutils",
    ProductCode.MDAEMON: "MDaemon",
    ProductCode.MOX: "mox",
    ProductCode.NEMESIS: "Nemesis (GMX, web.de, IONOS)",
    ProductCode.OPENSMTPD: "OpenSMTPD",
    ProductCode.PIGEONHOLE: "Dovecot Pigeonhole",
    ProductCode.POSTFIX: "Postfix",
    ProductCode.PROTON_BRIDGE: "Proton Mail Bridge",
    ProductCode.QPOPPER: "Qpopper",
    ProductCode.SENDMAIL: "Sendmail",
    ProductCode.SMARTERMAIL: "SmarterMail",
    ProductCode.STALWART: "Stalwart",
    ProductCode.UW_IMAP: "UW IMAP (Panda IMAP)",
    ProductCode.WILDDUCK: "WildDuck",
    ProductCode.YAHOO: "Yahoo Mail",
    ProductCode.ZIMBRA: "Zimbra",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One way to recognise a program: ``pattern`` is searched in the text of ``seen_in``; group 1 is a version."""

    product: ProductCode
    seen_in: SeenIn
    pattern: re.Pattern[str]


_VERSION = r"(?:[ ,/-]+\(?v?\.?(?:version )?(\d[\w.+~-]{0,39}))?"
_BOTH = (SeenIn.IMPLEMENTATION, SeenIn.GREETING)
_ONLY_NAME = (SeenIn.IMPLEMENTATION,)
_ONLY_GREETING = (SeenIn.GREETING,)
_MICROSOFT = r"^220[ -]\S{1,253}\.(?:outlook|office365)\.com Microsoft ESMTP"
_UW_VERSION = r"v?(20\d\d[a-z]?\.\d{1,4}\w{0,8})"

# The words by which a program calls itself, where a version may follow directly; the more special name comes first
_CALLED: tuple[tuple[ProductCode, str, tuple[SeenIn, ...]], ...] = (
    (ProductCode.PROTON_BRIDGE, r"Proton ?Mail Bridge", _BOTH),
    (ProductCode.PIGEONHOLE, r"(?:Dovecot )?(?:\([^)]{1,40}\) )?Pigeonhole", _BOTH),
    (ProductCode.DOVECOT, r"Dovecot(?: Pro)?", _BOTH),
    (ProductCode.CYRUS, r"Cyrus(?: (?:IMAP4?d?|POP3|timsieved|SASL))?(?: Server)?", _BOTH),
    (ProductCode.COURIER, r"Courier(?:-IMAP| Mail Server)", _BOTH),
    (ProductCode.EXCHANGE, r"Microsoft Exchange(?: Server)?(?: (?:\d{4} )?(?:IMAP4rev1|POP3) server version)?", _BOTH),
    (ProductCode.GMAIL, r"(?:Gimap ready|Gpop ready)", _ONLY_GREETING),
    (ProductCode.GMAIL, r"GImap", _ONLY_NAME),
    (ProductCode.MDAEMON, r"MDaemon", _BOTH),
    (ProductCode.KERIO, r"Kerio (?:Connect|MailServer)", _BOTH),
    (ProductCode.ZIMBRA, r"Zimbra(?:Inc)?", _BOTH),
    (ProductCode.MAILUTILS, r"GNU Mailutils", _BOTH),
    (ProductCode.STALWART, r"Stalwart(?: (?:Mail Server|ManageSieve|JMAP|IMAP|POP3))?", _BOTH),
    (ProductCode.JAMES, r"(?:Apache )?JAMES(?: (?:IMAP4rev1|POP3|SMTP))?(?: Server)?", _BOTH),
    (ProductCode.JAMES, r"Apache ManageSieve", _ONLY_NAME),
    (ProductCode.AXIGEN, r"Axigen", _BOTH),
    (ProductCode.SMARTERMAIL, r"SmarterMail", _BOTH),
    (ProductCode.ICEWARP, r"IceWarp(?: (?:Mail )?Server)?", _BOTH),
    (ProductCode.HMAILSERVER, r"hMailServer", _BOTH),
    (ProductCode.COMMUNIGATE, r"CommuniGate Pro(?: (?:IMAP|POP3) Server)?", _BOTH),
    (ProductCode.DOMINO, r"(?:Domino IMAP4 Server Release|(?:HCL|IBM|Lotus) Domino(?: Release)?)", _BOTH),
    (ProductCode.DOMINO, r"Lotus Notes POP3 server version", _ONLY_GREETING),
    (ProductCode.GROUPWISE, r"GroupWise(?: Internet Agent)?", _BOTH),
    (ProductCode.MAILENABLE, r"MailEnable(?: (?:Service|POP3 Server))?,?(?: Version:)?", _BOTH),
    (ProductCode.DBMAIL, r"DBMail(?: imap \(protocol version 4r1\) server)?", _BOTH),
    (ProductCode.CITADEL, r"Citadel", _BOTH),
    (ProductCode.QPOPPER, r"Qpopper", _BOTH),
    (ProductCode.KOPANO, r"(?:Kopano|Zarafa)(?: (?:IMAP|POP3) gateway)?", _BOTH),
    (ProductCode.WILDDUCK, r"(?:WildDuck|WDImap|WDPop)(?: POP3 Server)?", _BOTH),
    (ProductCode.GROMOX, r"gromox(?:-imap|-pop3|-delivery)?", _BOTH),
    (ProductCode.MADDY, r"maddy", _BOTH),
    (ProductCode.MOX, r"(?:mox (?:imap|pop3)|ESMTP mox)", _ONLY_GREETING),
    (ProductCode.MOX, r"mox", _ONLY_NAME),
    (ProductCode.POSTFIX, r"E?SMTP Postfix", _ONLY_GREETING),
    (ProductCode.EXIM, r"E?SMTP Exim", _ONLY_GREETING),
    (ProductCode.SENDMAIL, r"E?SMTP Sendmail", _ONLY_GREETING),
    (ProductCode.OPENSMTPD, r"E?SMTP OpenSMTPD", _ONLY_GREETING),
    (ProductCode.HARAKA, r"E?SMTP Haraka", _ONLY_GREETING),
    (ProductCode.NEMESIS, r"Nemesis ESMTP", _ONLY_GREETING),
)


def _called(product: ProductCode, words: str, places: tuple[SeenIn, ...]) -> list[Sign]:
    pattern = re.compile(rf"(?<![\w.@-])(?:{words})(?![\w@-]|\.\w){_VERSION}", re.IGNORECASE)
    return [Sign(product, place, pattern) for place in places]


def _other(product: ProductCode, seen_in: SeenIn, pattern: str) -> Sign:
    return Sign(product, seen_in, re.compile(pattern, re.IGNORECASE))


# Whole forms, where the program does not say its name, or where the name alone would say too little
_FORMS: tuple[Sign, ...] = (
    _other(ProductCode.EXCHANGE_ONLINE, SeenIn.GREETING, _MICROSOFT),
    _other(ProductCode.EXCHANGE, SeenIn.GREETING, r"\bMicrosoft ESMTP MAIL Service\b(?:, Version: (\d[\d.]{0,39}))?"),
    _other(ProductCode.GMAIL, SeenIn.GREETING, r"^220 \S+ ESMTP .{0,120} - gsmtp$"),
    _other(ProductCode.AXIGEN, SeenIn.GREETING, r"\bAXIGEN-(\d[\w.]{0,39}) \("),
    _other(ProductCode.HMAILSERVER, SeenIn.GREETING, r"^\* OK IMAPrev1$"),
    _other(ProductCode.UW_IMAP, SeenIn.GREETING, rf"\bIMAP4rev1 {_UW_VERSION} (?:at \w{{3}}, |server ready)"),
    _other(ProductCode.UW_IMAP, SeenIn.GREETING, rf"^\+OK POP3 \S+ {_UW_VERSION} server ready"),
    _other(ProductCode.NEMESIS, SeenIn.GREETING, r"^(?:\* OK IMAP|\+OK POP) server ready H mi[a-z]{2,6}\d+ "),
    _other(ProductCode.YAHOO, SeenIn.GREETING, r"^220 smtp\.mail\.yahoo\.com ESMTP ready"),
    _other(ProductCode.YAHOO, SeenIn.GREETING, r"^\+OK Hello from jpop-[\d.]+"),
)  # fmt: skip

# Tokens that only one program lists
_TOKENS: tuple[Sign, ...] = (
    _other(ProductCode.GMAIL, SeenIn.CAPABILITIES, r"^X-GM-EXT-1$"),
    _other(ProductCode.YAHOO, SeenIn.CAPABILITIES, r"^XYMHIGHESTMODSEQ$"),
    _other(ProductCode.ICLOUD, SeenIn.CAPABILITIES, r"^AUTH=ATOKEN2?$"),
    _other(ProductCode.MAILUTILS, SeenIn.CAPABILITIES, r"^EXPIRE(?:NEVER|\d{1,6})$"),  # a space is missing
    _other(ProductCode.COURIER, SeenIn.CAPABILITIES, r"^(?:XCOURIEROUTBOX=.*|XVERP=Courier)$"),
)

SIGNS: tuple[Sign, ...] = (
    *_FORMS[:1],
    *(sign for called in _CALLED for sign in _called(*called)),
    *_FORMS[1:],
    *_TOKENS,
)
