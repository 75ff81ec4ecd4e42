"""What the preview says where mail is taken off the server: who must read alone, and whether the server may delete."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from babel.dates import get_timezone

from advisor.profiles.account import Account, account_for
from advisor.profiles.bundle import settings_sha256
from advisor.profiles.deletion_offer import DeletionOffer, Reader, deletion_offer, take
from advisor.profiles.server_deletion import ServerDeletion, keeps_longer
from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.catalogue import quoted
from advisor.questionnaire.groups import readers_together
from advisor.questionnaire.schema import Key
from advisor.report.dates import day
from advisor.settings.codes import Alternative, ReadingProtocol, Role
from advisor.settings.staff import StaffList, StaffRow
from advisor.settings.staff_mix import deletes, fetching_programs
from advisor.settings.values import CompanySettings
from advisor.store import served_domains
from advisor.text import TIME_ZONE
from advisor.web import i18n
from advisor.web.group_pages import group_ways
from advisor.web.i18n import gettext
from advisor.web.list_parts import MOST_SHOWN
from advisor.web.page_notes import noted_deletion
from advisor.web.page_readers import readers
from advisor.web.profile_pages import Chosen
from advisor.web.publications import released

FIELD = "server_deletes"
"""The tick; its value says for what just this page asked."""
MOST_NAMES = 5
_OTHERS_READ = {
    Key.DEVICES: frozenset({"two", "three_plus"}),
    Key.SHARED_ADDRESSES: frozenset({"few", "many"}),
    Key.READERS: frozenset({"program", "both"}),
}
"""Answers by which a mailbox may have readers that a staff list does not show."""


class StaleConfirmationError(ValueError):
    """The tick was for something else than what the list and the settings say now."""


@dataclass(frozen=True, slots=True)
class AloneView:
    """Who takes mail off the server, and what the company's answers say of other readers."""

    count: int
    names: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneProgramView:
    """Who fetches and gets files for several programs, of which they are to use one."""

    count: int
    names: str


@dataclass(frozen=True, slots=True)
class ServerDeletesView:
    """The question whether the server may delete. It is asked only where nobody is named in ``losers`` and no line of
    the list is ``bad``; ``token`` is the value of the tick.
    """

    days: int
    unable: str
    count: int
    readers: tuple[str, ...]
    losers: str
    bad: bool
    token: str


@dataclass(frozen=True, slots=True)
class StillDeletesView:
    """A deletion that somebody confirmed before, ``since`` when, and the people who would lose mail by it now."""

    days: int
    since: str
    count: int
    names: str


def alone_view(chosen: Chosen, staff: StaffList) -> AloneView | None:
    """The question whether somebody else reads these mailboxes; None where this list deletes nothing."""
    deleting = [row.person for row in staff.rows if deletes(row.alternative, row.keep_days)]
    if not deleting:
        return None
    hints = (*_of_answers(chosen.advice.answers), *_of_groups(chosen.advice.answers.groups))
    return AloneView(len(deleting), short_list(person.name for person in deleting), hints)


def one_program_view(staff: StaffList) -> OneProgramView | None:
    """Readers by POP3 for whom the list does not name the one program; None where there are none."""
    found = [row.person for row in staff.rows if _chooses_a_program(row)]
    return OneProgramView(len(found), short_list(person.name for person in found)) if found else None


def still_deletes_view(case_id: int, accounts: Iterable[Account | None]) -> StillDeletesView | None:
    """The warning for these people; None where no deletion is noted, or nobody among them counts on longer."""
    noted = noted_deletion(case_id)
    if noted is None:
        return None
    losing = [account for account in accounts if account and keeps_longer(account, noted.days)]
    if not losing:
        return None
    names = short_list(account.person.name for account in losing if account.person)
    return StillDeletesView(noted.days, day(noted.confirmed_on, i18n.current()), len(losing), names)


def server_deletes_view(chosen: Chosen, staff: StaffList) -> ServerDeletesView | None:
    """The offer for this list; None where nobody needs it or there is no file to switch it on."""
    offer = _offer(chosen, staff)
    if offer is None:
        return None
    return ServerDeletesView(
        offer.days,
        short_list(reader.name for reader in offer.unable),
        len(offer.readers),
        tuple(_shown(reader) for reader in offer.readers[:MOST_SHOWN]),
        short_list(_shown(reader) for reader in offer.losers),
        staff.incomplete,
        _token(chosen.settings, offer),
    )


def confirmed(chosen: Chosen, staff: StaffList, form: Mapping[str, str]) -> ServerDeletion | None:
    """What the tick confirms; None without one. Raises ``StaleConfirmationError``."""
    if FIELD not in form:
        return None
    offer = _offer(chosen, staff)
    if offer is None or offer.losers or staff.incomplete or form[FIELD] != _token(chosen.settings, offer):
        raise StaleConfirmationError
    return take(offer, datetime.now(get_timezone(TIME_ZONE)).date())


def _offer(chosen: Chosen, staff: StaffList) -> DeletionOffer | None:
    """The offer for this list; who else is known to keep mail on the server for longer would lose it, too."""
    offer = deletion_offer(chosen.settings, staff.people)
    if offer is None:
        return None
    case_id, days = chosen.case.id, offer.days
    others = (*_of_pages(case_id, days), *_groups_that_keep(chosen, days), *_of_programs(case_id, days))
    return replace(offer, losers=(*offer.losers, *(one for one in others if one not in offer.losers)))


def _of_pages(case_id: int, days: int) -> Iterable[Reader]:
    """Those whose personal page keeps their mail for longer, or says nobody knows what any more."""
    for one in readers(case_id):
        account = one.account
        if account is None or keeps_longer(account, days):
            yield Reader(one.name, one.person.address if one.person else "")


def _of_programs(case_id: int, days: int) -> Iterable[Reader]:
    """Whoever gets settings from here by asking for the domain, and keeps mail for longer with them."""
    row, handed_out = served_domains.of(case_id), released(case_id)
    if row is None or not row.answers or handed_out is None:
        return
    if keeps_longer(account_for(handed_out.settings, None), days):
        whose = gettext("everybody whose mail program gets its settings from here for %(domain)s", domain=row.domain)
        yield Reader(whose, "")


def _groups_that_keep(chosen: Chosen, days: int) -> Iterable[Reader]:
    """The groups of the company whose way keeps mail for longer."""
    for group in group_ways(chosen.advice.recommendation, chosen.settings):
        at_once = group.alternative == Alternative.POP3_DELETE
        in_time = group.alternative == Alternative.POP3_KEEP and group.keep_days is not None and group.keep_days <= days
        if not at_once and not in_time:
            yield Reader(gettext("the group %(name)s", name=group.name), group.way)


def _token(settings: CompanySettings, offer: DeletionOffer) -> str:
    """Ties a tick to the settings and the people that stood beside it."""
    about = [settings_sha256(settings), offer.days, [[reader.name, reader.address] for reader in offer.readers]]
    return hashlib.sha256(json.dumps(about).encode("ascii")).hexdigest()


def _chooses_a_program(row: StaffRow) -> bool:
    fetches = row.person.role is Role.READER and row.alternative.protocol is ReadingProtocol.POP3
    return fetches and len(fetching_programs(row.person.programs)) != 1


def _of_answers(answers: Answers) -> Iterable[str]:
    for key, codes in _OTHERS_READ.items():
        code = answers.code(key)
        if code in codes:
            yield gettext("You answered: %(answer)s", answer=quoted(key, code, i18n.current()))
    for group in answers.groups:
        own = [(key, group.answers.code(key)) for key in _OTHERS_READ]
        for key, code in own:
            if code in _OTHERS_READ[key] and code != answers.code(key):
                answer = quoted(key, code, i18n.current())
                yield gettext("You answered for the group %(group)s: %(answer)s", group=group.name, answer=answer)


def _of_groups(groups: tuple[Group, ...]) -> Iterable[str]:
    together = dict.fromkeys(tuple(one.name for one in readers_together(groups, group)) for group in groups)
    for names in together:
        if len(names) > 1:
            yield gettext("These groups read the same mailboxes: %(names)s", names=", ".join(names))


def short_list(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    listed = list(names)
    shown = ", ".join(listed[:MOST_NAMES])
    more = len(listed) - MOST_NAMES
    return gettext("%(names)s and %(more)s more", names=shown, more=more) if more > 0 else shown


def _shown(reader: Reader) -> str:
    return f"{reader.name} ({reader.address})" if reader.address else reader.name
