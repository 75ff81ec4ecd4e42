"""What the files for Outlook cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.INCOMING_STARTTLS: LimitText(
        Text(
            "Der Server zum Empfangen verlangt STARTTLS. Die Datei kennt beim Empfangen nur TLS von Anfang an.",
            "The server for receiving asks for STARTTLS. For receiving the file only knows TLS from the start.",
        ),
        Text(
            "Outlook fände keine Verbindung, darum wird die Datei nicht geschrieben.",
            "Outlook would find no connection, therefore the file is not written.",
        ),
        Text(
            "Richten Sie das Konto nach den Schritten von Hand ein, oder fragen Sie den Anbieter nach einem Port mit "
            "TLS.",
            "Set the account up by hand with the steps, or ask the provider for a port with TLS.",
        ),
    ),
    Cannot.PLAIN_LETTERS: LimitText(
        Text(
            "Die Datei kann nur einfache Buchstaben ohne Umlaute und Akzente enthalten.",
            "The file can only hold plain letters without umlauts and accents.",
        ),
        Text(
            "Der Name steht darum vereinfacht darin; hat er keine lateinischen Buchstaben, steht dort die Adresse.",
            "The name is therefore simplified in it; where it has no Latin letters, the address stands there.",
        ),
        Text(
            "Berichtigen Sie den Namen danach in den Kontoeinstellungen von Outlook.",
            "Correct the name afterwards in the account settings of Outlook.",
        ),
    ),
    Cannot.OUTLOOK_OWN_PERIOD: LimitText(
        Text(
            "Diese Datei kann Outlook nicht sagen, dass Mails auf dem Server bleiben.",
            "This file cannot tell Outlook that mail stays on the server.",
        ),
        Text(
            "Outlook nimmt seine eigene Voreinstellung und könnte Mails auf dem Server nach einigen Tagen löschen; "
            "darum wird die Datei nicht geschrieben.",
            "Outlook takes its own default and could delete mail on the server after some days; therefore the file is "
            "not written.",
        ),
        Text(
            "Nehmen Sie die PRF-Datei, oder richten Sie das Konto nach den Schritten ein.",
            "Use the PRF file, or set the account up with the steps.",
        ),
    ),
    Cannot.NEVER_PUBLISHED: LimitText(
        Text(
            "Diese Datei wirkt nur auf einem Webserver, und der gäbe sie jedem Outlook, das danach fragt.",
            "This file only works on a web server, and that would give it to every Outlook that asks for it.",
        ),
        Text(
            "Jeder weitere Computer, der sich damit einrichtet, könnte Mails vom Server nehmen; darum wird sie nicht "
            "geschrieben.",
            "Every further computer that sets itself up with it could take mail off the server; therefore it is not "
            "written.",
        ),
        Text(
            "Nehmen Sie die PRF-Datei, oder richten Sie das Konto nach den Schritten ein.",
            "Use the PRF file, or set the account up with the steps.",
        ),
    ),
    Cannot.OUTLOOK_IGNORES_FILE: LimitText(
        Text(
            "Das neue Outlook und die vereinfachte Einrichtung lesen diese Datei meist nicht.",
            "The new Outlook and the simplified set-up usually do not read this file.",
        ),
        Text(
            "Outlook sucht dann selbst nach Einstellungen und fragt Sie danach.",
            "Outlook then looks for settings by itself and asks you for them.",
        ),
        Text(
            "Richten Sie das Konto nach den Schritten von Hand ein.",
            "Set the account up by hand with the steps.",
        ),
    ),
}
