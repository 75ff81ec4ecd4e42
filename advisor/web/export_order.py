"""What an export in the background is made of: chosen at the click, kept in its row, handed to the process that writes.

Everything a ZIP depends on is in here, so that the same order always gives the same bytes.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import dataclass

from pydantic import TypeAdapter

from advisor.profiles.export import PageOf
from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.targets import Target
from advisor.report.documents.settings import read_settings
from advisor.settings.same_row import by_row
from advisor.settings.staff import Defaults, StaffList, read_staff
from advisor.settings.staff_mix import Elsewhere
from advisor.settings.values import CompanySettings
from advisor.text import Language

_COSTS = {Target.SLIP: 40, Target.THUNDERBIRD_ANDROID_QR: 10}
"""Milliseconds for one person's file where it takes more than one: the PDF is set, the QR code is drawn."""
AT_ONCE = 1000
"""Milliseconds that a person waits for a download without a word; what takes longer goes to the background."""


def work(people: int, targets: Collection[Target]) -> int:
    """About how many milliseconds these files take on a common server: people times kinds, the slow kinds weighted."""
    return people * (1 + sum(_COSTS.get(target, 1) for target in targets))


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """``settings`` is a ``mailweiche.settings/1``, ``staff`` the list as it is kept.

    ``language``: of rows without their own; ``contact``: whom the readers of the files shall ask; ``server_deletion``:
    what somebody confirmed; ``own_pages``: mailbox, reader and link of everybody who has a personal page; ``despite``:
    whose rows are made although a rule excludes their way; ``elsewhere``: who reads mailboxes of the list by a page,
    where a row is left out because of them.
    """

    settings: str
    staff: bytes
    targets: tuple[Target, ...]
    skip_bad: bool
    language: Language
    contact: str | None
    server_deletion: ServerDeletion | None = None
    own_pages: tuple[tuple[str, str, str], ...] = ()
    despite: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    def company(self) -> CompanySettings:
        """The settings. Raises ``DocumentError``."""
        return read_settings(self.settings.encode())

    def people(self) -> StaffList:
        """The staff list, read as it was read for the preview."""
        return read_staff(self.staff, Defaults.of(self.company(), self.language, self.elsewhere), self.despite)

    def page_of(self) -> PageOf:
        """Finds the personal page of a row."""
        return by_row({(mailbox, reader): link for mailbox, reader, link in self.own_pages})

    def choices(self) -> str:
        """What is kept of it beside settings and staff."""
        return json.dumps(_ADAPTER.dump_python(self, mode="json", exclude={"settings", "staff"}))


_ADAPTER = TypeAdapter(ExportOrder)


def stored_order(settings: str, staff: bytes, choices: str) -> ExportOrder:
    """The order of a row. Raises ``ValueError`` for choices that are none."""
    return _ADAPTER.validate_python({**json.loads(choices), "settings": settings, "staff": staff})


def write_request(order: ExportOrder, path: str) -> bytes:
    """The order and where its ZIP goes, for the process that writes it."""
    staff = b64encode(order.staff).decode("ascii")
    request = {"settings": order.settings, "staff": staff, "choices": order.choices(), "path": path}
    return json.dumps(request).encode("ascii")


def read_request(data: bytes) -> tuple[ExportOrder, str]:
    """What ``write_request`` wrote."""
    request = json.loads(data)
    order = stored_order(request["settings"], b64decode(request["staff"]), request["choices"])
    return order, request["path"]
