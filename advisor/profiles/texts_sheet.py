"""The words of the sheet and the READMEs."""

from advisor.settings.codes import ReadingProtocol
from advisor.text import Text
from probes.codes import Authentication, Security

TITLE = Text("Ihr E-Mail-Konto einrichten", "Set up your email account")
COMPANY_TITLE = Text("E-Mail einrichten", "Set up email")
FIRST = Text("Zuerst lesen", "Read this first")
SERVERS = Text("Einstellungen", "Settings")
PASSWORD = Text("Das Passwort", "The password")
STEPS = Text("Schritt für Schritt", "Step by step")
SENT = Text("Prüfen: Kommt Gesendetes an?", "Check: does sent mail arrive?")
LIMITS = Text("Was dieses Blatt nicht kann", "What this sheet cannot do")
HELP = Text("Wenn etwas nicht geht", "If something does not work")

INCOMING = {
    ReadingProtocol.IMAP: Text("Empfangen (IMAP)", "Receiving (IMAP)"),
    ReadingProtocol.POP3: Text("Empfangen (POP3)", "Receiving (POP3)"),
}
OUTGOING = Text("Senden (SMTP)", "Sending (SMTP)")
SERVER = Text("Server", "Server")
PORT = Text("Port", "Port")
SECURITY = Text("Verschlüsselung", "Encryption")
USERNAME = Text("Benutzername", "User name")
AUTHENTICATION = Text("Anmeldung", "Sign-in")
ADDRESS = Text("E-Mail-Adresse", "Email address")

PROVEN = Text("geprüft am {date}", "checked on {date}")
NOT_CHECKED = Text("nicht geprüft", "not checked")
MISSING = Text("nicht bekannt", "not known")
CONFIRM = Text("Name noch nicht bestätigt", "name not confirmed yet")

YOUR_ADDRESS = Text("Ihre E-Mail-Adresse", "your email address")
YOUR_FULL_ADDRESS = Text("Ihre vollständige E-Mail-Adresse", "your full email address")
YOUR_LOCAL_PART = Text("der Teil Ihrer Adresse vor dem @", "the part of your address before the @")
FROM_PROVIDER = Text("den Namen nennt der Anbieter", "the provider tells you the name")

TWO_USERNAMES = Text("{incoming} (Empfangen), {outgoing} (Senden)", "{incoming} (receiving), {outgoing} (sending)")

SECURITY_NAMES: dict[Security, Text] = {
    Security.TLS: Text("SSL/TLS", "SSL/TLS"),
    Security.STARTTLS: Text("STARTTLS", "STARTTLS"),
}
PLAIN_PASSWORD = Text("Passwort, normal", "Normal password")
AUTHENTICATION_NAMES: dict[Authentication, Text] = {
    Authentication.PASSWORD_CLEARTEXT: PLAIN_PASSWORD,
    Authentication.PASSWORD_ENCRYPTED: Text("Verschlüsseltes Passwort", "Encrypted password"),
    Authentication.OAUTH2: Text("Anmeldung beim Anbieter (OAuth2)", "Sign-in with the provider (OAuth2)"),
    Authentication.GSSAPI: Text("Kerberos (GSSAPI)", "Kerberos (GSSAPI)"),
    Authentication.NTLM: Text("NTLM", "NTLM"),
    Authentication.CLIENT_CERTIFICATE: Text("TLS-Zertifikat", "TLS certificate"),
}

BESIDE = Text(
    "Ist dieses Postfach hier schon eingerichtet? Ändern und löschen Sie das alte Konto nicht. Richten Sie das neue "
    "daneben ein und fragen Sie zuerst, wann das alte weg darf.",
    "Is this mailbox already set up here? Do not change or delete the old account. Set the new one up beside it, and "
    "ask first when the old one may go.",
)

SEND_TO_SELF = Text(
    "Schreiben Sie eine Mail an sich selbst ({address}) und senden Sie sie.",
    "Write a mail to yourself ({address}) and send it.",
)
ARRIVES = Text("Sie kommt nach wenigen Minuten im Posteingang an.", "It arrives in the inbox after a few minutes.")
SENT_ON_SERVER = Text(
    "Öffnen Sie Ihr Postfach im Browser (Webmail) oder auf einem anderen Gerät, Ordner «Gesendet». Die Mail muss auch "
    "dort liegen.",
    "Open your mailbox in the browser (webmail) or on another device, folder “Sent”. The mail must be there too.",
)
SENT_FOLDER = Text(
    "Fehlt sie, wählen Sie in den Einstellungen des Kontos den Ordner «Gesendet» des Servers für gesendete Mails, und "
    "senden Sie noch einmal.",
    "If it is missing, choose the server’s “Sent” folder for sent mail in the settings of the account, and send again.",
)
SENT_STAYS_LOCAL = Text(
    "Gesendete Mails bleiben mit POP3 nur auf diesem Gerät; im Webmail erscheinen sie nicht. Prüfen Sie, dass die "
    "Datensicherung des Geräts auch den Ordner «Gesendet» enthält.",
    "With POP3 sent mail stays on this device only; it does not appear in webmail. Check that the backup of the device "
    "also holds the folder “Sent”.",
)
COLLECTOR_STILL_THERE = Text(
    "Löschen Sie die Mail auf diesem Computer. Sie muss im Webmail noch da sein, auch nach 24 Stunden, und als "
    "ungelesen erscheinen.",
    "Delete the mail on this computer. It must still be in webmail, also after 24 hours, and appear as unread.",
)

ASK = Text("Fragen Sie: {contact}.", "Ask: {contact}.")
ASK_SENDER = Text(
    "Fragen Sie die Person, von der Sie diese Anleitung haben.",
    "Ask the person who gave you these instructions.",
)
TRY_ONCE = Text(
    "Wird das Passwort abgelehnt, versuchen Sie es höchstens ein zweites Mal. Zu viele Versuche können das ganze Büro "
    "aussperren.",
    "If the password is refused, try at most once more. Too many attempts can lock out the whole office.",
)
KEEP_SAFE = Text(
    "Bestätigen Sie nie eine Zertifikatswarnung, und schalten Sie die Verschlüsselung nicht aus.",
    "Never confirm a certificate warning, and do not switch the encryption off.",
)
