"""What is known of single mail server programs and matters to a company; no word where nothing is."""

from advisor.text import Text
from probes.codes import Protocol
from probes.services.product_table import ProductCode

_NO_LIST_STATUS = Text(
    "Dieses Programm nennt die Zahl der ungelesenen Nachrichten nicht für alle Ordner auf einmal (LIST-STATUS). Bei "
    "vielen Ordnern dauert das Nachsehen etwas länger.",
    "This software does not tell the number of unread messages for all folders at once (LIST-STATUS). With many "
    "folders looking takes a little longer.",
)

QUIRKS: dict[tuple[ProductCode, Protocol], Text] = {
    (ProductCode.GMAIL, Protocol.POP3): Text(
        "Gmail gibt jede Nachricht beim Abholen nur einem Programm. Mit «recent:» vor dem Benutzernamen bekommt jedes "
        "Programm die letzten 30 Tage. Verlassen Sie sich nicht darauf, dass beim Abholen alles kommt.",
        "When fetching, Gmail gives each message to one program only. With “recent:” in front of the user name each "
        "program gets the last 30 days. Do not rely on fetching to bring everything.",
    ),
    (ProductCode.GMAIL, Protocol.IMAP): Text(
        "Gmail kennt Etiketten statt Ordner: Eine Nachricht kann an mehreren Orten stehen. Zählen Sie vor und nach "
        "einem Umzug in «Alle Nachrichten».",
        "Gmail has labels instead of folders: a message can stand in several places. Before and after a move, count "
        "in “All mail”.",
    ),
    (ProductCode.WILDDUCK, Protocol.POP3): Text(
        "Dieses Programm zeigt beim Abholen nur die neuesten 250 Nachrichten.",
        "When fetching, this software shows the newest 250 messages only.",
    ),
    (ProductCode.EXCHANGE_ONLINE, Protocol.IMAP): _NO_LIST_STATUS,
    (ProductCode.PROTON_BRIDGE, Protocol.IMAP): _NO_LIST_STATUS,
    (ProductCode.KERIO, Protocol.SUBMISSION): Text(
        "Dieses Programm lässt manchmal absichtlich warten, bevor es grüsst (gegen Spam). Eine langsame Antwort ist "
        "dann keine Störung.",
        "This software sometimes waits on purpose before it greets (against spam). A slow answer is then no fault.",
    ),
}
