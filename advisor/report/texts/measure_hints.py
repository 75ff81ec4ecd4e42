"""Where providers' own pages show how full a mailbox is: general knowledge, which may have changed since."""

from advisor.report.texts.values import Note
from advisor.text import Text

HINTS: tuple[Note, ...] = (
    Note(
        Text("Webmail mit Roundcube (bei vielen Hostern)", "Webmail with Roundcube (at many hosters)"),
        Text(
            "Unten links unter den Ordnern steht ein Balken. Zeigen Sie darauf: belegt und erlaubt erscheinen.",
            "A bar stands at the bottom left, below the folders. Point at it: used and allowed space appear.",
        ),
    ),
    Note(
        Text("Verwaltung mit cPanel oder Plesk", "Administration with cPanel or Plesk"),
        Text(
            "In der Liste der E-Mail-Konten steht bei jedem Postfach, wie viel belegt und wie viel erlaubt ist.",
            "The list of mail accounts shows for each mailbox how much is used and how much is allowed.",
        ),
    ),
    Note(
        Text("Gmail", "Gmail"),
        Text(
            "Ganz unten auf der Seite steht der belegte Speicher. Fotos und Dateien zählen dort mit.",
            "The used storage stands at the very bottom of the page. Photos and files count there too.",
        ),
    ),
    Note(
        Text("GMX und web.de", "GMX and web.de"),
        Text(
            "Der belegte Speicher steht in den Einstellungen oder unter der Ordnerliste.",
            "The used storage is in the settings or below the list of folders.",
        ),
    ),
    Note(
        Text("Outlook.com", "Outlook.com"),
        Text("Einstellungen → Allgemein → Speicher.", "Settings → General → Storage."),
    ),
    Note(
        Text("iCloud Mail", "iCloud Mail"),
        Text(
            "Am iPhone: Einstellungen → Ihr Name → iCloud. Fotos und Sicherungen zählen mit.",
            "On the iPhone: Settings → your name → iCloud. Photos and backups count too.",
        ),
    ),
    Note(
        Text("Alle anderen", "All others"),
        Text(
            "Meist unter Einstellungen → Speicher oder Konto. Sonst sagt es der Kundendienst.",
            "Mostly under Settings → Storage or Account. If not, customer service will tell.",
        ),
    ),
)
