"""The groups of a company as a list that stays consistent: added, changed, removed, and who reads the same mailboxes.

Links between groups (``shares_with``) count in both directions and through third groups: all that hang together read
the same mailboxes.
"""

from collections.abc import Iterable
from dataclasses import replace

from advisor.questionnaire.answers import Answers, Group

Groups = tuple[Group, ...]


def readers_together(groups: Groups, group: Group) -> Groups:
    """All groups that read the same mailboxes as this one, itself included, in their order."""
    names = {group.name}
    while True:
        linked = {
            name for one in groups if one.shares_with for name in (one.name, one.shares_with) if _meets(one, names)
        }
        if linked <= names:
            return tuple(one for one in groups if one.name in names)
        names |= linked


def partner(groups: Groups, group: Group) -> str | None:
    """The name of one group that reads the same mailboxes, or None: its own word first, else who names it."""
    return group.shares_with or next((one.name for one in groups if one.shares_with == group.name), None)


def named(groups: Groups, name: str) -> Group | None:
    """The group of this name, or None."""
    return next((group for group in groups if group.name == name), None)


def with_groups(answers: Answers, groups: Iterable[Group]) -> Answers:
    """The same answers with these groups."""
    return replace(answers, groups=tuple(groups))


def put(groups: Groups, group: Group, was: str | None = None) -> Groups:
    """The groups with this one at the end, or in the place of the one that ``was`` its name.

    Links follow a new name. A group that shares with nobody any more is not named by others either.
    """
    if was is None or named(groups, was) is None:
        return (*groups, group)
    others = {one.name: _relinked(one, was, group.name if group.shares_with else None) for one in groups}
    return tuple(group if one.name == was else others[one.name] for one in groups)


def without(groups: Groups, name: str) -> Groups:
    """The groups without this one. Those that read the same mailboxes through it still do so among themselves."""
    gone = named(groups, name)
    if gone is None:
        return groups
    left = tuple(one for one in groups if one.name != name)
    heir = gone.shares_with or next((one.name for one in left if one.shares_with == name), None)
    return tuple(_relinked(one, name, heir) for one in left)


def _meets(group: Group, names: set[str]) -> bool:
    return group.name in names or group.shares_with in names


def _relinked(group: Group, old: str, new: str | None) -> Group:
    """The group with its link to ``old`` led to ``new``; a group never names itself."""
    if group.shares_with != old:
        return group
    return replace(group, shares_with=None if new == group.name else new)
