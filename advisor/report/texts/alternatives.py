"""The protocols and their forms in an owner's words; the technical word stands in brackets once."""

from dataclasses import dataclass

from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import Text


@dataclass(frozen=True, slots=True)
class ProtocolTexts:
    """``name``: the technical word; ``verdict``: the big sentence of the result."""

    name: Text
    verdict: Text
    description: Text


@dataclass(frozen=True, slots=True)
class AlternativeTexts:
    """``name``: short, for rows and bars; ``verdict``: the line about the form; ``description``: what it is."""

    name: Text
    verdict: Text
    description: Text


PROTOCOLS: dict[ReadingProtocol, ProtocolTexts] = {
    ReadingProtocol.IMAP: ProtocolTexts(
        name=Text("IMAP", "IMAP"),
        verdict=Text(
            "Lassen Sie die Post beim Anbieter und lesen Sie sie dort (IMAP).",
            "Leave the mail with the provider and read it there (IMAP).",
        ),
        description=Text(
            "Die Post liegt beim Anbieter. Alle Geräte zeigen denselben Bestand: Was Sie an einem Ort lesen, ordnen "
            "oder löschen, ändert sich überall.",
            "The mail lies with the provider. All devices show the same: what you read, sort or delete in one place "
            "changes everywhere.",
        ),
    ),
    ReadingProtocol.POP3: ProtocolTexts(
        name=Text("POP3", "POP3"),
        verdict=Text(
            "Holen Sie die Post auf einen einzigen Computer (POP3).",
            "Fetch the mail onto one single computer (POP3).",
        ),
        description=Text(
            "Ein Computer holt neue Post beim Anbieter ab und bewahrt sie selbst auf. Geholt wird nur der Posteingang, "
            "keine anderen Ordner.",
            "One computer fetches new mail from the provider and keeps it itself. Only the inbox is fetched, no other "
            "folders.",
        ),
    ),
}

ALTERNATIVES: dict[Alternative, AlternativeTexts] = {
    Alternative.IMAP: AlternativeTexts(
        name=Text("Beim Anbieter lesen", "Read at the provider"),
        verdict=Text(
            "Die übliche Form genügt: lesen beim Anbieter (IMAP), ohne vollständige Kopie auf den Geräten.",
            "The usual form is enough: reading at the provider (IMAP), without a full copy on the devices.",
        ),
        description=Text(
            "Die Post bleibt beim Anbieter. Die Geräte merken sich nur, was sie zuletzt gezeigt haben.",
            "The mail stays with the provider. The devices remember only what they showed last.",
        ),
    ),
    Alternative.IMAP_ARCHIVE: AlternativeTexts(
        name=Text("Beim Anbieter lesen, mit eigener Kopie", "Read at the provider, with your own copy"),
        verdict=Text(
            "Dazu eine vollständige Kopie im eigenen Haus (IMAP mit Offline-Kopie und eigener Ablage).",
            "With a full copy in your own house (IMAP with an offline copy and a store of your own).",
        ),
        description=Text(
            "Die Post bleibt beim Anbieter, und Sie halten zusätzlich eine vollständige Kopie, die ohne Internet "
            "lesbar ist. Dazu gehört eine getrennte Ablage oder Sicherung, denn die Offline-Kopie macht jedes Löschen "
            "mit.",
            "The mail stays with the provider, and you keep a full copy as well that is readable without internet. A "
            "separate store or backup belongs to it, for the offline copy follows each deletion.",
        ),
    ),
    Alternative.POP3_KEEP: AlternativeTexts(
        name=Text("Abholen, Kopie bleibt beim Anbieter", "Fetch, a copy stays with the provider"),
        verdict=Text(
            "Ein einziger Computer holt die Post ab, eine Kopie bleibt beim Anbieter (POP3 mit Kopie).",
            "One single computer fetches the mail, a copy stays with the provider (POP3 with a copy).",
        ),
        description=Text(
            "Genau ein Computer mit genau einer Person holt die Post. Beim Anbieter bleibt eine Kopie, damit ein "
            "Defekt nicht gleich alles kostet. Dieser Computer braucht eine getestete Sicherung.",
            "Exactly one computer with exactly one person fetches the mail. A copy stays with the provider, so that a "
            "defect does not cost everything at once. This computer needs a tested backup.",
        ),
    ),
    Alternative.POP3_DELETE: AlternativeTexts(
        name=Text("Abholen und beim Anbieter löschen", "Fetch and delete at the provider"),
        verdict=Text(
            "Ein einziger Computer oder ein Programm holt die Post ab und löscht sie beim Anbieter (POP3).",
            "One single computer or program fetches the mail and deletes it at the provider (POP3).",
        ),
        description=Text(
            "Nach dem Abholen gibt es die Post nur noch an einem Ort. Ohne getestete Sicherung ist sie nach einem "
            "Defekt verloren.",
            "After fetching, the mail exists in one place only. Without a tested backup it is lost after a defect.",
        ),
    ),
}

KEEP_DAYS = Text(
    "Die Kopie bleibt {days} Tage beim Anbieter. Das deckt Ferien und die Zeit bis zur nächsten Sicherung.",
    "The copy stays with the provider for {days} days. That covers holidays and the time until the next backup.",
)
KEEP_FOR_EVER = Text(
    "Die Kopie beim Anbieter wird nie gelöscht. Behalten Sie den freien Platz im Auge.",
    "The copy at the provider is never deleted. Keep an eye on the free space.",
)
