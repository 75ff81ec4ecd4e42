"""Questions about where mail lies, who holds it and how it is secured."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import NO, YES, Option, Wording
from advisor.text import Text

WORDINGS = (
    Wording(
        key=Key.MAIL_LOCATION,
        short=Text("Ältere E-Mails heute sichtbar", "Older mail visible today"),
        title=Text(
            "Sehen Sie eine E-Mail vom letzten Jahr auch im Browser oder auf dem Handy?",
            "Do you see a mail from last year in the browser or on the phone too?",
        ),
        why=Text(
            "So merken wir, ob Ihre Post vielleicht nur auf einem Computer liegt. Dann braucht es vor jeder Änderung "
            "eine Sicherung.",
            "This shows whether your mail may lie on one computer only. Then a backup comes before any change.",
        ),
        moves=Text(
            "Die Antwort ändert nicht die Empfehlung, aber was Sie vorher sichern müssen.",
            "The answer does not change the advice, but what you must secure first.",
        ),
        check=Text(
            "Melden Sie sich im Browser auf der Seite Ihres Anbieters an (Webmail). Suchen Sie dort eine E-Mail, die "
            "älter als ein Jahr ist.",
            "Sign in on your provider’s web page (webmail) in the browser and look for a mail older than one year.",
        ),
        options=(
            Option("server", Text("ja, überall", "yes, everywhere")),
            Option("one_computer", Text("nein, nur auf einem Computer", "no, only on one computer")),
            Option("mixed", Text("je nach Gerät verschieden", "it differs by device")),
            Option("new", Text("wir fangen neu an", "we are starting fresh")),
        ),
    ),
    Wording(
        key=Key.LOCAL_ONLY_MAIL,
        short=Text("Alte E-Mails nur auf Computern", "Old mail only on computers"),
        title=Text(
            "Gibt es alte E-Mails, die nur auf Computern liegen und bleiben müssen?",
            "Is there old mail that lies only on computers and must be kept?",
        ),
        why=Text(
            "Beim Umstellen geht am ehesten verloren, was nur an einem Ort liegt.",
            "What lies in one place only is what gets lost most easily in a change.",
        ),
        moves=Text(
            "Ein Ja heisst: zuerst sichern und das Zurückholen prüfen, erst dann umstellen.",
            "A yes means: back up and test the restore first, change afterwards.",
        ),
        check=Text(
            "Suchen Sie im Mailprogramm nach «Lokale Ordner», «Archiv» oder «Outlook-Datendatei». Steht darin "
            "Post, die im Browser fehlt?",
            "Look for “Local Folders”, “Archive” or “Outlook Data File” in the mail program. Is there mail in it that "
            "the browser does not show?",
        ),
        options=(
            Option("none", NO),
            Option("one", Text("ja, auf einem Computer", "yes, on one computer")),
            Option("several", Text("ja, auf mehreren Computern", "yes, on several computers")),
        ),
    ),
    Wording(
        key=Key.DATA_CONTROL,
        short=Text("Wo die E-Mails liegen sollen", "Where mail should be kept"),
        title=Text("Wo sollen Ihre E-Mails liegen?", "Where should your mail be kept?"),
        why=Text(
            "Manche Firmen vertrauen ihrem Anbieter, andere wollen die Post im eigenen Haus. Beides ist möglich, hat "
            "aber Folgen für Sicherung und Geräte.",
            "Some companies trust their provider, others want mail in their own house. Both work, but they change "
            "what backup and devices must do.",
        ),
        moves=Text(
            "Die Antwort bestimmt stark, ob die Post beim Anbieter bleibt, auch als Kopie zu Ihnen kommt oder "
            "nur bei Ihnen liegt.",
            "The answer weighs much: mail stays with the provider, comes to you as a copy too, or lies only with you.",
        ),
        options=(
            Option("provider_fine", Text("beim Anbieter, das ist gut so", "with the provider, that is fine")),
            Option(
                "own_copy",
                Text("beim Anbieter, und vollständig auch bei uns", "with the provider, and a full copy with us"),
            ),
            Option("off_provider", Text("wenn möglich nur bei uns", "only with us, if possible")),
            Option(
                "central",
                Text(
                    "an einem zentralen Ort der Firma, nicht auf einzelnen Computern",
                    "in one central company place, not on single computers",
                ),
            ),
        ),
    ),
    Wording(
        key=Key.DEVICE_BACKUP,
        short=Text("Sicherung der Computer mit E-Mails", "Backup of the computers with mail"),
        title=Text(
            "Wie werden die Computer gesichert, auf denen E-Mails liegen?",
            "How are the computers that hold mail backed up?",
        ),
        hint=Text(
            "«Getestet» heisst: Sie haben schon einmal etwas aus der Sicherung zurückgeholt und geöffnet.",
            "“Tested” means: you have already restored something from the backup and opened it.",
        ),
        why=Text(
            "Liegt Post nur auf einem Computer, ist die Sicherung das Einzige, was vor Verlust schützt.",
            "If mail lies on one computer only, the backup is all that protects it from loss.",
        ),
        moves=Text(
            "Ohne getestete Sicherung raten wir nie dazu, Post gleich nach dem Abholen beim Anbieter zu löschen.",
            "Without a tested backup we never advise deleting mail at the provider right after fetching it.",
        ),
        check=Text(
            "Fragen Sie, wer sich um die Computer kümmert: «Wann haben wir zuletzt etwas aus der Sicherung geholt?»",
            "Ask whoever looks after the computers: “When did we last restore something from the backup?”",
        ),
        options=(
            Option(
                "tested",
                Text("automatisch, und das Zurückholen ist getestet", "automatic, and the restore is tested"),
            ),
            Option("untested", Text("automatisch, aber nie getestet", "automatic, but never tested")),
            Option("manual", Text("ab und zu von Hand", "by hand now and then")),
            Option("none", Text("gar nicht", "not at all")),
        ),
    ),
    Wording(
        key=Key.KEEP_HISTORY,
        short=Text("Ältere E-Mails zur Hand", "Older mail at hand"),
        title=Text(
            "Brauchen Sie den ganzen Schriftverkehr zur Hand oder nur den neueren?",
            "Do you need the whole correspondence at hand, or only the recent part?",
        ),
        why=Text(
            "Wer oft in alten E-Mails sucht, braucht einen Ort, der alle Jahre fasst.",
            "People who often search old mail need a place that holds all the years.",
        ),
        moves=Text(
            "«Alles» gibt Wegen mehr Gewicht, bei denen die ganze Post durchsuchbar bleibt.",
            "“All of it” gives weight to ways that keep all mail searchable.",
        ),
        options=(
            Option("all", Text("alles über die Jahre", "all of it, over the years")),
            Option("recent", Text("der neuere Teil genügt", "the recent part is enough")),
        ),
    ),
    Wording(
        key=Key.KEEP_COPY_ON_SERVER,
        short=Text("Kopie beim Anbieter nach dem Abholen", "Copy at the provider after fetching"),
        title=Text(
            "Soll beim Anbieter eine Kopie bleiben, wenn ein Computer die Post geholt hat?",
            "Should a copy stay at the provider when a computer has fetched the mail?",
        ),
        why=Text(
            "Bleibt eine Kopie, ist die Post nach einem Defekt des Computers nicht weg.",
            "If a copy stays, the mail is not gone when the computer breaks.",
        ),
        moves=Text(
            "Ein Ja spricht für Wege, bei denen Post beim Anbieter bleibt; ein Nein lässt auch andere zu.",
            "A yes speaks for ways that leave mail at the provider; a no allows others as well.",
        ),
        options=(Option("yes", YES), Option("no", NO)),
    ),
    Wording(
        key=Key.PROVIDER_STAY,
        short=Text("Wie lange E-Mails beim Anbieter liegen dürfen", "How long mail may stay with the provider"),
        title=Text(
            "Wie lange dürfen E-Mails beim Anbieter liegen?",
            "How long may mail stay with the provider?",
        ),
        why=Text(
            "Manche Firmen müssen oder wollen Post rasch vom Anbieter wegholen, etwa wegen einer Schweigepflicht.",
            "Some companies must or want to take mail away from the provider soon, for example for confidentiality.",
        ),
        moves=Text(
            "Eine kurze Frist spricht dafür, die Post abzuholen. Das geht nur mit guter Sicherung im Haus.",
            "A short time speaks for fetching the mail. That needs a good backup in the house.",
        ),
        options=(
            Option("no_limit", Text("unbegrenzt", "without limit")),
            Option("some_weeks", Text("einige Wochen", "some weeks")),
            Option("as_short_as_possible", Text("so kurz wie möglich", "as short as possible")),
        ),
    ),
)
