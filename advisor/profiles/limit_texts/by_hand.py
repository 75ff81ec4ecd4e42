"""What programs cannot do that are set up by hand, with the sheet."""

from advisor.profiles.cannot import Cannot
from advisor.profiles.limit_texts.limit_text import LimitText
from advisor.text import Text

TEXTS: dict[Cannot, LimitText] = {
    Cannot.OFFLINE_PHONE: LimitText(
        Text("Handys halten keine vollständige Kopie.", "Phones do not hold a full copy."),
        Text("Sie zeigen ohne Internet nur neuere Mails.", "Without internet they show recent mail only."),
        Text(
            "Halten Sie die vollständige Kopie auf einem Computer.",
            "Keep the full copy on a computer.",
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
}
