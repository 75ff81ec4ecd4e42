"""What can be wrong with a staff list, as codes and as sentences that name the line and say what to do."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.text import Language, Text


class Reason(StrEnum):
    """Why a staff list or one row of it is refused."""

    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_NOT_TEXT = "file_not_text"
    FILE_ENCODING = "file_encoding"
    FILE_QUOTES = "file_quotes"
    FILE_PASSWORDS = "file_passwords"
    FILE_NO_ADDRESS_COLUMN = "file_no_address_column"
    FILE_NO_NAME_COLUMN = "file_no_name_column"
    FILE_COLUMN_TWICE = "file_column_twice"
    FILE_TOO_MANY_ROWS = "file_too_many_rows"
    FILE_TOO_MANY_COLUMNS = "file_too_many_columns"
    TOO_MANY_CELLS = "too_many_cells"
    CELL_TOO_LONG = "cell_too_long"
    HIDDEN_CHARACTERS = "hidden_characters"
    FORMULA = "formula"
    ADDRESS = "address"
    ADDRESS_NOT_ASCII = "address_not_ascii"
    ADDRESS_MIXED_SCRIPTS = "address_mixed_scripts"
    ADDRESS_LOOKS_LIKE = "address_looks_like"
    NAME_MISSING = "name_missing"
    USERNAME = "username"
    ROLE = "role"
    ALTERNATIVE = "alternative"
    KEEP_DAYS = "keep_days"
    KEEP_DAYS_WITHOUT_KEEPING = "keep_days_without_keeping"
    PROGRAM = "program"
    LANGUAGE = "language"
    PHONE = "phone"
    DUPLICATE = "duplicate"
    SECOND_COLLECTOR = "second_collector"
    COLLECTOR_DELETES = "collector_deletes"
    DELETES_FOR_OTHERS = "deletes_for_others"
    DELETES_FOR_ITSELF = "deletes_for_itself"
    PROGRAM_DELETES = "program_deletes"
    FETCHES_BESIDE_OTHERS = "fetches_beside_others"
    READ_BY_PAGE = "read_by_page"


@dataclass(frozen=True, slots=True)
class StaffProblem:
    """One refusal. ``line`` counts from 1 as a text editor does; None: the whole file is refused.

    ``other``: how another line writes the same mailbox.
    """

    reason: Reason
    line: int | None = None
    value: str = ""
    other: str = ""

    def describe(self, language: Language) -> str:
        """One sentence with cause and next step."""
        sentence = REASON_TEXTS[self.reason].into(language, value=self.value)
        if self.other:
            sentence = f"{sentence} {_OTHER.into(language, other=self.other)}"
        if self.line is None:
            return sentence
        return f"{_LINE.into(language, line=self.line)} {sentence}"


_LINE = Text("Zeile {line}:", "Line {line}:")
_OTHER = Text(
    "Dasselbe Postfach ist in der Zeile mit «{other}» gemeint.",
    "The same mailbox is meant in the line with “{other}”.",
)

REASON_TEXTS: dict[Reason, Text] = {
    Reason.FILE_EMPTY: Text(
        "Die Datei enthält keine Personen. Die erste Zeile nennt die Spalten, danach folgt eine Zeile pro Person.",
        "The file contains no people. The first line names the columns, then one line per person follows.",
    ),
    Reason.FILE_TOO_LARGE: Text(
        "Die Datei ist grösser als {value}. Teilen Sie sie auf.",
        "The file is larger than {value}. Split it up.",
    ),
    Reason.FILE_NOT_TEXT: Text(
        "Das ist keine CSV-Datei. Speichern Sie die Tabelle als «CSV UTF-8».",
        "This is not a CSV file. Save the table as “CSV UTF-8”.",
    ),
    Reason.FILE_ENCODING: Text(
        "Die Zeichen der Datei lassen sich nicht lesen. Speichern Sie die Tabelle als «CSV UTF-8».",
        "The characters of the file cannot be read. Save the table as “CSV UTF-8”.",
    ),
    Reason.FILE_QUOTES: Text(
        "Ab Zeile {value} fehlt ein Anführungszeichen. Ergänzen Sie es oder entfernen Sie das überzählige.",
        "From line {value} on a quotation mark is missing. Add it or remove the one too many.",
    ),
    Reason.FILE_PASSWORDS: Text(
        "Die Datei hat eine Spalte für Passwörter («{value}»). Löschen Sie diese Spalte; Passwörter gehören nicht in "
        "eine Liste. Es wurde nichts gespeichert.",
        "The file has a column for passwords (“{value}”). Delete this column; passwords do not belong in a list. "
        "Nothing was stored.",
    ),
    Reason.FILE_NO_ADDRESS_COLUMN: Text(
        "Die Spalte «adresse» fehlt. Die erste Zeile muss die Spalten nennen, mindestens «adresse» und «name».",
        "The column “address” is missing. The first line must name the columns, at least “address” and “name”.",
    ),
    Reason.FILE_NO_NAME_COLUMN: Text(
        "Die Spalte «name» fehlt. Die erste Zeile muss die Spalten nennen, mindestens «adresse» und «name».",
        "The column “name” is missing. The first line must name the columns, at least “address” and “name”.",
    ),
    Reason.FILE_COLUMN_TWICE: Text(
        "Die Spalte «{value}» kommt zweimal vor. Löschen Sie eine davon.",
        "The column “{value}” occurs twice. Delete one of them.",
    ),
    Reason.FILE_TOO_MANY_ROWS: Text(
        "Die Datei hat mehr als {value} Personen. Teilen Sie sie auf.",
        "The file has more than {value} people. Split it up.",
    ),
    Reason.FILE_TOO_MANY_COLUMNS: Text(
        "Die Datei hat mehr als {value} Spalten. Löschen Sie jene, die es nicht braucht.",
        "The file has more than {value} columns. Delete those that are not needed.",
    ),
    Reason.TOO_MANY_CELLS: Text(
        "Die Zeile hat mehr Felder als die Kopfzeile. Setzen Sie Felder mit Trennzeichen in Anführungszeichen.",
        "The row has more cells than the header. Put cells that hold a separator into quotation marks.",
    ),
    Reason.CELL_TOO_LONG: Text(
        "Das Feld «{value}» ist zu lang. Kürzen Sie es.",
        "The cell “{value}” is too long. Shorten it.",
    ),
    Reason.HIDDEN_CHARACTERS: Text(
        "Ein Feld enthält einen Zeilenumbruch oder unsichtbare Zeichen («{value}»). Tippen Sie es neu ein.",
        "A cell contains a line break or invisible characters (“{value}”). Type it in again.",
    ),
    Reason.FORMULA: Text(
        "«{value}» beginnt wie eine Formel. Entfernen Sie das erste Zeichen.",
        "“{value}” starts like a formula. Remove the first character.",
    ),
    Reason.ADDRESS: Text(
        "«{value}» ist keine E-Mail-Adresse. Prüfen Sie die Schreibweise, zum Beispiel name@firma.ch.",
        "“{value}” is not an email address. Check the spelling, for example name@company.com.",
    ),
    Reason.ADDRESS_NOT_ASCII: Text(
        "«{value}» hat vor dem @ einen Umlaut, einen Akzent oder einen Buchstaben eines anderen Alphabets. Das setzt "
        "voraus, dass der Anbieter, alle Mailprogramme und alle Empfänger eine Erweiterung kennen (SMTPUTF8); dafür "
        "gibt es hier keine Dateien. Nehmen Sie eine Adresse ohne solche Zeichen, zum Beispiel kaethe@firma.ch. Fehlt "
        "sie, kann der Anbieter sie als zweite Adresse (Alias) einrichten.",
        "“{value}” has an umlaut, an accent or a letter of another alphabet before the @. For that the provider, all "
        "mail programs and all recipients must know an extension (SMTPUTF8); there are no files for it here. Take an "
        "address without such letters, for example kaethe@company.com. If there is none, the provider can set it up "
        "as a second address (alias).",
    ),
    Reason.ADDRESS_MIXED_SCRIPTS: Text(
        "«{value}» mischt Buchstaben verschiedener Alphabete. Tippen Sie die Adresse neu ein.",
        "“{value}” mixes letters of different alphabets. Type the address in again.",
    ),
    Reason.ADDRESS_LOOKS_LIKE: Text(
        "«{value}» sieht aus wie eine andere Adresse der Liste, ist aber eine andere. Tippen Sie sie neu ein.",
        "“{value}” looks like another address of the list but is a different one. Type it in again.",
    ),
    Reason.NAME_MISSING: Text("Der Name fehlt. Tragen Sie ihn ein.", "The name is missing. Fill it in."),
    Reason.USERNAME: Text(
        "Der Benutzername «{value}» enthält Leerzeichen. Prüfen Sie ihn.",
        "The user name “{value}” contains blanks. Check it.",
    ),
    Reason.ROLE: Text(
        "Die Rolle «{value}» ist nicht bekannt. Möglich sind: Leser, Sammler, Programm.",
        "The role “{value}” is not known. Possible are: reader, collector, program.",
    ),
    Reason.ALTERNATIVE: Text(
        "Die Variante «{value}» ist nicht bekannt. Möglich sind: imap, imap_archive, pop3_keep, pop3_delete.",
        "The alternative “{value}” is not known. Possible are: imap, imap_archive, pop3_keep, pop3_delete.",
    ),
    Reason.KEEP_DAYS: Text(
        "«{value}» ist keine Anzahl Tage. Möglich sind ganze Zahlen von 1 bis 3650.",
        "“{value}” is not a number of days. Possible are whole numbers from 1 to 3650.",
    ),
    Reason.KEEP_DAYS_WITHOUT_KEEPING: Text(
        "Die Tage auf dem Server ({value}) passen nur zur Variante pop3_keep. Löschen Sie die Zahl oder ändern Sie "
        "die Variante.",
        "The days on the server ({value}) only go with the alternative pop3_keep. Delete the number or change the "
        "alternative.",
    ),
    Reason.PROGRAM: Text(
        "Das Programm «{value}» ist nicht bekannt. Möglich sind: outlook, outlook_new, apple, thunderbird, android, "
        "browser, other.",
        "The program “{value}” is not known. Possible are: outlook, outlook_new, apple, thunderbird, android, "
        "browser, other.",
    ),
    Reason.LANGUAGE: Text(
        "Die Sprache «{value}» gibt es hier nicht. Möglich sind: de, en.",
        "The language “{value}” is not available here. Possible are: de, en.",
    ),
    Reason.PHONE: Text(
        "«{value}» ist keine Telefonnummer. Schreiben Sie sie zum Beispiel so: +41 44 123 45 67.",
        "“{value}” is not a phone number. Write it for example like this: +41 44 123 45 67.",
    ),
    Reason.DUPLICATE: Text(
        "«{value}» steht schon weiter oben mit demselben Namen und derselben Rolle. Löschen Sie eine Zeile. Liest die "
        "Person mit IMAP auf mehreren Geräten, nennen Sie die Programme in einer Zeile.",
        "“{value}” is already listed above with the same name and role. Delete one of the lines. If the person reads "
        "by IMAP on several devices, name the programs in one line.",
    ),
    Reason.SECOND_COLLECTOR: Text(
        "Für «{value}» gibt es schon einen sammelnden Computer. Pro Postfach ist nur einer erlaubt.",
        "There is already a collecting computer for “{value}”. Only one per mailbox is allowed.",
    ),
    Reason.COLLECTOR_DELETES: Text(
        "Der sammelnde Computer für «{value}» darf auf dem Server nie löschen. Entfernen Sie Variante und Tage.",
        "The collecting computer for “{value}” must never delete on the server. Remove alternative and days.",
    ),
    Reason.DELETES_FOR_OTHERS: Text(
        "«{value}» wird auch in einer anderen Zeile gelesen. Diese Zeile würde Mails auf dem Server löschen, sofort "
        "oder nach Tagen, und sie dort wegnehmen. Wählen Sie imap. Soll der Computer nur Kopien sammeln, geben Sie "
        "ihm die Rolle Sammler: Er löscht nie.",
        "“{value}” is also read by others, in another line. This line would delete mail on the server, at once or "
        "after days, and take it away there. Choose imap. If the computer shall only collect copies, give it the role "
        "collector: it never deletes.",
    ),
    Reason.DELETES_FOR_ITSELF: Text(
        "Diese Person liest in mehreren Programmen ({value}), und jedes würde Mails auf dem Server löschen. Was eines "
        "löscht, fehlt im anderen. Nennen Sie nur ein Programm. Oder nehmen Sie eine Personalliste mit einer Zeile pro "
        "Gerät: das Handy mit der Variante imap, der Computer mit der Rolle Sammler.",
        "This person reads in several programs ({value}), and each would delete mail on the server. What one deletes "
        "is missing in the other. Name one program only. Or use a staff list with one line per device: the phone with "
        "the alternative imap, the computer with the role collector.",
    ),
    Reason.PROGRAM_DELETES: Text(
        "«{value}» wird auch in einer anderen Zeile gelesen, und dieses Programm würde Mails auf dem Server löschen. "
        "Geben Sie dem Programm ein eigenes Postfach oder eine weitergeleitete Kopie. Löscht es nie, schreiben Sie "
        "imap in die Spalte «variante».",
        "“{value}” is also read in another line, and this program would delete mail on the server. Give the program a "
        "mailbox of its own or a forwarded copy. If it never deletes, write imap into the column “alternative”.",
    ),
    Reason.FETCHES_BESIDE_OTHERS: Text(
        "«{value}» wird auch in einer anderen Zeile gelesen. Abholen (POP3) ist für eine einzige Person an einem "
        "einzigen Gerät: Manche Mailprogramme löschen dabei trotzdem auf dem Server. Wählen Sie imap. Soll der "
        "Computer nur Kopien sammeln, geben Sie ihm die Rolle Sammler. Bietet der Anbieter kein IMAP, lassen Sie nur "
        "eine Zeile stehen.",
        "“{value}” is also read in another line. Fetching (POP3) is for one person on one device: some mail programs "
        "delete on the server nevertheless. Choose imap. If the computer shall only collect copies, give it the role "
        "collector. If the provider offers no IMAP, leave one line only.",
    ),
    Reason.READ_BY_PAGE: Text(
        "Dieses Postfach liest auch «{value}», mit einer persönlichen Seite. Eine der beiden Personen würde Mails "
        "abholen (POP3), und der anderen könnten sie fehlen. Wählen Sie imap für beide. Liest «{value}» hier nicht "
        "mehr, sagen Sie das in der Tabelle der persönlichen Seiten.",
        "“{value}” reads this mailbox too, with a personal page. One of the two would fetch mail (POP3), and the other "
        "could miss it. Choose imap for both. If “{value}” no longer reads here, say so in the table of the personal "
        "pages.",
    ),
}
