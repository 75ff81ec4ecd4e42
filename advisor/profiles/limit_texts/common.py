"""What holds for several kinds of files: servers, user names, sign-in, the copy on the computer."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.NO_INCOMING_SERVER: LimitText(
        Text("Der Server zum Empfangen ist nicht bekannt.", "The server for receiving mail is not known."),
        Text("Es gibt keine Datei, die Mails holen könnte.", "There is no file that could fetch mail."),
        Text(
            "Fragen Sie den Mailanbieter nach dem Servernamen und geben Sie ihn in der Prüfung an.",
            "Ask the mail provider for the server name and enter it in the check.",
        ),
    ),
    Cannot.NO_SENDING_SERVER: LimitText(
        Text("Der Server zum Senden ist nicht bekannt.", "The server for sending mail is not known."),
        Text("Eine Einrichtung ohne Senden wäre unvollständig.", "A set-up without sending would be incomplete."),
        Text(
            "Fragen Sie den Mailanbieter nach dem Servernamen zum Senden.",
            "Ask the mail provider for the name of the sending server.",
        ),
    ),
    Cannot.OAUTH2_REQUIRED: LimitText(
        Text(
            "Der Anbieter nimmt keine Passwörter an, nur die Anmeldung über seine eigene Seite (OAuth2). Diese Datei "
            "kann das nicht einstellen.",
            "The provider takes no passwords, only a sign-in on its own page (OAuth2). This file cannot set that.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Fügen Sie das Konto auf dem Gerät unter dem Namen des Anbieters hinzu.",
            "Add the account on the device under the name of the provider.",
        ),
    ),
    Cannot.COLLECTOR_MUST_KEEP: LimitText(
        Text(
            "Der sammelnde Computer darf auf dem Server nie löschen. Diese Datei kann das nicht vorschreiben.",
            "The collecting computer must never delete on the server. This file cannot demand this.",
        ),
        Text(
            "Das Mailprogramm könnte dort löschen, darum wird die Datei nicht geschrieben.",
            "The mail program might delete there, therefore the file is not written.",
        ),
        Text(
            "Richten Sie das Konto nach dem Blatt von Hand ein.",
            "Set the account up by hand with the sheet.",
        ),
    ),
    Cannot.COLLECTOR_CAN_DELETE: LimitText(
        Text(
            "Mit IMAP ist das sammelnde Konto ein gewöhnliches Konto; das Löschen lässt sich darin nicht sperren.",
            "By IMAP the collecting account is an ordinary account; deleting cannot be locked in it.",
        ),
        Text(
            "Was hier jemand löscht oder verschiebt, verschwindet auch auf dem Server und bei allen anderen.",
            "What somebody deletes or moves here also disappears from the server and for all others.",
        ),
        Text(
            "Lesen und löschen Sie auf diesem Computer nichts. Soll er nur kopieren, nehmen Sie die Datei für getmail.",
            "Read and delete nothing on this computer. If it shall only copy, use the file for getmail.",
        ),
    ),
    Cannot.PROGRAM_TAKES_VALUES: LimitText(
        Text(
            "Dieses Postfach holt ein Programm der Firma ab; es kann diese Datei nicht lesen.",
            "A program of the company collects this mailbox; it cannot read this file.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Tragen Sie die Werte vom Blatt im Programm ein.",
            "Enter the values from the sheet in the program.",
        ),
    ),
    Cannot.DELETES_AT_ONCE: LimitText(
        Text(
            "Die Datei kann nicht warten, bis die Datensicherung geprüft ist.",
            "The file cannot wait until the backup is tested.",
        ),
        Text(
            "Schon beim ersten Abholen löscht das Programm auf dem Server.",
            "The program deletes on the server the first time it fetches.",
        ),
        Text(
            "Öffnen Sie sie erst, wenn es eine Datensicherung gibt und jemand eine Mail daraus zurückgeholt hat.",
            "Open it only when a backup exists and somebody has brought one mail back from it.",
        ),
    ),
    Cannot.OFFLINE_COPY: LimitText(
        Text(
            "Die Datei kann weder die vollständige Kopie auf dem Computer noch deren Sicherung einschalten.",
            "The file can switch on neither the full copy on the computer nor its backup.",
        ),
        Text("Das Programm behält seine eigene Einstellung.", "The program keeps its own setting."),
        Text(
            "Schalten Sie die Kopie nach dem Blatt ein und richten Sie die Datensicherung ein.",
            "Switch the copy on with the sheet and set up the backup.",
        ),
    ),
    Cannot.USERNAME_NEEDED: LimitText(
        Text(
            "Der Benutzername ist nicht bekannt oder länger als 255 Zeichen, und das Programm fragt nicht danach.",
            "The user name is not known or longer than 255 characters, and the program does not ask for it.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Tragen Sie den Benutzernamen, den der Anbieter nennt, in der Personalliste ein.",
            "Enter the user name that the provider gives in the staff list.",
        ),
    ),
    Cannot.USERNAME_UNKNOWN: LimitText(
        Text("Der Benutzername ist nicht bekannt.", "The user name is not known."),
        Text("Das Programm fragt danach.", "The program asks for it."),
        Text(
            "Tippen Sie den Benutzernamen ein, den der Anbieter nennt.", "Type the user name that the provider gives."
        ),
    ),
    Cannot.NOT_WRITABLE: LimitText(
        Text(
            "Eine Adresse, ein Benutzername oder eine Domain enthält Zeichen, die in dieser Datei nicht sicher stehen "
            "können, oder ist zu lang.",
            "An address, a user name or a domain contains characters that cannot safely stand in this file, or is too "
            "long.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Tragen Sie die Werte vom Blatt von Hand ein.",
            "Enter the values from the sheet by hand.",
        ),
    ),
}
