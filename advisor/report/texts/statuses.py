"""How far the advice may be relied on, in a headline and an explanation."""

from dataclasses import dataclass

from advisor.decision.recommendation import Status
from advisor.text import Text


@dataclass(frozen=True, slots=True)
class StatusTexts:
    """``name``: one or two words for a badge; ``headline`` and ``explanation`` for the result page."""

    name: Text
    headline: Text
    explanation: Text


STATUSES: dict[Status, StatusTexts] = {
    Status.NOT_POSSIBLE: StatusTexts(
        Text("Nicht möglich", "Not possible"),
        Text("So geht es im Moment nicht.", "It does not work like this at the moment."),
        Text(
            "Keiner der vier Wege passt zu Ihren Antworten und zu Ihrem Anbieter. Unten steht bei jedem Weg, was ihn "
            "verhindert. Stellen Sie nichts um, bevor das gelöst ist.",
            "None of the four ways fits your answers and your provider. Below, each way says what prevents it. Change "
            "nothing before that is solved.",
        ),
    ),
    Status.NOT_ENOUGH_INFORMATION: StatusTexts(
        Text("Zu wenig bekannt", "Not enough known"),
        Text("Dafür wissen wir noch zu wenig.", "We do not know enough for that yet."),
        Text(
            "Wir müssten raten, und das hilft Ihnen nicht. Beantworten Sie offene Fragen unten; bei vielen steht, wie "
            "Sie die Antwort in einer halben Minute finden.",
            "Any advice would be a guess, and that does not help you. Answer open questions below; many say how to "
            "find the answer in half a minute.",
        ),
    ),
    Status.CLOSE: StatusTexts(
        Text("Knapp", "Close"),
        Text("Es ist knapp.", "It is close."),
        Text(
            "Zwei Wege passen fast gleich gut. Welcher vorn liegt, hängt davon ab, was Ihnen wichtiger ist.",
            "Two ways fit almost equally well. Which one leads depends on what matters more to you.",
        ),
    ),
    Status.PRELIMINARY: StatusTexts(
        Text("Vorläufig", "Preliminary"),
        Text("Das ist eine vorläufige Empfehlung.", "This is preliminary advice."),
        Text(
            "Noch ist nicht alles bekannt, was die Empfehlung ändern könnte.",
            "Not everything that could change the advice is known yet.",
        ),
    ),
    Status.FIRM: StatusTexts(
        Text("Verlässlich", "Firm"),
        Text("Diese Empfehlung steht auf sicherem Boden.", "This advice stands on firm ground."),
        Text(
            "Keine noch offene Frage würde allein etwas daran ändern, ob Sie Post beim Anbieter lesen oder abholen "
            "sollten.",
            "No question still open would by itself change whether you should read mail at the provider or fetch it.",
        ),
    ),
}

UNDECIDED = StatusTexts(
    STATUSES[Status.CLOSE].name,
    Text(
        "Es ist knapp: Lesen beim Anbieter (IMAP) oder abholen (POP3) lässt sich noch nicht entscheiden.",
        "It is a close call: reading at the provider (IMAP) or fetching (POP3) cannot be decided yet.",
    ),
    Text(
        "Im Mittel passt {way} etwas besser, aber öfter liegt der andere Weg vorn. Es hängt an Antworten, die noch "
        "fehlen; stellen Sie vorher nichts um.",
        "On average {way} fits a little better, but the other way leads more often. It depends on answers that are "
        "still missing; change nothing before.",
    ),
)
CLOSE_PROTOCOL = Text(
    "Knapp ist die Hauptfrage: Post beim Anbieter lesen oder abholen.",
    "The main question is close: reading mail at the provider, or fetching it.",
)
CLOSE_FORMS_ONLY = Text(
    "Die Hauptfrage ist klar. Knapp ist nur, welche Form davon besser passt.",
    "The main question is clear. Only the form of it is close.",
)

NOT_CHECKED = Text(
    "Nicht an Ihrem Mailserver geprüft.",
    "Not checked against your server.",
)
CONTRADICTING = Text(
    "Zwei Ihrer Antworten gehen nicht zusammen; sie stehen weiter unten.",
    "Two of your answers do not go together; they are named further down.",
)
UNKNOWN_CORE = Text(
    "Drei oder mehr der acht wichtigsten Fragen sind offen.",
    "Three or more of the eight main questions are open.",
)
UNKNOWN_COULD_FLIP = Text(
    "Eine offene Frage könnte die Empfehlung ändern.",
    "An open question could change the advice.",
)
UNKNOWN_COULD_FLIP_FORM = Text(
    "Eine offene Frage könnte noch die Form ändern.",
    "An open question could still change the form.",
)
ONLY_WAY_LEFT = Text(
    "Der Anbieter bietet nur das Abholen an. Das ist ein Notbehelf, bis er mehr anbietet.",
    "The provider offers fetching only. That is a stopgap until it offers more.",
)
