"""What the page of one employee shows, finished for the template."""

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import segno

from advisor.profiles.account import Account, Form
from advisor.profiles.files import ExportFile
from advisor.profiles.guides import GuideCode, guides_for
from advisor.profiles.personal import (
    ProgramOffer,
    can_be_set_up,
    file_of,
    may_choose_one,
    program_offer,
    targets_of,
)
from advisor.profiles.remarks import Circumstances
from advisor.profiles.sheet import GUIDES, SheetView, sheet_view
from advisor.profiles.targets import Target
from advisor.report.dates import day
from advisor.settings.values import CompanySettings, Person
from advisor.store.employee_links import Link
from advisor.text import Language
from advisor.web import i18n
from advisor.web.devices import Device
from advisor.web.employees import link_to
from advisor.web.i18n import say
from advisor.web.page_notes import contact_of, noted_deletion
from advisor.web.page_readers import account_of, clashing, person_of
from advisor.web.publications import shown_by

_EVERYWHERE = frozenset({GuideCode.BROWSER, GuideCode.PROVIDER_SIGN_IN, GuideCode.OTHER})
_ON = {
    Device.IPHONE: frozenset({GuideCode.IPHONE}),
    Device.ANDROID: frozenset({GuideCode.ANDROID}),
    Device.WINDOWS: frozenset({GuideCode.OUTLOOK, GuideCode.OUTLOOK_NEW, GuideCode.THUNDERBIRD}),
    Device.MAC: frozenset({GuideCode.MAC, GuideCode.THUNDERBIRD}),
    Device.LINUX: frozenset({GuideCode.THUNDERBIRD}),
}
"""The programs that a device can run."""
PHONES = frozenset({Device.IPHONE, Device.ANDROID})
_ON_PHONES = _ON[Device.IPHONE] | _ON[Device.ANDROID]


class Setup(StrEnum):
    """What the part with the steps shows; ``BACKUP``: the person has to say first that their computer is backed up."""

    STEPS = "steps"
    WHICH_DEVICE = "which_device"
    WHICH_PROGRAM = "which_program"
    ONLY_ONE = "only_one"
    OTHER_DEVICE = "other_device"
    BACKUP = "backup"
    NO_SERVER = "no_server"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Employee:
    """Whose page it is, with the settings as they were released when it was made, and what the server deletes today.

    ``clashes``: somebody else reads the mailbox too, and one of them takes mail off the server.
    """

    link: Link
    token: str
    person: Person
    settings: CompanySettings
    account: Account
    clashes: bool

    @property
    def must_choose(self) -> tuple[GuideCode, ...]:
        """The programs of which the person still has to choose one."""
        several = may_choose_one(self.account)
        return () if self.link.program in several else several

    @property
    def may_change(self) -> bool:
        """Whether the one program that was chosen may still be another one."""
        return not self.clashes and self.link.done_at is None and self.link.program in may_choose_one(self.account)

    @property
    def must_back_up(self) -> bool:
        """Whether the first fetch deletes, and the person has not yet said that the computer is backed up."""
        return self.account.form is Form.POP3_DELETE and self.link.backup_at is None

    @property
    def programs(self) -> tuple[GuideCode, ...]:
        """The programs that the person may set up."""
        if self.clashes or self.must_choose:
            return ()
        one_only = may_choose_one(self.account)
        return tuple(code for code in can_be_set_up(self.account) if code not in one_only or code == self.link.program)

    def file(self, target: Target) -> ExportFile | None:
        """The file that the person may have, byte for byte that of the ZIP."""
        if self.must_back_up or target not in targets_of(self.programs):
            return None
        return file_of(self.settings, self.person, target, contact_of(self.link.case_id))


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class EmployeePage:
    """Everything on the page. ``picture`` is the code for Android, ``qr`` the page itself for a phone."""

    token: str
    name: str
    organisation: str
    sheet: SheetView
    setup: Setup
    device: Device | None
    recognised: Device | None
    programs: tuple[Choice, ...]
    all_programs: tuple[str, ...]
    offer: ProgramOffer | None
    picture: str | None
    qr: str | None
    contact: str | None
    until: str
    done_at: datetime | None
    trouble_at: datetime | None
    may_change: bool

    @property
    def to_set_up(self) -> bool:
        """Whether there is anything to set up here, to test and to report."""
        return self.setup in (Setup.STEPS, Setup.WHICH_DEVICE, Setup.WHICH_PROGRAM)


def employee_of(link: Link, token: str) -> Employee | None:
    """Whose page a link opens; None where its case hands out nothing that this version can read."""
    person, settings = person_of(link), shown_by(link.publication_id)
    account = account_of(settings, person)
    if person is None or settings is None or account is None:
        return None
    settings = replace(settings, server_deletes=noted_deletion(link.case_id))
    return Employee(link, token, person, settings, account, link.id in clashing(link.case_id))


def employee_page(
    employee: Employee, *, recognised: Device | None, device: Device | None, program: str | None
) -> EmployeePage:
    """The page for a device, and for a program where one is named."""
    language, asked = i18n.current(), contact_of(employee.link.case_id)
    here = _programs_on(device, employee.programs)
    chosen = _chosen(here, program)
    setup = _setup(employee, device, here, chosen)
    offer = program_offer(chosen, employee.account, language) if chosen and setup is Setup.STEPS else None
    offered = employee.must_choose if setup is Setup.ONLY_ONE else here
    return EmployeePage(
        token=employee.token,
        name=employee.person.name,
        organisation=employee.account.organisation,
        sheet=sheet_view(employee.account, Circumstances.of(employee.settings, asked), language),
        setup=setup,
        device=device,
        recognised=recognised,
        programs=tuple(Choice(code, say(GUIDES[code].title)) for code in offered),
        all_programs=tuple(GUIDES[code].title.into(language) for code in employee.programs),
        offer=offer,
        picture=_picture(employee, offer) if recognised is not Device.ANDROID else None,
        qr=_qr(link_to(employee.token)) if recognised not in PHONES and _ON_PHONES & set(employee.programs) else None,
        contact=asked,
        until=day(employee.link.expires_at, language),
        done_at=employee.link.done_at,
        trouble_at=employee.link.trouble_at,
        may_change=employee.may_change,
    )


def language_of(employee: Employee, wanted: str | None) -> Language:
    """The language that was switched to, else the one of the staff list, of those on offer."""
    offered = i18n.available()
    if wanted in offered:
        return Language(wanted)
    return employee.person.language if employee.person.language in offered else offered[0]


def _programs_on(device: Device | None, programs: tuple[GuideCode, ...]) -> tuple[GuideCode, ...]:
    able = _EVERYWHERE | _ON[device] if device else frozenset(GuideCode)
    return tuple(code for code in programs if code in able)


def _chosen(here: tuple[GuideCode, ...], program: str | None) -> GuideCode | None:
    if len(here) == 1:
        return here[0]
    return next((code for code in here if code == program), None)


def _setup(employee: Employee, device: Device | None, here: tuple[GuideCode, ...], chosen: GuideCode | None) -> Setup:
    if employee.clashes:
        return Setup.CLASH
    if not guides_for(employee.account):
        return Setup.NO_SERVER
    if employee.must_choose:
        return Setup.ONLY_ONE
    if employee.must_back_up:
        return Setup.BACKUP
    if device is None:
        return Setup.WHICH_DEVICE
    if not here:
        return Setup.OTHER_DEVICE
    return Setup.STEPS if chosen else Setup.WHICH_PROGRAM


def _picture(employee: Employee, offer: ProgramOffer | None) -> str | None:
    """The code for Thunderbird on Android as a picture, to be scanned from this screen."""
    wanted = Target.THUNDERBIRD_ANDROID_QR
    if offer is None or not any(file.target is wanted and not file.refused for file in offer.files):
        return None
    made = employee.file(wanted)
    return None if made is None else f"data:image/svg+xml;base64,{b64encode(made.data).decode()}"


def _qr(address: str) -> str:
    return segno.make(address, error="m", micro=False).svg_data_uri(scale=5, border=4, light="white")
