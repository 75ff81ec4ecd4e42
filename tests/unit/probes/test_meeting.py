"""Servers that a run comes upon: who is asked about them, and what follows from a no."""

import threading
import time

import pytest

from probes.errors import CancelledError
from probes.meeting import Doors, web_server

HOST, ADDRESS, OTHER = "imap.hoster.example", "192.0.2.7", "192.0.2.8"


class Desk:
    """Whoever decides: ``taken`` are servers on which another run is."""

    def __init__(self, *taken: str) -> None:
        self._taken = frozenset(taken)
        self.asked: list[frozenset[str]] = []

    def __call__(self, servers: frozenset[str]) -> bool:
        time.sleep(0.01)
        self.asked.append(servers)
        return self._taken.isdisjoint(servers)


def test_nobody_is_asked_about_what_is_known() -> None:
    desk = Desk(ADDRESS)
    doors = Doors(desk, frozenset({ADDRESS}))
    doors.enter(HOST, ADDRESS)
    doors.enter(HOST, f"::ffff:{ADDRESS}")
    assert (desk.asked, doors.occupied) == ([], frozenset())


def test_each_server_is_asked_about_once_however_many_connections_begin_at_the_same_moment() -> None:
    desk = Desk()
    doors = Doors(desk)
    threads = [threading.Thread(target=doors.enter, args=(HOST, place)) for place in [ADDRESS] * 6 + [OTHER] * 6]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(desk.asked) == 2
    assert frozenset.union(*desk.asked) == {HOST, ADDRESS, OTHER}


@pytest.mark.parametrize("taken", [HOST, ADDRESS])
def test_after_a_no_nothing_is_entered_any_more(taken: str) -> None:
    desk = Desk(taken)
    doors = Doors(desk, frozenset({OTHER}))
    with pytest.raises(CancelledError):
        doors.enter(HOST, ADDRESS)
    with pytest.raises(CancelledError):
        doors.enter("mail.firma.example", OTHER)
    assert doors.occupied == {HOST, ADDRESS}
    assert len(desk.asked) == 1


def test_a_run_that_is_alone_may_go_everywhere() -> None:
    doors = Doors()
    doors.enter(HOST, ADDRESS)
    assert not doors.occupied


def test_a_web_server_is_asked_about_apart_and_once() -> None:
    desk = Desk(ADDRESS)
    doors = Doors(desk)
    for _ in range(2):
        doors.enter_web(f"::ffff:{ADDRESS}")
    assert desk.asked == [{web_server(ADDRESS)}]
    taken = Doors(Desk(web_server(OTHER)))
    with pytest.raises(CancelledError):
        taken.enter_web(OTHER)
    assert taken.occupied == {web_server(OTHER)}
