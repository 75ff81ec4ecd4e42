"""The formula of each figure in words, to be filled with the likely value of each input; ``{result}`` is the figure."""

from advisor.estimate.codes import FigureCode as F
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import Text

_GROWING = Text(
    "{used_gb} heute + {growth_gb} im Jahr × {years} = {result}",
    "{used_gb} today + {growth_gb} a year × {years} = {result}",
)

SERVER: dict[Alternative, Text] = {
    Alternative.IMAP: _GROWING,
    Alternative.IMAP_ARCHIVE: Text(
        "{growth_gb} im Jahr × {archive_years}, die beim Anbieter bleiben = {result}",
        "{growth_gb} a year × {archive_years} that stay with the provider = {result}",
    ),
    Alternative.POP3_KEEP: Text(
        "{mails_per_day} am Tag × {mail_kb} × ({keep_days} behalten + {gap_days}, an denen niemand abholt) = {result}",
        "{mails_per_day} a day × {mail_kb} × ({keep_days} kept + {gap_days} on which nobody fetches) = {result}",
    ),
    Alternative.POP3_DELETE: Text(
        "{mails_per_day} am Tag × {mail_kb} × {gap_days}, an denen niemand abholt = {result}",
        "{mails_per_day} a day × {mail_kb} × {gap_days} on which nobody fetches = {result}",
    ),
}
SERVER_NEVER_DELETED = _GROWING
AT_MOST = Text("Höchstens aber die ganze Post: {everything}.", "At most all mail, though: {everything}.")

LOCAL: dict[Alternative, Text] = {
    Alternative.IMAP: Text(
        "{devices} × {growth_gb} im Jahr × die letzten {cache_days} = {result}",
        "{devices} × {growth_gb} a year × the last {cache_days} = {result}",
    ),
    Alternative.IMAP_ARCHIVE: Text(
        "({used_gb} heute + {growth_gb} im Jahr × {years}) × {copies} mit allem; auf den übrigen ({devices} insgesamt) "
        "die letzten {cache_days} = {result}",
        "({used_gb} today + {growth_gb} a year × {years}) × {copies} with everything; on the others ({devices} in "
        "total) the last {cache_days} = {result}",
    ),
    Alternative.POP3_KEEP: _GROWING,
    Alternative.POP3_DELETE: _GROWING,
}

SIGN_IN: dict[ReadingProtocol, Text] = {
    ReadingProtocol.IMAP: Text(
        "{devices} × {reconnects} × {sign_in_kb} kB = {result}", "{devices} × {reconnects} × {sign_in_kb} kB = {result}"
    ),
    ReadingProtocol.POP3: Text(
        "{online_hours} mit einer Abfrage alle {poll_minutes} × {poll_kb} kB = {result}",
        "{online_hours} with a visit every {poll_minutes} × {poll_kb} kB = {result}",
    ),
}
MAIL: dict[Alternative, Text] = {
    Alternative.IMAP: Text(
        "{mails_per_day} × {mail_kb} × {read_copies}, dazu die Kopfzeilen für {devices} = {result}",
        "{mails_per_day} × {mail_kb} × {read_copies}, and the header lines on {devices} = {result}",
    ),
    Alternative.IMAP_ARCHIVE: Text(
        "{mails_per_day} × {mail_kb} × {copies} mit allem, dazu die Kopfzeilen für {devices} = {result}",
        "{mails_per_day} × {mail_kb} × {copies} with everything, and the header lines on {devices} = {result}",
    ),
    Alternative.POP3_KEEP: Text(
        "{mails_per_day} × {mail_kb}, jede einmal = {result}", "{mails_per_day} × {mail_kb}, each once = {result}"
    ),
    Alternative.POP3_DELETE: Text(
        "{mails_per_day} × {mail_kb}, jede einmal = {result}", "{mails_per_day} × {mail_kb}, each once = {result}"
    ),
}
CARE: dict[Alternative, Text] = {
    one: Text(
        f"{{care_{one}}} × {{hourly_rate}} pro Stunde = {{result}}",
        f"{{care_{one}}} × {{hourly_rate}} an hour = {{result}}",
    )
    for one in Alternative
}
CONNECTIONS_POP3 = Text(
    "Ein Computer, der sich meldet, abholt und wieder geht: {result}",
    "One computer that signs in, fetches, leaves: {result}",
)
MEMORY_POP3 = Text(
    "Zwischen zwei Abfragen hält niemand eine Verbindung.", "Between two visits nobody holds a connection."
)
LIST_NEVER_DELETED = Text(
    "{online_hours} mit einer Abfrage alle {poll_minutes} × alle E-Mails aus {years} × {listed_b} Byte = {result}",
    "{online_hours} with a visit every {poll_minutes} × all mails of {years} × {listed_b} bytes = {result}",
)
STORAGE_UNKNOWN = Text(
    "Wie viel Platz inbegriffen ist, wissen wir nicht; wahrscheinlich genügt er. Sonst wären es {gb_price} pro GB.",
    "How much space is included is not known; likely it is enough. Else it would be {gb_price} per GB.",
)

OTHERS: dict[F, Text] = {
    F.SERVER_ALL_GB: Text(
        "Grösstes Postfach und die übrigen ({mailboxes} insgesamt, heute je {others_share} davon) = {result}",
        "The biggest mailbox and the others ({mailboxes} in total, {others_share} of it each today) = {result}",
    ),
    F.TRAFFIC_LIST: Text(
        "{online_hours}, eine Abfrage alle {poll_minutes} × {mails_per_day} × {keep_days} × {listed_b} Byte = {result}",
        "{online_hours}, a visit every {poll_minutes} × {mails_per_day} × {keep_days} × {listed_b} bytes = {result}",
    ),
    F.TRAFFIC_WAIT: Text(
        "{devices} × {online_hours} × ein Lebenszeichen von {alive_kb} kB alle 2 Minuten = {result}",
        "{devices} × {online_hours} × a sign of life of {alive_kb} kB every 2 minutes = {result}",
    ),
    F.TRAFFIC: Text("Summe der Zeilen darüber = {result}", "Sum of the lines above = {result}"),
    F.CONNECTIONS_OWN: Text(
        "{devices} × {connections} pro Programm = {result}", "{devices} × {connections} per program = {result}"
    ),
    F.CONNECTIONS_SHARED: Text(
        "{readers} × {devices} × {connections} pro Programm = {result}",
        "{readers} × {devices} × {connections} per program = {result}",
    ),
    F.MEMORY_MB: Text(
        "{devices_total} × {connections} pro Programm × {connection_mb} = {result}",
        "{devices_total} × {connections} per program × {connection_mb} = {result}",
    ),
    F.MONEY_STORAGE: Text(
        "Was über {quota_gb} × {mailboxes} hinausgeht × {gb_price} pro GB und Jahr = {result}",
        "What goes beyond {quota_gb} × {mailboxes} × {gb_price} per GB and year = {result}",
    ),
    F.MONEY: Text("Zusätzlicher Platz + Pflege und Sicherung = {result}", "Extra space + care and backup = {result}"),
    F.SEAT: Text(
        "Beispiel von 2024: 30 GB für 6, 2 TB für 12, 5 TB für 18 im Monat = {result}",
        "Example of 2024: 30 GB for 6, 2 TB for 12, 5 TB for 18 a month = {result}",
    ),
    F.ROOM_GB: Text(
        "{used_gb} heute × 1.3 Reserve für den Umzug = {result}",
        "{used_gb} today × 1.3 as room for the move = {result}",
    ),
    F.UPLOAD_HOURS: Text(
        "{used_gb} × 8 Bit ÷ ({upload_mbit} × {upload_efficiency}) = {result}",
        "{used_gb} × 8 bits ÷ ({upload_mbit} × {upload_efficiency}) = {result}",
    ),
    F.UPLOAD_ALL_HOURS: Text(
        "Grösstes Postfach und die übrigen ({mailboxes} insgesamt, je {others_share} davon), nacheinander = {result}",
        "The biggest mailbox and the others ({mailboxes} in total, {others_share} of it each), one by one = {result}",
    ),
}
