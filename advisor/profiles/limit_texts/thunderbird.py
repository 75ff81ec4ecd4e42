"""What the files for Thunderbird cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.OAUTH2_KNOWN_SERVERS: LimitText(
        Text(
            "Die Anmeldung auf der Seite des Anbieters (OAuth2) gelingt nur bei Servern, die Thunderbird kennt.",
            "The sign-in on the provider’s page (OAuth2) only works for servers that Thunderbird itself knows.",
        ),
        Text("Bei anderen Servern misslingt die Anmeldung.", "With other servers the sign-in fails."),
        Text(
            "Fragen Sie dann den Anbieter, wie Thunderbird sich anmelden soll.",
            "In that case ask the provider how Thunderbird shall sign in.",
        ),
    ),
    Cannot.KEEP_FOREVER: LimitText(
        Text("«Nie löschen» kennt diese Datei nicht.", "This file does not know “never delete”."),
        Text(
            "Sie sagt {days} Tage; das sind über 27 Jahre.",
            "It says {days} days, which is more than 27 years.",
        ),
        Text(
            "Entfernen Sie in Thunderbird den Haken bei «Für höchstens … Tage».",
            "Untick “For at most … days” in Thunderbird.",
        ),
    ),
    Cannot.DELETES_TOGETHER: LimitText(
        Text(
            "Die Datei kann nicht abschalten, dass Thunderbird beim Löschen auch auf dem Server löscht.",
            "The file cannot switch off that Thunderbird also deletes on the server when you delete.",
        ),
        Text(
            "Was Sie in Thunderbird löschen, verschwindet auch auf dem Server.",
            "What you delete in Thunderbird also disappears from the server.",
        ),
        Text(
            "Entfernen Sie in Thunderbird den Haken bei «Bis ich sie lösche».",
            "Untick “Until I delete them” in Thunderbird.",
        ),
    ),
    Cannot.PHONE_READS_IMAP_ONLY: LimitText(
        Text(
            "Thunderbird für Android liest aus dieser Datei nur IMAP.",
            "Thunderbird for Android reads only IMAP from this file.",
        ),
        Text("Auf dem Handy findet es keine Einstellungen.", "It finds no settings on the phone."),
        Text(
            "Diese Art zu lesen ist für genau einen Computer gedacht; lassen Sie das Handy weg.",
            "This way of reading is meant for exactly one computer; leave the phone out.",
        ),
    ),
}
