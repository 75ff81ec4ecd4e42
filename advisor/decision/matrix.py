"""How well each alternative does on each criterion: fixed scales from 0 to 1, one value per cell, with its reason.

The scales do not depend on which alternatives are compared, so dropping or adding one never turns the others round.
The reasons are notes for whoever checks the policy; the wording for readers is made elsewhere.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from advisor.decision.codes import ServerFact
from advisor.decision.criteria import Criterion
from advisor.settings.codes import Alternative

ALTERNATIVES: tuple[Alternative, ...] = tuple(Alternative)
CRITERIA: tuple[Criterion, ...] = tuple(Criterion)


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one alternative on one criterion."""

    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion, with the cells in the order of ``Alternative``. ``cap``: the most swing points it may get."""

    criterion: Criterion
    cap: int
    cells: tuple[Cell, Cell, Cell, Cell]


_POLLING = "asked every few minutes, RFC 1939 knows no push"
_ON_SERVER = "everything lies on the server"

ROWS: tuple[Row, ...] = (
    Row(Criterion.SAME_STATE, 100, (
        Cell(1, "one state for all devices, folders and sent mail included"),
        Cell(1, "the archive is an addition, the state stays on the server"),
        Cell(.15, "sees the inbox only, N days of overlap at best"),
        Cell(0, "each mail ends up on one device"),
    )),
    Row(Criterion.TEAM, 100, (
        Cell(1, "read and answered are shared"),
        Cell(1, "read and answered are shared"),
        Cell(.1, "others may fetch the mail too, but nobody sees what was answered"),
        Cell(0, "who fetches first has the mail alone"),
    )),
    Row(Criterion.OFFLINE, 60, (
        Cell(.25, "caches what was opened, more only by setting"),
        Cell(1, "full copy with all folders"),
        Cell(.9, "full copy, but without sorted and sent mail of elsewhere"),
        Cell(.9, "full copy, but without sorted and sent mail of elsewhere"),
    )),
    Row(Criterion.LINE, 40, (
        Cell(.75, "headers first, large attachments only when opened"),
        Cell(.4, "a full copy loads everything once, per device"),
        Cell(.5, "loads everything once, lists kept mail at each poll"),
        Cell(.5, "loads everything once"),
    )),
    Row(Criterion.OFF_PROVIDER, 100, (
        Cell(0, "all mail stays with the provider"),
        Cell(.25, "an archive moves old mail out"),
        Cell(.65, "N days stay there"),
        Cell(1, "nothing stays after fetching"),
    )),
    Row(Criterion.OWN_COPY, 70, (
        Cell(.1, "a cache is no complete copy"),
        Cell(1, "complete, with folders and sent mail"),
        Cell(.8, "complete for the inbox"),
        Cell(.8, "complete for the inbox"),
    )),
    Row(Criterion.SERVER_SPACE, 60, (
        Cell(0, "all mail fills the quota"),
        Cell(.6, "the archive moves old mail out"),
        Cell(.8, "N days fill the quota"),
        Cell(1, "nothing stays"),
    )),
    Row(Criterion.DEVICE_SPACE, 50, (
        Cell(1, "caches only what is needed"),
        Cell(0, "copies everything, per device"),
        Cell(.3, "copies everything, on one device"),
        Cell(.3, "copies everything, on one device"),
    )),
    Row(Criterion.DEVICE_LOSS, 80, (
        Cell(1, _ON_SERVER),
        Cell(1, f"{_ON_SERVER}, the archive is backed up"),
        Cell(.4, "N days are still on the server"),
        Cell(0, "nothing is on the server"),
    )),
    Row(Criterion.THEFT, 50, (
        Cell(.75, "a cache is loot too, but a small one"),
        Cell(0, "a full copy with folders is loot"),
        Cell(.1, "a full copy of the inbox is loot"),
        Cell(0, "a full copy is loot, and it was the only one"),
    )),
    Row(Criterion.WRONG_DELETE, 30, (
        Cell(0, "what is deleted here is deleted everywhere"),
        Cell(1, "the archived part is out of reach; an offline copy alone mirrors deletion"),
        Cell(.7, "the copy on the computer does not follow the server"),
        Cell(.6, "as with a kept copy, but it is the only one"),
    )),
    Row(Criterion.PUSH, 25, (
        Cell(1, "IDLE (RFC 2177)"),
        Cell(1, "IDLE (RFC 2177)"),
        Cell(.2, _POLLING),
        Cell(.2, _POLLING),
    )),
    Row(Criterion.EFFORT, 35, (
        Cell(1, "what today's programs set up by themselves"),
        Cell(.25, "archive and local backup need care"),
        Cell(.45, "the days on the server and the backup need care"),
        Cell(.55, "the backup needs care"),
    )),
    Row(Criterion.SERVER_LOAD, 50, (
        Cell(.2, "standing connections, memory for each"),
        Cell(.2, "standing connections, memory for each"),
        Cell(.6, "short visits, but kept mail is listed at each"),
        Cell(1, "short visits to an empty mailbox"),
    )),
    Row(Criterion.CENTRAL, 70, (
        Cell(1, "one place for everything"),
        Cell(.7, "one place, with a copy beside it"),
        Cell(.1, "the single computer holds the mail"),
        Cell(0, "the single computer holds the only mail"),
    )),
    Row(Criterion.HISTORY, 40, (
        Cell(.8, "as far as the quota reaches"),
        Cell(1, "the archive has no quota"),
        Cell(.5, "on one computer, without sent mail of elsewhere"),
        Cell(.5, "on one computer, without sent mail of elsewhere"),
    )),
    Row(Criterion.SOLE_PROGRAM, 90, (
        Cell(.6, "a program can read and mark, the mailbox fills up"),
        Cell(.2, "nobody needs the copy"),
        Cell(.1, "must remember what it has already processed"),
        Cell(1, "takes each mail exactly once"),
    )),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SecondValue:
    """The one other value that a cell takes where the server has shown ``fact``."""

    fact: ServerFact
    criterion: Criterion
    alternative: Alternative
    value: float
    why: str


_RARELY = "let in every quarter of an hour at most (RFC 2449 section 6.5)"
_FLAGS = "the state of every mail in a folder comes anew at each visit, some 40 bytes each; own judgement"

SECOND_VALUES: tuple[SecondValue, ...] = (
    SecondValue(ServerFact.NO_IDLE, Criterion.PUSH, Alternative.IMAP, 0.3, "asked every few minutes"),
    SecondValue(ServerFact.NO_IDLE, Criterion.PUSH, Alternative.IMAP_ARCHIVE, 0.3, "asked every few minutes"),
    SecondValue(ServerFact.LONG_LOGIN_DELAY, Criterion.PUSH, Alternative.POP3_KEEP, 0.1, _RARELY),
    SecondValue(ServerFact.LONG_LOGIN_DELAY, Criterion.PUSH, Alternative.POP3_DELETE, 0.1, _RARELY),
    SecondValue(ServerFact.NO_LEAN_SYNC, Criterion.LINE, Alternative.IMAP, 0.65, _FLAGS),
    SecondValue(ServerFact.NO_LEAN_SYNC, Criterion.LINE, Alternative.IMAP_ARCHIVE, 0.35, _FLAGS),
)
"""What a server fact changes in the matrix; unseen facts change nothing."""


@cache
def values(facts: frozenset[ServerFact] = frozenset()) -> NDArray[np.float64]:
    """The matrix (alternatives, criteria), read-only; with the second values of these facts."""
    matrix = np.array([[cell.value for cell in row.cells] for row in ROWS], dtype=np.float64).T
    for second in SECOND_VALUES:
        if second.fact in facts:
            matrix[ALTERNATIVES.index(second.alternative), CRITERIA.index(second.criterion)] = second.value
    matrix.flags.writeable = False
    return matrix
