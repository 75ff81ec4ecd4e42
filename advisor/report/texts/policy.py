"""The page that explains how the advice is made. Figures come from the tables of the policy as fields."""

from advisor.decision.codes import Rule, ServerFact
from advisor.decision.needs import Derived
from advisor.report.texts.values import Note
from advisor.text import Text

STEPS: tuple[Note, ...] = (
    Note(
        Text("Zuerst Regeln", "Rules first"),
        Text(
            "Was Post verlieren kann oder bei Ihrem Anbieter nicht geht, scheidet aus, bevor irgendetwas gewichtet "
            "wird. Kein noch so gutes Ergebnis hebt eine Regel auf.",
            "Whatever can lose mail, or is not possible with your provider, is out before anything is weighed. No "
            "result, however good, overrides a rule.",
        ),
    ),
    Note(
        Text("Feste Noten", "Fixed marks"),
        Text(
            "Jeder der vier Wege hat für jeden der {criteria} Punkte eine feste Note zwischen 0 und 1. Die Noten sind "
            "für alle Firmen gleich; nur was der Mailserver gezeigt hat, kann einzelne ändern.",
            "Each of the four ways has a fixed mark between 0 and 1 for each of the {criteria} points. The marks are "
            "the same for every company; only what the mail server has shown can change some.",
        ),
    ),
    Note(
        Text("Ihre Antworten gewichten", "Your answers set the weights"),
        Text(
            "Eine Antwort sagt, wie wichtig ein Punkt für Sie ist: zwischen 0 und 100, immer als Spanne. Sprechen "
            "mehrere Antworten für denselben Punkt, zählt die stärkste.",
            "An answer says how much a point matters to you: between 0 and 100, always as a range. Where several "
            "answers speak for the same point, the strongest counts.",
        ),
    ),
    Note(
        Text("Den besten Wert rechnen", "The best value"),
        Text(
            "Note mal Gewicht, über alle Punkte zusammengezählt, ergibt den Wert eines Weges. Empfohlen wird der Weg "
            "mit dem höchsten Wert (additives Nutzenmodell).",
            "Mark times weight, added up over all points, is the value of a way. The way with the highest value is "
            "advised (additive value model).",
        ),
    ),
    Note(
        Text("Wie sicher das ist", "How sure that is"),
        Text(
            "Dieselbe Rechnung läuft {draws} Mal, jedes Mal mit anderen Gewichten aus den Spannen. Offene Fragen "
            "nehmen dabei jede mögliche Antwort an. Gezählt wird, wie oft ein Weg vorn liegt (SMAA-2).",
            "The same sum is done {draws} times, each time with other weights from the ranges. Open questions take "
            "every possible answer. What is counted is how often a way leads (SMAA-2).",
        ),
    ),
    Note(
        Text("Sagen, was offen ist", "Saying what is open"),
        Text(
            "Unter {close} Prozent heisst die Empfehlung knapp. Sind {preliminary} oder mehr der acht Hauptfragen "
            "offen, oder ist der Mailserver nicht geprüft, heisst sie vorläufig; bei {not_enough} oder mehr geben wir "
            "keine.",
            "Below {close} per cent the advice is called close. With {preliminary} or more of the eight main questions "
            "open, or the mail server not checked, it is called preliminary; with {not_enough} or more we give none.",
        ),
    ),
)

RULE_TAKES_OUT: dict[Rule, Text] = {
    Rule.NATIVE: Text("alle vier Wege", "all four ways"),
    Rule.E1: Text("beide Arten, Post abzuholen", "both ways to fetch mail"),
    Rule.E2: Text("abholen und löschen", "fetching and deleting"),
    Rule.E3: Text("den Weg, den es nicht gibt", "the way that is not there"),
    Rule.E4: Text("abholen mit Kopie beim Anbieter", "fetching with a copy at the provider"),
    Rule.E6: Text("abholen und löschen", "fetching and deleting"),
}
NATIVE_RULE = Text(
    "Liegt die Post bei Microsoft 365 oder müssen Kalender und Kontakte überall gleich sein, passt die eigene "
    "Verbindung des Anbieters. Dann wird nichts verglichen.",
    "Where mail is with Microsoft 365, or calendar and contacts must be the same everywhere, the provider’s own "
    "connection fits. Nothing is compared then.",
)
E1_EXCEPTION = Text(
    "Ausnahme: Bietet der Anbieter nur das Abholen (POP3), holt ein einziges Gerät ab und löscht nie; die Empfehlung "
    "ist dann vorläufig.",
    "Exception: where the provider offers fetching (POP3) only, one single device fetches and never deletes; the "
    "advice is then preliminary.",
)
E5_ALARM = Text(
    "Verlassen unverschlüsselte Geräte das Büro, steht vor jeder vollständigen Kopie und vor jedem Abholen eine "
    "Warnung.",
    "Where unencrypted devices leave the office, a warning comes before every full copy and before any fetching.",
)

FACTS: dict[ServerFact, Text] = {
    ServerFact.NO_IDLE: Text(
        "Der Server meldet neue Post nicht selbst (kein IDLE).", "The server does not tell of new mail (no IDLE)."
    ),
    ServerFact.LONG_LOGIN_DELAY: Text(
        "Der Server verlangt lange Pausen zwischen Abrufen (LOGIN-DELAY).",
        "The server demands long pauses between visits (LOGIN-DELAY).",
    ),
    ServerFact.NO_LEAN_SYNC: Text(
        "Der Server kann nicht sparsam abgleichen (kein CONDSTORE oder QRESYNC).",
        "The server cannot synchronise leanly (no CONDSTORE or QRESYNC).",
    ),
}
SECOND_VALUE = Text(
    "{fact} Dann gilt {value} für: {ways}. {why}",
    "{fact} Then {value} holds for: {ways}. {why}",
)

DERIVED: dict[Derived, Text] = {
    Derived.SPACE: Text("Platz im Postfach (aus Grösse und Limite)", "Space in the mailbox (from size and limit)"),
    Derived.EVERYONE: Text("Jede Firma", "Every company"),
}
DERIVED_CODES: dict[str, Text] = {
    "tight": Text("knapp", "tight"),
    "ample": Text("reichlich", "ample"),
    "any": Text("immer", "always"),
}
POINTS = Text("{low} bis {high}", "{low} to {high}")
SHARE = Text("{answer} {share}", "{answer} {share}")
FOLDERS_EXCEPT = Text(
    "Zählt nicht bei nur einem Gerät, einem Arbeitsplatz und ohne Zugriff im Browser.",
    "Does not count with only one device, one workplace and no access in the browser.",
)

NUMBERS: tuple[Note, ...] = (
    Note(
        Text("Knapper Platz", "Tight space"),
        Text(
            "Ein Postfach gilt als knapp, wenn es zu mehr als {tight} Prozent voll ist. Wo niemand Grösse und Limite "
            "kennt, rechnen wir mit {space_prior} Prozent Wahrscheinlichkeit dafür.",
            "A mailbox counts as tight when it is filled beyond {tight} per cent. Where nobody knows size and limit, "
            "we count with a chance of {space_prior} per cent.",
        ),
    ),
    Note(
        Text("Tage, die eine Kopie beim Anbieter bleibt", "Days that a copy stays with the provider"),
        Text(
            "Die längste Abwesenheit plus {margin} Tage, mindestens aber {shortest} Tage und die Zeit zwischen zwei "
            "Sicherungen plus {margin} Tage. Nicht mehr, als der Platz und der Anbieter zulassen; ginge es nur für "
            "weniger als {possible} Tage, scheidet dieser Weg aus.",
            "The longest absence plus {margin} days, but at least {shortest} days, and the time between two backups "
            "plus {margin} days. No more than space and provider allow; if that were less than {possible} days, this "
            "way is out.",
        ),
    ),
    Note(
        Text("Vorsichtige Annahmen", "Cautious assumptions"),
        Text(
            "Regeln lesen eine offene Frage als die Antwort, mit der keine Post verloren geht; die Gewichte rechnen "
            "mit allen Antworten, je nach Häufigkeit. «Weiss ich nicht» macht eine Empfehlung nie sicherer.",
            "Rules read an open question as the answer with which no mail is lost; the weights count with all answers, "
            "by how common they are. “I don’t know” never makes an advice more certain.",
        ),
    ),
)
