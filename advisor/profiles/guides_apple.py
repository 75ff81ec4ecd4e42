"""Steps for iPhone, iPad and Mac, with the profile or by hand."""

from advisor.profiles.account import IMAP_FORMS, POP3_FORMS, Form
from advisor.profiles.guides import GuideCode, GuideText, Step, StepKind
from advisor.text import Text

_WARNING = Step(
    Text(
        "Erscheint eine Zertifikatswarnung, brechen Sie ab und fragen Sie nach.",
        "If a certificate warning appears, stop and ask for help.",
    )
)

IPHONE = GuideText(
    GuideCode.IPHONE,
    Text("iPhone und iPad", "iPhone and iPad"),
    (
        Step(
            Text(
                "Mit dem Profil: Öffnen Sie die Datei «mailweiche.mobileconfig» auf dem Gerät.",
                "With the profile: open the file “mailweiche.mobileconfig” on the device.",
            ),
            kind=StepKind.OPEN_FILE,
        ),
        Step(
            Text(
                "Gehen Sie danach in die «Einstellungen» zu «Profil geladen» und tippen Sie auf «Installieren».",
                "Then go to “Settings”, “Profile Downloaded” and tap “Install”.",
            ),
            kind=StepKind.WITH_FILE,
        ),
        Step(
            Text(
                "Zeigt das Gerät «Nicht signiert», ist das zu erwarten. Prüfen Sie den Namen Ihrer Firma; er muss im "
                "Profil stehen. Gefragt wird zuerst vielleicht der Code, mit dem Sie das Gerät entsperren, danach das "
                "Passwort des Postfachs.",
                "If the device shows “Not Signed”, this is to be expected. Check the name of your company; it must be "
                "in the profile. The device may first ask for the code that unlocks it, then for the password of the "
                "mailbox.",
            ),
            kind=StepKind.WITH_FILE,
        ),
        Step(
            Text(
                "Ohne Profil: «Einstellungen», «Apps», «Mail», «Accounts» (ältere Geräte: «Einstellungen», «Mail», "
                "«Accounts»), «Account hinzufügen», «Andere», «E-Mail-Account hinzufügen». Adresse: {address}.",
                "Without the profile: “Settings”, “Apps”, “Mail”, “Accounts” (older devices: “Settings”, “Mail”, "
                "“Accounts”), “Add Account”, “Other”, “Add Mail Account”. Address: {address}.",
            ),
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Wählen Sie oben «IMAP». Eingang: {incoming_host}. Ausgang: {outgoing_host}. Tragen Sie bei "
                "beiden das Passwort ein und als Benutzernamen: {username}.",
                "Choose “IMAP” at the top. Incoming: {incoming_host}. Outgoing: {outgoing_host}. For both, enter the "
                "password and as user name: {username}.",
            ),
            IMAP_FORMS,
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Wählen Sie oben «POP». Eingang: {incoming_host}. Ausgang: {outgoing_host}. Tragen Sie bei "
                "beiden das Passwort ein und als Benutzernamen: {username}.",
                "Choose “POP” at the top. Incoming: {incoming_host}. Outgoing: {outgoing_host}. For both, enter the "
                "password and as user name: {username}.",
            ),
            POP3_FORMS,
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Prüfen Sie unter «Erweitert»: SSL eingeschaltet, Port {incoming_port}. Beim Server für ausgehende "
                "Mails: SSL eingeschaltet, Port {outgoing_port}.",
                "Check under “Advanced”: SSL on, port {incoming_port}. For the outgoing server: SSL on, port "
                "{outgoing_port}.",
            ),
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Das Handy hält nur neuere Mails. Die vollständige Kopie gehört auf einen Computer.",
                "The phone holds recent mail only. The full copy belongs on a computer.",
            ),
            frozenset({Form.IMAP_ARCHIVE}),
        ),
        Step(
            Text(
                "Wählen Sie unter «Erweitert» beim Löschen vom Server die Frist, die am nächsten über {days} Tagen "
                "liegt, sonst «Nie».",
                "Under “Advanced”, for the removal from the server, choose the next period above {days} days, else "
                "“Never”.",
            ),
            frozenset({Form.POP3_KEEP_DAYS}),
        ),
        Step(
            Text(
                "Wählen Sie unter «Erweitert» beim Löschen vom Server «Nie».",
                "Under “Advanced”, for the removal from the server, choose “Never”.",
            ),
            frozenset({Form.POP3_KEEP_FOREVER, Form.POP3_DELETE}),
        ),
        _WARNING,
    ),
    Text(
        "Wer das Profil entfernt, entfernt das Konto und alle Mails, die nur auf dem Gerät liegen.",
        "Removing the profile removes the account and all mail that exists on the device only.",
    ),
)

MAC = GuideText(
    GuideCode.MAC,
    Text("Apple Mail (Mac)", "Apple Mail (Mac)"),
    (
        Step(
            Text(
                "Mit dem Profil: Doppelklicken Sie auf «mailweiche.mobileconfig».",
                "With the profile: double-click “mailweiche.mobileconfig”.",
            ),
            kind=StepKind.OPEN_FILE,
        ),
        Step(
            Text(
                "Öffnen Sie danach in den «Systemeinstellungen» die «Profile» und klicken Sie auf «Installieren». "
                "«Nicht signiert» darf dort stehen.",
                "Then open “Profiles” in “System Settings” and click “Install”. “Not Signed” may be shown there.",
            ),
            kind=StepKind.WITH_FILE,
        ),
        Step(
            Text(
                "Ohne Profil: In Mail «Mail», «Account hinzufügen», «Anderer Mail-Account». Adresse: {address}. "
                "Accounttyp: IMAP.",
                "Without the profile: in Mail “Mail”, “Add Account”, “Other Mail Account”. Address: {address}. "
                "Account type: IMAP.",
            ),
            IMAP_FORMS,
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Ohne Profil: In Mail «Mail», «Account hinzufügen», «Anderer Mail-Account». Adresse: {address}. "
                "Accounttyp: POP.",
                "Without the profile: in Mail “Mail”, “Add Account”, “Other Mail Account”. Address: {address}. "
                "Account type: POP.",
            ),
            POP3_FORMS,
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Eingang: {incoming_host}, Port {incoming_port}, TLS. Ausgang: {outgoing_host}, Port {outgoing_port}, "
                "TLS. Benutzername: {username}.",
                "Incoming: {incoming_host}, port {incoming_port}, TLS. Outgoing: {outgoing_host}, port "
                "{outgoing_port}, TLS. User name: {username}.",
            ),
            kind=StepKind.BY_HAND,
        ),
        Step(
            Text(
                "Für die vollständige Kopie: «Mail», «Einstellungen», «Accounts», «Account-Informationen», «Anhänge "
                "laden: Alle». Sichern Sie den Mac, zum Beispiel mit Time Machine.",
                "For the full copy: “Mail”, “Settings”, “Accounts”, “Account Information”, “Download Attachments: "
                "All”. Back up the Mac, for example with Time Machine.",
            ),
            frozenset({Form.IMAP_ARCHIVE}),
        ),
        Step(
            Text(
                "Wählen Sie unter «Account-Informationen» beim Entfernen vom Server die Frist, die am nächsten über "
                "{days} Tagen liegt. Gibt es keine, entfernen Sie den Haken.",
                "Under “Account Information”, for the removal from the server, choose the next period above {days} "
                "days. If there is none, untick the box.",
            ),
            frozenset({Form.POP3_KEEP_DAYS}),
        ),
        Step(
            Text(
                "Entfernen Sie unter «Account-Informationen» den Haken beim Entfernen vom Server, bevor die ersten "
                "Mails geladen werden.",
                "Under “Account Information”, untick the removal from the server before the first mail is fetched.",
            ),
            frozenset({Form.POP3_KEEP_FOREVER}),
        ),
        Step(
            Text(
                "Setzen Sie unter «Account-Informationen» den Haken beim Entfernen vom Server, und wählen Sie "
                "«Sofort», sobald die Sicherung dieses Computers geprüft ist.",
                "Under “Account Information”, tick the removal from the server and choose “Right away” once the "
                "backup of this computer is tested.",
            ),
            frozenset({Form.POP3_DELETE}),
        ),
        _WARNING,
    ),
    Text(
        "Wer das Profil entfernt, entfernt das Konto und alle Mails, die nur auf dem Gerät liegen.",
        "Removing the profile removes the account and all mail that exists on the device only.",
    ),
)
