"""An advice for the boss in three sentences: what, why, and what comes first or how sure it is.

Fields as in ``advisor.report.texts.explanation``; ``days`` and ``share`` are whole numbers.
"""

from advisor.decision.codes import Alarm, NativeReason, Rule
from advisor.decision.explanation import Case
from advisor.settings.codes import Alternative
from advisor.text import Text

WHAT: dict[Alternative, Text] = {
    Alternative.IMAP: Text(
        "Wir lassen die Post beim Anbieter und lesen sie dort (IMAP).",
        "We leave the mail with the provider and read it there (IMAP).",
    ),
    Alternative.IMAP_ARCHIVE: Text(
        "Wir lassen die Post beim Anbieter, lesen sie dort (IMAP) und halten dazu eine vollständige Kopie im Haus.",
        "We leave the mail with the provider, read it there (IMAP) and keep a full copy in the house as well.",
    ),
    Alternative.POP3_KEEP: Text(
        "Ein einziger Computer holt die Post ab (POP3), und beim Anbieter bleibt eine Kopie.",
        "One single computer fetches the mail (POP3), and a copy stays with the provider.",
    ),
    Alternative.POP3_DELETE: Text(
        "Ein einziger Computer oder ein Programm holt die Post ab und löscht sie beim Anbieter (POP3).",
        "One single computer or program fetches the mail and deletes it at the provider (POP3).",
    ),
}
KEEP_DAYS = Text(
    "Ein einziger Computer holt die Post ab (POP3), und beim Anbieter bleibt {days} Tage lang eine Kopie.",
    "One single computer fetches the mail (POP3), and a copy stays with the provider for {days} days.",
)
WHY: dict[Case, Text] = {
    Case.ONLY_WAY: Text(
        "Alle anderen Wege scheiden nach einer Regel aus.",
        "A rule takes out every other way.",
    ),
    Case.CLOSE: Text(
        "Es ist knapp: Dafür spricht vor allem {points}, für «{other}» spricht {counter}.",
        "It is a close call: what speaks for it most is {points}; for “{other}” speaks {counter}.",
    ),
    Case.DOMINANCE: Text(
        "In keinem Punkt, der für uns zählt, ist «{other}» besser, und am meisten bringt uns {points}.",
        "On no point that counts for us is “{other}” better, and what brings us the most is {points}.",
    ),
    Case.DECISIVE: Text(
        "Entscheidend ist für uns: {points}; sonst läge «{other}» vorn.",
        "What decides for us: {points}; otherwise “{other}” would lead.",
    ),
    Case.MANY: Text(
        "Mehrere Punkte sprechen zusammen dafür, am stärksten {points}.",
        "Several points together speak for it, the strongest being {points}.",
    ),
}
RULED_OUT: dict[Rule, Text] = {
    Rule.E1: Text(
        "Abholen auf einen einzigen Computer (POP3) kommt nicht in Frage, weil andere Geräte oder Personen die Post "
        "sonst nicht mehr sehen ({answers}).",
        "Fetching onto one single computer (POP3) is out, because other devices or people would no longer see the "
        "mail ({answers}).",
    ),
    Rule.E3: Text(
        "{protocol} kommt nicht in Frage, weil unser Anbieter es nicht hat.",
        "{protocol} is out, because our provider does not have it.",
    ),
    Rule.E4: Text(
        "Abholen (POP3) kommt nicht in Frage, weil unser Anbieter eine Kopie nicht lange genug aufheben kann.",
        "Fetching (POP3) is out, because our provider cannot keep a copy for long enough.",
    ),
}
PROGRAM_CANNOT = Text(
    "{protocol} kommt nicht in Frage, weil ein Programm, das wir brauchen, es nicht beherrscht.",
    "{protocol} is out, because a program that we need cannot use it.",
)
FIRST: dict[Alarm, Text] = {
    Alarm.MAIL_ONLY_ON_PC: Text(
        "Bevor wir etwas umstellen, sichern wir die Post, die vielleicht nur auf unseren Computern liegt, und testen "
        "das Zurückholen.",
        "Before we change anything, we back up the mail that may lie only on our computers, and test the restore.",
    ),
    Alarm.ENCRYPT_FIRST: Text(
        "Vorher verschlüsseln wir die Geräte, die das Büro verlassen.",
        "First we encrypt the devices that leave the office.",
    ),
    Alarm.SEPARATE_PROGRAM_MAILBOX: Text(
        "Vorher bekommt das Programm, das dieselbe Post abholt, ein eigenes Postfach.",
        "First the program that fetches the same mail gets a mailbox of its own.",
    ),
    Alarm.BACKUP_FIRST: Text(
        "Vorher richten wir eine automatische Sicherung ein und testen das Zurückholen.",
        "First we set up an automatic backup and test the restore.",
    ),
}
NOT_CHECKED = Text(
    "Verlässlich ist das erst, wenn unser Mailserver geprüft ist.",
    "It can be relied on only once our mail server has been checked.",
)
STOPGAP = Text(
    "Das ist ein Notbehelf, bis unser Anbieter auch das Lesen an Ort und Stelle (IMAP) erlaubt.",
    "This is a stopgap until our provider allows reading on the spot (IMAP) as well.",
)
CLOSE = Text(
    "Wir sollten uns einig werden, welcher der beiden Punkte uns wichtiger ist.",
    "We should agree on which of the two points matters more to us.",
)
PRELIMINARY = Text(
    "Das ist vorläufig, denn noch nicht alles ist geklärt, was es ändern könnte.",
    "This is preliminary, as not everything that could change it is clear yet.",
)
FIRM_ALWAYS = Text(
    "Das gilt in allen durchgerechneten Fällen, wie wir unsere Bedürfnisse auch gewichten.",
    "This holds in every case worked through, however we weigh our needs.",
)
FIRM = Text(
    "Das gilt in {share} von 100 durchgerechneten Fällen.",
    "This holds in {share} of 100 cases worked through.",
)

NATIVE = Text(
    "Wir brauchen weder IMAP noch POP3, sondern die eigene Verbindung unseres Anbieters.",
    "We need neither IMAP nor POP3, but our provider’s own connection.",
)
NATIVE_WHY: dict[NativeReason, Text] = {
    NativeReason.MICROSOFT365: Text(
        "Unsere Post liegt bei Microsoft 365, und dort geht es mit dem normalen Passwort nicht mehr anders.",
        "Our mail is with Microsoft 365, where the normal password no longer works any other way.",
    ),
    NativeReason.GROUPWARE: Text(
        "Kalender und Kontakte müssen bei uns überall gleich sein, und das kann keines der beiden.",
        "Our calendar and contacts must be the same everywhere, and neither of the two can do that.",
    ),
}
NATIVE_FIRST = Text(
    "Vor der Umstellung klären wir, welche unserer Programme diese Verbindung beherrschen.",
    "Before the change we find out which of our programs can use this connection.",
)
UNDECIDED = Text(
    "Ob wir die Post beim Anbieter lesen (IMAP) oder abholen (POP3), lässt sich noch nicht entscheiden.",
    "Whether we read mail at the provider (IMAP) or fetch it (POP3) cannot be decided yet.",
)
NOT_ENOUGH = Text(
    "Was zu uns passt, lässt sich noch nicht sagen.",
    "What fits us cannot be said yet.",
)
NOT_ENOUGH_WHY = Text(
    "Es fehlen noch Antworten, zuerst auf diese Frage: «{question}»",
    "Answers are still missing, first to this question: “{question}”",
)
NOT_ENOUGH_WHY_ANY = Text("Es fehlen noch zu viele Antworten.", "Too many answers are still missing.")
MEASURE_FIRST = Text(
    "Zuerst stellen wir fest, wie voll das grösste Postfach ist und wie viel hineinpasst.",
    "First we find out how full the biggest mailbox is and how much fits into it.",
)
NOT_POSSIBLE = Text(
    "Im Moment passt keiner der Wege zu dem, was wir brauchen und was unser Anbieter hat.",
    "At the moment none of the ways fits what we need and what our provider has.",
)
NOT_POSSIBLE_WHY = Text(
    "Bei jedem der vier Wege gibt es etwas, das ihn ausschliesst; die Empfehlung nennt es einzeln.",
    "Each of the four ways has something that rules it out; the advice names it one by one.",
)
UNTIL_THEN = Text("Bis das geklärt ist, ändern wir nichts.", "Until that is cleared up, we change nothing.")
