"""Steps with a file that was just loaded from a page, not unpacked from a folder; the rest is that of the guides."""

from advisor.profiles import guides_apple, guides_other
from advisor.profiles.account import IMAP_FORMS, POP3_FORMS
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
        Text("Tippen Sie das Passwort ein, wenn der Mac danach fragt.", "Type the password when the Mac asks for it.")
    ),
    *_shared(guides_apple.MAC, StepKind.ALWAYS),
)
_OUTLOOK = (
    Step(
        Text(
            "Klicken Sie auf «Datei herunterladen». Die Datei «mailweiche.prf» liegt danach im Ordner «Downloads».",
            "Click “Download the file”. The file “mailweiche.prf” is then in the folder “Downloads”.",
        )
    ),
    Step(
        Text(
            "Schliessen Sie Outlook. Drücken Sie die Windows-Taste und R zusammen: Das Fenster «Ausführen» geht auf.",
            "Close Outlook. Press the Windows key and R together: the window “Run” opens.",
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
            "Outlook legt ein eigenes Profil «{address} IMAP» an. Das bisherige bleibt, wie es ist.",
            "Outlook makes a profile of its own, “{address} IMAP”. The existing one stays as it is.",
        ),
        IMAP_FORMS,
    ),
    Step(
        Text(
            "Outlook legt ein eigenes Profil «{address} POP3» an. Das bisherige bleibt, wie es ist.",
            "Outlook makes a profile of its own, “{address} POP3”. The existing one stays as it is.",
        ),
        POP3_FORMS,
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

COMMANDS = {Target.OUTLOOK_PRF: 'outlook.exe /importprf "%USERPROFILE%\\Downloads\\mailweiche.prf"'}
"""The line to be copied for a file that is read by a command."""

STEPS: dict[tuple[GuideCode, Target], tuple[Step, ...]] = {
    (GuideCode.IPHONE, Target.APPLE): _IPHONE,
    (GuideCode.MAC, Target.APPLE): _MAC,
    (GuideCode.OUTLOOK, Target.OUTLOOK_PRF): _OUTLOOK,
    (GuideCode.ANDROID, Target.K9): _ANDROID,
}
"""Files that a person without knowledge sets up alone; of all others the format itself says how they are used."""
