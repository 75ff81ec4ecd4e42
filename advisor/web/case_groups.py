"""The groups of a case, changed one at a time so that what another tab saved meanwhile stays."""

from enum import StrEnum

from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.group_kinds import MOST_GROUPS
from advisor.questionnaire.groups import named, put, with_groups, without
from advisor.store.models import Case
from advisor.web import case_answers


class Refused(StrEnum):
    """Why a group was not saved: in another tab the list has changed since the form was shown."""

    TOO_MANY = "too_many"
    NAME_TAKEN = "name_taken"
    GONE = "gone"
    LINK_GONE = "link_gone"


class GroupRefusedError(Exception):
    """Nothing was stored; ``reason`` says why."""

    def __init__(self, reason: Refused) -> None:
        self.reason = reason
        super().__init__(reason.value)


def save(case: Case, group: Group, was: str | None) -> None:
    """Add the group, or put it in the place of the one that ``was`` its name. Raises ``GroupRefusedError``."""

    def change(answers: Answers) -> Answers:
        groups = answers.groups
        others = tuple(one for one in groups if one.name != was)
        if was is None and len(groups) >= MOST_GROUPS:
            raise GroupRefusedError(Refused.TOO_MANY)
        if was is not None and named(groups, was) is None:
            raise GroupRefusedError(Refused.GONE)
        if group.name.casefold() in {one.name.casefold() for one in others}:
            raise GroupRefusedError(Refused.NAME_TAKEN)
        if group.shares_with is not None and named(others, group.shares_with) is None:
            raise GroupRefusedError(Refused.LINK_GONE)
        return with_groups(answers, put(groups, group, was))

    case_answers.change(case, change)


def remove(case: Case, name: str) -> None:
    """Take the group of this name away; one that has gone already needs nothing."""
    case_answers.change(case, lambda answers: with_groups(answers, without(answers.groups, name)))
