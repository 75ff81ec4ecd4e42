"""The words for what changed at the domain, its servers and their ports between two checks."""

from advisor.report.compare.values import ChangeCode, Weight
from advisor.report.texts.changes_outcome import OUTCOME
from advisor.report.texts.changes_ports import PORTS
from advisor.report.texts.values import Note
from advisor.text import Text

WEIGHTS: dict[Weight, Text] = {
    Weight.NEEDS_ACTION: Text("Da ist etwas zu tun", "This needs action"),
    Weight.WORTH_KNOWING: Text("Gut zu wissen", "Worth knowing"),
    Weight.GOOD_NEWS: Text("Gute Nachrichten", "Good news"),
}

UNCHANGED = Text("Nichts hat sich geändert.", "Nothing has changed.")
CHANGED_ACTION = Text(
    "Es hat sich etwas geändert, das Sie angehen sollten.", "Something has changed that you should deal with."
)
CHANGED = Text("Einiges hat sich geändert. Zu tun ist nichts.", "Some things have changed. Nothing needs to be done.")
SPAN = Text(
    "Von der Prüfung am {old} bis zur Prüfung am {new}. Beide sind nach den Regeln vom {rules} beurteilt.",
    "From the check on {old} to the check on {new}. Both are judged by the rules of {rules}.",
)
TWO_PLACES = Text(
    "Die beiden Prüfungen wurden von verschiedenen Orten aus gemacht: {old} und {new}. Manches kann daran liegen.",
    "The two checks were made from different places: {old} and {new}. Some of it may be due to that.",
)
TWO_DOMAINS = Text(
    "Die Berichte gehören zu zwei Domains: {old} und {new}. Vergleichen lässt sich nur dieselbe Domain.",
    "The reports belong to two domains: {old} and {new}. Only the same domain can be compared.",
)
MORE = Text("Weitere Änderungen, hier nicht gezeigt: {count}.", "Further changes, not shown here: {count}.")

_DOMAIN: dict[ChangeCode, Note] = {
    ChangeCode.DOMAIN_GONE: Note(
        Text("Die Domain gibt es nicht mehr", "The domain no longer exists"),
        Text(
            "Das Namensverzeichnis (DNS) kennt sie nicht mehr. Post kommt so nicht an. Fragen Sie heute noch dort "
            "nach, wo die Domain gekauft wurde.",
            "The name directory (DNS) no longer knows it. Mail does not arrive. Ask today where the domain was bought.",
        ),
    ),
    ChangeCode.DOMAIN_FOUND: Note(
        Text("Die Domain gibt es jetzt", "The domain exists now"),
        Text("Das Namensverzeichnis (DNS) kennt sie wieder.", "The name directory (DNS) knows it again."),
    ),
    ChangeCode.MX_ADDED: Note(
        Text("Neuer Posteingang", "New incoming mail server"),
        Text(
            "Dieser Server nimmt jetzt auch Post für die Domain an (MX).",
            "This server now takes mail for the domain too (MX).",
        ),
    ),
    ChangeCode.MX_REMOVED: Note(
        Text("Posteingang fällt weg", "Incoming mail server gone"),
        Text(
            "Dieser Server nimmt keine Post mehr für die Domain an (MX). War das nicht abgemacht, fragen Sie nach.",
            "This server no longer takes mail for the domain (MX). If that was not agreed, ask.",
        ),
    ),
    ChangeCode.MX_PREFERENCE_CHANGED: Note(
        Text("Andere Reihenfolge im Posteingang", "Another order of incoming mail servers"),
        Text(
            "Rang im Posteingang (MX): bisher {old}, jetzt {new}.",
            "Rank for incoming mail (MX): {old} before, {new} now.",
        ),
    ),
    ChangeCode.GATEWAY_ADDED: Note(
        Text("Davor steht jetzt ein Filter", "A filter now stands in front"),
        Text(
            "Post an die Domain geht zuerst durch {gateway}. Lesen und Senden betrifft das nicht.",
            "Mail to the domain first passes through {gateway}. Reading and sending are not affected.",
        ),
    ),
    ChangeCode.GATEWAY_REMOVED: Note(
        Text("Der Filter ist weg", "The filter is gone"),
        Text(
            "Post an die Domain geht nicht mehr durch {gateway}. Prüfen Sie, ob jetzt mehr Werbung ankommt.",
            "Mail to the domain no longer passes through {gateway}. Watch whether more junk arrives now.",
        ),
    ),
    ChangeCode.PROVIDER_CHANGED: Note(
        Text("Anderer Anbieter", "Another provider"),
        Text(
            "Bisher erkannt: {old_provider}. Jetzt: {new_provider}. Nach einem Umzug brauchen alle Programme die neuen "
            "Einstellungen. Die alten Postfächer erst kündigen, wenn alle Post drüben ist.",
            "Recognised before: {old_provider}. Now: {new_provider}. After a move every program needs the new "
            "settings. Cancel the old mailboxes only when all mail has arrived on the other side.",
        ),
    ),
    ChangeCode.PROVIDER_NOTES_CHANGED: Note(
        Text("Neues über den Anbieter", "News about the provider"),
        Text(
            "Was wir über {provider} wissen, hat sich geändert. Lesen Sie die Hinweise bei der neuen Prüfung.",
            "What we know about {provider} has changed. Read the notes of the new check.",
        ),
    ),
    ChangeCode.PREFERENCE_CHANGED: Note(
        Text("Die Domain zieht etwas anderes vor", "The domain prefers another way"),
        Text(
            "Zuerst empfohlen wurde: {old_protocol}. Jetzt: {new_protocol}.",
            "Recommended first before: {old_protocol}. Now: {new_protocol}.",
        ),
    ),
    ChangeCode.DNSSEC_ADDED: Note(
        Text("Namen jetzt geschützt", "Names now protected"),
        Text(
            "Die Auskunft zu diesem Namen ist jetzt gegen Fälschung geschützt (DNSSEC).",
            "What the name directory says of this name is now protected against forgery (DNSSEC).",
        ),
    ),
    ChangeCode.DNSSEC_REMOVED: Note(
        Text("Namen nicht mehr geschützt", "Names no longer protected"),
        Text(
            "Die Auskunft zu diesem Namen ist nicht mehr gegen Fälschung geschützt (DNSSEC).",
            "What the name directory says of this name is no longer protected against forgery (DNSSEC).",
        ),
    ),
}

_SOURCES: dict[ChangeCode, Note] = {
    ChangeCode.SOURCE_APPEARED: Note(
        Text("Neuer Wegweiser", "New signpost"),
        Text("Nennt jetzt Mailserver: {source}.", "Now names mail servers: {source}."),
    ),
    ChangeCode.SOURCE_DISAPPEARED: Note(
        Text("Wegweiser fällt weg", "Signpost gone"),
        Text(
            "Nennt keine Mailserver mehr: {source}. Eingerichtete Programme merken nichts, neue finden weniger.",
            "No longer names mail servers: {source}. Programs already set up notice nothing, new ones find less.",
        ),
    ),
    ChangeCode.SOURCE_TESTED: Note(
        Text("Wegweiser antwortet nun", "Signpost answered this time"),
        Text("Bei der früheren Prüfung ohne Antwort: {source}.", "Without an answer in the earlier check: {source}."),
    ),
    ChangeCode.SOURCE_UNTESTED: Note(
        Text("Wegweiser diesmal ohne Antwort", "Signpost did not answer this time"),
        Text(
            "Diesmal ohne Antwort: {source}. Ob sich dort etwas geändert hat, wissen wir nicht.",
            "Without an answer this time: {source}. Whether anything changed there, we do not know.",
        ),
    ),
    ChangeCode.SOURCE_NOTES_CHANGED: Note(
        Text("Wegweiser antwortet anders", "Signpost answers differently"),
        Text(
            "Antwortet anders als bisher: {source}. Näheres steht bei den Wegweisern.",
            "Answers differently from before: {source}. The page with the signposts says more.",
        ),
    ),
    ChangeCode.CLAIM_ADDED: Note(
        Text("Neuer Server genannt", "Another server named"),
        Text("{protocol}: jetzt genannt von: {source}.", "{protocol}: now named by: {source}."),
    ),
    ChangeCode.CLAIM_REMOVED: Note(
        Text("Server nicht mehr genannt", "Server no longer named"),
        Text("{protocol}: nicht mehr genannt von: {source}.", "{protocol}: no longer named by: {source}."),
    ),
    ChangeCode.CLAIM_CHANGED: Note(
        Text("Andere Angaben zum Server", "Other details of a server"),
        Text(
            "{protocol}: geändert von: {source}. Anders ist: {fields}.",
            "{protocol}: changed by: {source}. Different: {fields}.",
        ),
    ),
}

_HOSTS: dict[ChangeCode, Note] = {
    ChangeCode.SERVER_ADDED: Note(
        Text("Neuer Mailserver", "New mail server"),
        Text("Diesen Server gab es bei der früheren Prüfung nicht.", "This server was not there in the earlier check."),
    ),
    ChangeCode.SERVER_REMOVED: Note(
        Text("Mailserver weg", "Mail server gone"),
        Text(
            "Diesen Server nennt niemand mehr, oder es gibt seinen Namen nicht mehr. Programme, die ihn benutzen, "
            "brauchen neue Einstellungen.",
            "Nobody names this server any more, or its name no longer exists. Programs that use it need new settings.",
        ),
    ),
    ChangeCode.SERVER_TESTED: Note(
        Text("Mailserver nun geprüft", "Mail server tested this time"),
        Text(
            "Wer diesen Server nennt, gab bei der früheren Prüfung keine Antwort.",
            "Whoever names this server gave no answer in the earlier check.",
        ),
    ),
    ChangeCode.SERVER_UNTESTED: Note(
        Text("Mailserver diesmal nicht geprüft", "Mail server not tested this time"),
        Text(
            "Wer diesen Server nannte, gab diesmal keine Antwort. Ob es ihn noch gibt, wissen wir nicht.",
            "Whoever named this server gave no answer this time. Whether it still exists, we do not know.",
        ),
    ),
    ChangeCode.ADDRESS_CHANGED: Note(
        Text("Andere Adresse", "Another address"),
        Text(
            "Der Server steht im Netz an einem anderen Ort (IP-Adresse): bisher {old}, jetzt {new}.",
            "The server is at another place in the network (IP address): {old} before, {new} now.",
        ),
    ),
    ChangeCode.CAA_CHANGED: Note(
        Text("Andere erlaubte Zertifikatsstellen", "Other permitted certificate authorities"),
        Text(
            "Wer für diesen Namen Zertifikate ausstellen darf (CAA): bisher {old}, jetzt {new}.",
            "Who may issue certificates for this name (CAA): {old} before, {new} now.",
        ),
    ),
    ChangeCode.TLSA_CHANGED: Note(
        Text("Anderer Eintrag zum Zertifikat", "Another record about the certificate"),
        Text(
            "Im Namensverzeichnis steht jetzt etwas anderes über das Zertifikat (DANE, TLSA).",
            "The name directory now says something else about the certificate (DANE, TLSA).",
        ),
    ),
    ChangeCode.TLSA_MATCHES: Note(
        Text("Eintrag und Zertifikat passen wieder", "Record and certificate match again"),
        Text(
            "Das Zertifikat passt jetzt zum Eintrag im Namensverzeichnis (DANE, TLSA).",
            "The certificate now matches the record in the name directory (DANE, TLSA).",
        ),
    ),
    ChangeCode.TLSA_BROKEN: Note(
        Text("Eintrag und Zertifikat passen nicht mehr", "Record and certificate no longer match"),
        Text(
            "Das Zertifikat passt nicht mehr zum Eintrag im Namensverzeichnis (DANE, TLSA). Melden Sie das dem "
            "Anbieter.",
            "The certificate no longer matches the record in the name directory (DANE, TLSA). Tell the provider.",
        ),
    ),
}

CHANGES: dict[ChangeCode, Note] = {**_DOMAIN, **_SOURCES, **_HOSTS, **PORTS, **OUTCOME}
