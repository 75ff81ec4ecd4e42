"""What the files for mail programs on Linux cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.REPLACES_ACCOUNTS: LimitText(
        Text(
            "Die Datei kann kein Konto zu bestehenden hinzufügen.",
            "The file cannot add an account to existing ones.",
        ),
        Text(
            "Sie ersetzt alle Konten, die in diesem Programm schon eingerichtet sind.",
            "It replaces all accounts that are already set up in this program.",
        ),
        Text(
            "Hat das Programm schon ein Konto, lassen Sie die Datei weg und richten das neue nach dem Blatt ein.",
            "If the program already has an account, do without the file and set the new one up with the sheet.",
        ),
    ),
    Cannot.SENT_STAYS_HERE: LimitText(
        Text(
            "Die Datei kann nicht sagen, wohin gesendete Mails auf dem Server kommen.",
            "The file cannot say where sent mail goes on the server.",
        ),
        Text(
            "Gesendete Mails liegen vielleicht nur auf diesem Computer; andere Geräte sehen sie dann nicht.",
            "Sent mail may be stored on this computer only; other devices do not see it then.",
        ),
        Text(
            "Wählen Sie nach dem ersten Abholen in den Einstellungen des Kontos den Ordner für Gesendetes auf dem "
            "Server.",
            "After the first fetch choose the folder for sent mail on the server in the settings of the account.",
        ),
    ),
    Cannot.TRASH_STAYS_HERE: LimitText(
        Text(
            "Die Datei kann nicht sagen, in welchen Papierkorb gelöschte Mails kommen.",
            "The file cannot say into which trash folder deleted mail goes.",
        ),
        Text(
            "Gelöschte Mails kommen vielleicht in den Papierkorb dieses Computers; auf dem Server und auf anderen "
            "Geräten sind sie dann weg.",
            "Deleted mail may go into the trash folder of this computer; on the server and on other devices it is "
            "gone then.",
        ),
        Text(
            "Wählen Sie nach dem ersten Abholen in den Einstellungen des Kontos den Papierkorb auf dem Server.",
            "After the first fetch choose the trash folder on the server in the settings of the account.",
        ),
    ),
}
