"""Questions about the mailboxes: who reads them and how much is in them."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import NO, Option, Wording
from advisor.text import Text

_SIZES = (
    Option("lt_2", Text("unter 2 GB", "under 2 GB")),
    Option("2_10", Text("2 bis 10 GB", "2 to 10 GB")),
    Option("10_50", Text("10 bis 50 GB", "10 to 50 GB")),
    Option("gt_50", Text("über 50 GB", "over 50 GB")),
)

WORDINGS = (
    Wording(
        key=Key.SHARED_ADDRESSES,
        short=Text("Adressen, die mehrere lesen", "Addresses that several people read"),
        title=Text(
            "Gibt es Adressen, die mehrere Personen lesen, zum Beispiel info@?",
            "Are there addresses that several people read, such as info@?",
        ),
        why=Text(
            "Alle müssen sehen, was schon gelesen und beantwortet ist. Sonst antworten zwei oder niemand.",
            "Everyone must see what has been read and answered. Otherwise two people reply, or nobody.",
        ),
        moves=Text(
            "Gemeinsame Adressen brauchen einen gemeinsamen Ort für die Post.",
            "Shared addresses need a common place for the mail.",
        ),
        options=(
            Option("none", NO),
            Option("few", Text("ja, für 2 bis 3 Personen", "yes, for 2 to 3 people")),
            Option("many", Text("ja, für 4 oder mehr Personen", "yes, for 4 or more people")),
        ),
    ),
    Wording(
        key=Key.READERS,
        short=Text("Wer die Post holt", "Who fetches the mail"),
        title=Text(
            "Holt ausser Menschen noch etwas anderes diese E-Mails ab?",
            "Does anything besides people fetch this mail?",
        ),
        hint=Text(
            "Zum Beispiel eine Auftrags- oder Kassensoftware, ein Ticketsystem oder ein anderer Maildienst.",
            "For example order or till software, a ticket system or another mail service.",
        ),
        why=Text(
            "Ein Programm, das Post abholt und löscht, nimmt sie allen anderen weg.",
            "A program that fetches and deletes mail takes it away from everyone else.",
        ),
        moves=Text(
            "Ein Programm allein braucht einen anderen Weg als Menschen. Beide am selben Postfach sind eine Gefahr.",
            "A program alone needs another way than people. Both on one mailbox are a danger.",
        ),
        check=Text(
            "Fehlt hin und wieder eine E-Mail, die jemand erwartet hat? Fragen Sie, wer das Auftragsprogramm betreut.",
            "Does an expected mail go missing now and then? Ask whoever looks after the order software.",
        ),
        options=(
            Option("people", Text("nein, nur Menschen", "no, only people")),
            Option("program", Text("nur ein Programm", "only a program")),
            Option("both", Text("Menschen und ein Programm", "people and a program")),
        ),
    ),
    Wording(
        key=Key.LARGEST_MAILBOX,
        short=Text("Grösstes Postfach", "Biggest mailbox"),
        title=Text("Wie gross ist das grösste Postfach?", "How big is the biggest mailbox?"),
        why=Text(
            "Davon hängt ab, ob alles beim Anbieter Platz hat und wie lange ein Umzug dauert.",
            "It decides whether all of it fits at the provider and how long a move takes.",
        ),
        moves=Text(
            "Ein Postfach nahe an der Grenze gibt Wegen mehr Gewicht, die beim Anbieter Platz schaffen.",
            "A mailbox near its limit gives weight to ways that free space at the provider.",
        ),
        check=Text(
            "Melden Sie sich im Browser beim Anbieter an: Der belegte Platz steht oft unten links oder in den "
            "Einstellungen.",
            "Sign in at the provider in the browser: the used space is often shown at the bottom left or in the "
            "settings.",
        ),
        options=_SIZES,
    ),
    Wording(
        key=Key.QUOTA,
        short=Text("Platz pro Postfach beim Anbieter", "Space per mailbox at the provider"),
        title=Text(
            "Wie viel Platz gibt der Anbieter pro Postfach?",
            "How much space does the provider give per mailbox?",
        ),
        why=Text(
            "Ist ein Postfach voll, werden neue E-Mails abgewiesen.",
            "When a mailbox is full, new mail is turned away.",
        ),
        moves=Text(
            "Knapper Platz begrenzt, wie lange Post beim Anbieter bleiben kann.",
            "Little space limits how long mail can stay with the provider.",
        ),
        check=Text(
            "Der Wert steht im Browser neben dem belegten Platz, auf der Rechnung oder im Angebot des Anbieters.",
            "The figure is shown beside the used space in the browser, on the invoice or in the provider’s offer.",
        ),
        options=_SIZES,
    ),
    Wording(
        key=Key.STORAGE_COST,
        short=Text("Kosten für mehr Platz", "Cost of more space"),
        title=Text(
            "Fällt ins Gewicht, was mehr Platz beim Anbieter kostet?",
            "Does the cost of more space at the provider matter?",
        ),
        why=Text(
            "Mehr Platz ist oft der einfachste Weg, kostet aber jeden Monat etwas.",
            "More space is often the simplest way, but costs something every month.",
        ),
        moves=Text(
            "Zählt der Preis, haben Wege mehr Gewicht, die beim Anbieter wenig Platz brauchen.",
            "If the price matters, ways that need little space at the provider gain weight.",
        ),
        options=(
            Option("matters", Text("ja, das zählt", "yes, it matters")),
            Option("fine", Text("nein, das ist in Ordnung", "no, that is fine")),
        ),
    ),
)
