"""Sentences of "What if?": the advice of today beside that of one other answer.

Fields: ``other`` is the name of a way to read mail, ``name`` that of a group, ``days`` a whole number.
"""

from advisor.settings.codes import ReadingProtocol
from advisor.text import Text

OTHER_WAY = Text("Damit würden wir etwas anderes raten: {other}.", "We would then advise something else: {other}.")
OTHER_FORM = Text(
    "Der Weg bliebe derselbe, aber in der Form: {other}.", "The way would stay the same, but in the form: {other}."
)
ADVICE_AT_LAST = Text("Damit könnten wir raten: {other}.", "We could then advise: {other}.")
NO_ADVICE = Text("Damit könnten wir nichts mehr raten.", "We could then no longer advise anything.")
NEITHER = Text(
    "Damit wären IMAP und POP3 beide nicht mehr das Richtige.", "Neither IMAP nor POP3 would then be right any more."
)
SAME = Text("Am Rat würde sich nichts ändern.", "The advice would not change.")
SURER = Text("Der Rat bliebe derselbe und würde sicherer.", "The advice would stay the same and become surer.")
LESS_SURE = Text(
    "Der Rat bliebe derselbe, wäre aber weniger sicher.", "The advice would stay the same, but be less sure."
)
NOTES_ONLY = Text(
    "Der Rat bliebe derselbe. Es ändert sich nur, was dabei zu beachten ist.",
    "The advice would stay the same. Only what to watch out for would change.",
)
GROUPS_ONLY = Text(
    "Der Rat für die Firma bliebe derselbe, der für eine Gruppe nicht.",
    "The advice for the company would stay the same, that for a group would not.",
)
NOTHING = Text("Diese Antwort würde gar nichts ändern.", "This answer would change nothing at all.")

ADVICE_LABEL = Text("Empfehlung", "Advice")
STATUS_LABEL = Text("Wie verlässlich", "How firm")
PROTOCOL_LABEL = Text("So sicher ist der Weg", "How sure the way is")
FORM_LABEL = Text("So sicher ist die Form", "How sure the form is")
DAYS_LABEL = Text("Kopie beim Anbieter", "Copy at the provider")
GROUP_LABEL = Text("Gruppe «{name}»", "Group “{name}”")

NO_WAY = Text("keine", "none")
NATIVE_WAY = Text("weder IMAP noch POP3", "neither IMAP nor POP3")
RULED_OUT = Text("scheidet aus", "ruled out")
NOT_COMPARED = Text("nicht verglichen", "not compared")
BY_RULE = Text("durch eine Regel entschieden", "decided by a rule")
ONLY_FORM = Text("die einzige mögliche", "the only possible one")
NONE_YET = Text("–", "–")
DAYS = Text("{days} Tage", "{days} days")
FOR_EVER = Text("ohne Ende", "without end")

NAMES: dict[ReadingProtocol, Text] = {
    ReadingProtocol.IMAP: Text("{other} (IMAP)", "{other} (IMAP)"),
    ReadingProtocol.POP3: Text("{other} (POP3)", "{other} (POP3)"),
}
