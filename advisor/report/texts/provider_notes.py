"""What is known about a provider, by the codes of the provider list; shown with the date of the last look."""

from advisor.report.texts.values import Note
from advisor.text import Text

PROVIDER_NOTES: dict[str, Note] = {
    "app_password_required": Note(
        Text("Eigenes Passwort je Programm", "A password of its own for each program"),
        Text(
            "Mailprogramme brauchen hier ein eigenes Passwort (App-Passwort), das Sie beim Anbieter erstellen.",
            "Mail programs need a password of their own here (app password), which you make at the provider.",
        ),
    ),
    "app_password_with_2fa": Note(
        Text("Mit zweitem Schritt: eigenes Passwort je Programm", "With a second step: a password for each program"),
        Text(
            "Ist der zweite Schritt beim Anmelden eingeschaltet, brauchen Mailprogramme ein eigenes Passwort "
            "(App-Passwort). Lassen Sie den zweiten Schritt an.",
            "If the second step of the sign-in is on, mail programs need a password of their own (app password). Leave "
            "the second step on.",
        ),
    ),
    "bridge_only": Note(
        Text("Nur mit Zusatzprogramm", "Only with an additional program"),
        Text(
            "Mailprogramme kommen nur über ein Zusatzprogramm des Anbieters (Bridge) an die Post.",
            "Mail programs reach the mail only through an additional program of the provider (bridge).",
        ),
    ),
    "business_vs_consumer_mx": Note(
        Text("Geschäftlich oder privat?", "Business or private?"),
        Text(
            "Bei diesem Anbieter unterscheiden sich die Server für Geschäfts- und Privatkunden. Vergleichen Sie die "
            "Namen mit Ihren Unterlagen.",
            "This provider has different servers for business and private customers. Compare the names with your "
            "papers.",
        ),
    ),
    "imap_not_offered": Note(
        Text("Kein Lesen beim Anbieter (IMAP)", "No reading at the provider (IMAP)"),
        Text(
            "Nach unseren Unterlagen bietet dieser Anbieter IMAP nicht an. Massgebend ist die Prüfung oben.",
            "According to our records this provider does not offer IMAP. What counts is the check above.",
        ),
    ),
    "mixing_discouraged": Note(
        Text("Nicht beides am selben Postfach", "Not both on one mailbox"),
        Text(
            "Der Anbieter rät davon ab, dasselbe Postfach mit IMAP zu lesen und mit POP3 abzuholen.",
            "The provider advises against reading one mailbox with IMAP and fetching it with POP3 as well.",
        ),
    ),
    "must_enable_imap": Note(
        Text("IMAP zuerst einschalten", "Switch IMAP on first"),
        Text(
            "Das Lesen beim Anbieter (IMAP) ist anfangs aus. Schalten Sie es in den Einstellungen des Postfachs ein.",
            "Reading at the provider (IMAP) is off at first. Switch it on in the mailbox settings.",
        ),
    ),
    "must_enable_pop3": Note(
        Text("POP3 zuerst einschalten", "Switch POP3 on first"),
        Text(
            "Das Abholen (POP3) ist anfangs aus. Schalten Sie es nur ein, wenn Sie es brauchen.",
            "Fetching (POP3) is off at first. Switch it on only if you need it.",
        ),
    ),
    "oauth2_required": Note(
        Text("Anmeldung über die Seite des Anbieters", "Sign-in through the provider’s page"),
        Text(
            "Das normale Passwort nimmt dieser Anbieter in Mailprogrammen nicht an. Das Programm muss die Anmeldung "
            "über seine Seite (OAuth2) beherrschen.",
            "This provider does not take the normal password in mail programs. The program must be able to sign in "
            "through its page (OAuth2).",
        ),
    ),
    "pop3_min_interval": Note(
        Text("Nicht zu oft abholen", "Do not fetch too often"),
        Text(
            "Holt ein Programm die Post in zu kurzen Abständen ab, weist der Anbieter es ab. Stellen Sie 15 Minuten "
            "oder mehr ein.",
            "If a program fetches mail at too short intervals, the provider turns it away. Set 15 minutes or more.",
        ),
    ),
    "pop3_not_offered": Note(
        Text("Kein Abholen (POP3)", "No fetching (POP3)"),
        Text(
            "Nach unseren Unterlagen bietet dieser Anbieter POP3 nicht an. Massgebend ist die Prüfung oben.",
            "According to our records this provider does not offer POP3. What counts is the check above.",
        ),
    ),
}

AS_OF = Text("Zuletzt nachgesehen: {date}.", "Last looked up: {date}.")
