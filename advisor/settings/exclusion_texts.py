"""Why a rule takes an alternative out, in an owner's words, by the code with which settings name the sentence."""

from advisor.text import Text

PROGRAM_CANNOT = "E3_program"
"""The code of a rule's second sentence: not the provider but a program that is needed does not offer the way."""
EXCLUSION_TEXTS: dict[str, Text] = {
    "E1": Text(
        "Holt ein Computer die Post ab, sehen andere Geräte oder Personen sie nur teilweise oder gar nicht, und "
        "solange er abholt, weist der Server die anderen ab. Dieser Weg passt nur, wenn sonst niemand und "
        "nichts das Postfach liest.",
        "When one computer fetches the mail, other devices or people see it only in part or not at all, and while it "
        "fetches, the server turns the others away. This way fits only when nobody and nothing else reads the mailbox.",
    ),
    "E2": Text(
        "Die Post läge nur noch auf einem Computer, dessen Sicherung fehlt oder nicht bekannt ist. Nach einem Defekt "
        "wäre sie verloren.",
        "The mail would lie only on one computer whose backup is missing or not known. After a defect it would be "
        "lost.",
    ),
    "E3": Text(
        "Ihr Anbieter bietet diesen Weg nicht an.",
        "Your provider does not offer this way.",
    ),
    "E4": Text(
        "Der Anbieter kann die Kopie nicht verlässlich oder nicht lange genug aufheben.",
        "The provider cannot keep the copy reliably, or not long enough.",
    ),
    "E6": Text(
        "Ganz ohne Kopie beim Anbieter geht es nur, wenn ein Programm allein liest oder die Post so kurz wie möglich "
        "dort liegen soll. In beiden Fällen muss das Zurückholen aus der Sicherung getestet sein.",
        "Having no copy at the provider is an option only if a program alone reads, or if mail should stay there as "
        "short as possible. In both cases the restore from the backup must be tested.",
    ),
    "native": Text(
        "Nicht verglichen: Hier passt die eigene Verbindung Ihres Anbieters.",
        "Not compared: your provider’s own connection is what fits here.",
    ),
    PROGRAM_CANNOT: Text(
        "Ein Programm oder Gerät, das Sie brauchen, beherrscht diesen Weg nicht.",
        "A program or device that you need cannot use this way.",
    ),
}
