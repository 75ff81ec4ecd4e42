"""The words of the printed slip that are not on the sheet: as few as possible, for a person who knows nothing."""

from advisor.settings.codes import Program
from advisor.text import Text

TYPED = Text("Das tippen Sie ein", "What you type")
STEPS = Text("So geht es", "What to do")
LIMITS = Text("Gut zu wissen", "Good to know")
PHONE = Text("Handy mit Android", "Android phone")

OPEN_IMAP = Text(
    "Öffnen Sie {program}. Fügen Sie ein Konto hinzu, und wählen Sie «IMAP».",
    "Open {program}. Add an account and choose “IMAP”.",
)
OPEN_POP3 = Text(
    "Öffnen Sie {program}. Fügen Sie ein Konto hinzu: «POP3» oder «POP».",
    "Open {program}. Add an account: “POP3” or “POP”.",
)
COPY = Text(
    "Tippen Sie die Werte von oben ab, Zeichen für Zeichen.",
    "Type the values from above, character by character.",
)
FILE = Text(
    "Gibt es in Ihrem Ordner eine Datei für Ihr Programm, nehmen Sie diese («README»). Sonst:",
    "If your folder holds a file for your program, use that (“README” says how). Otherwise:",
)
FINISH = Text(
    "Tippen Sie das Passwort ein. Bei einer Zertifikatswarnung brechen Sie ab und fragen.",
    "Type the password. If a certificate warning appears, stop and ask for help.",
)
SEND_TO_SELF = Text(
    "Schreiben Sie sich eine Mail. Liegt sie im Posteingang und im Browser (Webmail) auch unter «Gesendet», ist alles "
    "bereit.",
    "Write a mail to yourself. If it is in the inbox, and in the browser (webmail) in “Sent” too, everything is ready.",
)
SEND_TO_SELF_POP3 = Text(
    "Schreiben Sie sich eine Mail. Liegt sie im Posteingang und unter «Gesendet», ist alles bereit.",
    "Write a mail to yourself. If it is in the inbox, and in “Sent” too, everything is ready.",
)
ASK_FIRST = Text(
    "Richten Sie noch nichts ein. Oben fehlt ein Server: Fragen Sie zuerst danach.",
    "Set nothing up yet. A server is missing above: first ask for it.",
)

MAIL_PROGRAM = Text("Ihr Mailprogramm", "your mail program")
COLLECTING_PROGRAM = Text("das Programm, das diese Mails abholt", "the program that collects this mail")
PROGRAMS: dict[Program, Text] = {
    Program.OUTLOOK_NEW: Text("Outlook", "Outlook"),
    Program.APPLE: Text("die Einstellungen des Geräts", "the settings of the device"),
    Program.THUNDERBIRD: Text("Thunderbird", "Thunderbird"),
    Program.ANDROID: Text("«Thunderbird» auf dem Handy", "“Thunderbird” on the phone"),
}
"""What to open, where a person uses one of these and nothing else."""

SCAN = Text(
    "In der App «Thunderbird»: «Einstellungen importieren», dann diesen Code einlesen und das Passwort eintippen.",
    "In the app “Thunderbird”: “Import settings”, then scan this code and type the password.",
)
CODE = Text(
    "QR-Code mit den Einstellungen für Thunderbird auf Android, ohne Passwort",
    "QR code with the settings for Thunderbird on Android, without the password",
)

PAGE = Text("Ihre eigene Seite", "Your own page")
PAGE_SCAN = Text(
    "Mit der Kamera des Handys: die Datei und die Schritte für Ihr Gerät.",
    "With the camera of a phone: the file and the steps for your device.",
)
PAGE_CODE = Text(
    "QR-Code mit der Adresse Ihrer eigenen Seite, ohne Passwort",
    "QR code with the address of your own page, without the password",
)

NOT_HERE = Text(
    "Schreiben Sie es nicht auf dieses Blatt, und schicken Sie es niemandem per Mail.",
    "Do not write it on this page, and do not send it to anybody by mail.",
)
STAY_ENCRYPTED = Text("Schalten Sie die Verschlüsselung nie aus.", "Never switch the encryption off.")
ASK_GIVER = Text(
    "Fragen Sie die Person, von der Sie dieses Blatt haben.",
    "Ask the person from whom you got this page.",
)
CUT = Text(
    "Hier ist nicht Platz für alles. Was diese Einstellungen nicht können, steht in der Datei «README» in Ihrem "
    "Ordner.",
    "There is not room for everything here. What these settings cannot do is in the file “README” in your folder.",
)
CHECKED = Text("Server geprüft am {date}", "Servers checked on {date}")
NOT_ALL_CHECKED = Text("Nicht jeder Server ist geprüft", "Not every server is checked")
MORE = Text("Ausführlich: Datei «README» in Ihrem Ordner", "In full: file “README” in your folder")
