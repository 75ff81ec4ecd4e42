"""What the policies of Thunderbird cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.PER_COMPUTER: LimitText(
        Text(
            "ACHTUNG: Diese Datei gilt für den ganzen Computer, nicht für eine Person.",
            "ATTENTION: this file holds for the whole computer, not for one person.",
        ),
        Text(
            "Sie wirkt bei allen, die dort Thunderbird öffnen. Was sie über das Löschen auf dem Server sagt, ist "
            "gesperrt; niemand kann es in Thunderbird ändern.",
            "It takes effect for everybody who opens Thunderbird there. What it says about deleting on the server is "
            "locked; nobody can change it in Thunderbird.",
        ),
        Text(
            "Legen Sie die Datei nur auf Computer, für die genau das gelten soll.",
            "Put the file only on computers for which exactly this shall hold.",
        ),
    ),
    Cannot.LOCKED_POP3: LimitText(
        Text(
            "ACHTUNG, wer was verliert: Mit POP3 liegen die Mails nur auf diesem Computer, und das Konto steht nur in "
            "dieser Datei.",
            "ATTENTION, who loses what: with POP3 the mail is on this computer only, and the account is in this file "
            "only.",
        ),
        Text(
            "Entfernt oder ersetzt jemand die Datei, sieht die Person ab dem nächsten Start von Thunderbird weder das "
            "Konto noch ihre Mails; auf dem Server gibt es sie vielleicht nicht mehr.",
            "If somebody removes or replaces the file, the person sees neither the account nor their mail from the "
            "next start of Thunderbird on; on the server it may no longer exist.",
        ),
        Text(
            "Nehmen Sie diese Datei nur, wenn alle an diesem Computer das wissen und jemand eine Mail aus der "
            "Datensicherung zurückgeholt hat. Sonst genügt die gewöhnliche Datei für Thunderbird.",
            "Use this file only when everybody at this computer knows this and somebody has brought one mail back from "
            "the backup. Otherwise the ordinary file for Thunderbird is enough.",
        ),
    ),
    Cannot.RULE_WOULD_DELETE: LimitText(
        Text(
            "Eine Regel für alle Computer, die auf dem Server löscht, sofort oder nach einer Frist, träfe auch Konten, "
            "die schon eingerichtet sind, selbst private.",
            "A rule for all computers that deletes on the server, at once or after some days, would also hit accounts "
            "that are already set up, even private ones.",
        ),
        Text(
            "Dort verschwänden Mails vom Server, die andere noch brauchen; darum wird keine solche Datei für die ganze "
            "Firma geschrieben.",
            "Mail that others still need would disappear from the server; therefore no such file is written for the "
            "whole company.",
        ),
        Text(
            "Nehmen Sie die Dateien der einzelnen Personen.",
            "Use the files of each person.",
        ),
    ),
    Cannot.RULE_FOR_FIRST_ACCOUNT: LimitText(
        Text(
            "Die Regel kann kein bestimmtes Konto nennen.",
            "The rule cannot name a certain account.",
        ),
        Text(
            "Sie gilt für das erste Konto in Thunderbird, auch wenn es schon da ist, und auch wenn es privat ist. "
            "Weitere Konten folgen ihr, sofern dort nichts anderes eingestellt ist.",
            "It holds for the first account in Thunderbird, even if it is already there, and even if it is private. "
            "Further accounts follow it unless something else is set there.",
        ),
        Text(
            "Legen Sie die Datei nicht auf einen Computer mit privaten Konten.",
            "Do not put the file on a computer with private accounts.",
        ),
    ),
    Cannot.ONE_DAY_BECOMES_TWO: LimitText(
        Text("Eine Frist von einem Tag kennt diese Datei nicht.", "This file knows no period of one day."),
        Text("Sie sagt zwei Tage.", "It says two days."),
        Text(
            "Brauchen Sie genau einen Tag, lassen Sie die Datei weg und richten Sie das Konto nach dem Blatt ein.",
            "If you need exactly one day, do without the file and set the account up with the sheet.",
        ),
    ),
    Cannot.ACCOUNT_LIVES_IN_FILE: LimitText(
        Text(
            "Die Datei kann kein Konto in ein Thunderbird eintragen, das schon eines hat.",
            "The file cannot enter an account into a Thunderbird that already has one.",
        ),
        Text(
            "Das Konto erscheint nur in einem neuen Thunderbird und nur, solange die Datei dort liegt. Entfernen oder "
            "ersetzen Sie die Datei, zeigt Thunderbird das Konto und seine Mails nicht mehr an.",
            "The account appears in a new Thunderbird only, and only as long as the file is there. If you remove or "
            "replace the file, Thunderbird no longer shows the account and its mail.",
        ),
        Text(
            "Kopieren Sie die Mails vorher in die lokalen Ordner, und richten Sie ein zusätzliches Konto mit dem "
            "Assistenten ein.",
            "First copy the mail into the local folders, and set up an additional account with the assistant.",
        ),
    ),
}
