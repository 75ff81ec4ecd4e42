"""The abilities of IMAP that count for the choice, after the IANA registry of capabilities and the RFCs named there."""

from advisor.report.texts.capabilities.values import Meaning, Weight
from advisor.text import Text

_HIGH, _MEDIUM = Weight.HIGH, Weight.MEDIUM

IMAP: dict[str, Meaning] = {
    "AUTH=": Meaning(
        Text("Wege, sich anzumelden", "Ways to sign in"),
        _HIGH,
        Text(
            "Entscheidet oft, welche Programme überhaupt hineinkommen.",
            "Often decides which programs get in at all.",
        ),
        Text(
            "Es bleibt höchstens die einfache Anmeldung mit Passwort.",
            "At most the plain sign-in with a password is left.",
        ),
        early=True,
    ),
    "STARTTLS": Meaning(
        Text("Schaltet die Verschlüsselung nachträglich ein", "Switches encryption on afterwards"),
        _HIGH,
        Text(
            "Zweite Wahl nach dem Anschluss, der von Anfang an verschlüsselt.",
            "Second choice after the port that is encrypted from the start.",
        ),
        Text(
            "Geben Sie auf diesem Anschluss kein Passwort ein.",
            "Do not enter a password on this port.",
        ),
        early=True,
    ),
    "IDLE": Meaning(
        Text("Neue Post erscheint sofort", "New mail appears at once"),
        _HIGH,
        Text(
            "Wichtig, wenn Post nicht warten darf, und für Handys.",
            "Important where mail must not wait, and for phones.",
        ),
        Text(
            "Programme fragen dann nur alle paar Minuten nach.",
            "Programs then only ask every few minutes.",
        ),
    ),
    "SPECIAL-USE": Meaning(
        Text(
            "Gesendet, Entwürfe und Papierkorb ordnen sich von selbst zu",
            "Sent, drafts and trash find their places by themselves",
        ),
        _HIGH,
        Text(
            "Alle Geräte benützen dieselben Ordner. Das erspart viele Fragen.",
            "All devices use the same folders. That saves many questions.",
        ),
        Text(
            "Diese Ordner stellt man in jedem Programm von Hand ein.",
            "These folders are set by hand in each program.",
        ),
    ),
    "QUOTA": Meaning(
        Text("Zeigt, wie voll ein Postfach ist", "Shows how full a mailbox is"),
        _HIGH,
        Text(
            "Mit IMAP bleibt alles auf dem Server. Ist das Postfach voll, kommt keine Post mehr an.",
            "With IMAP everything stays on the server. Once the mailbox is full, no mail arrives.",
        ),
        Text(
            "Wie voll es ist, zeigt dann nur die Seite des Anbieters.",
            "How full it is, only the provider’s page then shows.",
        ),
    ),
    "NAMESPACE": Meaning(
        Text("Kann gemeinsame Ordner zeigen", "Can show shared folders"),
        _HIGH,
        Text(
            "Wichtig, wenn mehrere dieselbe Post lesen. Ob es solche Ordner gibt, zeigt erst die Anmeldung.",
            "Important where several people read the same mail. Whether there are such folders shows after sign-in.",
        ),
        Text(
            "Gemeinsame Ordner finden die Programme nicht von selbst.",
            "Programs do not find shared folders by themselves.",
        ),
    ),
    "ACL": Meaning(
        Text("Ordner lassen sich für andere freigeben", "Folders can be opened to others"),
        _HIGH,
        Text(
            "Wichtig für Stellvertretung und Adressen, die mehrere lesen.",
            "Important for stand-ins and for addresses that several people read.",
        ),
        Text(
            "Freigaben kann dann höchstens der Anbieter einrichten.",
            "At most the provider can then set up access for others.",
        ),
    ),
    "CONDSTORE": Meaning(
        Text("Gleicht nach einer Pause rasch ab", "Catches up quickly after a pause"),
        _MEDIUM,
        Text(
            "Spürbar bei grossen Postfächern (ab 50 000 Nachrichten) und auf langsamen Leitungen.",
            "Felt with large mailboxes (from 50,000 messages) and on slow lines.",
        ),
        Text(
            "Nach jeder Pause prüft das Programm den ganzen Ordner.",
            "After each pause the program checks the whole folder.",
        ),
    ),
    "QRESYNC": Meaning(
        Text("Gleicht auch Gelöschtes in einem Zug ab", "Catches up on deletions too, in one go"),
        _MEDIUM,
        Text(
            "Spürbar, wenn viele Geräte in ein grosses Postfach schauen.",
            "Felt where many devices look into a large mailbox.",
        ),
        Text(
            "Was anderswo gelöscht wurde, sucht das Programm einzeln.",
            "The program looks for deletions made elsewhere one by one.",
        ),
    ),
    "UIDPLUS": Meaning(
        Text("Löscht genau die gemeinte Nachricht", "Deletes exactly the message that is meant"),
        _MEDIUM,
        Text(
            "Zählt, wenn mehrere Geräte oder Personen im selben Ordner aufräumen.",
            "Counts where several devices or people tidy up the same folder.",
        ),
        Text(
            "Beim Löschen verschwindet auch, was andere vorgemerkt haben.",
            "Deleting also removes what others have marked.",
        ),
    ),
    "MOVE": Meaning(
        Text("Verschiebt Nachrichten in einem Schritt", "Moves messages in one step"),
        _MEDIUM,
        Text(
            "Bricht die Leitung ab, ist keine Nachricht doppelt oder weg.",
            "If the line breaks, no message is doubled or gone.",
        ),
        Text(
            "Programme kopieren und löschen. Bricht das ab, ist die Nachricht doppelt.",
            "Programs copy and delete. If that breaks off, the message is there twice.",
        ),
    ),
    "LIST-STATUS": Meaning(
        Text("Nennt alle Ordner samt Zahlen auf einmal", "Tells all folders with their figures at once"),
        _MEDIUM,
        Text("Spart Wartezeit auf langen Leitungen.", "Saves waiting on long lines."),
        Text("Das Programm fragt Ordner um Ordner.", "The program asks folder by folder."),
    ),
    "LIST-EXTENDED": Meaning(
        Text("Nennt nur die Ordner, die man braucht", "Tells only the folders that are needed"),
        _MEDIUM,
        Text("Spart Wartezeit bei vielen Ordnern.", "Saves waiting where there are many folders."),
        Text("Die Ordnerliste kommt in mehreren Schritten.", "The list of folders comes in several steps."),
    ),
    "ESEARCH": Meaning(
        Text("Antwortet auf Suchen kurz und knapp", "Answers searches briefly"),
        _MEDIUM,
        Text("Spart Wartezeit in grossen Ordnern.", "Saves waiting in large folders."),
        Text("Suchen in grossen Ordnern dauern länger.", "Searches in large folders take longer."),
    ),
    "STATUS=SIZE": Meaning(
        Text("Nennt die Grösse jedes Ordners", "Tells the size of each folder"),
        _MEDIUM,
        Text(
            "Zeigt vor einem Umzug rasch, wie viel zu kopieren ist.",
            "Shows quickly before a move how much there is to copy.",
        ),
        Text("Grössen werden Nachricht um Nachricht gezählt.", "Sizes are counted message by message."),
    ),
    "LITERAL+": Meaning(
        Text("Nimmt Nachrichten ohne Rückfrage entgegen", "Takes messages without asking back"),
        _MEDIUM,
        Text("Beschleunigt den Umzug alter Post.", "Speeds up the move of old mail."),
        Text("Der Umzug alter Post dauert länger.", "The move of old mail takes longer."),
    ),
    "APPENDLIMIT": Meaning(
        Text("Nennt die grösste Nachricht, die er aufnimmt", "Tells the largest message that it takes"),
        _MEDIUM,
        Text(
            "Zählt beim Umzug: Grössere Nachrichten bleiben sonst liegen.",
            "Counts in a move: larger messages are otherwise left behind.",
        ),
        Text(
            "Fragen Sie vor einem Umzug den Anbieter nach der Grenze.",
            "Ask the provider about the limit before a move.",
        ),
    ),
    "LOGINDISABLED": Meaning(
        Text("Nimmt die einfache Anmeldung nicht an", "Does not take the plain sign-in"),
        _MEDIUM,
        Text(
            "Alte Programme, die nur diese Anmeldung kennen, kommen nicht hinein.",
            "Old programs that know only this sign-in do not get in.",
        ),
        early=True,
        limits=True,
        before=Text(
            "Gutes Zeichen: Ohne Verschlüsselung nimmt er kein Passwort an.",
            "A good sign: without encryption it takes no password.",
        ),
    ),
    "UTF8=ONLY": Meaning(
        Text("Verlangt Programme, die alle Schriften können", "Demands programs that know all scripts"),
        _MEDIUM,
        Text("Ältere Programme bleiben draussen.", "Older programs stay outside."),
        limits=True,
    ),
    "X-GM-EXT-1": Meaning(
        Text("Etiketten statt Ordner (Gmail)", "Labels instead of folders (Gmail)"),
        _MEDIUM,
        Text(
            "Eine Nachricht kann in mehreren Ordnern stehen. Beim Umzug wird sie leicht doppelt kopiert.",
            "A message can stand in several folders. In a move it is easily copied twice.",
        ),
        limits=True,
    ),
}
