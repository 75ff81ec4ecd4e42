"""Who is probed next when there are many targets: no provider is flooded, none is kept waiting behind another.

Pure bookkeeping without threads and clocks; whoever starts the runs asks here.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from probes.meeting import is_web_server
from probes.target import Target

AT_ONCE = 2  # runs at once against one provider, or on one web server
LOOK_AHEAD = 50  # waiting targets of one provider that are looked through for one whose servers are free
MAX_LEARNED = 50  # servers of one provider that are remembered
MAX_PROVIDERS = 500  # whose servers are remembered; the next customer of a forgotten one is like its first


@dataclass(frozen=True, slots=True)
class Place:
    """Where the servers of a target will probably be found: its provider, and names or addresses of servers.

    ``others``: organisations besides the provider that its records lead to. ``alike``: whether other customers of the
    provider are likely to be on the same servers. ``well_known``: those of the servers that a listed provider runs.
    """

    provider: str
    servers: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    alike: bool = True
    well_known: frozenset[str] = frozenset()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All whose servers are visited."""
        return self.provider, *self.others


@dataclass(frozen=True, slots=True)
class Turn:
    """A target that may be probed now; it occupies ``place`` until ``FairQueue.finished`` is told.

    ``met``: further servers that it occupies since it came upon them.
    """

    target: Target
    place: Place
    met: set[str] = field(default_factory=set, compare=False)

    @property
    def servers(self) -> frozenset[str]:
        """All that it occupies."""
        return self.place.servers | self.met


class FairQueue:
    """Targets that wait, by provider; the providers take turns.

    A provider is first visited by one run alone, which shows on which servers its customers are; later by two at once,
    unless they would meet on a server. A run counts for everybody to whom the records of its domain lead.
    """

    def __init__(self) -> None:
        """Nobody waits."""
        self._waiting: OrderedDict[str, deque[Turn]] = OrderedDict()
        self._running: Counter[str] = Counter()
        self._busy: Counter[str] = Counter()
        self._learned: OrderedDict[str, frozenset[str]] = OrderedDict()

    def __len__(self) -> int:
        """How many targets wait."""
        return sum(map(len, self._waiting.values()))

    def add(self, target: Target, place: Place) -> None:
        """Put a target at the end of the queue of its provider."""
        self._waiting.setdefault(place.provider, deque()).append(Turn(target, place))

    def next(self) -> Turn | None:
        """The next target that may start, which is then taken as running; None: nobody may right now."""
        for provider, waiting in self._waiting.items():
            turn = self._free(provider, waiting)
            if turn is not None:
                self._start(turn, waiting)
                return turn
        return None

    def finished(self, turn: Turn, servers: Iterable[str] = ()) -> None:
        """A run has ended; ``servers`` are those on which other customers of its provider may be, too."""
        provider = turn.place.provider
        self._running -= Counter(turn.place.everybody)
        self._busy -= Counter(turn.servers)
        known = self._learned.pop(provider, frozenset())
        learned = frozenset([*known, *servers][:MAX_LEARNED])
        if learned or self._has_customers(provider):  # else nothing worth keeping
            self._learned[provider] = learned
        if len(self._learned) > MAX_PROVIDERS:
            oldest = next((each for each in self._learned if not self._has_customers(each)), None)
            self._learned.pop(oldest or "", None)

    def meet(self, turn: Turn, servers: frozenset[str]) -> bool:
        """Whether a run that has come upon these servers may go there; it then counts there until it has ended."""
        further = servers - turn.servers
        if self._any_full(further):
            return False
        self._busy.update(further)
        turn.met.update(further)
        return True

    def _has_customers(self, provider: str) -> bool:
        return provider in self._waiting or provider in self._running

    def _free(self, provider: str, waiting: deque[Turn]) -> Turn | None:
        limit = AT_ONCE if provider in self._learned else 1
        if self._running[provider] >= limit:
            return None
        shared = self._learned.get(provider, frozenset())
        if self._any_full(shared):
            return None
        for number, turn in enumerate(waiting):
            if number >= LOOK_AHEAD:
                break
            if self._has_room(turn.place):
                return Turn(turn.target, replace(turn.place, servers=turn.place.servers | shared))
        return None

    def _has_room(self, place: Place) -> bool:
        """Whether a run there meets no other one, and no organisation that has enough of them."""
        crowded = any(self._running[each] >= AT_ONCE for each in place.others)
        return not crowded and not self._any_full(place.servers)

    def _any_full(self, servers: Iterable[str]) -> bool:
        """Whether one of them takes no further run: a mail server has one at a time, a web server a few."""
        return any(self._busy[server] >= (AT_ONCE if is_web_server(server) else 1) for server in servers)

    def _start(self, turn: Turn, waiting: deque[Turn]) -> None:
        provider = turn.place.provider
        position = next(number for number, each in enumerate(waiting) if each.target is turn.target)
        del waiting[position]
        self._waiting.move_to_end(provider)
        if not waiting:
            del self._waiting[provider]
        self._running.update(turn.place.everybody)
        self._busy.update(turn.place.servers)
