"""Kinds of mailbox groups that companies have, each with the few questions that usually differ for it.

``presets`` is how such a group usually answers; the person sees it and can change it. ``fixed`` follows from the kind
itself: a till is one device, and no question about people's devices would make sense for it.
"""

from dataclasses import dataclass

from advisor.questionnaire.answers import GroupKind
from advisor.questionnaire.schema import Key
from advisor.text import Text

MOST_GROUPS = 12
"""More groups than that make no page that anybody reads; larger companies use the command line."""


@dataclass(frozen=True, slots=True)
class KindOfGroup:
    """``title``: the kind on a card, ``example`` beneath it; ``name``: the name proposed for the group."""

    kind: GroupKind
    title: Text
    example: Text
    name: Text
    keys: tuple[Key, ...]
    presets: tuple[tuple[Key, str], ...] = ()
    fixed: tuple[tuple[Key, str], ...] = ()


_ROWS = (
    KindOfGroup(
        GroupKind.OFFICE,
        Text("Büro", "Office"),
        Text("Menschen an festen Arbeitsplätzen", "People at fixed workplaces"),
        Text("Büro", "Office"),
        (Key.DEVICES, Key.SHARED_ADDRESSES, Key.READERS, Key.OFFLINE_READING, Key.DATA_CONTROL, Key.DEVICE_BACKUP),
    ),
    KindOfGroup(
        GroupKind.ROAD,
        Text("Unterwegs", "On the road"),
        Text("Aussendienst, Montage, Fahrer", "Field staff, fitters, drivers"),
        Text("Aussendienst", "Field staff"),
        (Key.DEVICES, Key.PLACES, Key.OFFLINE_READING, Key.OUTAGES, Key.LINE, Key.DEVICES_LEAVE_OFFICE),
        presets=((Key.PLACES, "several"),),
    ),
    KindOfGroup(
        GroupKind.SHARED,
        Text("Gemeinsame Adresse", "Shared address"),
        Text("info@, bestellung@: mehrere Menschen lesen mit", "info@, orders@: several people read it"),
        Text("info@", "info@"),
        (Key.SHARED_ADDRESSES, Key.READERS, Key.DEVICES, Key.OFFLINE_READING, Key.KEEP_HISTORY),
        presets=((Key.SHARED_ADDRESSES, "few"),),
    ),
    KindOfGroup(
        GroupKind.PC,
        Text("Ein einzelner Computer", "A single computer"),
        Text("Buchhaltung, Empfang: ein Gerät, eine Person", "Accounting, reception: one device, one person"),
        Text("Buchhaltung", "Accounting"),
        (
            Key.DEVICES,
            Key.SHARED_ADDRESSES,
            Key.READERS,
            Key.DEVICE_BACKUP,
            Key.DATA_CONTROL,
            Key.PROVIDER_STAY,
            Key.KEEP_COPY_ON_SERVER,
        ),
        presets=((Key.DEVICES, "one"), (Key.SHARED_ADDRESSES, "none")),
    ),
    KindOfGroup(
        GroupKind.PROGRAM,
        Text("Ein Programm", "A program"),
        Text("Bestell- oder Kassensoftware, Ticketsystem", "Order or till software, a ticket system"),
        Text("Bestellsoftware", "Order software"),
        (Key.READERS, Key.CLIENT_LIMIT, Key.DEVICE_BACKUP, Key.KEEP_COPY_ON_SERVER),
        presets=((Key.READERS, "program"),),
        fixed=((Key.DEVICES, "one"), (Key.SHARED_ADDRESSES, "none")),
    ),
    KindOfGroup(
        GroupKind.OTHER,
        Text("Etwas anderes", "Something else"),
        Text("Alles, was hier nicht passt", "Whatever does not fit here"),
        Text("Gruppe", "Group"),
        (
            Key.DEVICES,
            Key.SHARED_ADDRESSES,
            Key.READERS,
            Key.PLACES,
            Key.OFFLINE_READING,
            Key.DATA_CONTROL,
            Key.DEVICE_BACKUP,
        ),
    ),
)

KINDS: dict[GroupKind, KindOfGroup] = {row.kind: row for row in _ROWS}
