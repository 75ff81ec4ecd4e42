"""Questions about the devices and programs on which people read mail."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import NO, YES, Option, Wording
from advisor.text import Text

WORDINGS = (
    Wording(
        key=Key.DEVICES,
        short=Text("Geräte pro Person", "Devices per person"),
        title=Text(
            "Wie viele Geräte nutzt eine Person, um ihre E-Mails zu lesen?",
            "How many devices does one person use to read mail?",
        ),
        hint=Text(
            "Computer, Handy und Tablet zählen einzeln. Nehmen Sie die Person mit den meisten Geräten.",
            "Count computers, phones and tablets one by one. Take the person with the most devices.",
        ),
        why=Text(
            "Auf mehreren Geräten muss überall dasselbe zu sehen sein. Auf einem einzigen Gerät gibt es mehr Auswahl.",
            "Several devices must all show the same mail. A single device leaves more choice.",
        ),
        moves=Text(
            "Je mehr Geräte, desto wichtiger ist ein gemeinsamer Ort für die Post.",
            "The more devices, the more a common place for the mail matters.",
        ),
        check=Text(
            "Gehen Sie in Gedanken durch einen Arbeitstag: Wo schaut diese Person überall in ihre Post?",
            "Walk through a working day in your mind: where does this person look at mail?",
        ),
        options=(
            Option("one", Text("nur eines", "only one")),
            Option("two", Text("zwei", "two")),
            Option("three_plus", Text("drei oder mehr", "three or more")),
        ),
    ),
    Wording(
        key=Key.PLACES,
        short=Text("Arbeitsorte", "Places of work"),
        title=Text("Wo lesen Sie Ihre E-Mails?", "Where do you read your mail?"),
        why=Text(
            "Wer auch zu Hause oder unterwegs liest, braucht die Post nicht nur am Arbeitsplatz.",
            "People who also read at home or on the road need their mail away from the desk as well.",
        ),
        moves=Text(
            "Mehrere Orte sprechen dafür, dass die Post beim Anbieter erreichbar bleibt.",
            "Several places speak for mail that stays reachable at the provider.",
        ),
        options=(
            Option("one", Text("an einem festen Arbeitsplatz", "at one fixed workplace")),
            Option(
                "several",
                Text(
                    "auch zu Hause, unterwegs oder an anderen Computern",
                    "also at home, on the road or at other computers",
                ),
            ),
        ),
    ),
    Wording(
        key=Key.WEBMAIL,
        short=Text("Post im Browser", "Mail in the browser"),
        title=Text(
            "Soll die ganze Post auch im Browser oder auf einem neuen Gerät sofort da sein?",
            "Should all mail be there at once in the browser or on a new device?",
        ),
        hint=Text(
            "Mit «im Browser» ist die Webseite des Anbieters gemeint, auf der Sie sich anmelden (Webmail).",
            "“In the browser” means the provider’s web page where you sign in (webmail).",
        ),
        why=Text(
            "Im Browser sehen Sie nur, was noch beim Anbieter liegt.",
            "The browser shows only what is still at the provider.",
        ),
        moves=Text(
            "Ein Ja spricht dafür, die Post beim Anbieter zu lassen.",
            "A yes speaks for leaving the mail at the provider.",
        ),
        options=(Option("yes", YES), Option("no", NO)),
    ),
    Wording(
        key=Key.FOLDERS,
        short=Text("Ordner und Gesendetes überall gleich", "Folders and sent mail the same everywhere"),
        title=Text(
            "Sollen Ordner und gesendete E-Mails überall gleich sein?",
            "Should folders and sent mail be the same everywhere?",
        ),
        why=Text(
            "Eine Offerte, die Sie am Handy senden, suchen Sie später vielleicht am Computer.",
            "A quote sent from the phone is often looked for on the computer later.",
        ),
        moves=Text(
            "Ein Ja spricht für einen gemeinsamen Bestand statt getrennter Kopien.",
            "A yes speaks for one common store instead of separate copies.",
        ),
        options=(Option("yes", YES), Option("no", NO)),
    ),
    Wording(
        key=Key.IMMEDIACY,
        short=Text("Neue E-Mails sichtbar", "New mail shows"),
        title=Text("Wie rasch muss eine neue E-Mail sichtbar sein?", "How soon must a new mail show?"),
        why=Text(
            "Manche Verbindungen melden neue Post sofort, andere schauen alle paar Minuten nach.",
            "Some connections announce new mail at once, others look every few minutes.",
        ),
        moves=Text(
            "«Sofort» gibt einer Verbindung etwas mehr Gewicht, die Neues von selbst meldet.",
            "“At once” gives some more weight to a connection that announces new mail by itself.",
        ),
        options=(
            Option("at_once", Text("sofort", "at once")),
            Option("minutes", Text("innert Minuten", "within minutes")),
            Option("hours", Text("ein paar Stunden später genügt", "a few hours later is fine")),
        ),
    ),
    Wording(
        key=Key.DEVICE_SPACE,
        short=Text("Platz auf den Geräten", "Space on the devices"),
        title=Text("Haben Ihre Geräte genug freien Speicherplatz?", "Do your devices have enough free space?"),
        why=Text(
            "Eine vollständige Kopie aller E-Mails belegt auf jedem Gerät Platz.",
            "A full copy of all mail takes space on each device.",
        ),
        moves=Text(
            "Knapper Platz spricht gegen vollständige Kopien auf den Geräten.",
            "Little space speaks against full copies on the devices.",
        ),
        check=Text(
            "Öffnen Sie am Computer oder Handy die Einstellungen und suchen Sie «Speicher». Frei sein sollte mehr, "
            "als Ihr grösstes Postfach belegt.",
            "Open the settings on the computer or phone and look for “storage”. More should be free than your "
            "biggest mailbox takes.",
        ),
        options=(
            Option("ample", Text("ja, genug", "yes, enough")),
            Option("tight", Text("nein, es ist knapp", "no, it is tight")),
        ),
    ),
    Wording(
        key=Key.DEVICES_LEAVE_OFFICE,
        short=Text("Geräte ausser Haus", "Devices outside the office"),
        title=Text("Verlassen Geräte mit E-Mails das Büro?", "Do devices with mail leave the office?"),
        hint=Text(
            "«Verschlüsselt» heisst: Ohne Passwort oder Code kann niemand die Daten lesen, auch wenn er den "
            "Datenträger ausbaut.",
            "“Encrypted” means: without the password or code nobody can read the data, even from the bare disk.",
        ),
        why=Text(
            "Geht ein Gerät verloren, kann der Finder bei fehlender Verschlüsselung alles lesen, was darauf liegt.",
            "If a device is lost and not encrypted, the finder can read all that lies on it.",
        ),
        moves=Text(
            "Unverschlüsselte Geräte sprechen gegen vollständige Kopien; zuerst kommt die Verschlüsselung.",
            "Unencrypted devices speak against full copies; encryption comes first.",
        ),
        check=Text(
            "Windows: Suchen Sie in den Einstellungen «Geräteverschlüsselung» oder «BitLocker». Mac: «FileVault». "
            "Im Zweifel wählen Sie «nicht verschlüsselt».",
            "Windows: look for “device encryption” or “BitLocker” in the settings. Mac: “FileVault”. If in doubt, "
            "choose “not encrypted”.",
        ),
        options=(
            Option("no", NO),
            Option("encrypted", Text("ja, und sie sind verschlüsselt", "yes, and they are encrypted")),
            Option(
                "unencrypted",
                Text("ja, nicht oder nicht sicher verschlüsselt", "yes, not encrypted or not sure"),
            ),
        ),
    ),
    Wording(
        key=Key.CLIENT_LIMIT,
        short=Text("Programm oder Gerät mit Einschränkung", "Program or device with a limit"),
        title=Text(
            "Gibt es ein Programm oder Gerät, das E-Mails nur auf eine Art holen kann?",
            "Is there a program or device that can get mail in one way only?",
        ),
        hint=Text(
            "Zum Beispiel eine ältere Auftragssoftware oder ein Scanner. Übliche Mailprogramme können beides.",
            "For example older order software or a scanner. The usual mail programs can do both.",
        ),
        why=Text(
            "Ein solches Programm kann die Auswahl einschränken oder braucht ein eigenes Postfach.",
            "Such a program can limit the choice, or needs a mailbox of its own.",
        ),
        moves=Text(
            "Die Antwort schliesst Wege aus oder führt zu einem eigenen Postfach für dieses Programm.",
            "The answer rules ways out, or leads to a mailbox of its own for this program.",
        ),
        check=Text(
            "Schauen Sie in der Anleitung des Programms nach oder fragen Sie den Hersteller: «Lädt es die Post nur "
            "herunter, oder kann es sie auch beim Anbieter lesen?»",
            "Look into the program’s manual or ask its maker: “Does it only download mail, or can it also read mail "
            "at the provider?”",
        ),
        options=(
            Option("none", Text("nein, keines", "no, none")),
            Option(
                "pop3_only",
                Text("ja, es kann E-Mails nur herunterladen", "yes, it can only download mail"),
            ),
            Option(
                "imap_only",
                Text("ja, es kann E-Mails nur beim Anbieter lesen", "yes, it can only read mail at the provider"),
            ),
        ),
    ),
    Wording(
        key=Key.PROGRAMS,
        short=Text("Mailprogramme", "Mail programs"),
        title=Text(
            "Mit welchen Programmen lesen Sie Ihre E-Mails?",
            "Which programs do you read mail with?",
        ),
        hint=Text("Wählen Sie alle, die vorkommen.", "Choose all that are in use."),
        why=Text(
            "So erhalten Sie Anleitungen und Dateien, die zu Ihren Programmen passen.",
            "This gives you instructions and files that fit your programs.",
        ),
        moves=Text(
            "Die Antwort ändert nichts an der Empfehlung, nur an den Anleitungen.",
            "The answer does not change the advice, only the instructions.",
        ),
        check=Text(
            "Öffnen Sie das Programm: Der Name steht meist oben im Fenster oder unter «Hilfe › Info». Das neue Outlook "
            "hat oben rechts einen Schalter «Neues Outlook».",
            "Open the program: its name is mostly at the top of the window or under “Help › About”. The new Outlook "
            "has a switch “New Outlook” at the top right.",
        ),
        options=(
            Option("outlook", Text("Outlook (klassisch)", "Outlook (classic)")),
            Option("outlook_new", Text("das neue Outlook", "the new Outlook")),
            Option("apple", Text("Apple Mail auf Mac, iPhone oder iPad", "Apple Mail on Mac, iPhone or iPad")),
            Option("thunderbird", Text("Thunderbird", "Thunderbird")),
            Option("android", Text("Android-Handy oder -Tablet", "Android phone or tablet")),
            Option("browser", Text("im Browser", "in the browser")),
            Option("other", Text("ein anderes Programm", "another program")),
        ),
    ),
)
