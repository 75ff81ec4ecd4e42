"""Words of the page that shows whether what was published arrives: headline, things, other sources, programs."""

from advisor.report.arrival.values import End, Harm, Item, Status
from advisor.report.texts.values import Note
from advisor.text import Text
from probes.codes import Source

# The big sentence: what is missing, what is otherwise than meant, what could not be asked
ALL_ARRIVES = Text("Alles, was Sie veröffentlicht haben, kommt an.", "Everything that you published arrives.")
NOTHING_ARRIVES = Text("Bis jetzt kommt nichts an.", "Nothing arrives so far.")
NOTHING_ASKED = Text("Wir konnten nicht nachsehen.", "We could not look.")
MISSING = (
    Text("Eine Sache fehlt", "One thing is missing"),
    Text("{count} Sachen fehlen", "{count} things are missing"),
)
WRONG = (
    Text("Eine Sache ist anders als gemeint", "One thing is not as meant"),
    Text("{count} Sachen sind anders als gemeint", "{count} things are not as meant"),
)
UNASKED = (
    Text("Eine Sache blieb ungeprüft", "One thing could not be checked"),
    Text("{count} Sachen blieben ungeprüft", "{count} things could not be checked"),
)
WRONG_TOO = (
    Text("eine ist anders als gemeint", "one is not as meant"),
    Text("{count} sind anders als gemeint", "{count} are not as meant"),
)
UNASKED_TOO = (
    Text("eine blieb ungeprüft", "one could not be checked"),
    Text("{count} blieben ungeprüft", "{count} could not be checked"),
)
NUMBERS = (
    Text("zwei", "two"), Text("drei", "three"), Text("vier", "four"), Text("fünf", "five"), Text("sechs", "six"),
    Text("sieben", "seven"), Text("acht", "eight"), Text("neun", "nine"), Text("zehn", "ten"), Text("elf", "eleven"),
    Text("zwölf", "twelve"),
)  # fmt: skip
COUNT = Text(
    "Richtig angekommen: {same} von {all} Einträgen und Dateien.",
    "Arrived as they should: {same} of {all} records and files.",
)

COMPARED_RELEASED = Text(
    "Verglichen mit den Einstellungen, die Sie am {when} freigegeben haben.",
    "Compared with the settings that you released on {when}.",
)
COMPARED_CHOSEN = Text(
    "Freigegeben ist noch nichts. Verglichen haben wir mit den Einstellungen, die aus dieser Prüfung selbst folgen: "
    "Zeigen noch alle Wegweiser auf einen früheren Server, fällt das hier nicht auf.",
    "Nothing is released yet. We compared with the settings that follow from this very check: if all signposts still "
    "lead to an earlier server, this page does not notice.",
)
COMPARED_FILE = Text("Verglichen mit den Einstellungen aus {file}.", "Compared with the settings in {file}.")
RELEASED_LATER = Note(
    Text("Diese Prüfung ist älter als Ihre Freigabe", "This check is older than your release"),
    Text(
        "Prüfen Sie nochmals; was hier steht, kann überholt sein.", "Check again; what stands here may be out of date."
    ),
)

HARMS: dict[Harm, Note] = {
    Harm.EVERYBODY_DELETES: Note(
        Text("Achtung: Mails können verschwinden", "Attention: mail can disappear"),
        Text(
            "Im Netz liegt eine Einstellungsdatei, mit der Thunderbird Abgeholtes auf dem Server löscht. Jedes "
            "Thunderbird, das sich damit einrichtet, tut das, auch auf einem zweiten Computer. Sicherer ist: Die Datei "
            "vom Webserver nehmen und nur auf dem einen Computer verwenden, der abholt.",
            "There is a settings file on the web with which Thunderbird deletes on the server what it has fetched. "
            "Every Thunderbird that sets itself up with it does so, on a second computer too. It is safer to take the "
            "file off the web server and to use it only on the one computer that fetches.",
        ),
    ),
}

GROUPS: tuple[tuple[Text, frozenset[Item]], ...] = (
    (
        Text("Wegweiser im Namensverzeichnis (DNS)", "Signposts in the name directory (DNS)"),
        frozenset(item for item in Item if item.value.startswith("srv_")),
    ),
    (
        Text("Einstellungsdatei für Mailprogramme (autoconfig)", "Settings file for mail programs (autoconfig)"),
        frozenset({Item.AUTOCONFIG, Item.WELL_KNOWN, Item.AUTOCONFIG_HTTP, Item.WELL_KNOWN_HTTP}),
    ),
    (Text("Auskunft für Outlook (Autodiscover)", "Information for Outlook (Autodiscover)"),
     frozenset({Item.AUTODISCOVER, Item.AUTODISCOVER_SRV})),
    (Text("Datei mit Prüfsumme (PACC)", "File with a checksum (PACC)"),
     frozenset({Item.PACC_FILE, Item.PACC_DIGEST})),
)  # fmt: skip

ITEMS: dict[Item, Text] = {
    Item.SRV_IMAPS: Text("Beim Anbieter lesen (IMAP), TLS", "Reading at the provider (IMAP), TLS"),
    Item.SRV_IMAP: Text("Beim Anbieter lesen (IMAP), STARTTLS", "Reading at the provider (IMAP), STARTTLS"),
    Item.SRV_POP3S: Text("Abholen (POP3), TLS", "Fetching (POP3), TLS"),
    Item.SRV_POP3: Text("Abholen (POP3), STARTTLS", "Fetching (POP3), STARTTLS"),
    Item.SRV_SUBMISSIONS: Text("Senden (SMTP), TLS", "Sending (SMTP), TLS"),
    Item.SRV_SUBMISSION: Text("Senden (SMTP), STARTTLS", "Sending (SMTP), STARTTLS"),
    Item.SRV_ORDER: Text("Was zuerst kommt, Lesen oder Abholen", "What comes first, reading or fetching"),
    Item.AUTOCONFIG: Text("Unter eigenem Namen", "Under a name of its own"),
    Item.WELL_KNOWN: Text("Auf der Website", "On the website"),
    Item.AUTOCONFIG_HTTP: Text("Unter eigenem Namen, ungesichert", "Under a name of its own, unprotected"),
    Item.WELL_KNOWN_HTTP: Text("Auf der Website, ungesichert", "On the website, unprotected"),
    Item.PACC_FILE: Text("Die Datei", "The file"),
    Item.PACC_DIGEST: Text("Die Prüfsumme", "The checksum"),
    Item.AUTODISCOVER: Text("Unter eigenem Namen", "Under a name of its own"),
    Item.AUTODISCOVER_SRV: Text("Über einen Wegweiser", "By a signpost"),
}

STATUSES: dict[Status, Text] = {
    Status.SAME: Text("Kommt an", "Arrives"),
    Status.PARTLY: Text("Kommt nicht überall an", "Does not arrive everywhere"),
    Status.OTHER: Text("Sagt etwas anderes", "Says something else"),
    Status.LEFTOVER: Text("Nennt anderen Server", "Names another server"),
    Status.MISSING: Text("Kommt nicht an", "Does not arrive"),
    Status.NOT_ASKED: Text("Nicht gefragt", "Not asked"),
    Status.NOT_NEEDED: Text("Nicht nötig", "Not needed"),
}
WAITING = Text("Wartet", "Waiting")

NAMES_IT = Text("Nennt {servers}, wie gemeint.", "Names {servers}, as meant.")
SAYS_OFF = Text("Sagt, wie gemeint: wird nicht angeboten.", "Says, as meant: not offered.")
ORDER_FITS = Text("Zuerst kommt, was gemeint ist.", "What is meant comes first.")
DIGEST_FITS = Text("Sie passt zur Datei; die Datei ist echt.", "It fits the file; the file is genuine.")
LEFTOVER = Text(
    "Der genannte Server steht nicht in Ihren Einstellungen; meist ist es ein Überbleibsel von früher.",
    "The server named is not in your settings; as a rule it is left over from before.",
)

ELSEWHERE_EXCHANGE = Text(
    "Sagt Outlook, die Postfächer lägen bei Microsoft Exchange.",
    "Tells Outlook that the mailboxes are at Microsoft Exchange.",
)
ELSEWHERE_AGREES = Text("Nennt nur Server, die gemeint sind.", "Names only servers that are meant.")
ELSEWHERE_FOREIGN = Text("Nennt Server, die nicht gemeint sind: {hosts}.", "Names servers that are not meant: {hosts}.")
AGREES = Text("Passt", "Fits")
CONTRADICTS = Text("Widerspricht", "Contradicts")
ELSEWHERE_ACTIONS: dict[Source, Text] = {
    Source.ISPDB: Text(
        "Bitten Sie Ihren Anbieter, den Eintrag in der öffentlichen Liste ändern zu lassen. Ihre eigene Datei geht "
        "vor.",
        "Ask your provider to have the entry in the public list changed. Your own file goes first.",
    ),
    Source.PROVIDER_LIST: Text(
        "Zu tun ist nichts, solange Ihre eigenen Angaben ankommen.",
        "Nothing needs to be done as long as your own information arrives.",
    ),
    Source.MX_PROVIDER: Text(
        "Stimmt der Posteingang (MX) der Domain noch? Sonst stellt ihn um, wer die Domain verwaltet.",
        "Is the entrance for mail (MX) of the domain still right? If not, whoever manages the domain changes it.",
    ),
    Source.TXT_MAILCONF: Text(
        "Wer die Domain verwaltet, löscht den Eintrag «mailconf».",
        "Whoever manages the domain deletes the record “mailconf”.",
    ),
    Source.AUTODISCOVER_V2: Text(
        "Wer den Webserver betreut, schaltet diese Auskunft ab.",
        "Whoever looks after the web server switches this information off.",
    ),
    Source.GUESS: Text(
        "Unter diesem üblichen Namen antwortet ein Mailserver, und manche Programme probieren ihn aus. Ist er der "
        "frühere, löscht den Namen, wer die Domain verwaltet.",
        "A mail server answers under this usual name, and some programs try it. If it is the earlier one, whoever "
        "manages the domain deletes the name.",
    ),
}

ENDS: dict[End, Text] = {
    End.MEANT: Text("Wie gemeint", "As meant"),
    End.HALF: Text("Halb", "Half"),
    End.OTHERS: Text("Anders", "Differently"),
    End.BY_HAND: Text("Von Hand", "By hand"),
}
END_SENTENCES: dict[End, Text] = {
    End.MEANT: Text("Es richtet sich selbst so ein, wie es gemeint ist.", "It sets itself up the way that is meant."),
    End.HALF: Text(
        "Zum Lesen richtet es sich selbst richtig ein; zum Senden tippt eine Person die Werte vom Blatt ein.",
        "For reading it sets itself up rightly; for sending a person types the values in from the sheet.",
    ),
    End.OTHERS: Text(
        "Es würde sich anders einrichten. Vor dem Abschluss mit dem Blatt vergleichen und angleichen.",
        "It would set itself up differently. Compare with the sheet before finishing, and adjust.",
    ),
    End.BY_HAND: Text(
        "Es findet nichts, das es brauchen kann; eine Person tippt die Werte vom Blatt ein.",
        "It finds nothing that it can use; a person types the values in from the sheet.",
    ),
}
PERIOD_UNTOLD = Text(
    "Wie lange Abgeholtes auf dem Server bleiben soll, erfährt es so nicht: vor dem ersten Abholen einstellen.",
    "How long fetched mail shall stay on the server it does not learn this way: set it before the first fetch.",
)
NAMED = Text("von Ihrer Firma genannt", "named by your company")
