"""Figures: how many people, how much mail, how much space. All may be left empty; the result then uses usual values."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import Wording
from advisor.text import Text

WORDINGS = (
    Wording(
        key=Key.PEOPLE,
        short=Text("Personen mit E-Mail", "People with mail"),
        title=Text("Wie viele Personen nutzen E-Mail?", "How many people use mail?"),
        why=Text("Daraus schätzen wir den Aufwand.", "From this we estimate the effort."),
        moves=Text("Mehr Personen heisst mehr Zeit für die Einrichtung.", "More people means more time for set-up."),
        unit=Text("Personen", "people"),
        example=Text("8", "8"),
    ),
    Wording(
        key=Key.MAILBOXES,
        short=Text("Postfächer", "Mailboxes"),
        title=Text("Wie viele Postfächer haben Sie?", "How many mailboxes do you have?"),
        hint=Text(
            "Jede Adresse mit eigener Ablage zählt, auch info@. Reine Weiterleitungen zählen nicht.",
            "Each address with a store of its own counts, info@ too. Plain forwardings do not.",
        ),
        why=Text("Jedes Postfach wird einzeln eingerichtet.", "Each mailbox is set up by itself."),
        moves=Text(
            "Mehr Postfächer heisst mehr Platz und mehr Arbeit.",
            "More mailboxes means more space and more work.",
        ),
        check=Text(
            "Die Liste steht auf der Verwaltungsseite oder der Rechnung Ihres Anbieters.",
            "The list is on your provider’s administration page or invoice.",
        ),
        unit=Text("Postfächer", "mailboxes"),
        example=Text("10", "10"),
    ),
    Wording(
        key=Key.DEVICES_TOTAL,
        short=Text("Geräte insgesamt", "Devices in total"),
        title=Text("Auf wie vielen Geräten wird insgesamt gelesen?", "On how many devices is mail read in total?"),
        hint=Text("Alle Computer, Handys und Tablets zusammen.", "All computers, phones and tablets together."),
        why=Text("Auf jedem Gerät wird etwas eingerichtet.", "Something is set up on each device."),
        moves=Text(
            "Mehr Geräte heisst mehr Arbeit und mehr gleichzeitige Verbindungen.",
            "More devices means more work and more connections at a time.",
        ),
        unit=Text("Geräte", "devices"),
        example=Text("18", "18"),
    ),
    Wording(
        key=Key.LONGEST_ABSENCE_DAYS,
        short=Text("Längste Abwesenheit", "Longest absence"),
        title=Text(
            "Wie lange ist eine Person am Stück höchstens weg?",
            "How long is one person away at a stretch at most?",
        ),
        hint=Text("Ferien zählen mit.", "Holidays count."),
        why=Text(
            "So lange muss Post beim Anbieter mindestens warten können, bis jemand sie holt.",
            "That is how long mail must be able to wait at the provider until someone fetches it.",
        ),
        moves=Text(
            "Die Zahl bestimmt, wie viele Tage eine Kopie beim Anbieter bleiben sollte.",
            "The figure decides for how many days a copy should stay with the provider.",
        ),
        unit=Text("Tage", "days"),
        example=Text("21", "21"),
    ),
    Wording(
        key=Key.MAILS_PER_DAY,
        short=Text("E-Mails pro Person und Arbeitstag", "Mails per person and working day"),
        title=Text(
            "Wie viele E-Mails behält eine Person pro Arbeitstag?",
            "How many mails does one person keep per working day?",
        ),
        hint=Text("Empfangene und gesendete, ohne Werbung.", "Received and sent, without advertising."),
        why=Text("Daraus schätzen wir den Platzbedarf.", "From this we estimate the space needed."),
        moves=Text("Mehr E-Mails brauchen mehr Platz.", "More mail needs more space."),
        check=Text(
            "Zählen Sie, was gestern in Eingang und Gesendet dazukam.",
            "Count what was added to the inbox and to sent mail yesterday.",
        ),
        unit=Text("E-Mails", "mails"),
        example=Text("40", "40"),
    ),
    Wording(
        key=Key.AVERAGE_KB,
        short=Text("Grösse einer E-Mail", "Size of a mail"),
        title=Text(
            "Wie gross ist eine E-Mail im Durchschnitt?",
            "How big is a mail on average?",
        ),
        hint=Text(
            "Anhänge zählen mit. Wer viele Fotos oder Pläne verschickt, liegt höher.",
            "Attachments count. It is more if you send many photos or drawings.",
        ),
        why=Text("Daraus schätzen wir den Platzbedarf.", "From this we estimate the space needed."),
        moves=Text("Grössere E-Mails brauchen mehr Platz und Zeit.", "Bigger mails need more space and time."),
        check=Text(
            "Teilen Sie die Grösse Ihres Postfachs durch die Zahl der E-Mails darin.",
            "Divide the size of your mailbox by the number of mails in it.",
        ),
        unit=Text("KB", "KB"),
        example=Text("100", "100"),
    ),
    Wording(
        key=Key.YEARS,
        short=Text("Jahre, die zur Hand bleiben", "Years kept at hand"),
        title=Text("Wie viele Jahre Post sollen zur Hand bleiben?", "How many years of mail should stay at hand?"),
        why=Text("Mehr Jahre brauchen mehr Platz.", "More years need more space."),
        moves=Text(
            "Die Zahl bestimmt, ob die Post beim Anbieter Platz hat.",
            "The figure decides whether the mail fits at the provider.",
        ),
        unit=Text("Jahre", "years"),
        example=Text("10", "10"),
    ),
    Wording(
        key=Key.UPLOAD_MBIT,
        short=Text("Tempo beim Hochladen", "Upload speed"),
        title=Text("Wie schnell ist Ihre Leitung beim Hochladen?", "How fast is your line when uploading?"),
        why=Text(
            "Alte Post zum Anbieter zu bringen, braucht Stunden. Wie viele, hängt davon ab.",
            "Bringing old mail to the provider takes hours. This decides how many.",
        ),
        moves=Text("Die Zahl ändert nur die geschätzte Dauer.", "The figure changes only the estimated time."),
        check=Text(
            "Suchen Sie im Browser nach «Speedtest» und notieren Sie den Wert bei «Upload».",
            "Search the web for “speed test” and note the figure beside “upload”.",
        ),
        unit=Text("Mbit/s", "Mbit/s"),
        example=Text("10", "10"),
    ),
    Wording(
        key=Key.STORAGE_GB_USED,
        short=Text("Belegter Platz im grössten Postfach", "Space used in the biggest mailbox"),
        title=Text(
            "Wie viel Platz belegt das grösste Postfach genau?",
            "How much space does the biggest mailbox take exactly?",
        ),
        why=Text(
            "Eine genaue Zahl ist besser als eine Schätzung in Stufen.",
            "An exact figure is better than an estimate in steps.",
        ),
        moves=Text(
            "Die Zahl zeigt, ob der Platz knapp ist.",
            "The figure shows whether space is tight.",
        ),
        check=Text(
            "Im Browser beim Anbieter steht der belegte Platz meist unten links oder in den Einstellungen.",
            "In the browser at the provider, the used space is mostly at the bottom left or in the settings.",
        ),
        unit=Text("GB", "GB"),
        example=Text("7.5", "7.5"),
    ),
    Wording(
        key=Key.QUOTA_GB,
        short=Text("Platz pro Postfach, genau", "Space per mailbox, exactly"),
        title=Text(
            "Wie viel Platz gibt der Anbieter pro Postfach genau?",
            "How much space exactly does the provider give per mailbox?",
        ),
        why=Text(
            "Damit rechnen wir aus, wie lange der Platz reicht.",
            "With this we work out how long the space will last.",
        ),
        moves=Text(
            "Die Zahl begrenzt, wie viele Tage eine Kopie beim Anbieter bleiben kann.",
            "The figure limits for how many days a copy can stay with the provider.",
        ),
        check=Text(
            "Der Wert steht auf der Rechnung oder im Angebot des Anbieters.",
            "The figure is on the provider’s invoice or offer.",
        ),
        unit=Text("GB", "GB"),
        example=Text("10", "10"),
    ),
    Wording(
        key=Key.HOURLY_RATE,
        short=Text("Kosten einer Arbeitsstunde", "Cost of an hour of work"),
        title=Text(
            "Was kostet eine Stunde der Person, die sich um die Technik kümmert?",
            "What does an hour of the person cost who looks after your computers?",
        ),
        hint=Text(
            "Ihr eigener Ansatz oder der Ihres Dienstleisters, in Ihrer Währung.",
            "Your own rate or that of your service company, in your currency.",
        ),
        why=Text(
            "Sicherungen und Kopien brauchen jedes Jahr einige Stunden. Damit rechnen wir aus, was sie kosten.",
            "Backups and copies take some hours each year. With this we work out what they cost.",
        ),
        moves=Text("Die Zahl ändert nur die geschätzten Kosten.", "The figure changes only the estimated cost."),
        unit=Text("pro Stunde", "per hour"),
        example=Text("90", "90"),
    ),
)
