"""What the files for programs at a terminal cannot say, and which other file does it."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

_NO_FILE = Text("Es wird keine Datei geschrieben.", "No file is written.")

TEXTS: dict[Cannot, LimitText] = {
    Cannot.OTHER_PROTOCOL_POP3: LimitText(
        Text(
            "Diese Datei ist für IMAP; dieses Postfach wird mit POP3 gelesen.",
            "This file is for IMAP; this mailbox is read by POP3.",
        ),
        _NO_FILE,
        Text("Nehmen Sie die Datei für getmail.", "Use the file for getmail."),
    ),
    Cannot.OTHER_PROTOCOL_IMAP: LimitText(
        Text(
            "Dieses Programm spricht nur POP3; dieses Postfach wird mit IMAP gelesen.",
            "This program only speaks POP3; this mailbox is read by IMAP.",
        ),
        _NO_FILE,
        Text(
            "Nehmen Sie die Datei für mbsync (Abgleich) oder getmail (Kopie).",
            "Use the file for mbsync (synchronising) or getmail (copying).",
        ),
    ),
    Cannot.NO_STARTTLS: LimitText(
        Text(
            "Dieses Programm verschlüsselt nur von Anfang an (TLS). STARTTLS beherrscht es nicht, oder es würde im "
            "Klartext weitermachen, wenn jemand STARTTLS unterdrückt.",
            "This program only encrypts from the start (TLS). It cannot do STARTTLS, or it would go on in clear text "
            "if somebody suppresses STARTTLS.",
        ),
        _NO_FILE,
        Text(
            "Fragen Sie den Anbieter nach einem Server mit TLS (IMAP 993, POP3 995), oder nehmen Sie die Datei für "
            "mbsync (IMAP) oder fetchmail (POP3).",
            "Ask the provider for a server with TLS (IMAP 993, POP3 995), or use the file for mbsync (IMAP) or "
            "fetchmail (POP3).",
        ),
    ),
    Cannot.OAUTH2_BY_HAND: LimitText(
        Text(
            "Der Anbieter nimmt keine Passwörter an, nur OAuth2. Die Datei kann das nicht einstellen: Dazu braucht es "
            "eine Anwendung, die beim Anbieter angemeldet ist.",
            "The provider takes no passwords, only OAuth2. The file cannot set this: it takes an application that "
            "is registered with the provider.",
        ),
        _NO_FILE,
        Text(
            "Richten Sie das Konto nach der Anleitung des Anbieters ein, oder nehmen Sie Thunderbird.",
            "Set the account up as the provider’s instructions say, or use Thunderbird.",
        ),
    ),
    Cannot.SENDER_IS_PATTERN: LimitText(
        Text(
            "Diese Adresse enthält eines der Zeichen * ? [ %, die msmtp nicht wörtlich nimmt.",
            "This address holds one of the characters * ? [ %, which msmtp does not take literally.",
        ),
        _NO_FILE,
        Text(
            "Senden Sie mit einem anderen Programm oder von einer Adresse ohne diese Zeichen.",
            "Send with another program, or from an address without these characters.",
        ),
    ),
    Cannot.COLLECTOR_NEEDS_COPIER: LimitText(
        Text(
            "Der sammelnde Computer darf auf dem Server nie löschen und soll alles kopieren. Dieses Programm liest "
            "und löscht direkt auf dem Server.",
            "The collecting computer must never delete on the server and shall copy everything. This program reads "
            "and deletes directly on the server.",
        ),
        _NO_FILE,
        Text(
            "Nehmen Sie die Datei für mbsync, offlineimap oder getmail.",
            "Use the file for mbsync, offlineimap or getmail.",
        ),
    ),
    Cannot.COPY_INCOMPLETE: LimitText(
        Text(
            "Mit IMAP holt fetchmail nur ungelesene Mails aus dem Posteingang. Eine vollständige Kopie wird "
            "daraus nie.",
            "By IMAP fetchmail only fetches unread mail from the inbox. This never becomes a full copy.",
        ),
        _NO_FILE,
        Text(
            "Nehmen Sie die Datei für mbsync (Abgleich) oder getmail (Kopie).",
            "Use the file for mbsync (synchronising) or getmail (copying).",
        ),
    ),
    Cannot.COPIES_ONLY: LimitText(
        Text(
            "getmail gleicht nicht ab, es kopiert nur vom Server auf den Computer.",
            "getmail does not synchronise, it only copies from the server to the computer.",
        ),
        Text(
            "Alle Ordner des Servers landen zusammen in einem. Was Sie hier lesen, verschieben oder löschen, erfährt "
            "der Server nicht; dort bleibt alles.",
            "All folders of the server end up together in one. The server does not learn what you read, move or "
            "delete here; everything stays there.",
        ),
        Text(
            "Wollen Sie beide Seiten gleich halten, nehmen Sie die Datei für mbsync.",
            "To keep both sides the same, use the file for mbsync.",
        ),
    ),
    Cannot.UNREAD_ONLY: LimitText(
        Text(
            "Mit IMAP holt fetchmail nur ungelesene Mails aus dem Posteingang.",
            "By IMAP fetchmail only fetches unread mail from the inbox.",
        ),
        Text(
            "Es markiert sie auf dem Server als gelesen, für alle Geräte. Was ein anderes Gerät zuerst liest, holt es "
            "nicht.",
            "It marks that mail as read on the server, for all devices. It does not fetch what another device reads "
            "first.",
        ),
        Text(
            "Nehmen Sie die Datei für mbsync (Abgleich) oder getmail (Kopie), wenn Sie das stört.",
            "If that bothers you, use the file for mbsync (synchronising) or getmail (copying).",
        ),
    ),
    Cannot.DAYS_BECOME_NEVER: LimitText(
        Text(
            "Dieses Programm kann Mails nicht nach {days} Tagen vom Server löschen.",
            "This program cannot delete mail from the server after {days} days.",
        ),
        Text(
            "Die Datei lässt alles auf dem Server; das Postfach füllt sich.",
            "The file leaves everything on the server; the mailbox fills up.",
        ),
        Text(
            "Nehmen Sie die Datei für getmail; sie kennt die Frist.",
            "Use the file for getmail; it knows the period.",
        ),
    ),
    Cannot.ONLINE_ONLY: LimitText(
        Text(
            "Dieses Programm liest auf dem Server und hält keine vollständige Kopie.",
            "This program reads on the server and holds no full copy.",
        ),
        Text("Ohne Internet zeigt es keine Mails.", "Without internet it shows no mail."),
        Text(
            "Holen Sie die Kopie zusätzlich mit der Datei für mbsync oder offlineimap.",
            "Fetch the copy as well, with the file for mbsync or offlineimap.",
        ),
    ),
    Cannot.NEEDS_LOCAL_DELIVERY: LimitText(
        Text(
            "fetchmail legt Mails nicht selbst ab, sondern übergibt sie dem Mailserver dieses Computers (Port 25).",
            "fetchmail does not store mail itself, but hands it to the mail server of this computer (port 25).",
        ),
        Text(
            "Läuft dort keiner oder nimmt er die Mails nicht an, bleiben sie auf dem Server.",
            "Where none runs, or where it refuses the mail, the mail stays on the server.",
        ),
        Text(
            "Richten Sie einen Mailserver ein, der Mails an Ihr Benutzerkonto annimmt, oder nehmen Sie getmail.",
            "Set up a mail server that accepts mail for your user account, or use getmail.",
        ),
    ),
    Cannot.NEEDS_COMMON_NAME: LimitText(
        Text(
            "Dieses Programm nimmt nur Zertifikate, in denen auch der Common Name steht; neue lassen ihn oft weg.",
            "This program only accepts certificates that also hold the common name; new ones often leave it out.",
        ),
        Text(
            "Fehlt er im Zertifikat des Servers, bricht das Programm ab, obwohl das Zertifikat gut ist.",
            "Where the certificate of the server lacks it, the program stops although the certificate is good.",
        ),
        Text(
            "Schalten Sie die Prüfung nicht aus; nehmen Sie die Datei für mbsync (IMAP) oder getmail (POP3).",
            "Do not switch the check off; use the file for mbsync (IMAP) or getmail (POP3).",
        ),
    ),
}
