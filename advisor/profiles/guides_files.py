"""Steps with a file that was just loaded from a page, not unpacked from a folder; the rest is that of the guides."""

from advisor.profiles import guides_apple, guides_other
from advisor.profiles.account import Form
from advisor.profiles.guides import GuideCode, GuideText, Step, StepKind
from advisor.profiles.targets import Target
from advisor.text import Text

TARGETS: dict[GuideCode, tuple[Target, ...]] = {
    GuideCode.OUTLOOK: (Target.OUTLOOK_PRF,),
    GuideCode.IPHONE: (Target.APPLE,),
    GuideCode.MAC: (Target.APPLE,),
    GuideCode.THUNDERBIRD: (Target.THUNDERBIRD,),
    GuideCode.ANDROID: (Target.K9, Target.THUNDERBIRD_ANDROID_QR),
}
"""The files of each program that one person can use."""


def _shared(guide: GuideText, *kinds: StepKind) -> tuple[Step, ...]:
    return tuple(step for step in guide.steps if step.kind in kinds)


_IPHONE = (
    Step(
        Text(
            "Öffnen Sie diese Seite auf dem iPhone oder iPad in «Safari», und tippen Sie auf «Datei herunterladen». "
            "Fragt das Gerät, ob die Website ein Konfigurationsprofil laden darf, tippen Sie auf «Zulassen».",
            "Open this page on the iPhone or iPad in “Safari” and tap “Download the file”. If the device asks whether "
            "the website may download a configuration profile, tap “Allow”.",
        )
    ),
    *_shared(guides_apple.IPHONE, StepKind.WITH_FILE, StepKind.ALWAYS),
)
_MAC = (
    Step(
        Text(
            "Klicken Sie auf «Datei herunterladen», und öffnen Sie die Datei «mailweiche.mobileconfig» im Ordner "
            "«Downloads» mit einem Doppelklick.",
            "Click “Download the file”, and open the file “mailweiche.mobileconfig” in the folder “Downloads” with a "
            "double-click.",
        )
    ),
    *_shared(guides_apple.MAC, StepKind.WITH_FILE),
    Step(
        Text(
            "Fragt der Mac nach dem Passwort von «{address}», tippen Sie das Passwort des Postfachs ein. Vielleicht "
            "fragt er auch nach dem Passwort, mit dem Sie sich am Mac anmelden; das ist ein anderes.",
            "When the Mac asks for the password of “{address}”, type the password of the mailbox. It may also ask for "
            "the password with which you sign in to the Mac; that is another one.",
        )
    ),
    *_shared(guides_apple.MAC, StepKind.ALWAYS),
)
_BACKUP_FIRST = Step(
    Text(
        "Machen Sie zuerst eine Datensicherung dieses Computers, und holen Sie eine Mail daraus zurück. Erst dann geht "
        "es weiter: Mit der Datei löscht das Programm schon beim ersten Abholen auf dem Server.",
        "First make a backup of this computer, and bring one mail back from it. Go on only then: with the file the "
        "program deletes on the server the first time it fetches.",
    ),
    frozenset({Form.POP3_DELETE}),
)
"""Nobody can ask for this later: the file deletes as soon as it is used."""

_OUTLOOK = (
    _BACKUP_FIRST,
    Step(
        Text(
            "Liegt im Ordner «Downloads» schon eine Datei «{prf_file}», löschen Sie diese alte Datei. Klicken Sie dann "
            "auf «Datei herunterladen»: Die neue «{prf_file}» liegt danach im Ordner «Downloads».",
            "If the folder “Downloads” already holds a file “{prf_file}”, delete this old file. Then click “Download "
            "the file”: the new “{prf_file}” is then in the folder “Downloads”.",
        )
    ),
    Step(
        Text(
            "Schliessen Sie Outlook. Öffnen Sie in Windows die «Systemsteuerung», «Mail», «Profile anzeigen». Steht "
            "dort ein Profil, dessen Name mit «{address}» beginnt und mit «IMAP» oder «POP3» weitergeht, ist es "
            "von einer früheren Datei: Wählen Sie es aus, und klicken Sie auf «Entfernen».",
            "Close Outlook. In Windows open the “Control Panel”, “Mail”, “Show Profiles”. If there is a profile whose "
            "name begins with “{address}” and goes on with “IMAP” or “POP3”, it is from an earlier file: choose it and "
            "click “Remove”.",
        )
    ),
    Step(
        Text(
            "Löschen Sie dabei nie eine Datendatei (Endung «.pst»): Darin liegen die bisher abgeholten Mails. Sie "
            "bleibt auf dem Computer, meist im Ordner «Dokumente», «Outlook-Dateien». Im neuen Profil öffnen Sie sie "
            "mit «Datei», «Öffnen und exportieren», «Outlook-Datendatei öffnen».",
            "Never delete a data file on the way (ending “.pst”): it holds the mail fetched so far. It stays on the "
            "computer, usually in the folder “Documents”, “Outlook Files”. In the new profile open it by “File”, "
            "“Open & Export”, “Open Outlook Data File”.",
        )
    ),
    Step(
        Text(
            "Drücken Sie die Windows-Taste und R zusammen: Das Fenster «Ausführen» geht auf.",
            "Press the Windows key and R together: the window “Run” opens.",
        )
    ),
    Step(
        Text(
            "Kopieren Sie die Zeile, die über diesen Schritten steht, fügen Sie sie dort ein, und drücken Sie die "
            "Eingabetaste.",
            "Copy the line shown above these steps, paste it into that window, and press Enter.",
        )
    ),
    Step(
        Text(
            "Outlook legt ein eigenes Profil «{prf_profile}» an. Alle anderen bleiben, wie sie sind.",
            "Outlook makes a profile of its own, “{prf_profile}”. All others stay as they are.",
        )
    ),
    Step(
        Text(
            "Öffnen Sie in Windows die «Systemsteuerung», «Mail», «Profile anzeigen». Wählen Sie «Zu verwendendes "
            "Profil bestätigen».",
            "In Windows open the “Control Panel”, “Mail”, “Show Profiles”. Choose “Prompt for a profile to be used”.",
        )
    ),
    Step(
        Text(
            "Starten Sie Outlook, wählen Sie das neue Profil, und tippen Sie das Passwort ein. Erscheint eine "
            "Zertifikatswarnung, brechen Sie ab und fragen Sie nach.",
            "Start Outlook, choose the new profile and type the password. If a certificate warning appears, stop and "
            "ask for help.",
        )
    ),
)
_ANDROID = (
    Step(
        Text(
            "Installieren Sie «Thunderbird» aus dem Play Store. Öffnen Sie dann diese Seite auf dem Handy, und tippen "
            "Sie auf «Datei herunterladen».",
            "Install “Thunderbird” from the Play Store. Then open this page on the phone and tap “Download the file”.",
        )
    ),
    Step(
        Text(
            "Öffnen Sie Thunderbird, und wählen Sie «Einstellungen importieren». Suchen Sie im Ordner «Downloads» die "
            "Datei «mailweiche.k9s» aus.",
            "Open Thunderbird and choose “Import settings”. Pick the file “mailweiche.k9s” in the folder “Downloads”.",
        )
    ),
    *_shared(guides_other.ANDROID, StepKind.WITH_FILE, StepKind.ALWAYS),
)

COMMANDS = {Target.OUTLOOK_PRF: 'outlook.exe /importprf "%USERPROFILE%\\Downloads\\{prf_file}"'}
"""The line to be copied for a file that is read by a command; it holds the fields of the steps."""

STEPS: dict[tuple[GuideCode, Target], tuple[Step, ...]] = {
    (GuideCode.IPHONE, Target.APPLE): _IPHONE,
    (GuideCode.MAC, Target.APPLE): _MAC,
    (GuideCode.OUTLOOK, Target.OUTLOOK_PRF): _OUTLOOK,
    (GuideCode.ANDROID, Target.K9): _ANDROID,
}
"""Files that a person without knowledge sets up alone; of all others the format itself says how they are used."""
