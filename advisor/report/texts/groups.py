"""Sentences on a company whose mailboxes differ: who does what, what is refused, and what has to hold."""

from advisor.decision.policy_values import ConflictCode, Instead, PolicyNoteCode
from advisor.report.texts.values import Note
from advisor.settings.codes import Alternative
from advisor.text import Text

WAYS: dict[Alternative, Text] = {
    Alternative.IMAP: Text("beim Anbieter lesen (IMAP)", "read at the provider (IMAP)"),
    Alternative.IMAP_ARCHIVE: Text(
        "beim Anbieter lesen (IMAP), dazu eine vollständige eigene Kopie",
        "read at the provider (IMAP), with a full copy of your own",
    ),
    Alternative.POP3_KEEP: Text(
        "abholen (POP3), eine Kopie bleibt beim Anbieter", "fetch (POP3), a copy stays with the provider"
    ),
    Alternative.POP3_DELETE: Text(
        "abholen und beim Anbieter löschen (POP3)", "fetch and delete at the provider (POP3)"
    ),
}
KEEP_FOR_DAYS = Text(
    "abholen (POP3), eine Kopie bleibt {days} Tage beim Anbieter",
    "fetch (POP3), a copy stays with the provider for {days} days",
)
NATIVE_WAY = Text(
    "die eigene Verbindung des Anbieters (weder IMAP noch POP3)",
    "the provider’s own connection (neither IMAP nor POP3)",
)
OPEN_WAY = Text("noch keine Empfehlung", "no advice yet")

GROUP = Text("«{name}»", "“{name}”")
REST = Text("alle übrigen Postfächer", "all other mailboxes")
REST_COUNTED = Text("alle übrigen Postfächer ({count})", "all other mailboxes ({count})")
ALIKE = Text("Für alle Postfächer gilt dasselbe: {way}.", "The same holds for all mailboxes: {way}.")
WHO_DOES_WHAT = Text("{who}: {way}.", "{who}: {way}.")
MAILBOXES = (Text("1 Postfach", "1 mailbox"), Text("{count} Postfächer", "{count} mailboxes"))

KEEP_ONE_ON = Text(
    "{protocol} muss beim Anbieter eingeschaltet bleiben.", "{protocol} must stay switched on at the provider."
)
KEEP_BOTH_ON = Text(
    "IMAP und POP3 müssen beim Anbieter beide eingeschaltet bleiben. Wer eines davon ausschaltet, schneidet jemandem "
    "die Post ab.",
    "IMAP and POP3 must both stay switched on at the provider. Whoever switches one off cuts somebody off from their "
    "mail.",
)
ONLY_THERE = Text("Nur bei {who}.", "Only for {who}.")
DECISIVE = Text("Ausschlaggebend: {answer}", "What decides: {answer}")
SHARES_WITH = Text("Liest dieselben Postfächer wie {who}", "Reads the same mailboxes as {who}")

NOTES: dict[PolicyNoteCode, Text] = {
    PolicyNoteCode.NOBODY_ELSE_READS: Text(
        "Wer abholt, liest allein: Richten Sie die Postfächer von {who} auf keinem Handy, keinem zweiten Computer und "
        "in keinem anderen Programm ein.",
        "Whoever fetches reads alone: set up the mailboxes of {who} on no phone, on no second computer and in no other "
        "program.",
    ),
    PolicyNoteCode.CHECK_OWN_MAILBOX: Text(
        "Bei den Antworten für die ganze Firma steht nicht, dass Menschen und Programme getrennt lesen. Prüfen Sie, ob "
        "es für {who} wirklich ein eigenes Postfach gibt.",
        "The answers for the whole company do not say that people and programs read apart. Check that there "
        "really is a separate mailbox for {who}.",
    ),
    PolicyNoteCode.MIXING_DISCOURAGED: Text(
        "Ihr Anbieter rät davon ab, ein Postfach auf beide Arten zu lesen. Bleiben Sie darum bei jedem Postfach bei "
        "einer.",
        "Your provider discourages reading one mailbox in both ways. So stay with one of them for each mailbox.",
    ),
}

CONFLICTS: dict[ConflictCode, Note] = {
    ConflictCode.DELETES_FOR_OTHERS: Note(
        Text("{first} darf dieses Postfach nicht leeren", "{first} must not empty this mailbox"),
        Text(
            "Für sich allein würde {first} die Post abholen, und beim Anbieter würde sie gelöscht. Dasselbe Postfach "
            "wird aber auch von {others} gelesen: Dort wäre sie weg. Darum raten wir davon ab.",
            "On its own, {first} would fetch the mail, and it would be deleted at the provider. But the same "
            "mailbox is also read by {others}: there it would be gone. So we advise against it.",
        ),
    ),
    ConflictCode.TWO_COLLECTORS: Note(
        Text("Nur eine vollständige Kopie pro Postfach", "Only one full copy per mailbox"),
        Text(
            "{first} und {others} lesen dasselbe Postfach, und beide würden alles aufbewahren. Mit zwei Kopien weiss "
            "niemand, welche gilt.",
            "{first} and {others} read the same mailbox, and both would keep everything. With two copies nobody knows "
            "which one counts.",
        ),
    ),
}
INSTEAD: dict[Instead, Text] = {
    Instead.OWN_MAILBOX: Text(
        "Geben Sie {first} zuerst ein eigenes Postfach, oder lassen Sie den Anbieter eine Kopie jeder E-Mail dorthin "
        "weiterleiten.",
        "First give {first} a mailbox of its own, or have the provider forward a copy of each mail there.",
    ),
    Instead.READ_BY_IMAP: Text(
        "Alle lesen dieses Postfach beim Anbieter (IMAP), niemand holt es ab.",
        "Everybody reads this mailbox at the provider (IMAP), nobody fetches it.",
    ),
    Instead.NEVER_DELETE: Text(
        "Ihr Anbieter kennt nur POP3. Stellen Sie alle Programme so ein, dass sie nie etwas beim Anbieter löschen, und "
        "bitten Sie ihn um IMAP.",
        "Your provider knows POP3 only. Set all programs so that they never delete anything at the provider, and ask "
        "it for IMAP.",
    ),
    Instead.ONE_COLLECTOR: Text(
        "Die Kopie führt {others}. {first} liest beim Anbieter (IMAP), ohne vollständige Kopie.",
        "{others} keeps the copy. {first} reads at the provider (IMAP), without a full copy.",
    ),
}
THEN = Text("Danach passt für {first}: {way}.", "After that, this fits {first}: {way}.")
