"""The words of the READMEs that are not on the sheet."""

from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative
from advisor.text import Text

PERSON_TITLE = Text("E-Mail-Einrichtung für {name} <{address}>", "Email set-up for {name} <{address}>")
COMPANY_TITLE = Text("E-Mail-Einrichtung für {organisation}", "Email set-up for {organisation}")
FILES = Text("Die Dateien", "The files")
NOT_INCLUDED = Text("Nicht enthalten", "Not included")
INSIDE = Text("Was in diesem Archiv ist", "What is in this archive")
HAND_OUT = Text(
    "Geben Sie jeder Person nur ihren eigenen Ordner unter «people». Keine Datei enthält ein Passwort.",
    "Give each person only their own folder under “people”. No file holds a password.",
)
COUNT = Text("Personen: {people}. Weg der Firma: {reading}", "People: {people}. The company’s way: {reading}")
COMPANY_FILES = Text(
    "Die Dateien unter «company» gelten für alle, die so lesen wie die Firma.",
    "The files under “company” hold for everybody who reads the way the company does.",
)
THUNDERBIRD_PLACE = Text(
    "Die Datei unter «company/thunderbird» kann auch für alle auf den Webserver: "
    "https://autoconfig.{domain}/mail/config-v1.1.xml.",
    "The file under “company/thunderbird” can also serve everybody from the web server: "
    "https://autoconfig.{domain}/mail/config-v1.1.xml.",
)
CHECKSUMS = Text(
    "«manifest.json» nennt jede Datei mit ihrer Prüfsumme (SHA-256) und dem, was sie nicht ausdrücken kann.",
    "“manifest.json” names each file with its checksum (SHA-256) and what it cannot express.",
)
DECISION = Text("Der Entscheid", "The decision")
DECIDED = Text("Entschieden ist: {way} ({by}, {when}).", "What was decided: {way} ({by}, {when}).")
DECIDED_WHY = Text("Begründung: {reason}", "Reason: {reason}")
ADVISED = Text("Mailweiche rät etwas anderes: {way}.", "Mailweiche advises something else: {way}.")
ADVISED_TOO = Text("Mailweiche rät inzwischen dasselbe.", "Mailweiche advises the same by now.")
DECISION_OUTDATED = Text(
    "Seither haben sich Angaben geändert. Lassen Sie den Entscheid bestätigen, bevor Sie die Dateien verteilen.",
    "Something has changed since then. Have the decision confirmed before you hand the files out.",
)
OTHER_WAY = Text(
    "Achtung: Diese Dateien sind für einen anderen Weg: {way}.",
    "Attention: these files are for another way: {way}.",
)
WAYS: dict[Alternative, Text] = {
    Alternative.IMAP: Text("Beim Anbieter lesen", "Read at the provider"),
    Alternative.IMAP_ARCHIVE: Text(
        "Beim Anbieter lesen, mit eigener Kopie", "Read at the provider, with your own copy"
    ),
    Alternative.POP3_KEEP: Text("Abholen, Kopie bleibt beim Anbieter", "Fetch, a copy stays with the provider"),
    Alternative.POP3_DELETE: Text("Abholen und beim Anbieter löschen", "Fetch and delete at the provider"),
}

TARGET_NAMES: dict[Target, Text] = {
    Target.SHEET: Text("Blatt", "Sheet"),
    Target.THUNDERBIRD: Text("Thunderbird", "Thunderbird"),
    Target.APPLE: Text("Apple (iPhone, iPad, Mac)", "Apple (iPhone, iPad, Mac)"),
}
TARGET_USE: dict[Target, Text] = {
    Target.SHEET: Text(
        "Einstellungen und nummerierte Schritte. Öffnen Sie die Datei im Browser, oder drucken Sie sie.",
        "Settings and numbered steps. Open the file in the browser, or print it.",
    ),
    Target.THUNDERBIRD: Text(
        "Legen Sie die Datei in den Ordner «isp» im Programmordner von Thunderbird, und fügen Sie dann das Konto "
        "hinzu. Das macht, wer den Computer betreut.",
        "Put the file into the folder “isp” inside the program folder of Thunderbird, then add the account. Whoever "
        "looks after the computer does this.",
    ),
    Target.APPLE: Text(
        "Öffnen Sie die Datei auf dem Gerät, und installieren Sie danach das Profil in den Einstellungen. Wer das "
        "Profil entfernt, entfernt das Konto und alle Mails, die nur auf dem Gerät liegen.",
        "Open the file on the device, then install the profile in the settings. Removing the profile removes the "
        "account and all mail that exists on the device only.",
    ),
}
