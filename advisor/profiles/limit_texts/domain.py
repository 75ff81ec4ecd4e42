"""What the files for whoever runs the domain and its server cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.PROGRAMS_IGNORE_DNS: LimitText(
        Text(
            "Viele Mailprogramme, auch Thunderbird und Outlook, lesen die SRV-Einträge nicht.",
            "Many mail programs, Thunderbird and Outlook among them, do not read the SRV records.",
        ),
        Text(
            "Sie suchen nach Dateien auf einem Webserver oder raten.",
            "They look for files on a web server, or they guess.",
        ),
        Text(
            "Verteilen Sie zusätzlich die Dateien für die einzelnen Programme.",
            "Also hand out the files for the individual programs.",
        ),
    ),
    Cannot.DNS_NO_PERIOD: LimitText(
        Text(
            "DNS kann nicht sagen, ob und wann Mails auf dem Server gelöscht werden.",
            "DNS cannot say whether and when mail is deleted on the server.",
        ),
        Text(
            "Jedes Mailprogramm folgt seiner eigenen Voreinstellung.",
            "Each mail program follows its own default.",
        ),
        Text(
            "Stellen Sie es in jedem Programm nach dem Blatt ein.",
            "Set it in each program with the sheet.",
        ),
    ),
    Cannot.NO_PACC: LimitText(
        Text(
            "Das neue Verfahren PACC kennt nur Passwörter und TLS auf den üblichen Ports (993, 995, 465).",
            "The new method PACC only knows passwords and TLS on the usual ports (993, 995, 465).",
        ),
        Text("Seine Datei und sein Eintrag fehlen.", "Its file and its record are missing."),
        Text(
            "Fragen Sie den Mailanbieter nach TLS auf den üblichen Ports.",
            "Ask the mail provider for TLS on the usual ports.",
        ),
    ),
    Cannot.PACC_NO_PERIOD: LimitText(
        Text(
            "Das neue Verfahren PACC kann nicht sagen, dass Mails auf dem Server bleiben.",
            "The new method PACC cannot say that mail stays on the server.",
        ),
        Text(
            "Seine Datei und sein Eintrag fehlen mit Absicht: Manches Programm würde sonst nach einigen Tagen löschen.",
            "Its file and its record are left out on purpose: some programs would otherwise delete after some days.",
        ),
        Text(
            "Richten Sie die Programme nach dem Blatt ein.",
            "Set the programs up with the sheet.",
        ),
    ),
    Cannot.SERVER_CANNOT_ORDER: LimitText(
        Text(
            "Der Server kann einem Mailprogramm nicht vorschreiben, ob es nach dem Abholen löscht.",
            "The server cannot tell a mail program whether to delete after fetching.",
        ),
        Text(
            "Jedes Mailprogramm folgt seiner eigenen Einstellung.",
            "Each mail program follows its own setting.",
        ),
        Text(
            "Prüfen Sie diese Einstellung auf jedem Computer nach dem Blatt.",
            "Check this setting on every computer with the sheet.",
        ),
    ),
    Cannot.SERVER_DELETES_FOR_ALL: LimitText(
        Text(
            "Eine Frist auf dem Server gilt für alle Leser eines Postfachs und auch für Mails, die noch niemand "
            "abgeholt oder gelesen hat.",
            "A time limit on the server holds for all readers of a mailbox, and also for mail that nobody has fetched "
            "or read yet.",
        ),
        Text(
            "Darum steht sie in der Datei auskommentiert und ist nicht eingeschaltet.",
            "Therefore it is commented out in the file and not switched on.",
        ),
        Text(
            "Schalten Sie sie erst ein, wenn alle Leser Bescheid wissen und eine geprüfte Datensicherung da ist.",
            "Switch it on only when all readers know about it and there is a tested backup.",
        ),
    ),
    Cannot.SERVER_DELETES_CONFIRMED: LimitText(
        Text(
            "Eine Frist auf dem Server gilt für alle Leser eines Postfachs und auch für Mails, die noch niemand "
            "abgeholt oder gelesen hat.",
            "A time limit on the server holds for all readers of a mailbox, and also for mail that nobody has fetched "
            "or read yet.",
        ),
        Text(
            "ACHTUNG: Sie ist in dieser Datei eingeschaltet, weil jemand das ausdrücklich bestätigt hat.",
            "ATTENTION: it is switched on in this file, because somebody has confirmed it explicitly.",
        ),
        Text(
            "Legen Sie die Datei erst auf den Server, wenn alle Leser Bescheid wissen und jemand aus der "
            "Datensicherung schon eine Mail zurückgeholt und geöffnet hat.",
            "Put the file on the server only when all readers know about it, and somebody has already brought a mail "
            "back from the backup and opened it.",
        ),
    ),
}
