"""Which names to sign in with are one mailbox: two readers have the same if they share one, also through a third."""

from collections.abc import Iterable

from advisor.settings.addresses import parse_address


class Mailboxes:
    """Names by mailbox."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def join(self, names: Iterable[str]) -> None:
        """All of these are one mailbox."""
        leaders = [self.of(name) for name in names]
        for leader in leaders[1:]:
            self._leader[self.of(leader)] = self.of(leaders[0])

    def of(self, name: str) -> str:
        """The one name that stands for the mailbox of this one."""
        while (leader := self._leader.get(name, name)) != name:
            self._leader[name] = self._leader.get(leader, leader)
            name = leader
        return name


def plain(name: str) -> str:
    """The form in which names are compared."""
    parsed = None if name.isascii() else parse_address(name)
    return parsed.ascii.lower() if parsed else name.lower()
