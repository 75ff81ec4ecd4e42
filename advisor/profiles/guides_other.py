"""Steps for Thunderbird on computers, for Android, for the browser and for any other program."""

from dataclasses import replace

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Form
from advisor.profiles.guides import GuideCode, GuideText, Step, StepKind
from advisor.text import Text

FINISH = Step(
    Text(
        "Tippen Sie das Passwort ein und schliessen Sie ab. Erscheint eine Zertifikatswarnung, brechen Sie ab und "
        "fragen Sie nach.",
        "Type the password and finish. If a certificate warning appears, stop and ask for help.",
    )
)
_VALUES = Step(
    Text(
        "Eingang: {incoming_host}, Port {incoming_port}, {incoming_security}. Ausgang: {outgoing_host}, Port "
        "{outgoing_port}, {outgoing_security}. Benutzername: {username}.",
        "Incoming: {incoming_host}, port {incoming_port}, {incoming_security}. Outgoing: {outgoing_host}, port "
        "{outgoing_port}, {outgoing_security}. User name: {username}.",
    )
)

THUNDERBIRD = GuideText(
    GuideCode.THUNDERBIRD,
    Text("Thunderbird (Windows, Mac, Linux)", "Thunderbird (Windows, Mac, Linux)"),
    (
        Step(
            Text(
                "Öffnen Sie das Menü (≡), «Neues Konto», «E-Mail». Tragen Sie Ihren Namen und {address} ein.",
                "Open the menu (≡), “New Account”, “Email”. Enter your name and {address}.",
            )
        ),
        Step(
            Text(
                "Klicken Sie auf «Manuell einrichten» und wählen Sie «IMAP».",
                "Click “Configure manually” and choose “IMAP”.",
            ),
            IMAP_FORMS,
        ),
        Step(
            Text(
                "Klicken Sie auf «Manuell einrichten» und wählen Sie «POP3».",
                "Click “Configure manually” and choose “POP3”.",
            ),
            POP3_FORMS,
        ),
        _VALUES,
        FINISH,
        Step(
            Text(
                "Öffnen Sie «Konten-Einstellungen», «Synchronisation & Speicherplatz». Setzen Sie den Haken bei "
                "«Nachrichten in allen Ordnern für dieses Konto auf diesem Computer bereithalten», und wählen Sie "
                "«Alle Nachrichten unabhängig vom Alter synchronisieren».",
                "Open “Account Settings”, “Synchronisation & Storage”. Tick “Keep messages in all folders for this "
                "account on this computer” and choose “Synchronise all messages locally regardless of age”.",
            ),
            frozenset({Form.IMAP_ARCHIVE}),
        ),
        Step(
            Text(
                "Öffnen Sie «Konten-Einstellungen», «Server-Einstellungen». Setzen Sie die Haken bei «Nachrichten auf "
                "dem Server belassen» und «Für höchstens {days} Tage». Entfernen Sie den Haken bei «Bis ich sie "
                "lösche».",
                "Open “Account Settings”, “Server Settings”. Tick “Leave messages on server” and “For at most {days} "
                "days”. Untick “Until I delete them”.",
            ),
            frozenset({Form.POP3_KEEP_DAYS}),
        ),
        Step(
            Text(
                "Öffnen Sie «Konten-Einstellungen», «Server-Einstellungen». Setzen Sie den Haken bei «Nachrichten auf "
                "dem Server belassen». Entfernen Sie die zwei Haken darunter.",
                "Open “Account Settings”, “Server Settings”. Tick “Leave messages on server”. Untick the two boxes "
                "below.",
            ),
            frozenset({Form.POP3_KEEP_FOREVER}),
        ),
        Step(
            Text(
                "Öffnen Sie «Konten-Einstellungen», «Server-Einstellungen». Entfernen Sie den Haken bei «Nachrichten "
                "auf dem Server belassen», sobald die Sicherung dieses Computers geprüft ist.",
                "Open “Account Settings”, “Server Settings”. Untick “Leave messages on server” once the backup of "
                "this computer is tested.",
            ),
            frozenset({Form.POP3_DELETE}),
        ),
    ),
)

ANDROID = GuideText(
    GuideCode.ANDROID,
    Text("Android (Thunderbird für Android)", "Android (Thunderbird for Android)"),
    (
        Step(
            Text(
                "Installieren Sie «Thunderbird» aus dem Play Store. Wählen Sie «Neues Konto» und tippen Sie {address} "
                "ein.",
                "Install “Thunderbird” from the Play Store. Choose “New account” and type {address}.",
            ),
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Wählen Sie «Manuell einrichten» und als Protokoll «IMAP».",
                "Choose “Manual setup” and “IMAP” as protocol.",
            ),
            IMAP_FORMS,
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Wählen Sie «Manuell einrichten» und als Protokoll «POP3». Die App löscht beim Abholen nie auf dem "
                "Server.",
                "Choose “Manual setup” and “POP3” as protocol. The app never deletes on the server when fetching.",
            ),
            POP3_FORMS,
            kind=StepKind.BY_HAND,
        ),
        replace(_VALUES, kind=StepKind.BY_HAND),
        FINISH,
        Step(
            Text(
                "Das Handy hält nur neuere Mails. Die vollständige Kopie gehört auf einen Computer.",
                "The phone holds recent mail only. The full copy belongs on a computer.",
            ),
            frozenset({Form.IMAP_ARCHIVE}),
        ),
        Step(
            Text(
                "Stellen Sie in den Einstellungen des Kontos ein, dass beim Löschen einer Nachricht auf dem Server "
                "nichts gelöscht wird.",
                "In the settings of the account choose that deleting a message deletes nothing on the server.",
            ),
            frozenset({Form.POP3_KEEP_DAYS, Form.POP3_KEEP_FOREVER}),
        ),
    ),
)

BROWSER = GuideText(
    GuideCode.BROWSER,
    Text("Im Browser (Webmail)", "In the browser (webmail)"),
    (
        Step(
            Text(
                "Im Browser gibt es nichts einzurichten. Öffnen Sie die Webmail-Seite Ihres Anbieters und melden Sie "
                "sich mit {username} an.",
                "In the browser there is nothing to set up. Open the webmail page of your provider and sign in with "
                "{username}.",
            )
        ),
        Step(
            Text(
                "Sie sehen dort nur Mails, die noch auf dem Server liegen. Was der Computer abgeholt und gelöscht "
                "hat, fehlt.",
                "You only see mail there that is still on the server. What the computer fetched and deleted is "
                "missing.",
            ),
            POP3_FORMS,
        ),
    ),
)

PROVIDER_SIGN_IN = GuideText(
    GuideCode.PROVIDER_SIGN_IN,
    Text("Anmelden beim Anbieter", "Signing in with the provider"),
    (
        Step(
            Text(
                "Fügen Sie im Mailprogramm ein neues Konto für {address} hinzu. Wählen Sie den Namen Ihres Anbieters, "
                "falls das Programm ihn anbietet.",
                "In the mail program add a new account for {address}. Choose the name of your provider if the program "
                "offers it.",
            )
        ),
        Step(
            Text(
                "Das Programm öffnet die Seite des Anbieters. Prüfen Sie ihre Adresse und melden Sie sich dort an.",
                "The program opens the page of the provider. Check its address and sign in there.",
            )
        ),
        Step(
            Text(
                "Fragt das Programm selbst nach dem Passwort, brechen Sie ab: Es unterstützt diese Anmeldung nicht.",
                "If the program itself asks for the password, stop: it does not support this sign-in.",
            )
        ),
    ),
)

HOW_KEPT = (
    Step(
        Text(
            "Stellen Sie ein, dass alle Mails vollständig auf dem Computer bleiben, auch die Anhänge.",
            "Set that all mail stays on the computer in full, attachments included.",
        ),
        frozenset({Form.IMAP_ARCHIVE}),
    ),
    Step(
        Text(
            "Stellen Sie ein: Kopie auf dem Server belassen, nach {days} Tagen löschen.",
            "Set: leave a copy on the server, delete it after {days} days.",
        ),
        frozenset({Form.POP3_KEEP_DAYS}),
    ),
    Step(
        Text(
            "Stellen Sie ein: Kopie auf dem Server belassen, nie löschen.",
            "Set: leave a copy on the server, never delete it.",
        ),
        frozenset({Form.POP3_KEEP_FOREVER}),
    ),
    Step(
        Text(
            "Stellen Sie ein: Kopie auf dem Server lassen; löschen erst nach geprüfter Sicherung.",
            "Set: leave a copy on the server; delete after fetching only once the backup of this computer is tested.",
        ),
        frozenset({Form.POP3_DELETE}),
    ),
)
"""What to set for each way of reading, in any program."""

OTHER = GuideText(
    GuideCode.OTHER,
    Text("Anderes Programm", "Another program"),
    (
        Step(
            Text(
                "Legen Sie ein neues Konto für {address} an und wählen Sie «IMAP».",
                "Create a new account for {address} and choose “IMAP”.",
            ),
            IMAP_FORMS,
        ),
        Step(
            Text(
                "Legen Sie ein neues Konto für {address} an und wählen Sie «POP3».",
                "Create a new account for {address} and choose “POP3”.",
            ),
            POP3_FORMS,
        ),
        _VALUES,
        *HOW_KEPT,
        FINISH,
    ),
)
