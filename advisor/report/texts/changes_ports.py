"""The words for what changed at the single ports of a server between two checks."""

from advisor.report.compare.values import ChangeCode
from advisor.report.texts.values import Note
from advisor.text import Text

PORTS: dict[ChangeCode, Note] = {
    ChangeCode.SERVICE_ADDED: Note(
        Text("Neu geprüfter Anschluss", "Port newly tested"),
        Text(
            "Diesen Anschluss (Port) haben wir früher nicht geprüft.",
            "We did not test this port before.",
        ),
    ),
    ChangeCode.SERVICE_REMOVED: Note(
        Text("Anschluss nicht mehr geprüft", "Port no longer tested"),
        Text(
            "Diesen Anschluss (Port) nennt niemand mehr; wir haben ihn nicht geprüft.",
            "Nobody names this port any more; we did not test it.",
        ),
    ),
    ChangeCode.SERVICE_STARTED: Note(
        Text("Antwortet jetzt", "Answers now"),
        Text("Bisher: {old_reason}. Jetzt: {new_reason}.", "Before: {old_reason}. Now: {new_reason}."),
    ),
    ChangeCode.SERVICE_STOPPED: Note(
        Text("Antwortet nicht mehr", "No longer answers"),
        Text(
            "Bisher: {old_reason}. Jetzt: {new_reason}. Wer diesen Anschluss benutzt, bekommt keine Verbindung mehr. "
            "Fragen Sie den Anbieter, ob das so gewollt ist.",
            "Before: {old_reason}. Now: {new_reason}. Whoever uses this port gets no connection any more. "
            "Ask the provider whether that is intended.",
        ),
    ),
    ChangeCode.SERVICE_TESTED: Note(
        Text("Nun geprüft", "Tested this time"),
        Text(
            "Bei der früheren Prüfung kamen wir nicht durch ({old_reason}). Jetzt: {new_reason}.",
            "In the earlier check we did not get through ({old_reason}). Now: {new_reason}.",
        ),
    ),
    ChangeCode.SERVICE_UNTESTED: Note(
        Text("Diesmal nicht prüfbar", "Could not be tested this time"),
        Text(
            "Bisher: {old_reason}. Diesmal kamen wir nicht durch ({new_reason}). Das heisst nicht, dass der Dienst "
            "fehlt. Prüfen Sie später nochmals.",
            "Before: {old_reason}. This time we did not get through ({new_reason}). That does not mean that the "
            "service is missing. Check again later.",
        ),
    ),
    ChangeCode.SERVICE_REASON_CHANGED: Note(
        Text("Antwortet weiterhin nicht, aber anders", "Still no answer, but in another way"),
        Text("Bisher: {old_reason}. Jetzt: {new_reason}.", "Before: {old_reason}. Now: {new_reason}."),
    ),
    ChangeCode.CERTIFICATE_PROBLEM_ADDED: Note(
        Text("Ausweis des Servers nicht mehr in Ordnung", "The server’s identity is no longer in order"),
        Text(
            "{reason}. Programme warnen jetzt oder verbinden nicht mehr. Melden Sie es dem Anbieter.",
            "{reason}. Programs now warn or no longer connect. Tell the provider.",
        ),
    ),
    ChangeCode.CERTIFICATE_PROBLEM_REMOVED: Note(
        Text("Mangel am Ausweis des Servers behoben", "Fault of the server’s identity mended"),
        Text("Das gilt nicht mehr: {reason}.", "This no longer holds: {reason}."),
    ),
    ChangeCode.CERTIFICATE_REPLACED: Note(
        Text("Neuer Ausweis des Servers", "The server has a new identity document"),
        Text(
            "Das Zertifikat wurde ersetzt. Gültig bis {new_expires} (bisher {old_expires}). Ausgestellt von "
            "{new_issuer} (bisher {old_issuer}). Neue Namen: {names_added}. Weggefallen: {names_removed}. "
            "Schlüssel: {key}.",
            "The certificate was replaced. Valid until {new_expires} (before: {old_expires}). Issued by {new_issuer} "
            "(before: {old_issuer}). New names: {names_added}. Dropped: {names_removed}. Key: {key}.",
        ),
    ),
    ChangeCode.CERTIFICATE_CHAIN_CHANGED: Note(
        Text("Andere Kette zum Ausweis", "Another chain behind the identity"),
        Text(
            "Der Server schickt andere Zwischenzertifikate mit: bisher {old}, jetzt {new}.",
            "The server sends other intermediate certificates: {old} before, {new} now.",
        ),
    ),
    ChangeCode.TLS_VERSION_CHANGED: Note(
        Text("Andere Verschlüsselung vereinbart", "Another encryption agreed on"),
        Text("Fassung (TLS): bisher {old}, jetzt {new}.", "Version (TLS): {old} before, {new} now."),
    ),
    ChangeCode.TLS_VERSION_ADDED: Note(
        Text("Nimmt eine weitere Art der Verschlüsselung an", "Takes a further kind of encryption"),
        Text(
            "Der Server nimmt jetzt auch {version} an. Veraltet sind TLSv1 und TLSv1.1.",
            "The server now takes {version} too. Outdated are TLSv1 and TLSv1.1.",
        ),
    ),
    ChangeCode.TLS_VERSION_REMOVED: Note(
        Text("Nimmt eine Art der Verschlüsselung nicht mehr an", "No longer takes a kind of encryption"),
        Text(
            "Der Server nimmt {version} nicht mehr an. Sehr alte Programme und Geräte können das merken.",
            "The server no longer takes {version}. Very old programs and devices may notice.",
        ),
    ),
    ChangeCode.SOFTWARE_CHANGED: Note(
        Text("Anderes Serverprogramm", "Other server software"),
        Text("Bisher: {old}. Jetzt: {new}.", "Before: {old}. Now: {new}."),
    ),
    ChangeCode.SIGN_IN_ADDED: Note(
        Text("Neue Art der Anmeldung", "New way to sign in"),
        Text("Jetzt angeboten: {method}.", "Now offered: {method}."),
    ),
    ChangeCode.SIGN_IN_REMOVED: Note(
        Text("Art der Anmeldung fällt weg", "A way to sign in is gone"),
        Text(
            "Nicht mehr angeboten: {method}. Programme, die sich so anmelden, müssen umgestellt werden.",
            "No longer offered: {method}. Programs that sign in that way must be changed.",
        ),
    ),
    ChangeCode.CAPABILITY_ADDED: Note(
        Text("Neue Fähigkeit", "New ability"),
        Text("Der Server meldet {phase} neu: {tokens}.", "The server newly announces {phase}: {tokens}."),
    ),
    ChangeCode.CAPABILITY_REMOVED: Note(
        Text("Fähigkeit fällt weg", "An ability is gone"),
        Text("Der Server meldet {phase} nicht mehr: {tokens}.", "The server no longer announces {phase}: {tokens}."),
    ),
}
