"""Findings where two ways to the same server behave differently."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Letter, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

DIFFERENCES: dict[FindingCode, Outcome] = {
    FindingCode.ADDRESS_DEAD: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Eine von mehreren Adressen ist tot", "One of several addresses is dead"),
        Text(
            "Der Servername führt zu mehreren Adressen. An {address} war der Dienst nicht zu erreichen, erst an einer "
            "anderen. Programme warten darum zeitweise lange oder melden einen Fehler.",
            "The server name leads to several addresses. At {address} the service could not be reached, only at "
            "another one. Programs therefore wait long at times, or report an error.",
        ),
        Text("Melden Sie es dem Anbieter.", "Report it to the provider."),
        Letter(
            Text(
                "Der Name hat mehrere Adressen. An {address} kam keine Verbindung zustande, an einer anderen schon.",
                "The name has several addresses. At {address} no connection came about, at another one it did.",
            ),
            Text(
                "Können Sie den Dienst dort wieder anbieten oder die Adresse aus dem Namensverzeichnis (DNS) nehmen?",
                "Can you offer the service there again, or take the address out of the name directory (DNS)?",
            ),
        ),
    ),
    FindingCode.IPV6_BROKEN: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Über den neuen Adresstyp keine Antwort", "No answer by the new kind of address"),
        Text(
            "Der Server antwortet über den alten Adresstyp (IPv4), aber nicht über den neuen (IPv6), obwohl er einen "
            "nennt. Für manche Leute ist die Post darum zeitweise langsam oder weg.",
            "The server answers by the old kind of address (IPv4), but not by the new one (IPv6), although it states "
            "one. For some people mail is therefore slow or gone at times.",
        ),
        Text("Melden Sie es dem Anbieter.", "Report it to the provider."),
        Letter(
            Text(
                "Über IPv4 antwortet der Server. Über seine IPv6-Adresse {address} kam keine brauchbare Verbindung "
                "zustande.",
                "Over IPv4 the server answers. Over its IPv6 address {address} no usable connection came about.",
            ),
            Text(
                "Können Sie den Dienst auch über IPv6 anbieten oder den AAAA-Eintrag entfernen?",
                "Can you offer the service over IPv6 too, or remove the AAAA record?",
            ),
        ),
    ),
    FindingCode.IPV4_BROKEN: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Über den alten Adresstyp keine Antwort", "No answer by the old kind of address"),
        Text(
            "Der Server antwortet über den neuen Adresstyp (IPv6), aber nicht über den alten (IPv4). Viele Netze "
            "kennen nur den alten; dort ist die Post nicht erreichbar.",
            "The server answers by the new kind of address (IPv6), but not by the old one (IPv4). Many networks know "
            "only the old one; mail cannot be reached there.",
        ),
        Text("Melden Sie es dem Anbieter.", "Report it to the provider."),
        Letter(
            Text(
                "Über IPv6 antwortet der Server. Über seine IPv4-Adresse {address} kam keine brauchbare Verbindung "
                "zustande.",
                "Over IPv6 the server answers. Over its IPv4 address {address} no usable connection came about.",
            ),
            Text(
                "Können Sie den Dienst auch über IPv4 wieder anbieten?",
                "Can you offer the service over IPv4 again?",
            ),
        ),
    ),
    FindingCode.FAMILIES_DIFFER: Outcome(
        Severity.WARNING,
        Fixer.PROVIDER,
        Text("Je nach Adresstyp ein anderer Server", "Another server depending on the kind of address"),
        Text(
            "Über den alten und den neuen Adresstyp (IPv4 und IPv6) zeigt der Server nicht dasselbe. Unterschiedlich "
            "ist: {what}. Was ein Programm erlebt, hängt dann vom Netz ab.",
            "By the old and the new kind of address (IPv4 and IPv6) the server does not show the same. What differs: "
            "{what}. What a program experiences then depends on the network.",
        ),
        Text("Melden Sie es dem Anbieter.", "Report it to the provider."),
        Letter(
            Text(
                "Über IPv4 und IPv6 unterscheidet sich die Antwort des Servers: {what}.",
                "Over IPv4 and IPv6 the server’s answer differs: {what}.",
            ),
            Text(
                "Führen beide Adressen zum selben, gleich eingerichteten Dienst?",
                "Do both addresses lead to the same service with the same set-up?",
            ),
        ),
    ),
    FindingCode.PORTS_DIFFER: Outcome(
        Severity.INFO,
        Fixer.PROVIDER,
        Text("Zwei Anschlüsse, nicht dasselbe", "Two ports, not the same"),
        Text(
            "Der von Anfang an verschlüsselte Anschluss und der andere zeigen nicht dasselbe. Unterschiedlich ist: "
            "{what}.",
            "The port that is encrypted from the start and the other one do not show the same. What differs: {what}.",
        ),
        Text(
            "Verwenden Sie überall denselben Anschluss, am besten den von Anfang an verschlüsselten.",
            "Use the same port everywhere, best the one that is encrypted from the start.",
        ),
        Letter(
            Text(
                "Auf {host} unterscheiden sich der Anschluss mit TLS von Anfang an und der mit STARTTLS: {what}.",
                "On {host} the port with implicit TLS and the one with STARTTLS differ: {what}.",
            ),
            Text("Ist das beabsichtigt?", "Is that intended?"),
        ),
    ),
}
