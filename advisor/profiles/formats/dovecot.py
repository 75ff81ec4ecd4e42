"""Settings for the company's own mail server (Dovecot 2.3, as in Debian 12) that fit the decided way to read.

Only what destroys nothing is switched on. What deletes mail or locks readers out stands there as a comment, with its
consequences; the lifetime of mail is switched on where somebody has confirmed it (``ServerDeletion``). ``autoexpunge``
counts from the moment a mail was stored; it deletes when a session by IMAP or POP3 has ended, and after a delivery by
LMTP (doc.dovecot.org, ``namespace/mailbox/autoexpunge``). ``protocols`` replaces the whole list, and a list without
``lmtp`` stops the delivery of mail.
"""

from collections.abc import Iterable

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Account, Form
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.format import Format, Group, Job, Part
from advisor.profiles.formats.line_comments import comments
from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.targets import Target
from advisor.text import Text

_IMAP_CONNECTIONS, _POP3_CONNECTIONS = 20, 3

IMAP_LIMIT = Text(
    "Verbindungen je Person und Standort: Mehrere Geräte brauchen mehr als die 10, die Dovecot sonst zulässt.",
    "Connections per person and place: several devices need more than the 10 that Dovecot otherwise allows.",
)
POP3_LIMIT = Text(
    "POP3 ist für einen Computer je Postfach. Abholen markiert nichts als gelesen, wenn jemand daneben mit IMAP liest.",
    "POP3 is for one computer per mailbox. Fetching marks nothing as read in case somebody reads with IMAP as well.",
)
UIDL = Text(
    "pop3_uidl_format nie ändern: Alle Computer holen sonst alle Mails noch einmal ab.",
    "Never change pop3_uidl_format: otherwise all computers fetch all mail again.",
)
NO_POP3 = Text(
    "ACHTUNG: Schaltet POP3 für alle aus. Wer noch mit POP3 abholt, auch ein Programm, erhält keine Mails mehr. Die "
    "Liste muss alles nennen, was gebraucht wird; ohne lmtp kann die Zustellung stehen bleiben.",
    "ATTENTION: switches POP3 off for everybody. Whoever still fetches by POP3, a program too, gets no more mail. The "
    "list must name everything that is needed; without lmtp the delivery of mail may stop.",
)
HIDE = Text(
    "Statt zu löschen nur verbergen: Was ein Mailprogramm mit POP3 löscht, sieht POP3 nicht mehr; es bleibt aber "
    "liegen und braucht Platz. ACHTUNG: Ist das Postfach voll, weist der Server neue Mails ab.",
    "Hide instead of deleting: what a mail program deletes by POP3 is no longer seen by POP3, but it stays and takes "
    "room. ATTENTION: once the mailbox is full, the server refuses new mail.",
)
LIFETIME = Text(
    "ACHTUNG, LÖSCHT MAILS ENDGÜLTIG: Nach {days} Tagen verschwindet jede Mail aus jedem Posteingang dieses Servers, "
    "auch ungelesene und solche, die noch niemand abgeholt hat, und auch für alle, die mit IMAP lesen. Gelöscht wird "
    "am Ende einer Anmeldung und wenn eine neue Mail ankommt. Erst einschalten, wenn alle Bescheid wissen und eine "
    "geprüfte Datensicherung da ist.",
    "ATTENTION, DELETES MAIL FOR GOOD: after {days} days every mail disappears from every inbox of this server, "
    "unread mail and mail that nobody has fetched yet included, and also for all who read with IMAP. It is deleted at "
    "the end of a session and when new mail arrives. Switch on only when everybody knows about it and there is a "
    "tested backup.",
)
LIFETIME_ON = Text(
    "ACHTUNG, LÖSCHT MAILS ENDGÜLTIG UND IST EINGESCHALTET, bestätigt am {on}. Betroffene Postfächer der "
    "Personalliste: {count}. Nach {days} Tagen verschwindet jede Mail aus jedem Posteingang dieses Servers, auch "
    "ungelesene und solche, die noch niemand abgeholt hat, und auch für alle, die mit IMAP lesen. Gelöscht wird am "
    "Ende einer Anmeldung und wenn eine neue Mail ankommt, beim ersten Mal alles, was schon älter ist. Die Datei erst "
    "auf den Server legen, wenn alle Bescheid wissen und jemand aus der Datensicherung schon eine Mail zurückgeholt "
    "hat.",
    "ATTENTION, DELETES MAIL FOR GOOD AND IS SWITCHED ON, confirmed on {on}. Mailboxes of the staff list concerned: "
    "{count}. After {days} days every mail disappears from every inbox of this server, unread mail and mail that "
    "nobody has fetched yet included, and also for all who read with IMAP. It is deleted at the end of a session and "
    "when new mail arrives, the first time everything that is already older. Put the file on the server only when "
    "everybody knows about it and somebody has already brought a mail back from the backup.",
)


def snippet(job: Job) -> bytes:
    """The settings as a file of their own for ``conf.d``."""
    blocks = [comments(job.said, "#"), *(_imap(job) if job.account.form in IMAP_FORMS else _pop3(job))]
    return ("\n\n".join("\n".join(block) for block in blocks) + "\n").encode("utf-8")


def _imap(job: Job) -> Iterable[list[str]]:
    limit = [f"  mail_max_userip_connections = {_IMAP_CONNECTIONS}"]
    yield [*_words(job, IMAP_LIMIT), "protocol imap {", *limit, "}"]
    yield [*_words(job, NO_POP3), *_off(["protocols = imap lmtp sieve submission"])]


def _pop3(job: Job) -> Iterable[list[str]]:
    limit = [f"  mail_max_userip_connections = {_POP3_CONNECTIONS}", "  pop3_no_flag_updates = yes"]
    yield [*_words(job, POP3_LIMIT), *_words(job, UIDL), "protocol pop3 {", *limit, "}"]
    yield [*_words(job, HIDE), *_off(["protocol pop3 {", '  pop3_deleted_flag = "$POP3Deleted"', "}"])]
    if job.account.keep_days is not None:
        yield _lifetime(job, job.account.keep_days, job.around.server_deletion)


def _lifetime(job: Job, days: int, confirmed: ServerDeletion | None) -> list[str]:
    lines = ["namespace inbox {", "  mailbox INBOX {", f"    autoexpunge = {days}d", "  }", "}"]
    if confirmed is None:
        return [*_words(job, LIFETIME, days=days), *_off(lines)]
    return [*_words(job, LIFETIME_ON, days=days, on=confirmed.on, count=len(confirmed.mailboxes)), *lines]


def _off(lines: Iterable[str]) -> list[str]:
    return [f"#{line}" for line in lines]


def _words(job: Job, text: Text, **fields: object) -> list[str]:
    return comments((text.into(language, **fields) for language in job.languages), "#")


def _limits(account: Account) -> Iterable[Cannot]:
    if account.form in POP3_FORMS:
        yield Cannot.SERVER_CANNOT_ORDER
    if account.form is Form.POP3_KEEP_DAYS:
        yield Cannot.SERVER_DELETES_FOR_ALL
    if account.form is Form.IMAP_ARCHIVE:
        yield Cannot.OFFLINE_COPY


def _write(job: Job) -> Iterable[Part]:
    yield Part("dovecot/99-mailweiche.conf", snippet(job))


FORMAT = Format(
    Target.DOVECOT,
    Group.DOMAIN,
    Text("Dovecot-Einstellungen", "Dovecot settings"),
    Text(
        "Nur für einen eigenen Mailserver mit Dovecot 2.3: Legen Sie die Datei in «/etc/dovecot/conf.d». Was Mails "
        "löscht, steht darin auskommentiert.",
        "Only for a mail server of your own with Dovecot 2.3: put the file into “/etc/dovecot/conf.d”. What deletes "
        "mail is commented out in it.",
    ),
    _limits,
    company=_write,
    confirmed_use=Text(
        "Nur für einen eigenen Mailserver mit Dovecot 2.3: Legen Sie die Datei in «/etc/dovecot/conf.d». ACHTUNG: Sie "
        "löscht Mails, weil jemand das ausdrücklich bestätigt hat.",
        "Only for a mail server of your own with Dovecot 2.3: put the file into “/etc/dovecot/conf.d”. ATTENTION: it "
        "deletes mail, because somebody has confirmed this explicitly.",
    ),
)
