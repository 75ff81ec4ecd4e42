"""Questions about the internet connection and about reading without one."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import NO, Option, Wording
from advisor.text import Text

WORDINGS = (
    Wording(
        key=Key.OUTAGES,
        short=Text("Internet weg oder zu langsam", "Internet down or too slow"),
        title=Text(
            "Wie oft ist Ihr Internet weg oder zu langsam?",
            "How often is your internet down or too slow?",
        ),
        hint=Text("Gemeint ist der Ort, an dem Sie arbeiten.", "At the place where you work."),
        why=Text(
            "Ohne Internet sehen Sie nur, was auf dem Gerät gespeichert ist.",
            "Without internet you see only what is stored on the device.",
        ),
        moves=Text(
            "Häufige Ausfälle sprechen für vollständige Kopien auf den Geräten. Dafür gibt es mehr als einen Weg.",
            "Frequent outages speak for full copies on the devices. There is more than one way to have them.",
        ),
        options=(
            Option("hardly_ever", Text("fast nie", "hardly ever")),
            Option("monthly", Text("etwa jeden Monat", "about every month")),
            Option("weekly", Text("etwa jede Woche", "about every week")),
            Option("daily", Text("täglich", "daily")),
        ),
    ),
    Wording(
        key=Key.OFFLINE_READING,
        short=Text("Lesen ohne Internet", "Reading without internet"),
        title=Text(
            "Müssen Sie E-Mails ganz ohne Internet lesen können?",
            "Must you be able to read mail with no internet at all?",
        ),
        hint=Text(
            "Zum Beispiel im Zug, im Keller oder auf der Baustelle.", "For example on a train or a building site."
        ),
        why=Text(
            "Dann muss auf dem Gerät eine Kopie liegen, und zwar gross genug.",
            "Then a copy must lie on the device, and it must go back far enough.",
        ),
        moves=Text(
            "Je mehr Sie ohne Internet brauchen, desto wichtiger ist eine vollständige Kopie auf dem Gerät.",
            "The more you need without internet, the more a full copy on the device matters.",
        ),
        options=(
            Option("no", NO),
            Option("recent", Text("ja, die letzten Wochen", "yes, the last weeks")),
            Option("all", Text("ja, alle", "yes, all of it")),
        ),
    ),
    Wording(
        key=Key.LINE,
        short=Text("Internetleitung", "Internet line"),
        title=Text("Wie ist Ihre Internetleitung?", "What is your internet line like?"),
        why=Text(
            "Auf einer langsamen oder nach Menge bezahlten Leitung zählt jede heruntergeladene E-Mail.",
            "On a slow line, or one paid by volume, each downloaded mail counts.",
        ),
        moves=Text(
            "Eine langsame Leitung spricht dafür, zuerst nur Absender und Betreff zu laden.",
            "A slow line speaks for loading only sender and subject first.",
        ),
        check=Text(
            "Laden Sie ein Foto aus einer E-Mail. Dauert es länger als etwa zehn Sekunden, ist die Leitung langsam.",
            "Load a photo from a mail. If it takes longer than about ten seconds, the line is slow.",
        ),
        options=(
            Option("fast", Text("schnell und ohne Mengengrenze", "fast and without a volume limit")),
            Option(
                "slow_or_metered",
                Text("langsam oder nach Menge bezahlt", "slow or paid by volume"),
            ),
        ),
    ),
)
