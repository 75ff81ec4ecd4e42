"""Names for what the server check reports: services, encryption, sign-in, sources, trust."""

from advisor.text import Text
from probes.codes import Authentication, Protocol, Security, Source, Trust, UsernameForm

SERVICES: dict[Protocol, Text] = {
    Protocol.IMAP: Text("Beim Anbieter lesen (IMAP)", "Reading at the provider (IMAP)"),
    Protocol.POP3: Text("Abholen (POP3)", "Fetching (POP3)"),
    Protocol.SUBMISSION: Text("Senden (SMTP)", "Sending (SMTP)"),
    Protocol.MANAGESIEVE: Text("Filterregeln (ManageSieve)", "Filter rules (ManageSieve)"),
}

SECURITIES: dict[Security, Text] = {
    Security.TLS: Text("von Anfang an verschlüsselt (TLS)", "encrypted from the start (TLS)"),
    Security.STARTTLS: Text("nach dem Start verschlüsselt (STARTTLS)", "encrypted after the start (STARTTLS)"),
    Security.NONE: Text("nicht verschlüsselt", "not encrypted"),
}

SOURCES: dict[Source, Text] = {
    Source.SRV: Text("Eintrag der Domain (DNS, SRV)", "the domain’s own record (DNS, SRV)"),
    Source.AUTOCONFIG_HTTPS: Text(
        "Einstellungsdatei der Domain (autoconfig, gesichert geladen)",
        "the domain’s settings file (autoconfig, loaded securely)",
    ),
    Source.WELL_KNOWN_HTTPS: Text(
        "Einstellungsdatei auf der Website (gesichert geladen)",
        "settings file on the website (loaded securely)",
    ),
    Source.AUTOCONFIG_HTTP: Text(
        "Einstellungsdatei der Domain (autoconfig, ungesichert geladen)",
        "the domain’s settings file (autoconfig, loaded without protection)",
    ),
    Source.WELL_KNOWN_HTTP: Text(
        "Einstellungsdatei auf der Website (ungesichert geladen)",
        "settings file on the website (loaded without protection)",
    ),
    Source.ISPDB: Text("öffentliche Anbieterliste (ISPDB)", "public list of providers (ISPDB)"),
    Source.PACC: Text("Einstellungsdatei des Anbieters (PACC)", "the provider’s settings file (PACC)"),
    Source.AUTODISCOVER: Text("Auskunft für Outlook (Autodiscover)", "information for Outlook (Autodiscover)"),
    Source.AUTODISCOVER_SRV: Text(
        "Auskunft für Outlook (Autodiscover über DNS)", "information for Outlook (Autodiscover by DNS)"
    ),
    Source.AUTODISCOVER_V2: Text("Auskunft für Outlook (Autodiscover V2)", "information for Outlook (Autodiscover V2)"),
    Source.TXT_MAILCONF: Text("Eintrag der Domain (DNS, mailconf)", "the domain’s own record (DNS, mailconf)"),
    Source.JMAP: Text("Eintrag der Domain (JMAP)", "the domain’s own record (JMAP)"),
    Source.MX_PROVIDER: Text(
        "am Posteingang der Domain erkannter Anbieter (DNS, MX)",
        "provider recognised by the domain’s incoming mail (DNS, MX)",
    ),
    Source.PROVIDER_LIST: Text("unsere Liste bekannter Anbieter", "our list of known providers"),
    Source.GUESS: Text("von uns vermutet", "our guess"),
    Source.MANUAL: Text("von Hand angegeben", "entered by hand"),
}

TRUSTS: dict[Trust, Text] = {
    Trust.VERIFIED: Text("von der Domain selbst bestätigt", "confirmed by the domain itself"),
    Trust.TRUSTED: Text("aus verlässlicher Quelle", "from a reliable source"),
    Trust.NEEDS_CONSENT: Text(
        "unbestätigt; erst nach Rückfrage beim Anbieter verwenden",
        "unconfirmed; use only after asking the provider",
    ),
}

AUTHENTICATIONS: dict[Authentication, Text] = {
    Authentication.PASSWORD_CLEARTEXT: Text(
        "Passwort, geschützt durch die Verschlüsselung der Verbindung",
        "password, protected by the encryption of the connection",
    ),
    Authentication.PASSWORD_ENCRYPTED: Text(
        "Passwort, zusätzlich verschleiert (Challenge-Response)",
        "password, additionally disguised (challenge-response)",
    ),
    Authentication.OAUTH2: Text(
        "Anmeldung über die Seite des Anbieters (OAuth2)", "sign-in through the provider’s page (OAuth2)"
    ),
    Authentication.GSSAPI: Text("Anmeldung des Firmennetzes (Kerberos)", "sign-in of the company network (Kerberos)"),
    Authentication.NTLM: Text("Windows-Anmeldung (NTLM)", "Windows sign-in (NTLM)"),
    Authentication.CLIENT_CERTIFICATE: Text("Zertifikat auf dem Gerät", "certificate on the device"),
}

UNPROTECTED_PASSWORD = Text("Passwort, unterwegs lesbar", "password, readable on the way")
"""The same method as ``password_cleartext`` where the connection is not encrypted."""

USERNAMES: dict[UsernameForm, Text] = {
    UsernameForm.ADDRESS: Text("die ganze E-Mail-Adresse", "the full mail address"),
    UsernameForm.LOCAL_PART: Text("der Teil vor dem @", "the part before the @"),
    UsernameForm.OTHER: Text("ein eigener Benutzername des Anbieters", "a user name given by the provider"),
}

SHORT_NAMES: dict[Protocol, str] = {
    Protocol.IMAP: "IMAP",
    Protocol.POP3: "POP3",
    Protocol.SUBMISSION: "SMTP",
    Protocol.MANAGESIEVE: "ManageSieve",
}
"""For lists of ports, and for letters that a technician reads."""

PROVEN = Text("geprüft", "proven")
NOT_PROVEN = Text("nicht geprüft", "not checked")
SECOND_ADDRESS = Text("zweite Adresse", "second address")
HERE = Text("unserem Prüfserver", "our test server")
