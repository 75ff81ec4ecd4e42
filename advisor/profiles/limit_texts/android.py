"""What the files for Thunderbird for Android cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.PHONE_COLLECTS_NOTHING: LimitText(
        Text(
            "Ein Handy kann nicht der sammelnde Computer sein; es hält keine vollständige Kopie.",
            "A phone cannot be the collecting computer; it does not hold a full copy.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Richten Sie das sammelnde Konto nach dem Blatt auf einem Computer ein.",
            "Set the collecting account up on a computer with the sheet.",
        ),
    ),
    Cannot.PHONE_NOT_NAMED: LimitText(
        Text(
            "Abholen (POP3) ist für einen einzigen Computer, und die Liste nennt für diese Person kein Handy.",
            "Fetching (POP3) is for a single computer, and the list names no phone for this person.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Soll das Handy das einzige Gerät sein, nennen Sie «android» als Programm. Soll es neben einem Computer "
            "lesen, wählen Sie IMAP.",
            "If the phone shall be the only device, name “android” as the program. If it shall read beside a computer, "
            "choose IMAP.",
        ),
    ),
    Cannot.TOO_LONG_FOR_CODE: LimitText(
        Text(
            "Name, Adresse oder Benutzername sind zu lang für einen QR-Code, den ein Handy noch lesen kann.",
            "Name, address or user name are too long for a QR code that a phone can still read.",
        ),
        Text("Es wird kein Code geschrieben.", "No code is written."),
        Text(
            "Nehmen Sie die Einstellungsdatei für Android oder das Blatt.",
            "Use the settings file for Android or the sheet.",
        ),
    ),
}
