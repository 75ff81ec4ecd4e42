"""How each step of the search ended, and what is said of the servers that take the domain's mail."""

from advisor.text import Text

FOUND = Text("gefunden", "found")
NO_RECORD = Text("kein solcher Eintrag", "no such record")
NOT_LISTED = Text("nicht in der Liste", "not on the list")
ANSWER = Text("Antwort des Webservers: {status}", "answer of the web server: {status}")
SIGNED = Text("gegen Fälschung geschützt (DNSSEC)", "protected against forgery (DNSSEC)")
NOT_SIGNED = Text("nicht als geschützt bestätigt (DNSSEC)", "not confirmed as protected (DNSSEC)")

NOT_ASKED = Text("Nicht gefragt", "Not asked")
LIST_OFF = Text(
    "Bei dieser Prüfung nicht gefragt; der Betreiber von Mailweiche kann sie ausschalten.",
    "Not asked in this check; the operator of Mailweiche can switch it off.",
)

INCOMING = Text("Eingang der Post (MX)", "Entrance for mail (MX)")
RANK = Text("Rang {preference}", "rank {preference}")
OWN = Text("gehört zur Domain selbst", "belongs to the domain itself")
KNOWN = Text("bekannter Anbieter: {name}", "known provider: {name}")
FILTER = Text(
    "Filter oder Weiterleitung: {name}; hier liegen keine Postfächer",
    "filter or forwarder: {name}; no mailboxes are here",
)
UNKNOWN = Text("uns unbekannter Betreiber", "operator unknown to us")
