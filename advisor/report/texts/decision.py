"""What a consultant decided instead of the advice. ``way`` and ``advised`` are names of alternatives."""

from advisor.text import Text

DECIDED = Text("Entschieden: {way}", "Decided: {way}")
MADE = Text("{by}, {when}", "{by}, {when}")
REASON = Text("Begründung: {reason}", "Reason: {reason}")
ADVISED = Text("Mailweiche rät: {advised}.", "Mailweiche advises: {advised}.")
ADVISED_TOO = Text("Mailweiche rät inzwischen dasselbe.", "Mailweiche advises the same by now.")

OUTDATED = Text(
    "Entschieden, bevor sich Antworten oder die Prüfung des Mailservers geändert haben. Bestätigen, ändern oder "
    "zurücknehmen.",
    "Decided before the answers or the check of the mail server changed. Confirm, change or withdraw it.",
)
OVERTAKEN = Text(
    "Entschieden, bevor sich Antworten oder die Prüfung des Mailservers geändert haben. Der Entscheid ist nicht mehr "
    "nötig; Sie können ihn zurücknehmen.",
    "Decided before the answers or the check of the mail server changed. The decision is no longer needed; you can "
    "withdraw it.",
)
VOID = Text("Dieser Entscheid gilt nicht mehr. {why}", "This decision no longer counts. {why}")
VOID_NOTHING_ADVISED = Text(
    "Mit den Antworten von heute lässt sich noch nichts raten.",
    "With the answers of today nothing can be advised yet.",
)

NOT_POSSIBLE = Text("«{way}» ist hier nicht möglich. {why}", "“{way}” is not possible here. {why}")
ADVISED_ALREADY = Text(
    "«{way}» ist schon die Empfehlung. Dafür braucht es keinen Entscheid.",
    "“{way}” is what is advised already. No decision is needed for it.",
)

NO_CHOICE = Text(
    "Eine Regel schliesst jeden anderen Weg aus, und keine Begründung hebt eine solche Regel auf.",
    "A rule takes out every other way, and no reason lifts such a rule.",
)
NO_CHOICE_NATIVE = Text(
    "Bei Ihnen passt die eigene Verbindung Ihres Anbieters. Zwischen IMAP und POP3 gibt es nichts zu entscheiden.",
    "Your provider’s own connection is what fits you. Between IMAP and POP3 there is nothing to decide.",
)
NO_CHOICE_NOT_POSSIBLE = Text(
    "Im Moment schliesst eine Regel jeden Weg aus, und keine Begründung hebt eine solche Regel auf.",
    "At the moment a rule takes out every way, and no reason lifts such a rule.",
)
NO_CHOICE_YET = Text(
    "Noch fehlen Antworten, und ohne sie lässt sich nichts raten. Beantworten Sie zuerst die offenen Fragen.",
    "Answers are still missing, and without them nothing can be advised. First answer the open questions.",
)

BOSS_DECIDED = Text(
    "Entschieden ist ({by}, {when}), anders als Mailweiche rät («{advised}»): {what}",
    "What was decided ({by}, {when}), other than Mailweiche advises (“{advised}”): {what}",
)
BOSS_DECIDED_TOO = Text(
    "Entschieden ist ({by}, {when}), und Mailweiche rät inzwischen dasselbe: {what}",
    "What was decided ({by}, {when}), and Mailweiche advises the same by now: {what}",
)
BOSS_REASON = Text("Der Grund: «{reason}»", "The reason: “{reason}”")
BOSS_OUTDATED = Text(
    "Seither haben sich Angaben geändert, und der Entscheid muss noch bestätigt werden.",
    "Something has changed since then, and the decision still has to be confirmed.",
)
BOSS_RULES = Text("Keine unserer Regeln spricht dagegen.", "None of our rules speaks against it.")
