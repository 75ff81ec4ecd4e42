"""The criteria in an owner's words.

``speaks_for`` is said where the criterion adds to the lead of the advised way over the other one shown,
``speaks_against`` where it takes from it; both compare these two ways only.
"""

from dataclasses import dataclass

from advisor.decision.criteria import Criterion
from advisor.text import Text


@dataclass(frozen=True, slots=True)
class CriterionTexts:
    """One criterion: its name and the two sentences in which it argues."""

    name: Text
    speaks_for: Text
    speaks_against: Text


CRITERIA: dict[Criterion, CriterionTexts] = {
    Criterion.SAME_STATE: CriterionTexts(
        Text("Überall derselbe Stand", "The same state everywhere"),
        Text(
            "Alle Geräte zeigen dieselbe Post, auch Ordner und Gesendetes.",
            "All devices show the same mail, folders and sent mail too.",
        ),
        Text(
            "Andere Geräte und der Browser zeigen nicht dieselbe Post.",
            "Other devices and the browser do not show the same mail.",
        ),
    ),
    Criterion.TEAM: CriterionTexts(
        Text("Gemeinsame Adressen", "Shared addresses"),
        Text(
            "Bei gemeinsamen Adressen sehen alle, was gelesen und beantwortet ist.",
            "At shared addresses, everyone sees what has been read and answered.",
        ),
        Text(
            "Bei gemeinsamen Adressen sieht niemand, was andere schon gelesen oder beantwortet haben.",
            "At shared addresses, nobody sees what others have already read or answered.",
        ),
    ),
    Criterion.OFFLINE: CriterionTexts(
        Text("Lesen ohne Internet", "Reading without internet"),
        Text("Ohne Internet ist mehr lesbar.", "More is readable without internet."),
        Text("Ohne Internet ist weniger lesbar.", "Less is readable without internet."),
    ),
    Criterion.LINE: CriterionTexts(
        Text("Langsame oder teure Leitung", "Slow or metered line"),
        Text("Über die Leitung muss weniger auf einmal.", "Less has to come over the line at once."),
        Text("Über die Leitung muss mehr auf einmal.", "More has to come over the line at once."),
    ),
    Criterion.OFF_PROVIDER: CriterionTexts(
        Text("Post nicht bei Dritten", "Mail not with third parties"),
        Text("Es liegt weniger Post beim Anbieter.", "Less mail lies with the provider."),
        Text("Es liegt mehr Post beim Anbieter.", "More mail lies with the provider."),
    ),
    Criterion.OWN_COPY: CriterionTexts(
        Text("Eigene Kopie im Haus", "Own copy in the house"),
        Text(
            "Sie haben die vollständigere Kopie im eigenen Haus.",
            "You have the fuller copy in your own house.",
        ),
        Text(
            "Im eigenen Haus liegt keine oder eine weniger vollständige Kopie.",
            "There is no copy, or a less complete one, in your own house.",
        ),
    ),
    Criterion.SERVER_SPACE: CriterionTexts(
        Text("Platz beim Anbieter", "Space at the provider"),
        Text("Beim Anbieter wird weniger Platz gebraucht.", "Less space is needed at the provider."),
        Text("Beim Anbieter wird mehr Platz gebraucht.", "More space is needed at the provider."),
    ),
    Criterion.DEVICE_SPACE: CriterionTexts(
        Text("Platz auf den Geräten", "Space on the devices"),
        Text("Auf den Geräten wird weniger Platz gebraucht.", "Less space is needed on the devices."),
        Text("Auf den Geräten wird mehr Platz gebraucht.", "More space is needed on the devices."),
    ),
    Criterion.DEVICE_LOSS: CriterionTexts(
        Text("Defekt eines Geräts", "Crash of a device"),
        Text("Geht ein Gerät kaputt, fehlt weniger Post.", "If a device breaks, less mail is missing."),
        Text("Geht ein Gerät kaputt, kann mehr Post fehlen.", "If a device breaks, more mail may be missing."),
    ),
    Criterion.THEFT: CriterionTexts(
        Text("Verlorenes oder gestohlenes Gerät", "Lost or stolen device"),
        Text(
            "Auf einem verlorenen Gerät liegt weniger Post, die andere lesen könnten.",
            "Less mail that others could read lies on a lost device.",
        ),
        Text(
            "Auf einem verlorenen Gerät liegt mehr Post, die andere lesen könnten.",
            "More mail that others could read lies on a lost device.",
        ),
    ),
    Criterion.WRONG_DELETE: CriterionTexts(
        Text("Falsch gelöscht, Konto gesperrt", "Wrong delete, locked account"),
        Text(
            "Ein falsches Löschen oder ein gesperrtes Konto trifft weniger hart, weil es eine getrennte Kopie gibt.",
            "A wrong delete or a locked account hits less hard, because there is a separate copy.",
        ),
        Text(
            "Ein falsches Löschen oder ein gesperrtes Konto trifft härter, weil keine oder weniger getrennte Kopien da "
            "sind.",
            "A wrong delete or a locked account hits harder, because there is no separate copy or less of one.",
        ),
    ),
    Criterion.PUSH: CriterionTexts(
        Text("Neue Post sofort", "New mail at once"),
        Text("Neue Post erscheint rascher.", "New mail shows sooner."),
        Text("Neue Post erscheint später.", "New mail shows later."),
    ),
    Criterion.EFFORT: CriterionTexts(
        Text("Aufwand", "Effort"),
        Text("Einrichtung und Pflege machen weniger Arbeit.", "Set-up and upkeep take less work."),
        Text("Einrichtung und Pflege machen mehr Arbeit.", "Set-up and upkeep take more work."),
    ),
    Criterion.SERVER_LOAD: CriterionTexts(
        Text("Last auf dem eigenen Server", "Load on your own server"),
        Text("Ihr Server hat weniger zu tun.", "Your server has less to do."),
        Text("Ihr Server hat mehr zu tun.", "Your server has more to do."),
    ),
    Criterion.CENTRAL: CriterionTexts(
        Text("Ein zentraler Ort", "One central place"),
        Text(
            "Die Post liegt eher an einem zentralen Ort als auf einzelnen Computern.",
            "The mail lies in one central place rather than on single computers.",
        ),
        Text(
            "Die Post liegt eher auf einzelnen Computern als an einem zentralen Ort.",
            "The mail lies on single computers rather than in one central place.",
        ),
    ),
    Criterion.HISTORY: CriterionTexts(
        Text("Ganzer Schriftverkehr zur Hand", "Whole correspondence at hand"),
        Text(
            "Mehr vom Schriftverkehr vieler Jahre bleibt zur Hand.",
            "More of the correspondence of many years stays at hand.",
        ),
        Text(
            "Weniger vom Schriftverkehr vieler Jahre bleibt zur Hand.",
            "Less of the correspondence of many years stays at hand.",
        ),
    ),
    Criterion.SOLE_PROGRAM: CriterionTexts(
        Text("Nur ein Programm liest", "Only a program reads"),
        Text(
            "Das passt besser zu einem Programm, das die Post verarbeitet und aufräumt.",
            "It suits a program better that works through the mail and clears up.",
        ),
        Text(
            "Das passt weniger gut zu einem Programm, das die Post verarbeitet und aufräumt.",
            "It suits a program less well that works through the mail and clears up.",
        ),
    ),
}
