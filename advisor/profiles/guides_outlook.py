"""Steps for classic and new Outlook on Windows."""

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Form
from advisor.profiles.guides import GuideCode, GuideText, Step
from advisor.text import Text

OUTLOOK = GuideText(
    GuideCode.OUTLOOK,
    Text("Outlook (klassisch, Windows)", "Outlook (classic, Windows)"),
    (
        Step(
            Text(
                "Schliessen Sie Outlook. Öffnen Sie in Windows die «Systemsteuerung», dann «Mail (Microsoft "
                "Outlook)», «E-Mail-Konten» und «Neu».",
                "Close Outlook. In Windows open the “Control Panel”, then “Mail (Microsoft Outlook)”, “Email "
                "Accounts” and “New”.",
            )
        ),
        Step(
            Text(
                "Wählen Sie «Manuelle Konfiguration oder zusätzliche Servertypen», dann «POP oder IMAP».",
                "Choose “Manual setup or additional server types”, then “POP or IMAP”.",
            )
        ),
        Step(
            Text(
                "Tragen Sie Ihren Namen und {address} ein. Kontotyp: IMAP. Posteingangsserver: {incoming_host}. "
                "Postausgangsserver: {outgoing_host}. Benutzername: {username}.",
                "Enter your name and {address}. Account type: IMAP. Incoming mail server: {incoming_host}. Outgoing "
                "mail server: {outgoing_host}. User name: {username}.",
            ),
            IMAP_FORMS,
        ),
        Step(
            Text(
                "Tragen Sie Ihren Namen und {address} ein. Kontotyp: POP3. Posteingangsserver: {incoming_host}. "
                "Postausgangsserver: {outgoing_host}. Benutzername: {username}.",
                "Enter your name and {address}. Account type: POP3. Incoming mail server: {incoming_host}. Outgoing "
                "mail server: {outgoing_host}. User name: {username}.",
            ),
            POP3_FORMS,
        ),
        Step(
            Text(
                "Schieben Sie den Regler «E-Mail im Offlinemodus» ganz nach rechts auf «Alle». So hält der Computer "
                "eine vollständige Kopie.",
                "Move the slider “Mail to keep offline” all the way to “All”. The computer then holds a full copy.",
            ),
            frozenset({Form.IMAP_ARCHIVE}),
        ),
        Step(
            Text(
                "Öffnen Sie «Weitere Einstellungen», Register «Postausgangsserver». Setzen Sie den Haken bei «Der "
                "Postausgangsserver (SMTP) erfordert Authentifizierung».",
                "Open “More Settings”, tab “Outgoing Server”. Tick “My outgoing server (SMTP) requires "
                "authentication”.",
            )
        ),
        Step(
            Text(
                "Register «Erweitert»: Posteingang Port {incoming_port}, Verschlüsselung {incoming_security}. "
                "Postausgang Port {outgoing_port}, Verschlüsselung {outgoing_security}.",
                "Tab “Advanced”: incoming port {incoming_port}, encryption {incoming_security}. Outgoing port "
                "{outgoing_port}, encryption {outgoing_security}.",
            )
        ),
        Step(
            Text(
                "Setzen Sie den Haken bei «Kopie aller Nachrichten auf dem Server belassen» und bei «Vom Server nach "
                "{days} Tagen entfernen». Entfernen Sie den Haken beim Löschen aus «Gelöschte Elemente».",
                "Tick “Leave a copy of messages on the server” and “Remove from server after {days} days”. Untick the "
                "removal when deleted from “Deleted Items”.",
            ),
            frozenset({Form.POP3_KEEP_DAYS}),
        ),
        Step(
            Text(
                "Setzen Sie den Haken bei «Kopie aller Nachrichten auf dem Server belassen». Entfernen Sie die zwei "
                "Haken darunter: Vom Server wird nie etwas entfernt.",
                "Tick “Leave a copy of messages on the server”. Untick the two boxes below: nothing is ever removed "
                "from the server.",
            ),
            frozenset({Form.POP3_KEEP_FOREVER}),
        ),
        Step(
            Text(
                "Entfernen Sie den Haken bei «Kopie aller Nachrichten auf dem Server belassen», sobald die Sicherung "
                "dieses Computers geprüft ist.",
                "Untick “Leave a copy of messages on the server” once the backup of this computer is tested.",
            ),
            frozenset({Form.POP3_DELETE}),
        ),
        Step(
            Text(
                "Klicken Sie auf «OK» und «Weiter», und tippen Sie das Passwort ein. Erscheint eine "
                "Zertifikatswarnung, brechen Sie ab und fragen Sie nach.",
                "Click “OK” and “Next”, and type the password. If a certificate warning appears, stop and ask for "
                "help.",
            )
        ),
    ),
)

OUTLOOK_NEW = GuideText(
    GuideCode.OUTLOOK_NEW,
    Text("Outlook (neu, Windows)", "Outlook (new, Windows)"),
    (
        Step(
            Text(
                "Öffnen Sie «Einstellungen» (Zahnrad), «Konten», «E-Mail-Konten», «Konto hinzufügen».",
                "Open “Settings” (gear), “Accounts”, “Email accounts”, “Add account”.",
            )
        ),
        Step(
            Text(
                "Tippen Sie {address} ein. Wählen Sie als Anbieter «IMAP» und dann «Mehr anzeigen».",
                "Type {address}. Choose “IMAP” as provider and then “Show more”.",
            ),
            IMAP_FORMS,
        ),
        Step(
            Text(
                "Tippen Sie {address} ein. Wählen Sie als Anbieter «POP» und dann «Mehr anzeigen». Fehlt «POP», "
                "brechen Sie ab und nehmen Sie das klassische Outlook.",
                "Type {address}. Choose “POP” as provider and then “Show more”. If there is no “POP”, stop and use "
                "classic Outlook.",
            ),
            POP3_FORMS,
        ),
        Step(
            Text(
                "Eingang: {incoming_host}, Port {incoming_port}, {incoming_security}. Ausgang: {outgoing_host}, Port "
                "{outgoing_port}, {outgoing_security}. Benutzername: {username}.",
                "Incoming: {incoming_host}, port {incoming_port}, {incoming_security}. Outgoing: {outgoing_host}, "
                "port {outgoing_port}, {outgoing_security}. User name: {username}.",
            )
        ),
        Step(
            Text(
                "Auf eine vollständige Kopie im neuen Outlook ist je nach Version kein Verlass. Nehmen Sie für die "
                "Kopie das klassische Outlook oder Thunderbird.",
                "Depending on the version the new Outlook cannot be relied on for a full copy. For the copy use "
                "classic Outlook or Thunderbird.",
            ),
            frozenset({Form.IMAP_ARCHIVE}),
        ),
        Step(
            Text(
                "Suchen Sie in den Einstellungen des Kontos die Frist für Mails auf dem Server: {days} Tage. Gibt es "
                "sie nicht, nehmen Sie das klassische Outlook.",
                "Look in the settings of the account for the time that mail stays on the server: {days} days. If "
                "there is none, use classic Outlook.",
            ),
            frozenset({Form.POP3_KEEP_DAYS}),
        ),
        Step(
            Text(
                "Prüfen Sie in den Einstellungen des Kontos, dass eine Kopie auf dem Server bleibt. Lässt sich das "
                "nicht einstellen, nehmen Sie das klassische Outlook.",
                "Check in the settings of the account that a copy stays on the server. If this cannot be set, use "
                "classic Outlook.",
            ),
            frozenset({Form.POP3_KEEP_FOREVER}),
        ),
        Step(
            Text(
                "Tippen Sie das Passwort ein und schliessen Sie ab. Erscheint eine Zertifikatswarnung, brechen Sie ab "
                "und fragen Sie nach.",
                "Type the password and finish. If a certificate warning appears, stop and ask for help.",
            )
        ),
    ),
    Text(
        "Das neue Outlook speichert Zugangsdaten und Mails anderer Anbieter auch bei Microsoft. Fragen Sie zuerst, ob "
        "Ihre Firma das erlaubt.",
        "The new Outlook also stores sign-in data and mail of other providers at Microsoft. First ask whether your "
        "company allows this.",
    ),
)
