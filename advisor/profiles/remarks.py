"""What must be said beside the settings: alarms of the recommendation, the provider's peculiarities, unproven values.

The same sentences stand on the sheet, in the READMEs and inside the files, so that no file travels without them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import idna

from advisor.profiles.account import POP3_FORMS, Account, Form
from advisor.profiles.despite_rules import DespiteRules
from advisor.profiles.printable import printable
from advisor.profiles.server_deletion import ServerDeletion, keeps_longer
from advisor.settings.codes import ReadingProtocol
from advisor.settings.values import CompanySettings, Decision, NotedDeletion, ServerSettings
from advisor.text import Language, Text
from probes.codes import Trust


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside the settings: codes of alarms and provider notes, and whom to ask.

    ``full_copy_alarms`` are said only to who keeps all mail on a computer, ``decision`` and ``despite`` (who gets files
    although a rule excludes the way) to who hands the files out.
    What the company's own server deletes is said to everybody: ``server_deletion`` is confirmed with just this export,
    ``server_deletes`` was noted before.
    """

    alarms: tuple[str, ...] = ()
    full_copy_alarms: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    contact: str | None = None
    decision: Decision | None = None
    server_deletion: ServerDeletion | None = None
    despite: tuple[DespiteRules, ...] = ()
    server_deletes: NotedDeletion | None = None

    @classmethod
    def of(cls, settings: CompanySettings, contact: str | None = None) -> Self:
        """What these settings know beside the servers."""
        return cls(
            settings.alarms,
            settings.full_copy_alarms,
            settings.provider_notes,
            contact,
            server_deletes=settings.server_deletes,
        )

    @property
    def deleted_after(self) -> int | None:
        """After how many days the server deletes; None where nobody has said so."""
        known = self.server_deletion or self.server_deletes
        return known.days if known else None


def warnings(account: Account, around: Circumstances, language: Language) -> tuple[str, ...]:
    """The sentences that come before everything else; what must be done before anything first, then the alarms."""
    full_copy = around.full_copy_alarms if account.form is not Form.IMAP else ()
    heard = {*around.alarms, *full_copy}
    lines = [*before_anything(account, language)]
    lines += [ALARM_TEXTS[code].into(language) for code in ALARM_TEXTS if code in heard]
    days = around.deleted_after
    if days is not None:
        lines.append((LOSES_MAIL if keeps_longer(account, days) else SERVER_DELETES).into(language, days=days))
    if account.foreign:
        lines.append(FOREIGN.into(language, domain=_letters(account.domain), company=_letters(account.company_domain)))
    open_names = _named(server for server in account.servers if server.trust is Trust.NEEDS_CONSENT)
    if open_names:
        lines.append(NEEDS_CONSENT.into(language, servers=open_names))
    unproven = _named(server for server in account.servers if not server.proven)
    if unproven:
        lines.append(NOT_CHECKED.into(language, servers=unproven))
    lines.extend(text.into(language) for text in _of_the_way(account))
    return tuple(lines)


def _letters(domain: str) -> str:
    """The domain with its own letters where the printed slip can show them."""
    try:
        shown = idna.decode(domain)
    except idna.IDNAError:
        return domain
    return shown if printable(shown) == shown else domain


def before_anything(account: Account, language: Language) -> tuple[str, ...]:
    """What must be done before a file is opened, because afterwards it is too late."""
    return (BACKUP_FIRST.into(language),) if account.form is Form.POP3_DELETE else ()


def _of_the_way(account: Account) -> Iterable[Text]:
    """What this way of reading must not do to others."""
    if account.collecting:
        yield COLLECTING
    elif account.form in POP3_FORMS:
        yield _ONE_DEVICE[account.form]
        yield INBOX_ONLY


def _named(servers: Iterable[ServerSettings]) -> str:
    return ", ".join(dict.fromkeys(server.host for server in servers))


def password_lines(account: Account, around: Circumstances, language: Language) -> tuple[str, ...]:
    """Which password is meant, what the provider demands, and not to tell it; a password itself never occurs."""
    return (*which_password(account, around, language), NEVER_TELL.into(language))


def which_password(account: Account, around: Circumstances, language: Language) -> tuple[str, ...]:
    """Which password is meant and what the provider demands."""
    texts = [OAUTH2_PASSWORD if account.oauth2_only else WHICH_PASSWORD]
    texts.extend(PASSWORD_NOTES[code] for code in PASSWORD_NOTES if code in around.notes)
    switch = _SWITCHES[account.protocol]
    if switch in around.notes:
        texts.append(SWITCH_ON)
    return tuple(text.into(language) for text in texts)


def reading(account: Account, language: Language) -> str:
    """One sentence on what this way of reading means for the reader."""
    text = COLLECTING_FORM if account.collecting and account.form in POP3_FORMS else FORM_TEXTS[account.form]
    return text.into(language, days=account.keep_days)


_SWITCHES = {ReadingProtocol.IMAP: "must_enable_imap", ReadingProtocol.POP3: "must_enable_pop3"}

ALARM_TEXTS: dict[str, Text] = {
    "mail_only_on_pc": Text(
        "Alte Mails liegen vielleicht nur auf einem Computer. Entfernen Sie kein bestehendes Konto, bevor diese Mails "
        "gesichert sind und jemand das Zurückholen geprüft hat.",
        "Old mail may exist on one computer only. Remove no existing account before this mail is backed up and "
        "somebody has tested the restore.",
    ),
    "encrypt_first": Text(
        "Verschlüsseln Sie zuerst die Datenträger der Geräte, die das Büro verlassen. Richten Sie das Konto erst "
        "danach ein.",
        "First encrypt the disks of the devices that leave the office. Set the account up only after that.",
    ),
    "separate_program_mailbox": Text(
        "Ein Programm holt dieselben Mails ab. Geben Sie ihm zuerst ein eigenes Postfach oder eine weitergeleitete "
        "Kopie.",
        "A program collects the same mail. First give it a mailbox of its own or a forwarded copy.",
    ),
    "backup_first": Text(
        "Der Computer, der alle Mails hält, braucht zuerst eine automatische Datensicherung. Jemand muss das "
        "Zurückholen geprüft haben.",
        "The computer that holds all mail first needs an automatic backup. Somebody must have tested the restore.",
    ),
}

BACKUP_FIRST = Text(
    "Sichern Sie zuerst diesen Computer, und holen Sie eine Mail aus der Sicherung zurück. Öffnen Sie vorher keine "
    "Datei für Ihr Programm: Es löscht beim ersten Abholen auf dem Server.",
    "First make a backup of this computer, and bring one mail back from it. Before that open no file for your "
    "program: it deletes on the server the first time it fetches.",
)
FOREIGN = Text(
    "Die Server gehören zu {company}, diese Adresse zu {domain}. Fragen Sie zuerst nach, ob sie auch für diese Adresse "
    "gelten.",
    "The servers belong to {company}, this address to {domain}. First ask whether they also hold for this address.",
)
NEEDS_CONSENT = Text(
    "Noch nicht bestätigt: {servers}. Tippen Sie kein Passwort ein, bevor der Mailanbieter diesen Namen bestätigt hat.",
    "Not confirmed yet: {servers}. Type no password before the mail provider has confirmed this name.",
)
NOT_CHECKED = Text(
    "Nicht geprüft: {servers}. Dieser Server konnte nicht getestet werden. Fragen Sie den Mailanbieter, ob die Werte "
    "stimmen.",
    "Not checked: {servers}. This server could not be tested. Ask the mail provider whether the values are right.",
)
ONE_DEVICE = Text(
    "Richten Sie dieses Postfach auf genau einem Computer und in genau einem Programm ein. Sichern Sie den Computer: "
    "Dort liegen Ihre Mails.",
    "Set this mailbox up on exactly one computer and in exactly one program. Back the computer up: your mail is stored "
    "there.",
)
ONE_DEVICE_ALONE = Text(
    "Richten Sie dieses Postfach auf genau einem Computer ein, in einem einzigen Programm, und nur, wenn sonst niemand "
    "darin liest. Sichern Sie den Computer: Dort liegen Ihre Mails.",
    "Set this mailbox up on exactly one computer, in one program, and only if nobody else reads it. Back the computer "
    "up: your mail is stored there.",
)
ONE_DEVICE_DELETING = Text(
    "Richten Sie dieses Postfach auf genau einem Computer ein, in einem einzigen Programm, und nur, wenn sonst niemand "
    "darin liest.",
    "Set this mailbox up on exactly one computer, in one program, and only if nobody else reads it.",
)
_ONE_DEVICE = {
    Form.POP3_KEEP_FOREVER: ONE_DEVICE,
    Form.POP3_KEEP_DAYS: ONE_DEVICE_ALONE,
    Form.POP3_DELETE: ONE_DEVICE_DELETING,
}
"""Of the backup the last one need not speak again."""
SERVER_DELETES = Text(
    "Der Server löscht jede Mail nach {days} Tagen aus dem Posteingang, auch was Sie noch nicht abgeholt haben.",
    "The server deletes every mail from the inbox after {days} days, also what you have not fetched yet.",
)
LOSES_MAIL = Text(
    "Der Server löscht jede Mail nach {days} Tagen aus dem Posteingang, auch ungelesene. Ihre Mails bleiben also nicht "
    "so lange dort, wie hier steht. Richten Sie nichts ein, bevor die Person, die die Postfächer verwaltet, das "
    "Löschen ausgeschaltet hat.",
    "The server deletes every mail from the inbox after {days} days, also unread mail. So your mail does not stay "
    "there for as long as it says here. Set nothing up before the person who manages the mailboxes has switched the "
    "deletion off.",
)
INBOX_ONLY = Text(
    "Abgeholt wird nur der Posteingang. Was auf dem Server in anderen Ordnern liegt, auch im Spam-Ordner, kommt nicht "
    "mit. Schauen Sie im Browser (Webmail) nach, und kopieren Sie zuerst, was Sie behalten wollen.",
    "Only the inbox is fetched. What lies in other folders on the server, spam included, does not come along. Look in "
    "the browser (webmail), and first copy what you want to keep.",
)
COLLECTING = Text(
    "Dieser Computer sammelt Kopien neben anderen Lesern. Er darf auf dem Server nie etwas löschen.",
    "This computer collects copies beside other readers. It must never delete anything on the server.",
)

FORM_TEXTS: dict[Form, Text] = {
    Form.IMAP: Text(
        "Ihre Mails bleiben auf dem Server (IMAP). Alle Geräte zeigen dasselbe. Was Sie löschen, verschwindet überall.",
        "Your mail stays on the server (IMAP). All devices show the same. What you delete disappears everywhere.",
    ),
    Form.IMAP_ARCHIVE: Text(
        "Ihre Mails bleiben auf dem Server (IMAP), und ein Computer hält zusätzlich eine vollständige Kopie. Die "
        "Kopie ersetzt keine Datensicherung.",
        "Your mail stays on the server (IMAP), and a computer also holds a full copy. The copy does not replace a "
        "backup.",
    ),
    Form.POP3_KEEP_DAYS: Text(
        "Ein Computer holt die Mails ab (POP3). Eine Kopie bleibt {days} Tage auf dem Server und wird dann gelöscht.",
        "One computer fetches the mail (POP3). A copy stays on the server for {days} days and is then deleted.",
    ),
    Form.POP3_KEEP_FOREVER: Text(
        "Ein Computer holt die Mails ab (POP3). Eine Kopie bleibt auf dem Server und wird nicht gelöscht. Das Postfach "
        "füllt sich dabei; ist es voll, weist der Server neue Mails ab.",
        "One computer fetches the mail (POP3). A copy stays on the server and is not deleted. The mailbox fills up; "
        "once it is full, the server refuses new mail.",
    ),
    Form.POP3_DELETE: Text(
        "Ein Computer holt die Mails ab (POP3) und löscht sie auf dem Server. Danach gibt es sie nur noch auf dem "
        "Computer.",
        "One computer fetches the mail (POP3) and deletes it on the server. Then only the computer has it.",
    ),
}
COLLECTING_FORM = Text(
    "Dieser Computer holt Kopien aller Mails im Posteingang ab. Auf dem Server bleibt alles liegen. Gesendete und "
    "verschobene Mails sammelt er nicht.",
    "This computer fetches copies of all mail in the inbox. Everything stays on the server. It does not collect sent "
    "and moved mail.",
)

WHICH_PASSWORD = Text(
    "Gefragt ist das Passwort dieses Postfachs. Sie erhalten es von der Person, die die Postfächer verwaltet.",
    "The password asked for is that of this mailbox. You get it from the person who manages the mailboxes.",
)
OAUTH2_PASSWORD = Text(
    "Sie melden sich auf der Seite des Mailanbieters an, nicht im Mailprogramm. Fragt das Mailprogramm selbst nach "
    "einem Passwort, brechen Sie ab.",
    "You sign in on the page of the mail provider, not in the mail program. If the mail program itself asks for a "
    "password, stop.",
)
PASSWORD_NOTES: dict[str, Text] = {
    "app_password_required": Text(
        "Der Anbieter verlangt ein eigenes App-Passwort. Sie erzeugen es im Kundenkonto des Anbieters.",
        "The provider demands a separate app password. You create it in your account at the provider.",
    ),
    "app_password_with_2fa": Text(
        "Melden Sie sich sonst mit einem zweiten Schritt (Code, App) an, brauchen Sie hier ein App-Passwort. Schalten "
        "Sie den zweiten Schritt nicht aus.",
        "If you normally sign in with a second step (code, app), you need an app password here. Do not switch the "
        "second step off.",
    ),
}
SWITCH_ON = Text(
    "Der Anbieter lässt Mailprogramme erst zu, wenn Sie das in seinen Einstellungen im Browser einschalten.",
    "The provider lets mail programs in only after you have switched this on in its settings in the browser.",
)
NEVER_TELL = Text(
    "Das Passwort steht in keiner dieser Dateien. Schicken Sie es niemandem per Mail.",
    "The password is in none of these files. Do not send it to anybody by mail.",
)
