"""What the profile for Apple devices cannot say."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.NO_DAYS: LimitText(
        Text(
            "Das Profil kann nicht sagen, dass Mails nach {days} Tagen vom Server gelöscht werden.",
            "The profile cannot say that mail is deleted from the server after {days} days.",
        ),
        Text(
            "Das Gerät folgt seiner eigenen Frist. Je nach Version löscht ein Mac vielleicht früher, ein iPhone nie.",
            "The device follows its own period. A Mac may delete earlier and an iPhone never, depending on the "
            "version.",
        ),
        Text(
            "Stellen Sie die Frist gleich nach dem Installieren nach dem Blatt ein.",
            "Set the period with the sheet right after installing.",
        ),
    ),
    Cannot.NO_FOREVER: LimitText(
        Text(
            "Das Profil kann nicht sagen, dass Mails auf dem Server bleiben.",
            "The profile cannot say that mail stays on the server.",
        ),
        Text(
            "Ein Mac würde sie je nach Version nach einer Woche löschen; darum wird das Profil nicht geschrieben.",
            "A Mac would delete it after a week, depending on its version; therefore the profile is not written.",
        ),
        Text(
            "Richten Sie das Konto nach dem Blatt von Hand ein, und schalten Sie das Löschen vor dem ersten Abholen "
            "aus.",
            "Set the account up by hand with the sheet, and switch the deletion off before the first mail is fetched.",
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
    Cannot.ONE_ENCRYPTION_SWITCH: LimitText(
        Text(
            "Das Profil hat für die Verschlüsselung nur einen Schalter; es kann die Art STARTTLS nicht nennen.",
            "The profile has a single switch for encryption; it cannot name the kind STARTTLS.",
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
    Cannot.SIGNATURE_ENDS: LimitText(
        Text(
            "Die Signatur des Profils gilt nur, solange ihr Zertifikat gilt.",
            "The signature of the profile is valid only as long as its certificate is.",
        ),
        Text(
            "Danach zeigt das Gerät beim Installieren «Nicht überprüft» an. Installierte Profile bleiben.",
            "After that the device shows “Not Verified” while installing. Installed profiles stay.",
        ),
        Text(
            "Verteilen Sie danach neu signierte Profile.",
            "After that hand out newly signed profiles.",
        ),
    ),
}
