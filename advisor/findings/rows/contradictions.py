"""Findings where what is published and what the servers do does not go together."""

from advisor.findings.codes import FindingCode
from advisor.findings.outcome import Fixer, Outcome
from advisor.findings.values import Severity
from advisor.text import Text

CONTRADICTIONS: dict[FindingCode, Outcome] = {
    FindingCode.SOURCES_CONTRADICT: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Zwei Wegweiser widersprechen sich", "Two signposts contradict each other"),
        Text(
            "Der eine nennt {host}, der andere {other_host}. Antwort bekamen wir von: {works}. Je nach Programm "
            "landen Ihre Leute auf verschiedenen Servern.",
            "One names {host}, the other {other_host}. We got an answer from: {works}. Depending on the program "
            "your people end up on different servers.",
        ),
        Text(
            "Klären Sie mit dem Anbieter, welcher Name gilt, und lassen Sie die andere Angabe ändern oder löschen.",
            "Find out with the provider which name is right, and have the other entry changed or deleted.",
        ),
    ),
    FindingCode.LEFTOVER_OF_OLD_HOST: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Rest eines früheren Servers", "Leftover of an earlier server"),
        Text(
            "Ein Wegweiser nennt noch {host}. Von dort kam keine Antwort; {other_host} antwortet. Programme, die sich "
            "von selbst einrichten, können am falschen Ort suchen.",
            "One signpost still names {host}. No answer came from there; {other_host} answers. Programs that set "
            "themselves up may look in the wrong place.",
        ),
        Text(
            "Fragen Sie zuerst nach, ob dieser Server noch gebraucht wird oder nur gerade schweigt. Wenn nicht, lassen "
            "Sie diese Angabe ändern oder löschen. Das kann, wer Ihre Domain oder Website betreut.",
            "First ask whether this server is still needed, or silent just now. If not, have this entry changed or "
            "deleted. Whoever looks after your domain or website can do it.",
        ),
    ),
    FindingCode.SRV_SAYS_OFF_BUT_ANSWERS: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Als abgeschaltet gemeldet, antwortet aber", "Announced as off, but answers"),
        Text(
            "Ihre Domain gibt an, dass sie diesen Dienst nicht anbietet. {host} antwortet trotzdem. Ein vergessenes "
            "Gerät könnte ihn noch benutzen.",
            "Your domain states that it does not offer this service. {host} answers all the same. A forgotten device "
            "may still use it.",
        ),
        Text(
            "Klären Sie zuerst, ob noch ein Gerät oder Programm diesen Zugang braucht. Danach passen Sie den Eintrag "
            "an oder lassen den Dienst abschalten.",
            "First find out whether any device or program still needs this access. Then correct the record, or have "
            "the service switched off.",
        ),
    ),
    FindingCode.IMAP_ANNOUNCED_BUT_OFF: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Lesen (IMAP) angekündigt, aber nicht da", "Reading (IMAP) announced, but not there"),
        Text(
            "Ein Wegweiser nennt {host} zum Lesen der Post. Dort gibt es diesen Dienst nicht.",
            "One signpost names {host} for reading mail. The service does not exist there.",
        ),
        Text(
            "Fragen Sie den Anbieter, ob IMAP noch einzuschalten ist. Sonst lassen Sie diese Angabe ändern.",
            "Ask the provider whether IMAP still has to be switched on. Otherwise have the entry changed.",
        ),
    ),
    FindingCode.POP3_ANNOUNCED_BUT_OFF: Outcome(
        Severity.WARNING,
        Fixer.COMPANY,
        Text("Abholen (POP3) angekündigt, aber nicht da", "Fetching (POP3) announced, but not there"),
        Text(
            "Ein Wegweiser nennt {host} zum Abholen der Post. Dort gibt es diesen Dienst nicht.",
            "One signpost names {host} for fetching mail. The service does not exist there.",
        ),
        Text(
            "Lassen Sie diese Angabe ändern oder löschen. Das kann, wer Ihre Domain oder Website betreut.",
            "Have the entry changed or deleted. Whoever looks after your domain or website can do it.",
        ),
    ),
    FindingCode.POP3_OPEN_BUT_UNANNOUNCED: Outcome(
        Severity.INFO,
        Fixer.COMPANY,
        Text("Abholen (POP3) ist offen, aber nirgends angekündigt", "Fetching (POP3) is open, but announced nowhere"),
        Text(
            "Ihre Domain kündigt nur das Lesen beim Anbieter an. {host} lässt aber auch abholen. Ein altes Gerät, das "
            "abholt und löscht, nimmt den anderen die Post weg.",
            "Your domain announces only reading at the provider. But {host} lets mail be fetched too. An old device "
            "that fetches and deletes takes the mail away from the others.",
        ),
        Text(
            "Listen Sie auf, welche Geräte und Programme abholen. Erst wenn keines mehr da ist, lassen Sie POP3 "
            "abschalten und das in der Domain vermerken.",
            "List which devices and programs fetch. Only when none is left, have POP3 switched off and say so in the "
            "domain.",
        ),
    ),
}
