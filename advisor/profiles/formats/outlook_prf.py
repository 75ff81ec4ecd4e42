"""The Outlook profile file (PRF) for classic Outlook, read with ``outlook.exe /importprf FILE``.

It makes a profile of its own, so that nothing that exists is changed. Outlook leaves a profile of the same name as it
is; so the names of profile and file say the way and the days, and a file for another way makes another profile. Files
with and without a full copy are the same to Outlook and share a name. How long mail stays on the server is one number
(``PROP_POP_LEAVE_ON_SERVER``): bit 0 leaves a copy, bit 1 removes it after the days in the high word, bit 2 removes it
when it is deleted in Outlook. The number 0x50001 that many templates carry therefore means for ever, not five days.

No data file is named: Outlook adds one of its own for a POP3 account, and an account whose file is named here can stay
without one. The last sections tell Outlook which property each key is (Account Management API). Values are plain ASCII,
because no source says which character set Outlook expects; comments hold what the file has to say.
"""

import re
import unicodedata
from collections.abc import Iterable
from configparser import RawConfigParser
from io import StringIO

from advisor.profiles.account import IMAP_FORMS, Account, Form, plain
from advisor.profiles.cannot import Cannot, collector_can_delete, deletes_at_once, unknown_username
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.line_comments import comments
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from advisor.text import Text
from probes.codes import Security

LEAVE_ON_SERVER, REMOVE_AFTER_DAYS, DAYS_SHIFT = 1, 2, 16
_WAYS = {
    Form.IMAP: "IMAP",
    Form.IMAP_ARCHIVE: "IMAP",
    Form.POP3_KEEP_DAYS: "POP3 keep {days}",
    Form.POP3_KEEP_FOREVER: "POP3 keep",
    Form.POP3_DELETE: "POP3 delete",
}
_SMTP_SECURITY = {Security.TLS: "1", Security.STARTTLS: "2"}
_SAME_AS_INCOMING, _OWN_USER = "0", "1"
_NEWLINE = "\r\n"

# What may stand in a value: nothing that starts a section or a comment, is a quote at an end, or is replaced (%NAME%).
_WRITABLE = re.compile(r"[A-Za-z0-9 .,'()&@+_/=!#$*?^`{|}~-]*")
_SPELT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)

_MAPPING = {
    "AccountName": "PT_UNICODE,0x0002",
    "DisplayName": "PT_UNICODE,0x000B",
    "EmailAddress": "PT_UNICODE,0x000C",
    "{}Server": "PT_UNICODE,0x0100",
    "{}UserName": "PT_UNICODE,0x0101",
    "{}Port": "PT_LONG,0x0104",
    "{}UseSSL": "PT_LONG,0x0105",
    "{}UseSPA": "PT_LONG,0x0108",
    "SMTPServer": "PT_UNICODE,0x0200",
    "SMTPPort": "PT_LONG,0x0201",
    "SMTPUseAuth": "PT_LONG,0x0203",
    "SMTPUserName": "PT_UNICODE,0x0204",
    "SMTPUseSPA": "PT_LONG,0x0207",
    "SMTPAuthMethod": "PT_LONG,0x0208",
    "SMTPSecureConnection": "PT_LONG,0x020A",
    "ConnectionType": "PT_LONG,0x000F",
}
_POP3_MAPPING = {"LeaveOnServer": "PT_LONG,0x1000"}


def outlook_profile(account: Account, said: Iterable[str] = ()) -> bytes:
    """The file for one person; ``said`` stands in comments at its top.

    The account must have a person and both servers.
    """
    parser = RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # as it is written, not in small letters
    parser.read_dict(_sections(account))
    written = StringIO()
    parser.write(written, space_around_delimiters=False)
    lines = [*comments(said, ";"), "", *written.getvalue().rstrip().split("\n"), ""]
    return _NEWLINE.join(lines).encode("utf-8")


def profile_name(account: Account) -> str:
    """What Outlook calls the profile: the address and the way of reading."""
    return f"{account.address.ascii if account.address else ''} {_way(account)}"


def file_name(account: Account) -> str:
    """The name of the file, which differs wherever that of the profile does for one mailbox."""
    return f"mailweiche-{_way(account).lower().replace(' ', '-')}.prf"


def _way(account: Account) -> str:
    return _WAYS[account.form].format(days=account.keep_days)


def leave_on_server(form: Form, keep_days: int | None) -> int:
    """The number for ``LeaveOnServer``. Raises ``ValueError`` for days that do not fit."""
    if form is Form.POP3_DELETE:
        return 0
    if form is Form.POP3_KEEP_FOREVER:
        return LEAVE_ON_SERVER
    if form is not Form.POP3_KEEP_DAYS or keep_days is None or not 0 < keep_days < 1 << DAYS_SHIFT:
        raise ValueError(f"no time on the server for {form} with {keep_days} days")
    return keep_days << DAYS_SHIFT | LEAVE_ON_SERVER | REMOVE_AFTER_DAYS


def _sections(account: Account) -> dict[str, dict[str, str]]:
    imap = account.form in IMAP_FORMS
    kind, protocol = ("IMAP_I_Mail", "IMAP") if imap else ("I_Mail", "POP3")
    mapping = {key.format(protocol): value for key, value in _MAPPING.items()}
    return {
        "General": {
            "Custom": "1",
            "ProfileName": profile_name(account),
            "DefaultProfile": "No",
            "OverwriteProfile": "No",
            "ModifyDefaultProfileIfPresent": "FALSE",
        },
        "Service List": {"Service1": "Outlook Address Book"},
        "Internet Account List": {"Account1": kind},
        "Service1": {},
        "Account1": _account(account, protocol),
        "Outlook Address Book": {"ServiceName": "CONTAB"},
        kind: {"AccountType": protocol, **mapping, **({} if imap else _POP3_MAPPING)},
    }


def _account(account: Account, protocol: str) -> dict[str, str]:
    if account.incoming is None or account.outgoing is None or account.person is None or account.address is None:
        raise ValueError("an Outlook profile needs a person and both servers")
    values = {
        "UniqueService": "No",
        "AccountName": account.address.ascii,
        "DisplayName": display_name(account),
        "EmailAddress": account.address.ascii,
        f"{protocol}Server": account.incoming.host,
        f"{protocol}Port": str(account.incoming.port),
        f"{protocol}UseSSL": "1",
        f"{protocol}UseSPA": "0",
        **_username(f"{protocol}UserName", account, account.incoming),
        "SMTPServer": account.outgoing.host,
        "SMTPPort": str(account.outgoing.port),
        "SMTPSecureConnection": _SMTP_SECURITY[account.outgoing.security],
        "SMTPUseAuth": "1",
        "SMTPUseSPA": "0",
        **_sending_user(account, account.incoming, account.outgoing),
        "ConnectionType": "0",
    }
    if account.form in IMAP_FORMS:
        return values
    return {**values, "LeaveOnServer": f"0x{leave_on_server(account.form, account.keep_days):08X}"}


def _sending_user(account: Account, incoming: ServerSettings, outgoing: ServerSettings) -> dict[str, str]:
    if account.username(incoming) == account.username(outgoing):
        return {"SMTPAuthMethod": _SAME_AS_INCOMING}
    return {"SMTPAuthMethod": _OWN_USER, **_username("SMTPUserName", account, outgoing)}


def _username(key: str, account: Account, server: ServerSettings) -> dict[str, str]:
    """Outlook asks for a user name that is not there."""
    name = account.username(server)
    return {key: name} if name else {}


def display_name(account: Account) -> str:
    """The person's name in plain letters, else the address."""
    name = plain(account.person.name) if account.person else ""
    letters = unicodedata.normalize("NFKD", name.translate(_SPELT)).encode("ascii", "ignore").decode("ascii")
    kept = "".join(letter if _WRITABLE.fullmatch(letter) else " " for letter in letters)
    spelt = " ".join(kept.split()).strip("' ")
    if any(letter.isalpha() for letter in spelt):
        return spelt
    return account.address.ascii if account.address else ""


def _limits(account: Account) -> Iterable[Cannot]:
    yield from deletes_at_once(account)
    if account.oauth2_only:
        yield Cannot.OAUTH2_REQUIRED
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY
    if account.incoming is not None and account.incoming.security is not Security.TLS:
        yield Cannot.INCOMING_STARTTLS
    if account.person is not None:
        yield from _of_words(account)
    yield from collector_can_delete(account)
    yield from unknown_username(account)


def _of_words(account: Account) -> Iterable[Cannot]:
    names = [account.username(server) or "" for server in account.servers]
    must = [account.address.ascii if account.address else "", *names]
    if not all(_WRITABLE.fullmatch(word) and word == word.strip("' ") for word in must):
        yield Cannot.NOT_WRITABLE
    if account.person is not None and display_name(account) != plain(account.person.name):
        yield Cannot.PLAIN_LETTERS


def _write(job: Job) -> Iterable[Part]:
    yield Part(f"outlook/{file_name(job.account)}", outlook_profile(job.account, job.said))


FORMAT = Format(
    Target.OUTLOOK_PRF,
    Group.PROGRAM,
    Text("Outlook, klassisch (PRF-Datei)", "Outlook, classic (PRF file)"),
    Text(
        "Nur für das klassische Outlook unter Windows. Schliessen Sie Outlook. Gibt es in der Systemsteuerung unter "
        "«Mail», «Profile anzeigen» schon ein Profil aus einer früheren Datei von uns (sein Name beginnt mit der "
        "Mailadresse), entfernen Sie zuerst dieses Profil, aber löschen Sie nie eine Datendatei (.pst): Darin liegen "
        "abgeholte Mails. Sie bleibt auf dem Computer, meist im Ordner «Dokumente», «Outlook-Dateien». Drücken Sie "
        "dann die Windows-Taste und R, und geben Sie «outlook.exe /importprf» und den Pfad der Datei in "
        "Anführungszeichen ein. Es entsteht ein eigenes Profil; andere bleiben, wie sie sind. Damit Outlook beim Start "
        "nach dem Profil fragt, stellen Sie das in der Systemsteuerung unter «Mail» ein.",
        "Only for classic Outlook on Windows. Close Outlook. If the Control Panel shows under “Mail”, “Show Profiles” "
        "a profile from an earlier file of ours (its name begins with the mail address), first remove this profile, "
        "but never delete a data file (.pst): fetched mail is in it. It stays on the computer, usually in the folder "
        "“Documents”, “Outlook Files”. Then press the Windows key and R, and enter “outlook.exe /importprf” and the "
        "path of the file in quotation marks. This makes a profile of its own; others stay as they are. To have "
        "Outlook ask for the profile when it starts, set this in the Control Panel under “Mail”.",
    ),
    _limits,
    person=_write,
    programs=frozenset({Program.OUTLOOK}),
)
