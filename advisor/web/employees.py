"""The personal pages of a case: making them for a staff list, and their links."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from flask import request, url_for

from advisor.report.documents.employee import write_employee
from advisor.settings.same_row import mailbox_and_reader
from advisor.settings.values import CompanySettings, Person
from advisor.store import cases, employee_links
from advisor.store.employee_links import Link, NewLink
from advisor.store.models import Case
from advisor.web.employee_tokens import hash_of, new_nonce, token_for
from advisor.web.page_changes import told, without_change
from advisor.web.page_readers import account_of, reader
from advisor.web.publications import all_released, release
from advisor.web.settings import settings as configured


def make_pages(case: Case, settings: CompanySettings, people: Sequence[Person]) -> None:
    """Release the settings and give each person a page with them.

    Who has a page keeps its link, and what it tells them to set up, until it is made anew (``page_changes``).
    """
    number = release(case.id, settings)
    cases.touch(case, days=configured().case_days)
    employee_links.add(case.id, number, [_new(case.id, person) for person in people], expiry(case))
    employee_links.adopt(number, without_change(case.id, number))


def renew(case: Case, link_id: int) -> None:
    """Give one row another link."""
    nonce = new_nonce()
    token_hash = hash_of(token_for(case.id, nonce))
    if token_hash is not None:
        employee_links.renew(case.id, link_id, nonce=nonce, token_hash=token_hash, expires_at=expiry(case))


def expiry(case: Case) -> datetime:
    """When a link that is made now runs out: never later than its case."""
    return min(datetime.now(UTC) + timedelta(days=configured().link_days), case.expires_at)


def token_of(link: Link) -> str | None:
    """The secret of a link; None where it was made under another key of the installation."""
    token = token_for(link.case_id, link.nonce)
    return token if hash_of(token) == link.token_hash else None


def has_address() -> bool:
    """Whether this installation knows under which address others reach it."""
    return bool(configured().public_url)


def link_to(token: str) -> str:
    """The whole address of a page; by what the browser calls this installation, where its address is not set."""
    base = configured().public_url or request.host_url.rstrip("/")
    return base + url_for("employee.show", token=token)


def slip_pages(case_id: int, settings: CompanySettings, people: Iterable[Person]) -> dict[tuple[str, str], str]:
    """The links that belong on the printed slips of these people, by mailbox and reader.

    None where the address is not set, and none to a page that was made under other settings than the slip.
    """
    if not has_address():
        return {}
    now, shown = datetime.now(UTC), all_released(case_id)
    live = {(link.mailbox, link.reader): link for link in employee_links.of_case(case_id) if link.is_live(now)}
    found = {}
    for person in people:
        link = live.get(mailbox_and_reader(person))
        token = token_of(link) if link else None
        if link and token and told(reader(link, shown).account) == told(account_of(settings, person)):
            found[link.mailbox, link.reader] = link_to(token)
    return found


def _new(case_id: int, person: Person) -> NewLink:
    """What is stored of a row: no number of a phone, because no page shows it."""
    nonce = new_nonce()
    token_hash = hash_of(token_for(case_id, nonce))
    if token_hash is None:
        raise ValueError("a secret that was made here must have the form of one")
    return NewLink(token_hash, nonce, *mailbox_and_reader(person), write_employee(replace(person, phone=None)))
