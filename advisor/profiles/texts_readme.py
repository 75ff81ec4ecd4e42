"""The words of the READMEs that are not on the sheet."""

from advisor.settings.codes import Alternative, Role
from advisor.text import Text

PERSON_TITLE = Text("E-Mail-Einrichtung für {name} <{address}>", "Email set-up for {name} <{address}>")
COMPANY_TITLE = Text("E-Mail-Einrichtung für {organisation}", "Email set-up for {organisation}")
FILES = Text("Die Dateien", "The files")
ONE_PROGRAM = Text(
    "Diese Dateien sind für verschiedene Programme. Nehmen Sie nur die eines einzigen Programms, auf einem einzigen "
    "Computer.",
    "These files are for different programs. Use those of one program only, on one computer only.",
)
SECOND_DELETES = Text(
    "Ein zweites Programm würde Mails holen und auf dem Server löschen; sie fehlen dann im ersten.",
    "A second program would fetch mail and delete it on the server; it is then missing in the first.",
)
NOT_INCLUDED = Text("Nicht enthalten", "Not included")
INSIDE = Text("Was in diesem Archiv ist", "What is in this archive")
HAND_OUT = Text(
    "Geben Sie jeder Person nur ihren eigenen Ordner unter «people». Keine Datei enthält ein Passwort.",
    "Give each person only their own folder under “people”. No file holds a password.",
)
COUNT = Text("Personen: {people}. Weg der Firma: {reading}", "People: {people}. The company’s way: {reading}")
FOLDERS = Text("Wem welcher Ordner gehört", "Whose folder is which")
ROLES: dict[Role, Text] = {
    Role.READER: Text("liest", "reads"),
    Role.COLLECTOR: Text("sammelt Kopien", "collects copies"),
    Role.PROGRAM: Text("Programm der Firma", "program of the company"),
}
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
THUNDERBIRD_NOT_PUBLIC = Text(
    "Legen Sie die Datei unter «company/thunderbird» nicht auf den Webserver: Jedes Thunderbird, das danach ein Konto "
    "einrichtet, würde Mails auf dem Server löschen, auch auf einem zweiten Computer.",
    "Do not put the file under “company/thunderbird” on the web server: every Thunderbird that then sets an account up "
    "would delete mail on the server, on a second computer too.",
)
CHECKSUMS = Text(
    "In «manifest.json» steht zu jeder Datei die Prüfsumme (SHA-256) und was die Datei nicht einstellen kann.",
    "“manifest.json” gives the checksum (SHA-256) of each file and what the file cannot set.",
)
ALONE = Text("Liest sonst noch jemand diese Postfächer?", "Does anybody else read these mailboxes?")
ALONE_WHOM = Text(
    "Diese Zeilen der Liste nehmen Mails vom Server: {count} ({mailboxes}).",
    "These lines of the list take mail off the server: {count} ({mailboxes}).",
)
AT_ONCE = Text(
    "Diese Zeilen löschen schon beim ersten Abholen: {count} ({mailboxes}). Geben Sie deren Dateien erst weiter, wenn "
    "es eine Datensicherung dieser Computer gibt und jemand eine Mail daraus zurückgeholt hat.",
    "These lines delete at the first fetch: {count} ({mailboxes}). Hand their files out only when a backup of these "
    "computers exists and somebody has brought one mail back from it.",
)
ALONE_ASK = Text(
    "Fragen Sie nach, bevor Sie die Dateien verteilen. Ein Handy, eine zweite Person oder ein Programm der Firma, die "
    "dort auch lesen, würden Mails verlieren. Geben Sie ihnen in der Liste eine eigene Zeile; der Export sagt dann, "
    "was zusammengeht.",
    "Ask before you hand the files out. A phone, a second person or a program of the company that also reads there "
    "would lose mail. Give each a line of its own in the list; the export then says what goes together.",
)
SERVER_DELETES = Text("Der Server löscht Mails", "The server deletes mail")
SERVER_DELETES_SINCE = Text(
    "Bestätigt am {on}: Der Server löscht jede Mail nach {days} Tagen aus dem Posteingang.",
    "Confirmed on {on}: the server deletes every mail from the inbox after {days} days.",
)
SERVER_DELETES_WHOM = Text(
    "Betroffene Postfächer dieser Liste: {count} ({mailboxes}). «manifest.json» nennt alle.",
    "Mailboxes of this list that are concerned: {count} ({mailboxes}). “manifest.json” names all.",
)
SERVER_DELETES_WHAT = Text(
    "Weg sind dann auch ungelesene und noch nicht abgeholte Mails, und auf demselben Server auch die Mails von Leuten, "
    "die nicht auf dieser Liste stehen oder mit IMAP lesen. Andere Ordner bleiben.",
    "Unread mail and mail not fetched yet is then gone too, and on the same server also the mail of people who are not "
    "on this list or who read by IMAP. Other folders stay.",
)
SERVER_DELETES_WHEN = Text(
    "Es beginnt, sobald «company/dovecot/99-mailweiche.conf» auf dem Server liegt und Dovecot neu geladen ist, und "
    "geschieht am Ende jeder Anmeldung und wenn eine neue Mail ankommt. Beim ersten Mal verschwindet alles, was schon "
    "älter ist.",
    "It begins once “company/dovecot/99-mailweiche.conf” is on the server and Dovecot is reloaded, and happens at the "
    "end of each session and when new mail arrives. The first time everything disappears that is already older.",
)
SERVER_DELETES_FIRST = Text(
    "Sagen Sie es vorher allen. Holen Sie vorher eine Mail aus der Datensicherung zurück, und öffnen Sie sie: Nur dann "
    "ist die Datensicherung geprüft.",
    "Tell everybody before. Before that bring a mail back from the backup and open it: only then the backup is tested.",
)
WOULD_LOSE = Text(
    "Zeilen der Liste, die Mails verlieren würden, weil diese länger bleiben sollen: {count} ({mailboxes}). "
    "«manifest.json» nennt alle.",
    "Lines of the list that would lose mail, because it is to stay for longer: {count} ({mailboxes}). "
    "“manifest.json” names all.",
)
WOULD_LOSE_FIRST = Text(
    "Schalten Sie zuerst das Löschen auf dem Server aus. Sagen Sie das dann in Mailweiche auf der Seite «Die "
    "Seiten der Mitarbeitenden», und machen Sie diese Dateien neu: Auf den Papieren dieser Personen steht, dass sie so "
    "lange nichts einrichten sollen.",
    "First switch the deletion off on the server. Then say so in Mailweiche on the page “The employees’ pages”, "
    "and make these files anew: the papers of these people say that until then they are to set nothing up.",
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
DESPITE = Text("Trotz einer Regel gemacht", "Made in spite of a rule")
DESPITE_WHOM = Text("{way}: {count} ({people}). {why}", "{way}: {count} ({people}). {why}")
DESPITE_WHAT = Text(
    "Diese Personen oder Programme lesen auf einem Weg, den eine Regel für die Firma ausschliesst. Wer diesen Export "
    "gemacht hat, wollte ihre Dateien trotzdem. Prüfen Sie, ob das für sie stimmt. «manifest.json» nennt alle "
    "Adressen.",
    "These people or programs read in a way that a rule excludes for the company. Whoever made this export wanted "
    "their files all the same. Check that this is right for them. “manifest.json” names all addresses.",
)
WAYS: dict[Alternative, Text] = {
    Alternative.IMAP: Text("Beim Anbieter lesen", "Read at the provider"),
    Alternative.IMAP_ARCHIVE: Text(
        "Beim Anbieter lesen, mit eigener Kopie", "Read at the provider, with your own copy"
    ),
    Alternative.POP3_KEEP: Text("Abholen, Kopie bleibt beim Anbieter", "Fetch, a copy stays with the provider"),
    Alternative.POP3_DELETE: Text("Abholen und beim Anbieter löschen", "Fetch and delete at the provider"),
}
