"""The sentences for what a file cannot express: what it is, what happens instead, what to do."""

from dataclasses import dataclass

from advisor.profiles.account import Account
from advisor.profiles.cannot import Cannot
from advisor.text import Language, Text

NEVER_AS_DAYS = 9999
"""Days that stand for "never" where a number is needed: 27 years, small enough for programs that count in seconds."""


@dataclass(frozen=True, slots=True)
class LimitText:
    """The three sentences for one code; ``{days}`` is the number of days on the server."""

    cannot: Text
    instead: Text
    todo: Text

    def sentences(self, language: Language, account: Account) -> tuple[str, str, str]:
        """The sentences in ``language``, filled in for the account."""
        days = account.keep_days if account.keep_days is not None else NEVER_AS_DAYS
        cannot, instead, todo = (text.into(language, days=days) for text in (self.cannot, self.instead, self.todo))
        return cannot, instead, todo


LIMIT_TEXTS: dict[Cannot, LimitText] = {
    Cannot.NO_INCOMING_SERVER: LimitText(
        Text("Der Server zum Empfangen ist nicht bekannt.", "The server for receiving mail is not known."),
        Text("Es gibt keine Datei, die Mails holen könnte.", "There is no file that could fetch mail."),
        Text(
            "Fragen Sie den Mailanbieter nach dem Servernamen und geben Sie ihn in der Prüfung an.",
            "Ask the mail provider for the server name and enter it in the check.",
        ),
    ),
    Cannot.NO_SENDING_SERVER: LimitText(
        Text("Der Server zum Senden ist nicht bekannt.", "The server for sending mail is not known."),
        Text("Eine Einrichtung ohne Senden wäre unvollständig.", "A set-up without sending would be incomplete."),
        Text(
            "Fragen Sie den Mailanbieter nach dem Servernamen zum Senden.",
            "Ask the mail provider for the name of the sending server.",
        ),
    ),
    Cannot.OAUTH2_REQUIRED: LimitText(
        Text(
            "Der Anbieter nimmt keine Passwörter an, nur die Anmeldung über seine eigene Seite (OAuth2). Das Profil "
            "kann das nicht ausdrücken.",
            "The provider takes no passwords, only the sign-in on its own page (OAuth2). The profile cannot express "
            "this.",
        ),
        Text("Es wird kein Profil geschrieben.", "No profile is written."),
        Text(
            "Fügen Sie das Konto auf dem Gerät unter dem Namen des Anbieters hinzu.",
            "Add the account on the device under the name of the provider.",
        ),
    ),
    Cannot.OAUTH2_KNOWN_SERVERS: LimitText(
        Text(
            "Die Anmeldung auf der Seite des Anbieters (OAuth2) gelingt nur bei Servern, die Thunderbird kennt.",
            "The sign-in on the provider’s page (OAuth2) only works for servers that Thunderbird itself knows.",
        ),
        Text("Bei anderen Servern misslingt die Anmeldung.", "With other servers the sign-in fails."),
        Text(
            "Fragen Sie dann den Anbieter, wie Thunderbird sich anmelden soll.",
            "In that case ask the provider how Thunderbird shall sign in.",
        ),
    ),
    Cannot.COLLECTOR_MUST_KEEP: LimitText(
        Text(
            "Der sammelnde Computer darf auf dem Server nie löschen. Das Apple-Profil kann das nicht vorschreiben.",
            "The collecting computer must never delete on the server. The Apple profile cannot demand this.",
        ),
        Text(
            "Das Gerät könnte nach einigen Tagen löschen, darum wird kein Profil geschrieben.",
            "The device might delete after some days, therefore no profile is written.",
        ),
        Text(
            "Richten Sie das Konto nach dem Blatt von Hand ein.",
            "Set the account up by hand with the sheet.",
        ),
    ),
    Cannot.PROGRAM_TAKES_VALUES: LimitText(
        Text(
            "Dieses Postfach holt ein Programm der Firma ab; es kann diese Datei nicht lesen.",
            "A program of the company collects this mailbox; it cannot read this file.",
        ),
        Text("Es wird keine Datei geschrieben.", "No file is written."),
        Text(
            "Tragen Sie die Werte vom Blatt im Programm ein.",
            "Enter the values of the sheet in the program.",
        ),
    ),
    Cannot.OFFLINE_COPY: LimitText(
        Text(
            "Die Datei kann die vollständige Kopie auf dem Computer und ihre Sicherung nicht einschalten.",
            "The file cannot switch on the full copy on the computer and its backup.",
        ),
        Text("Das Programm behält seine eigene Einstellung.", "The program keeps its own setting."),
        Text(
            "Schalten Sie die Kopie nach dem Blatt ein und richten Sie die Datensicherung ein.",
            "Switch the copy on with the sheet and set up the backup.",
        ),
    ),
    Cannot.OFFLINE_PHONE: LimitText(
        Text("Handys halten keine vollständige Kopie.", "Phones do not hold a full copy."),
        Text("Sie zeigen ohne Internet nur neuere Mails.", "Without internet they show recent mail only."),
        Text(
            "Halten Sie die vollständige Kopie auf einem Computer.",
            "Keep the full copy on a computer.",
        ),
    ),
    Cannot.KEEP_FOREVER: LimitText(
        Text("Die Datei kann «nie löschen» nicht ausdrücken.", "The file cannot express “never delete”."),
        Text(
            "Sie sagt {days} Tage; das sind über 27 Jahre.",
            "It says {days} days, which is more than 27 years.",
        ),
        Text(
            "Entfernen Sie in Thunderbird den Haken bei «Für höchstens … Tage».",
            "Untick “For at most … days” in Thunderbird.",
        ),
    ),
    Cannot.DELETES_TOGETHER: LimitText(
        Text(
            "Die Datei kann nicht abschalten, dass Thunderbird beim Löschen auch auf dem Server löscht.",
            "The file cannot switch off that Thunderbird also deletes on the server when you delete.",
        ),
        Text(
            "Was Sie in Thunderbird löschen, verschwindet auch auf dem Server.",
            "What you delete in Thunderbird also disappears from the server.",
        ),
        Text(
            "Entfernen Sie in Thunderbird den Haken bei «Bis ich sie lösche».",
            "Untick “Until I delete them” in Thunderbird.",
        ),
    ),
    Cannot.NO_DAYS: LimitText(
        Text(
            "Das Profil kann nicht sagen, dass Mails nach {days} Tagen vom Server gelöscht werden.",
            "The profile cannot say that mail is deleted from the server after {days} days.",
        ),
        Text(
            "Das Gerät nimmt seine eigene Frist. Je nach Version kann ein Mac früher löschen und ein iPhone gar nicht.",
            "The device takes its own time. Depending on the version a Mac may delete earlier, and an iPhone never.",
        ),
        Text(
            "Stellen Sie die Frist gleich nach dem Installieren nach dem Blatt ein.",
            "Set the time with the sheet right after installing.",
        ),
    ),
    Cannot.NO_FOREVER: LimitText(
        Text(
            "Das Profil kann nicht sagen, dass Mails auf dem Server bleiben.",
            "The profile cannot say that mail stays on the server.",
        ),
        Text(
            "Ein Mac kann sie je nach Version nach einiger Zeit löschen.",
            "A Mac may delete it after some time, depending on its version.",
        ),
        Text(
            "Schalten Sie das Löschen gleich nach dem Installieren nach dem Blatt aus.",
            "Switch the deletion off with the sheet right after installing.",
        ),
    ),
    Cannot.NO_DELETE: LimitText(
        Text(
            "Das Profil kann nicht sagen, dass Mails nach dem Abholen vom Server gelöscht werden.",
            "The profile cannot say that mail is deleted from the server after fetching.",
        ),
        Text(
            "Die Mails bleiben so lange auf dem Server, wie das Gerät es selbst vorsieht.",
            "The mail stays on the server as long as the device itself decides.",
        ),
        Text(
            "Stellen Sie das Löschen auf dem Mac nach dem Blatt ein.",
            "Set the deletion on the Mac with the sheet.",
        ),
    ),
    Cannot.PHONE_DAYS: LimitText(
        Text(
            "iPhone und Mac kennen nur wenige feste Fristen, nicht beliebige wie {days} Tage.",
            "iPhone and Mac know only a few fixed periods, not any number such as {days} days.",
        ),
        Text("Die Frist wird ungefähr.", "The period becomes approximate."),
        Text("Wählen Sie die nächstlängere Frist oder «Nie».", "Choose the next longer period or “Never”."),
    ),
    Cannot.PHONE_NEVER_DELETES: LimitText(
        Text(
            "Thunderbird für Android löscht nach dem Abholen nie auf dem Server.",
            "Thunderbird for Android never deletes on the server after fetching.",
        ),
        Text("Die Mails bleiben auf dem Server liegen.", "The mail stays on the server."),
        Text(
            "Richten Sie dieses Postfach auf einem Computer ein, nicht auf dem Handy.",
            "Set this mailbox up on a computer, not on the phone.",
        ),
    ),
    Cannot.PHONE_READS_IMAP_ONLY: LimitText(
        Text(
            "Thunderbird für Android liest aus dieser Datei nur IMAP.",
            "Thunderbird for Android reads only IMAP from this file.",
        ),
        Text("Auf dem Handy findet es keine Einstellungen.", "It finds no settings on the phone."),
        Text(
            "Diese Art zu lesen ist für genau einen Computer gedacht; lassen Sie das Handy weg.",
            "This way of reading is meant for exactly one computer; leave the phone out.",
        ),
    ),
    Cannot.NEW_OUTLOOK_POP3: LimitText(
        Text(
            "Das neue Outlook bietet POP3 je nach Version nicht oder nur mit wenigen Einstellungen an.",
            "The new Outlook offers POP3 not at all or with few settings, depending on its version.",
        ),
        Text(
            "Sie finden dort vielleicht keine Frist für das Löschen.",
            "You may find no period for the deletion there.",
        ),
        Text(
            "Nehmen Sie das klassische Outlook oder Thunderbird.",
            "Use classic Outlook or Thunderbird.",
        ),
    ),
    Cannot.ONE_ENCRYPTION_SWITCH: LimitText(
        Text(
            "Das Profil hat nur einen Schalter für die Verschlüsselung und kann STARTTLS nicht eigens nennen.",
            "The profile has one switch for encryption only and cannot name STARTTLS.",
        ),
        Text(
            "Der Schalter steht auf «ein»; das Gerät findet die Art selbst heraus.",
            "The switch is on; the device finds out the kind by itself.",
        ),
        Text(
            "Findet das Gerät keine Verbindung, schalten Sie die Verschlüsselung nicht aus, sondern fragen Sie nach.",
            "If the device finds no connection, do not switch the encryption off; ask for help.",
        ),
    ),
    Cannot.USERNAME_UNKNOWN: LimitText(
        Text("Der Benutzername ist nicht bekannt.", "The user name is not known."),
        Text("Das Programm fragt danach.", "The program asks for it."),
        Text(
            "Tippen Sie den Benutzernamen ein, den der Anbieter nennt.", "Type the user name that the provider gives."
        ),
    ),
    Cannot.UNSIGNED: LimitText(
        Text("Das Profil ist nicht signiert.", "The profile is not signed."),
        Text(
            "Das Gerät zeigt beim Installieren «Nicht signiert» oder «Nicht überprüft» an. Das sagt nichts über "
            "Viren; es heisst, dass der Absender nicht elektronisch bestätigt ist.",
            "The device shows “Not Signed” or “Not Verified” while installing. This says nothing about viruses; it "
            "means that the sender is not confirmed electronically.",
        ),
        Text(
            "Installieren Sie das Profil nur, wenn Sie es von Ihrer Firma erhalten haben und deren Name darin steht.",
            "Install the profile only if you got it from your company and it shows its name.",
        ),
    ),
}
