"""The matrix as a table: how well each alternative does on each criterion, one value per cell, with its reason.

Values run on fixed scales from 0 to 1 and are own judgement within what the sources say; ``source`` names these. The
reasons are shown on the page that explains the policy.
"""

from dataclasses import dataclass

from advisor.decision.codes import ServerFact
from advisor.decision.criteria import Criterion
from advisor.settings.codes import Alternative
from advisor.text import Text


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one alternative on one criterion."""

    value: float
    why: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion, with the cells in the order of ``Alternative``. ``cap``: the most swing points it may get."""

    criterion: Criterion
    cap: int
    source: Text
    cells: tuple[Cell, Cell, Cell, Cell]


@dataclass(frozen=True, slots=True)
class SecondValue:
    """The one other value that a cell takes where the server has shown ``fact``."""

    fact: ServerFact
    criterion: Criterion
    alternative: Alternative
    value: float
    why: Text


_PROTOCOLS = Text(
    "Arbeitsweise von IMAP (RFC 9051) und POP3 (RFC 1939)", "How IMAP (RFC 9051) and POP3 (RFC 1939) work"
)
_ARTICLE = Text("Gründungsartikel und Hilfeseiten von Anbietern", "Founding article and help pages of providers")
_MEASURED = Text("Gründungsartikel; Messungen an Dovecot", "Founding article; measured with Dovecot")
_JUDGEMENT = Text("Eigenes Urteil", "Own judgement")
_ON_SERVER = Text("Alles liegt auf dem Server.", "Everything lies on the server.")
_POLLING = Text(
    "Fragt alle paar Minuten nach; POP3 kennt kein Melden.", "Asks every few minutes; POP3 cannot be told of new mail."
)
_INBOX_ONLY = Text("Vollständig für den Posteingang.", "Complete for the inbox.")
_WITHOUT_OTHERS = Text(
    "Vollständige Kopie, aber ohne Sortiertes und Gesendetes von anderswo.",
    "A full copy, but without what was sorted or sent elsewhere.",
)
_ONE_COMPUTER = Text(
    "Auf einem Computer, ohne Gesendetes von anderswo.", "On one computer, without what was sent elsewhere."
)
_SHARED = Text("Gelesen und beantwortet sehen alle.", "Everyone sees what is read and answered.")
_CONNECTIONS = Text(
    "Stehende Verbindungen, für jede Arbeitsspeicher.", "Standing connections, each of which takes memory."
)

ROWS: tuple[Row, ...] = (
    Row(Criterion.SAME_STATE, 100, _PROTOCOLS, (
        Cell(1, Text("Ein Stand für alle Geräte, auch Ordner und Gesendetes.",
                     "One state for all devices, folders and sent mail included.")),
        Cell(1, Text("Die Ablage kommt dazu, der Stand bleibt auf dem Server.",
                     "The archive is an addition, the state stays on the server.")),
        Cell(.15, Text("Sieht nur den Posteingang; andere Geräte sehen höchstens die letzten Tage.",
                       "Sees the inbox only; other devices see the last days at best.")),
        Cell(0, Text("Jede Mail landet auf nur einem Gerät.", "Each mail ends up on one device.")),
    )),
    Row(Criterion.TEAM, 100, _PROTOCOLS, (
        Cell(1, _SHARED),
        Cell(1, _SHARED),
        Cell(.1, Text("Andere können die Post auch holen, aber niemand sieht, was beantwortet ist.",
                      "Others may fetch the mail too, but nobody sees what was answered.")),
        Cell(0, Text("Wer zuerst abholt, hat die Mail allein.", "Who fetches first has the mail alone.")),
    )),
    Row(Criterion.OFFLINE, 60, _ARTICLE, (
        Cell(.25, Text("Merkt sich, was geöffnet wurde; mehr nur auf Einstellung.",
                       "Keeps what was opened; more only by setting.")),
        Cell(1, Text("Vollständige Kopie mit allen Ordnern.", "A full copy with all folders.")),
        Cell(.9, _WITHOUT_OTHERS),
        Cell(.9, _WITHOUT_OTHERS),
    )),
    Row(Criterion.LINE, 40, _JUDGEMENT, (
        Cell(.75, Text("Zuerst nur die Kopfzeilen, grosse Anhänge erst beim Öffnen.",
                       "Headers first, large attachments only when opened.")),
        Cell(.4, Text("Eine vollständige Kopie lädt alles einmal, je Gerät.",
                      "A full copy loads everything once, per device.")),
        Cell(.5, Text("Lädt alles einmal und zählt Behaltenes bei jedem Abruf auf.",
                      "Loads everything once and lists kept mail at each visit.")),
        Cell(.5, Text("Lädt alles einmal.", "Loads everything once.")),
    )),
    Row(Criterion.OFF_PROVIDER, 100, _ARTICLE, (
        Cell(0, Text("Alle Post bleibt beim Anbieter.", "All mail stays with the provider.")),
        Cell(.25, Text("Eine Ablage nimmt alte Post heraus.", "An archive moves old mail out.")),
        Cell(.65, Text("Einige Tage bleiben dort.", "Some days stay there.")),
        Cell(1, Text("Nach dem Abholen bleibt nichts.", "Nothing stays after fetching.")),
    )),
    Row(Criterion.OWN_COPY, 70, _ARTICLE, (
        Cell(.1, Text("Ein Zwischenspeicher ist keine vollständige Kopie.", "A cache is no complete copy.")),
        Cell(1, Text("Vollständig, mit Ordnern und Gesendetem.", "Complete, with folders and sent mail.")),
        Cell(.8, _INBOX_ONLY),
        Cell(.8, _INBOX_ONLY),
    )),
    Row(Criterion.SERVER_SPACE, 60, _ARTICLE, (
        Cell(0, Text("Alle Post füllt den Platz.", "All mail fills the space.")),
        Cell(.6, Text("Die Ablage nimmt alte Post heraus.", "The archive moves old mail out.")),
        Cell(.8, Text("Einige Tage füllen den Platz.", "Some days fill the space.")),
        Cell(1, Text("Nichts bleibt.", "Nothing stays.")),
    )),
    Row(Criterion.DEVICE_SPACE, 50, _ARTICLE, (
        Cell(1, Text("Merkt sich nur, was gebraucht wird.", "Keeps only what is needed.")),
        Cell(0, Text("Kopiert alles, je Gerät.", "Copies everything, per device.")),
        Cell(.3, Text("Kopiert alles, auf ein Gerät.", "Copies everything, onto one device.")),
        Cell(.3, Text("Kopiert alles, auf ein Gerät.", "Copies everything, onto one device.")),
    )),
    Row(Criterion.DEVICE_LOSS, 80, _ARTICLE, (
        Cell(1, _ON_SERVER),
        Cell(1, Text("Alles liegt auf dem Server, die Ablage ist gesichert.",
                     "Everything lies on the server, the archive is backed up.")),
        Cell(.4, Text("Einige Tage liegen noch auf dem Server.", "Some days are still on the server.")),
        Cell(0, Text("Auf dem Server liegt nichts.", "Nothing is on the server.")),
    )),
    Row(Criterion.THEFT, 50, _JUDGEMENT, (
        Cell(.75, Text("Auch ein Zwischenspeicher ist Beute, aber eine kleine.",
                       "A cache is loot too, but a small one.")),
        Cell(0, Text("Eine vollständige Kopie mit allen Ordnern ist Beute.", "A full copy with all folders is loot.")),
        Cell(.1, Text("Eine vollständige Kopie des Posteingangs ist Beute.", "A full copy of the inbox is loot.")),
        Cell(0, Text("Eine vollständige Kopie ist Beute, und es war die einzige.",
                     "A full copy is loot, and it was the only one.")),
    )),
    Row(Criterion.WRONG_DELETE, 30, _PROTOCOLS, (
        Cell(0, Text("Was hier gelöscht wird, ist überall gelöscht.", "What is deleted here is deleted everywhere.")),
        Cell(1, Text("Das Abgelegte ist ausser Reichweite; eine Offline-Kopie allein macht das Löschen mit.",
                     "What is archived is out of reach; an offline copy alone follows each deletion.")),
        Cell(.7, Text("Die Kopie auf dem Computer folgt dem Server nicht.",
                      "The copy on the computer does not follow the server.")),
        Cell(.6, Text("Wie mit behaltener Kopie, aber es ist die einzige.",
                      "As with a kept copy, but it is the only one.")),
    )),
    Row(Criterion.PUSH, 25, Text("IDLE (RFC 2177) und Abrufe (RFC 1939)", "IDLE (RFC 2177) and polling (RFC 1939)"), (
        Cell(1, Text("Der Server meldet neue Post selbst (IDLE).", "The server tells of new mail itself (IDLE).")),
        Cell(1, Text("Der Server meldet neue Post selbst (IDLE).", "The server tells of new mail itself (IDLE).")),
        Cell(.2, _POLLING),
        Cell(.2, _POLLING),
    )),
    Row(Criterion.EFFORT, 35, _JUDGEMENT, (
        Cell(1, Text("Was heutige Programme von selbst einrichten.", "What today’s programs set up by themselves.")),
        Cell(.25, Text("Ablage und eigene Sicherung brauchen Pflege.", "Archive and local backup need care.")),
        Cell(.45, Text("Die Tage auf dem Server und die Sicherung brauchen Pflege.",
                       "The days on the server and the backup need care.")),
        Cell(.55, Text("Die Sicherung braucht Pflege.", "The backup needs care.")),
    )),
    Row(Criterion.SERVER_LOAD, 50, _MEASURED, (
        Cell(.2, _CONNECTIONS),
        Cell(.2, _CONNECTIONS),
        Cell(.6, Text("Kurze Besuche, aber Behaltenes wird jedes Mal aufgezählt.",
                      "Short visits, but kept mail is listed at each.")),
        Cell(1, Text("Kurze Besuche in einem leeren Postfach.", "Short visits to an empty mailbox.")),
    )),
    Row(Criterion.CENTRAL, 70, _JUDGEMENT, (
        Cell(1, Text("Ein Ort für alles.", "One place for everything.")),
        Cell(.7, Text("Ein Ort, mit einer Kopie daneben.", "One place, with a copy beside it.")),
        Cell(.1, Text("Der einzelne Computer hat die Post.", "The single computer holds the mail.")),
        Cell(0, Text("Der einzelne Computer hat die einzige Post.", "The single computer holds the only mail.")),
    )),
    Row(Criterion.HISTORY, 40, _ARTICLE, (
        Cell(.8, Text("So weit der Platz reicht.", "As far as the space reaches.")),
        Cell(1, Text("Die Ablage ist nicht begrenzt.", "The archive has no limit.")),
        Cell(.5, _ONE_COMPUTER),
        Cell(.5, _ONE_COMPUTER),
    )),
    Row(Criterion.SOLE_PROGRAM, 90, _JUDGEMENT, (
        Cell(.6, Text("Ein Programm kann lesen und markieren; das Postfach füllt sich.",
                      "A program can read and mark; the mailbox fills up.")),
        Cell(.2, Text("Niemand braucht die Kopie.", "Nobody needs the copy.")),
        Cell(.1, Text("Muss sich merken, was schon verarbeitet ist.", "Must remember what it has already processed.")),
        Cell(1, Text("Nimmt jede Mail genau einmal.", "Takes each mail exactly once.")),
    )),
)  # fmt: skip

_ASKED = Text("Programme fragen alle paar Minuten nach.", "Programs ask every few minutes.")
_RARELY = Text(
    "Der Server lässt höchstens jede Viertelstunde herein (RFC 2449, Abschnitt 6.5).",
    "The server lets in every quarter of an hour at most (RFC 2449 section 6.5).",
)
_FLAGS = Text(
    "Der Stand jeder Mail eines Ordners kommt bei jedem Besuch neu, je etwa 40 Bytes; eigenes Urteil.",
    "The state of every mail in a folder comes anew at each visit, some 40 bytes each; own judgement.",
)

SECOND_VALUES: tuple[SecondValue, ...] = (
    SecondValue(ServerFact.NO_IDLE, Criterion.PUSH, Alternative.IMAP, 0.3, _ASKED),
    SecondValue(ServerFact.NO_IDLE, Criterion.PUSH, Alternative.IMAP_ARCHIVE, 0.3, _ASKED),
    SecondValue(ServerFact.LONG_LOGIN_DELAY, Criterion.PUSH, Alternative.POP3_KEEP, 0.1, _RARELY),
    SecondValue(ServerFact.LONG_LOGIN_DELAY, Criterion.PUSH, Alternative.POP3_DELETE, 0.1, _RARELY),
    SecondValue(ServerFact.NO_LEAN_SYNC, Criterion.LINE, Alternative.IMAP, 0.65, _FLAGS),
    SecondValue(ServerFact.NO_LEAN_SYNC, Criterion.LINE, Alternative.IMAP_ARCHIVE, 0.35, _FLAGS),
)
"""What a server fact changes in the matrix; unseen facts change nothing."""
