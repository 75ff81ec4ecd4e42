"""What a click under a staff list takes along: whether bad rows are left out, and rows with an excluded way made."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from flask import flash

from advisor.profiles.bundle import settings_sha256
from advisor.report.result.groups import way_phrase
from advisor.report.staff_rows import why_excluded
from advisor.settings.codes import Alternative
from advisor.settings.staff import StaffList, StaffRow, read_staff
from advisor.web import i18n
from advisor.web.deletion_pages import short_list
from advisor.web.i18n import gettext
from advisor.web.list_parts import MOST_SHOWN
from advisor.web.profile_pages import Chosen

SKIP_BAD = "skip_bad_rows"
"""The button that goes on without bad rows; the tick decides about rows with an excluded way."""
WITHOUT_HELD = "without_excluded"
"""The button that goes on without the rows with an excluded way."""
DESPITE = "despite_rule"
"""The tick; its value says for what just this page asked."""


@dataclass(frozen=True, slots=True)
class HeldWay:
    """People with one excluded way: each with line, and the sentences of the rules."""

    way: str
    why: tuple[str, ...]
    people: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HeldView:
    """The question whether files shall be made although rules exclude the way; ``token`` is the value of the tick."""

    count: int
    names: str
    ways: tuple[HeldWay, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A list as a click takes it, and what it was read from; ``despite``: the addresses whose rows are made although a
    rule excludes the way.
    """

    data: bytes
    staff: StaffList
    despite: tuple[str, ...]
    skip_bad: bool


def held_view(chosen: Chosen, staff: StaffList) -> HeldView | None:
    """The question for this list; None where no row is held back."""
    held = staff.held
    if not held:
        return None
    ways = (tuple(row for row in held if row.alternative is way) for way in Alternative)
    return HeldView(
        len(held),
        short_list(row.person.name for row in held),
        tuple(_of_way(rows, chosen) for rows in ways if rows),
        _token(chosen, held),
    )


def take(chosen: Chosen, data: bytes, form: Mapping[str, str]) -> Taken | None:
    """The kept list as the click wants it; None where there is something to decide first, which the next page says."""
    staff = read_staff(data, chosen.defaults)
    despite: tuple[str, ...] = ()
    if DESPITE in form and WITHOUT_HELD not in form:
        if form[DESPITE] != _token(chosen, staff.held):
            flash(gettext("The list or the settings have changed since you ticked. Read it again."), "warning")
            return None
        despite = tuple(row.person.address for row in staff.held)
        staff = read_staff(data, chosen.defaults, despite)
    skip_bad = SKIP_BAD in form or (WITHOUT_HELD in form and not staff.problems)
    if staff.people and (skip_bad or not staff.incomplete):
        return Taken(data, staff, despite, skip_bad)
    if staff.held:
        flash(gettext("Say first what shall happen to the people whose way a rule excludes."), "warning")
    return None


def _of_way(rows: tuple[StaffRow, ...], chosen: Chosen) -> HeldWay:
    language, way = i18n.current(), rows[0].alternative
    people = tuple(
        gettext(
            "%(name)s (%(address)s), line %(line)s", name=row.person.name, address=row.person.address, line=row.line
        )
        for row in rows[:MOST_SHOWN]
    )
    phrase = way_phrase(way, None, language, native=False)
    return HeldWay(phrase, why_excluded(chosen.settings, way, language), people, len(rows) - len(people))


def _token(chosen: Chosen, held: Collection[StaffRow]) -> str:
    """Ties a tick to the settings and the people that stood beside it."""
    people = [[row.line, row.person.name, row.person.address, row.alternative, row.keep_days] for row in held]
    return hashlib.sha256(json.dumps([settings_sha256(chosen.settings), people]).encode("ascii")).hexdigest()
