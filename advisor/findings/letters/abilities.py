"""Letters to the provider about abilities that better advice would need."""

from advisor.decision.codes import Ability
from advisor.findings.letters.offers import OFFER_LETTERS
from advisor.findings.outcome import Letter
from advisor.text import Text
from probes.codes import Offer

_HOW = Text(
    "Falls ja: Wie heisst der Server, welcher Anschluss und welche Verschlüsselung gelten, und in welcher Form ist der "
    "Benutzername?",
    "If so: what is the server called, which port and which encryption apply, and in what form is the user name?",
)

ABILITY_LETTERS: dict[Ability, Letter] = {
    Ability.IMAP: Letter(
        Text(
            "Soweit wir sehen, bieten Sie für unsere Postfächer kein IMAP an.",
            "As far as we can see, you do not offer IMAP for our mailboxes.",
        ),
        Text(
            f"Können Sie IMAP für uns einschalten, oder haben Sie ein Angebot damit? {_HOW.de}",
            f"Can you switch IMAP on for us, or do you have a plan with it? {_HOW.en}",
        ),
    ),
    Ability.POP3: Letter(
        Text(
            "Soweit wir sehen, bieten Sie für unsere Postfächer kein POP3 an.",
            "As far as we can see, you do not offer POP3 for our mailboxes.",
        ),
        Text(
            f"Können Sie POP3 für uns einschalten, oder haben Sie ein Angebot damit? {_HOW.de}",
            f"Can you switch POP3 on for us, or do you have a plan with it? {_HOW.en}",
        ),
    ),
    Ability.IMAP_ENCRYPTION: OFFER_LETTERS[Offer.INSECURE_ONLY],
    Ability.POP3_ENCRYPTION: OFFER_LETTERS[Offer.INSECURE_ONLY],
    Ability.UIDL: Letter(
        Text(
            "Ihr POP3-Server kündigt UIDL nicht an. Unsere Mailprogramme wissen so nicht, was sie schon geholt haben.",
            "Your POP3 server does not announce UIDL. So our mail programs cannot tell what they have already fetched.",
        ),
        Text(
            "Können Sie UIDL einschalten (RFC 1939, Abschnitt 7)?",
            "Can you switch UIDL on (RFC 1939, section 7)?",
        ),
    ),
    Ability.NO_EXPIRY: Letter(
        Text(
            "Ihr POP3-Server kündigt an, dass er Nachrichten von sich aus löscht (EXPIRE).",
            "Your POP3 server announces that it deletes messages by itself (EXPIRE).",
        ),
        Text(
            "Können Sie die Frist für unsere Postfächer aufheben oder verlängern? Welche gilt dann?",
            "Can you lift or extend the limit for our mailboxes? Which one applies then?",
        ),
    ),
    Ability.MORE_SPACE: Letter(
        Text(
            "Der Platz in unseren Postfächern wird knapp.",
            "The space in our mailboxes is getting tight.",
        ),
        Text(
            "Welche Grössen bieten Sie an, und was kosten sie?",
            "Which sizes do you offer, and what do they cost?",
        ),
    ),
    Ability.IDLE: Letter(
        Text(
            "Ihr IMAP-Server bietet nach dem Anmelden kein IDLE an. Neue Post sehen wir deshalb erst mit Verzug.",
            "After signing in, your IMAP server does not offer IDLE. So we see new mail only with a delay.",
        ),
        Text("Können Sie IDLE einschalten (RFC 2177)?", "Can you switch IDLE on (RFC 2177)?"),
    ),
    Ability.LEAN_SYNC: Letter(
        Text(
            "Ihr IMAP-Server bietet nach dem Anmelden weder CONDSTORE noch QRESYNC noch COMPRESS an. Auf unserer "
            "Leitung ist der Abgleich deshalb langsam.",
            "After signing in, your IMAP server offers neither CONDSTORE nor QRESYNC nor COMPRESS. So synchronising is "
            "slow on our line.",
        ),
        Text(
            "Können Sie eines davon einschalten (RFC 7162, RFC 4978)?",
            "Can you switch one of them on (RFC 7162, RFC 4978)?",
        ),
    ),
    Ability.SHORT_LOGIN_DELAY: Letter(
        Text(
            "Ihr POP3-Server lässt ein Programm nur in grossen Abständen abholen (LOGIN-DELAY).",
            "Your POP3 server lets a program fetch at long intervals only (LOGIN-DELAY).",
        ),
        Text(
            "Können Sie den Abstand für unsere Postfächer auf wenige Minuten verkürzen?",
            "Can you shorten the interval for our mailboxes to a few minutes?",
        ),
    ),
}
