"""Questions about the company itself: care, keeping of records, country."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import NO, Option, Wording
from advisor.text import Text

WORDINGS = (
    Wording(
        key=Key.IT_EFFORT,
        short=Text("Aufwand für die Technik", "Effort for the technology"),
        title=Text(
            "Wie viel Aufwand dürfen Einrichtung und Pflege machen?",
            "How much effort may set-up and upkeep take?",
        ),
        why=Text(
            "Eigene Kopien und Sicherungen brauchen jemanden, der sie regelmässig prüft.",
            "Copies and backups of your own need someone who checks them regularly.",
        ),
        moves=Text(
            "Wenig Aufwand spricht für das, was heutige Programme von selbst einrichten.",
            "Little effort speaks for what today’s programs set up by themselves.",
        ),
        options=(
            Option("as_little_as_possible", Text("so wenig wie möglich", "as little as possible")),
            Option("someone_cares", Text("jemand kümmert sich regelmässig", "someone looks after it regularly")),
        ),
    ),
    Wording(
        key=Key.RETENTION,
        short=Text("Geschäftliche E-Mails aufbewahren", "Keeping business mail"),
        title=Text(
            "Müssen Sie geschäftliche E-Mails über Jahre aufbewahren?",
            "Must you keep business mail for years?",
        ),
        why=Text(
            "E-Mails können Belege sein, für die das Gesetz Fristen kennt. Das löst kein Mailprogramm allein.",
            "Mail can be a voucher for which the law sets terms. No mail program solves that alone.",
        ),
        moves=Text(
            "Die Antwort ändert nicht die Empfehlung, nur die Hinweise.",
            "The answer does not change the advice, only the notes.",
        ),
        check=Text(
            "Fragen Sie Ihre Treuhänderin oder Ihren Steuerberater: «Welche unserer E-Mails sind Belege?»",
            "Ask your accountant: “Which of our mails are vouchers?”",
        ),
        options=(
            Option("no", NO),
            Option("archived", Text("ja, wir haben ein Archiv", "yes, we have an archive")),
            Option("unsolved", Text("ja, das ist noch nicht gelöst", "yes, that is not solved yet")),
        ),
    ),
    Wording(
        key=Key.COUNTRY,
        short=Text("Land", "Country"),
        title=Text("In welchem Land ist Ihre Firma?", "In which country is your company?"),
        why=Text(
            "Die Regeln zum Aufbewahren sind je nach Land verschieden.",
            "The rules on keeping records differ by country.",
        ),
        moves=Text(
            "Die Antwort ändert nur die Hinweise zum Aufbewahren.",
            "The answer changes only the notes on keeping records.",
        ),
        options=(
            Option("CH", Text("Schweiz", "Switzerland")),
            Option("DE", Text("Deutschland", "Germany")),
            Option("AT", Text("Österreich", "Austria")),
            Option("other", Text("ein anderes Land", "another country")),
        ),
    ),
)
