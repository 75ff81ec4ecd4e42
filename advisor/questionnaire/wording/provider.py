"""Questions about what the mail provider offers and allows."""

from advisor.questionnaire.schema import Key
from advisor.questionnaire.wording.values import NO, YES, Option, Wording
from advisor.text import Text

WORDINGS = (
    Wording(
        key=Key.PROVIDER_BACKUP,
        short=Text("Anbieter kann Gelöschtes zurückholen", "Provider can restore deleted mail"),
        title=Text(
            "Kann Ihr Anbieter gelöschte E-Mails zurückholen?",
            "Can your provider restore deleted mail?",
        ),
        why=Text(
            "Was beim Anbieter gelöscht wird, verschwindet auf allen Geräten. Nicht jeder Anbieter sichert die Post.",
            "What is deleted at the provider vanishes on all devices. Not every provider backs mail up.",
        ),
        moves=Text(
            "Ein Nein gibt einer eigenen Sicherung mehr Gewicht.",
            "A no gives weight to a backup of your own.",
        ),
        check=Text(
            "Suchen Sie auf der Hilfeseite des Anbieters nach «E-Mail wiederherstellen», oder fragen Sie: «Wie viele "
            "Tage zurück können Sie ein Postfach wiederherstellen?»",
            "Search the provider’s help for “restore mail”, or ask: “How many days back can you restore a mailbox?”",
        ),
        options=(Option("yes", YES), Option("no", NO)),
    ),
    Wording(
        key=Key.SERVER_OFFERS,
        short=Text("Was der Anbieter anbietet", "What the provider offers"),
        title=Text(
            "Auf welche Arten lässt Ihr Anbieter Sie an die Post?",
            "In which ways does your provider let you get at the mail?",
        ),
        hint=Text(
            "Diese Frage entfällt, wenn wir Ihren Anbieter selbst prüfen.",
            "This question drops out if we check your provider ourselves.",
        ),
        why=Text(
            "Was der Anbieter nicht anbietet, können wir nicht empfehlen.",
            "What the provider does not offer cannot be recommended.",
        ),
        moves=Text(
            "Die Antwort schliesst Wege aus, die der Anbieter nicht anbietet.",
            "The answer rules out ways that the provider does not offer.",
        ),
        check=Text(
            "Fragen Sie den Anbieter: «Können wir die Post mit unseren Programmen bei Ihnen lesen, herunterladen oder "
            "beides?»",
            "Ask the provider: “Can our programs read mail at your place, download it, or both?”",
        ),
        options=(
            Option("both", Text("beim Anbieter lesen und herunterladen", "reading at the provider and downloading")),
            Option("pop3_only", Text("nur herunterladen", "only downloading")),
            Option("imap_only", Text("nur beim Anbieter lesen", "only reading at the provider")),
        ),
    ),
    Wording(
        key=Key.PROVIDER_MIXING,
        short=Text("Beide Arten am selben Postfach", "Both ways on one mailbox"),
        title=Text(
            "Darf man dasselbe Postfach beim Anbieter lesen und zugleich herunterladen?",
            "May one mailbox be read at the provider and downloaded as well?",
        ),
        why=Text(
            "Manche Anbieter raten davon ab, weil Postfächer dabei gesperrt werden oder E-Mails doppelt erscheinen.",
            "Some providers advise against it, because mailboxes get locked or mail shows up twice.",
        ),
        moves=Text(
            "Rät der Anbieter ab, raten auch wir von einem zusätzlichen Computer ab, der Post herunterlädt.",
            "If the provider advises against it, so do we: no extra computer that downloads mail.",
        ),
        check=Text(
            "Fragen Sie den Anbieter: «Dürfen wir ein Postfach beim Anbieter lesen und zugleich mit einem Computer "
            "herunterladen, ohne zu löschen?»",
            "Ask the provider: “May we read a mailbox in place and also download it with one computer, deleting "
            "nothing?”",
        ),
        options=(
            Option("allowed", Text("ja, das ist erlaubt", "yes, it is allowed")),
            Option("discouraged", Text("nein, der Anbieter rät davon ab", "no, the provider advises against it")),
        ),
    ),
    Wording(
        key=Key.SERVER_LOAD,
        short=Text("Eigener Mailserver", "Mail server of your own"),
        title=Text(
            "Betreiben Sie einen eigenen Mailserver?",
            "Do you run a mail server of your own?",
        ),
        why=Text(
            "Ständige Verbindungen vieler Geräte belasten einen kleinen Server.",
            "Standing connections of many devices are a load on a small server.",
        ),
        moves=Text(
            "Nur eine echte Überlastung zählt: Sie spricht für Wege, die den Server wenig beschäftigen.",
            "Only a real overload counts: it speaks for ways that keep the server less busy.",
        ),
        options=(
            Option("concern", Text("ja, und er kommt an seine Grenzen", "yes, and it reaches its limits")),
            Option("fine", Text("ja, und er hat genug Reserven", "yes, and it has room to spare")),
            Option("not_ours", Text("nein, die Post liegt bei einem Anbieter", "no, the mail is with a provider")),
        ),
    ),
    Wording(
        key=Key.SECOND_FACTOR,
        short=Text("Zweiter Schritt beim Anmelden", "Second step when signing in"),
        title=Text(
            "Brauchen Sie beim Anmelden einen zweiten Schritt, etwa einen Code oder eine App?",
            "Do you need a second step to sign in, such as a code or an app?",
        ),
        why=Text(
            "Mit einem zweiten Schritt nehmen Mailprogramme oft nicht das normale Passwort an.",
            "With a second step, mail programs often do not take the normal password.",
        ),
        moves=Text(
            "Die Antwort ändert die Anleitung: Vielleicht braucht es ein eigenes Passwort je Programm.",
            "The answer changes the instructions: each program may need a password of its own.",
        ),
        check=Text(
            "Melden Sie sich im Browser beim Anbieter ab und wieder an: Fragt er nach dem Passwort noch etwas?",
            "Sign out and in again at the provider in the browser: does it ask for something after the password?",
        ),
        options=(Option("yes", YES), Option("no", NO)),
    ),
    Wording(
        key=Key.GROUPWARE,
        short=Text("Kalender und Kontakte überall gleich", "Calendar and contacts the same everywhere"),
        title=Text(
            "Sollen Kalender und Kontakte überall gleich sein?",
            "Should calendar and contacts be the same everywhere?",
        ),
        why=Text(
            "Reine Mailverbindungen gleichen keine Kalender ab. Dafür braucht es die eigene Verbindung des Anbieters.",
            "Plain mail connections do not carry calendars. That needs the provider’s own connection.",
        ),
        moves=Text(
            "Ein «muss sein» führt zu einer anderen Lösung als einer reinen Mailverbindung.",
            "A “must” leads to another solution than a plain mail connection.",
        ),
        options=(
            Option("no", Text("nein, das braucht es nicht", "no, not needed")),
            Option("nice", Text("wäre schön", "nice to have")),
            Option("must", Text("ja, das muss sein", "yes, it is a must")),
        ),
    ),
)
