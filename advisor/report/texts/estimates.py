"""Texts of the estimates: what is put in, where it comes from, what comes out.

``{value}`` holds the figure of an input in the reader's format.
"""

from advisor.estimate.codes import FigureCode as F
from advisor.estimate.codes import InputCode as I
from advisor.estimate.codes import Source
from advisor.text import Text

SOURCES: dict[Source, Text] = {
    Source.MEASURED: Text("gemessen", "measured"),
    Source.STATED: Text("von Ihnen angegeben", "stated by you"),
    Source.ANSWERED: Text("aus Ihrer Antwort", "from your answer"),
    Source.KNOWN: Text("bekannt", "known"),
    Source.ASSUMED: Text("angenommen", "assumed"),
}

INPUTS: dict[I, Text] = {
    I.MAILS_PER_DAY: Text("E-Mails pro Postfach und Arbeitstag, die bleiben", "Mails kept per mailbox and working day"),
    I.MAIL_KB: Text("Grösse einer E-Mail", "Size of a mail"),
    I.GROWTH_GB: Text("Zuwachs pro Postfach und Jahr", "Growth per mailbox and year"),
    I.USED_GB: Text("Grösstes Postfach heute", "Biggest mailbox today"),
    I.QUOTA_GB: Text("Platz pro Postfach beim Anbieter", "Space per mailbox at the provider"),
    I.YEARS: Text("Zeitraum", "Period"),
    I.MAILBOXES: Text("Postfächer", "Mailboxes"),
    I.OTHERS_SHARE: Text("Andere Postfächer, gemessen am grössten", "Other mailboxes, compared with the biggest"),
    I.DEVICES: Text("Geräte pro Person", "Devices per person"),
    I.DEVICES_TOTAL: Text("Geräte insgesamt", "Devices in total"),
    I.READERS: Text("Personen an einer gemeinsamen Adresse", "People on one shared address"),
    I.KEEP_DAYS: Text("Tage, die eine Kopie beim Anbieter bleibt", "Days that a copy stays with the provider"),
    I.GAP_DAYS: Text("Tage, an denen niemand abholt", "Days on which nobody fetches"),
    I.ARCHIVE_YEARS: Text(
        "Jahre, die neben einer Ablage beim Anbieter bleiben", "Years that stay with the provider beside an archive"
    ),
    I.CACHE_DAYS: Text("Tage, die ein Gerät von selbst behält", "Days that a device keeps of its own accord"),
    I.COPIES: Text("Geräte mit vollständiger Kopie", "Devices with a full copy"),
    I.ONLINE_HOURS: Text("Stunden am Tag, in denen Geräte laufen", "Hours a day that devices are on"),
    I.POLL_MINUTES: Text("Abstand zwischen zwei Abfragen", "Time between two visits"),
    I.RECONNECTS: Text("Neue Anmeldungen pro Gerät und Tag", "New sign-ins per device and day"),
    I.READ_COPIES: Text("Geräte, die dieselbe E-Mail laden", "Devices that load the same mail"),
    I.CONNECTIONS: Text("Verbindungen, die ein Programm gleichzeitig hält", "Connections that a program holds at once"),
    I.CONNECTION_LIMIT: Text(
        "Erlaubte Verbindungen pro Postfach und Internetanschluss", "Connections allowed per mailbox and internet line"
    ),
    I.CONNECTION_MB: Text("Arbeitsspeicher pro Verbindung", "Memory per connection"),
    I.UPLOAD_MBIT: Text("Tempo beim Hochladen", "Upload speed"),
    I.UPLOAD_EFFICIENCY: Text("Teil der Leitung, der wirklich ankommt", "Part of the line that is really used"),
    I.GB_PRICE: Text("Preis für zusätzlichen Platz, pro GB und Jahr", "Price of extra space, per GB and year"),
    I.HOURLY_RATE: Text("Kosten einer Arbeitsstunde", "Cost of an hour of work"),
    I.CARE_IMAP: Text("Pflege und Sicherung im Jahr", "Care and backup a year"),
    I.CARE_IMAP_ARCHIVE: Text("Pflege und Sicherung im Jahr, mit eigener Kopie", "Care and backup a year, own copy"),
    I.CARE_POP3_KEEP: Text("Pflege und Sicherung im Jahr, beim Abholen", "Care and backup a year, when fetching"),
    I.CARE_POP3_DELETE: Text(
        "Pflege und Sicherung im Jahr, beim Abholen und Löschen", "Care and backup a year, when fetching and deleting"
    ),
}

UNITS: dict[I, Text] = {
    I.MAILS_PER_DAY: Text("{value} E-Mails", "{value} mails"),
    I.MAIL_KB: Text("{value} kB", "{value} kB"),
    I.YEARS: Text("{value} Jahre", "{value} years"),
    I.MAILBOXES: Text("{value} Postfächer", "{value} mailboxes"),
    I.DEVICES: Text("{value} Geräte", "{value} devices"),
    I.DEVICES_TOTAL: Text("{value} Geräte", "{value} devices"),
    I.READERS: Text("{value} Personen", "{value} people"),
    I.KEEP_DAYS: Text("{value} Tage", "{value} days"),
    I.GAP_DAYS: Text("{value} Tage", "{value} days"),
    I.ARCHIVE_YEARS: Text("{value} Jahre", "{value} years"),
    I.CACHE_DAYS: Text("{value} Tage", "{value} days"),
    I.COPIES: Text("{value} Geräte", "{value} devices"),
    I.ONLINE_HOURS: Text("{value} Stunden", "{value} hours"),
    I.POLL_MINUTES: Text("{value} Minuten", "{value} minutes"),
    I.RECONNECTS: Text("{value} Anmeldungen", "{value} sign-ins"),
    I.READ_COPIES: Text("{value} Geräte", "{value} devices"),
    I.CONNECTIONS: Text("{value} Verbindungen", "{value} connections"),
    I.CONNECTION_LIMIT: Text("{value} Verbindungen", "{value} connections"),
    I.CONNECTION_MB: Text("{value} MB", "{value} MB"),
    I.UPLOAD_MBIT: Text("{value} Mbit/s", "{value} Mbit/s"),
    I.CARE_IMAP: Text("{value} Stunden", "{value} hours"),
    I.CARE_IMAP_ARCHIVE: Text("{value} Stunden", "{value} hours"),
    I.CARE_POP3_KEEP: Text("{value} Stunden", "{value} hours"),
    I.CARE_POP3_DELETE: Text("{value} Stunden", "{value} hours"),
}
"""Inputs that are neither space, nor money, nor a share."""

_DEVICE, _DAY, _HOUR = Text("1 Gerät", "1 device"), Text("1 Tag", "1 day"), Text("1 Stunde", "1 hour")
_YEAR, _CONNECTION = Text("1 Jahr", "1 year"), Text("1 Verbindung", "1 connection")
ONE: dict[I, Text] = {
    I.MAILS_PER_DAY: Text("1 E-Mail", "1 mail"),
    I.YEARS: _YEAR,
    I.MAILBOXES: Text("1 Postfach", "1 mailbox"),
    I.DEVICES: _DEVICE,
    I.DEVICES_TOTAL: _DEVICE,
    I.READERS: Text("1 Person", "1 person"),
    I.KEEP_DAYS: _DAY,
    I.GAP_DAYS: _DAY,
    I.ARCHIVE_YEARS: _YEAR,
    I.CACHE_DAYS: _DAY,
    I.COPIES: _DEVICE,
    I.ONLINE_HOURS: _HOUR,
    I.POLL_MINUTES: Text("1 Minute", "1 minute"),
    I.RECONNECTS: Text("1 Anmeldung", "1 sign-in"),
    I.READ_COPIES: _DEVICE,
    I.CONNECTIONS: _CONNECTION,
    I.CONNECTION_LIMIT: _CONNECTION,
    I.CARE_IMAP: _HOUR,
    I.CARE_IMAP_ARCHIVE: _HOUR,
    I.CARE_POP3_KEEP: _HOUR,
    I.CARE_POP3_DELETE: _HOUR,
}
"""The same for exactly one."""

SPACE = frozenset({I.GROWTH_GB, I.USED_GB, I.QUOTA_GB})
MONEY = frozenset({I.GB_PRICE, I.HOURLY_RATE})
SHARES = frozenset({I.OTHERS_SHARE, I.UPLOAD_EFFICIENCY})

FIGURES: dict[F, Text] = {
    F.SERVER_GB: Text(
        "Beim Anbieter nach {years}, grösstes Postfach", "At the provider after {years}, biggest mailbox"
    ),
    F.SERVER_ALL_GB: Text(
        "Beim Anbieter nach {years}, alle Postfächer", "At the provider after {years}, all mailboxes"
    ),
    F.LOCAL_GB: Text(
        "Auf den Geräten nach {years}, grösstes Postfach", "On the devices after {years}, biggest mailbox"
    ),
    F.TRAFFIC_SIGN_IN: Text("Daten am Tag für Anmelden und Nachfragen", "Data a day for signing in and asking"),
    F.TRAFFIC_LIST: Text("Daten am Tag für die Liste der behaltenen Post", "Data a day for the list of kept mail"),
    F.TRAFFIC_WAIT: Text("Daten am Tag fürs Warten auf Neues", "Data a day for waiting for news"),
    F.TRAFFIC_MAIL: Text("Daten am Tag für die Post selbst", "Data a day for the mail itself"),
    F.TRAFFIC: Text("Daten am Tag pro Postfach", "Data a day per mailbox"),
    F.CONNECTIONS_OWN: Text("Verbindungen gleichzeitig, eigenes Postfach", "Connections at once, own mailbox"),
    F.CONNECTIONS_SHARED: Text("Verbindungen gleichzeitig, gemeinsame Adresse", "Connections at once, shared address"),
    F.MEMORY_MB: Text("Arbeitsspeicher eines eigenen Servers", "Memory of an own server"),
    F.MONEY_STORAGE: Text("Zusätzlicher Platz im Jahr", "Extra space a year"),
    F.MONEY_CARE: Text("Pflege und Sicherung im Jahr", "Care and backup a year"),
    F.MONEY: Text("Kosten im Jahr", "Cost a year"),
    F.SEAT: Text(
        "Preis pro Postfach und Monat, wo Platz in Stufen verkauft wird",
        "Price per mailbox and month where space is sold in steps",
    ),
    F.ROOM_GB: Text("Platz, den das grösste Postfach haben sollte", "Space that the biggest mailbox should have"),
    F.UPLOAD_HOURS: Text("Hochladen, grösstes Postfach", "Upload, biggest mailbox"),
    F.UPLOAD_ALL_HOURS: Text("Hochladen, alle Postfächer", "Upload, all mailboxes"),
}
