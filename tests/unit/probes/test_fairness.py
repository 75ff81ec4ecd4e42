"""Who is probed next: providers take turns, no more than two at once against one, never two on one server."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from probes.fairness import AT_ONCE, MAX_PROVIDERS, FairQueue, Place, Turn
from probes.meeting import web_server
from probes.target import Target


def target(name: str) -> Target:
    return Target(name, name)


def queue(*waiting: tuple[str, str, frozenset[str]]) -> FairQueue:
    made = FairQueue()
    for name, provider, servers in waiting:
        made.add(target(name), Place(provider, servers))
    return made


def start_all(waiting: FairQueue) -> list[Turn]:
    started = []
    while (turn := waiting.next()) is not None:
        started.append(turn)
    return started


def names(turns: list[Turn]) -> list[str]:
    return [turn.target.domain for turn in turns]


NOWHERE: frozenset[str] = frozenset()


def test_a_hundred_of_one_provider_do_not_block_the_others() -> None:
    big = [(f"a{number}", "big", NOWHERE) for number in range(100)]
    waiting = queue(*big, *((f"b{number}", f"small{number}", NOWHERE) for number in range(10)))
    started = names(start_all(waiting))
    assert started == ["a0", *(f"b{number}" for number in range(10))]
    assert len(waiting) == 99


def test_the_first_visit_to_a_provider_is_alone_then_two_at_once() -> None:
    waiting = queue(*((f"a{number}", "big", NOWHERE) for number in range(5)))
    (first,) = start_all(waiting)
    waiting.finished(first)
    assert names(start_all(waiting)) == ["a1", "a2"]


def test_two_that_share_a_server_wait_for_each_other_whatever_their_provider() -> None:
    shared = frozenset({"192.0.2.7"})
    waiting = queue(("a", "one", shared), ("b", "other", shared), ("c", "third", NOWHERE))
    started = start_all(waiting)
    assert names(started) == ["a", "c"]
    waiting.finished(started[0])
    assert names(start_all(waiting)) == ["b"]


def test_another_customer_whose_server_is_free_goes_first() -> None:
    waiting = queue(("z", "x", NOWHERE), *((f"a{number}", "big", frozenset({"one"})) for number in range(3)),
                    ("b", "big", frozenset({"two"})))  # fmt: skip
    first = next(turn for turn in start_all(waiting) if turn.target.domain == "a0")
    waiting.finished(first)
    assert names(start_all(waiting)) == ["a1", "b"]


def test_servers_that_a_run_has_shown_are_shared_by_the_other_customers() -> None:
    waiting = queue(*((f"a{number}", "big", NOWHERE) for number in range(3)))
    waiting.finished(waiting.next(), ["imap.big.example"])
    assert names(start_all(waiting)) == ["a1"]


def test_nothing_is_kept_of_providers_that_are_through() -> None:
    waiting = FairQueue()
    for number in range(1000):
        waiting.add(target(f"a{number}"), Place(f"provider{number}", frozenset({f"server{number}"})))
        waiting.finished(waiting.next())
    assert not waiting._learned
    assert not waiting._busy
    assert not waiting._running
    assert not waiting._waiting


def test_a_run_counts_for_everybody_to_whom_its_domain_leads() -> None:
    waiting = FairQueue()
    for number in range(4):
        servers = frozenset({f"imap{number}.hoster.example"})
        waiting.add(target(f"a{number}"), Place(f"a{number}.example", servers, frozenset({"hoster.example"})))
    waiting.add(target("b"), Place("hoster.example", frozenset({"imap9.hoster.example"})))
    started = start_all(waiting)
    assert names(started) == ["a0", "a1"]
    waiting.finished(started[0])
    assert names(start_all(waiting)) == ["a2"]


NAMES = st.frozensets(st.sampled_from("pqrxy"), max_size=2)
PLACES = st.builds(
    lambda provider, servers, others: Place(provider, servers, others - {provider}),
    st.sampled_from("pqr"), st.frozensets(st.sampled_from("stuv"), max_size=2), NAMES,
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(PLACES, max_size=30), st.randoms(use_true_random=False))
def test_every_target_comes_to_its_turn_and_no_rule_is_broken(places: list[Place], random) -> None:
    waiting = FairQueue()
    for number, place in enumerate(places):
        waiting.add(target(str(number)), place)
    running: list[Turn] = []
    seen = []
    while True:
        running += start_all(waiting)
        if not running:
            break
        servers = Counter(server for turn in running for server in turn.place.servers)
        assert max(servers.values(), default=0) <= 1
        assert max(Counter(each for turn in running for each in turn.place.everybody).values()) <= AT_ONCE
        ended = running.pop(random.randrange(len(running)))
        seen.append(ended.target.domain)
        waiting.finished(ended, random.choice([(), ("w",)]))
    assert sorted(seen, key=int) == [str(number) for number in range(len(places))]


def kept(waiting: FairQueue) -> int:
    """Entries in all tables of the queue."""
    return sum(len(table) for table in vars(waiting).values())


def test_what_is_remembered_of_providers_has_a_bound() -> None:
    waiting = FairQueue()
    for number in range(4 * MAX_PROVIDERS):
        waiting.add(target(f"a{number}"), Place(f"provider{number}", frozenset({f"192.0.2.{number}"})))
        (turn,) = start_all(waiting)
        waiting.finished(turn, {f"mail.provider{number}"})
    assert kept(waiting) <= MAX_PROVIDERS
    for number in (4 * MAX_PROVIDERS - 1, 0):
        waiting.add(target(f"b{number}"), Place(f"provider{number}"))
        waiting.add(target(f"c{number}"), Place(f"provider{number}"))
    first = names(start_all(waiting))
    assert first == [f"b{4 * MAX_PROVIDERS - 1}", "b0"]


def test_a_provider_whose_customers_wait_is_not_forgotten() -> None:
    waiting = queue(*((f"a{number}", "big", NOWHERE) for number in range(9)))
    (first,) = start_all(waiting)
    waiting.finished(first)
    others = [Turn(target(f"b{number}"), Place(f"provider{number}")) for number in range(2 * MAX_PROVIDERS)]
    for each in others:
        waiting.finished(each, {"mail.provider"})
    assert names(start_all(waiting)) == ["a1", "a2"]


def test_a_server_that_a_run_comes_upon_is_its_own_until_it_ends() -> None:
    waiting = queue(("a", "one", frozenset({"192.0.2.1"})), ("b", "other", NOWHERE))
    first, second = start_all(waiting)
    found = frozenset({"imap.hoster.example", "192.0.2.7"})
    assert waiting.meet(first, found)
    assert waiting.meet(first, found), "again"
    assert not waiting.meet(second, frozenset({"192.0.2.7"}))
    assert not waiting.meet(second, frozenset({"192.0.2.8", "192.0.2.1"}))
    assert waiting.meet(second, frozenset({"192.0.2.8"})), "nothing was taken when it was told no"
    waiting.finished(first)
    assert waiting.meet(second, found | {"192.0.2.1"})
    waiting.finished(second)
    assert not vars(waiting)["_busy"]


def test_on_one_web_server_two_runs_may_be_at_once() -> None:
    web = web_server("192.0.2.7")
    waiting = queue(("a", "one", NOWHERE), ("b", "two", NOWHERE), ("c", "three", NOWHERE))
    first, second, third = start_all(waiting)
    assert [waiting.meet(each, frozenset({web})) for each in (first, second, third)] == [True, True, False]
    assert waiting.meet(third, frozenset({"192.0.2.7"})), "mail servers are another matter"
    waiting.finished(third)
    waiting.add(target("c"), Place("three", frozenset({web})))
    assert waiting.next() is None
    waiting.finished(first)
    assert names(start_all(waiting)) == ["c"]
    for each in (second, Turn(target("c"), Place("three", frozenset({web})))):
        waiting.finished(each)
    assert not vars(waiting)["_busy"]
