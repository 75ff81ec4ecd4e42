"""Alarms: what must be done or known before anything is changed. They stand ahead of the advice."""

from advisor.decision.codes import Alarm
from advisor.report.texts.values import Note
from advisor.text import Text

ALARMS: dict[Alarm, Note] = {
    Alarm.MAIL_ONLY_ON_PC: Note(
        Text("Bevor Sie etwas umstellen", "Before you change anything"),
        Text(
            "Ihre Post liegt vielleicht nur auf einem Computer. Ändern Sie kein Konto, löschen Sie keines und "
            "installieren Sie nichts neu, bis dreierlei erledigt ist: eine Sicherung auf einem anderen Datenträger, "
            "eine daraus zurückgeholte und geöffnete E-Mail, und eine Liste, wie viele E-Mails in jedem Ordner "
            "liegen.",
            "Your mail may lie on one computer only. Do not change or delete an account, and do not reinstall "
            "anything, until three things are done: a backup on another medium, one mail restored from it and opened, "
            "and a list of how many mails each folder holds.",
        ),
    ),
    Alarm.ENCRYPT_FIRST: Note(
        Text("Zuerst die Geräte verschlüsseln", "Encrypt the devices first"),
        Text(
            "Unverschlüsselte Geräte verlassen das Büro, oder wir wissen nicht, ob es so ist. Legen Sie keine "
            "vollständige Kopie der Post auf solche Geräte und holen Sie dort keine Post ab, bevor sie verschlüsselt "
            "sind.",
            "Unencrypted devices leave the office, or we do not know whether they do. Put no full copy of the mail on "
            "such devices, and fetch no mail there, before they are encrypted.",
        ),
    ),
    Alarm.SEPARATE_PROGRAM_MAILBOX: Note(
        Text("Programm und Menschen trennen", "Keep program and people apart"),
        Text(
            "Ein Programm und Menschen lesen dasselbe Postfach. Geben Sie dem Programm zuerst ein eigenes Postfach "
            "oder eine weitergeleitete Kopie. Löscht eines von beiden, verschwindet die Post sonst auch für die "
            "anderen.",
            "A program and people read the same mailbox. First give the program a mailbox of its own or a forwarded "
            "copy. Otherwise, when one of them deletes, the mail is gone for the others too.",
        ),
    ),
    Alarm.BACKUP_FIRST: Note(
        Text("Zuerst die Sicherung lösen", "Solve the backup first"),
        Text(
            "Was auf Ihren Computern liegt, ist nicht verlässlich gesichert, oder wir wissen es nicht. Richten Sie "
            "zuerst eine automatische Sicherung ein und testen Sie das Zurückholen. Bis dahin bleibt die Post beim "
            "Anbieter.",
            "What lies on your computers is not reliably backed up, or we do not know. First set up an automatic "
            "backup and test the restore. Until then the mail stays with the provider.",
        ),
    ),
}
