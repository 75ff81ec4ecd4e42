"""The answers that hold for one group of mailboxes: the company's, its own over them, and who else reads them.

A group that reads the same mailboxes as another one reads shared mailboxes, whatever it says of itself; the rules then
exclude what would take mail away from the others (E1).
"""

from collections.abc import Iterable
from dataclasses import replace

from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.groups import readers_together
from advisor.questionnaire.schema import Key

_PEOPLE, _PROGRAM, _BOTH = "people", "program", "both"


def answers_of(company: Answers, group: Group) -> Answers:
    """The answers that count for this group of the company."""
    own = company.for_group(group)
    others = tuple(one for one in readers_together(company.groups, group) if one.name != group.name)
    if not others:
        return own
    counted = own if own.code(Key.SHARED_ADDRESSES) == "many" else own.with_answer(Key.SHARED_ADDRESSES, "few")
    everyone = (own, *(company.for_group(one) for one in others))
    if _people_and_program(everyone):
        counted = counted.with_answer(Key.READERS, _BOTH)
    return replace(counted, measured=own.measured)


def _people_and_program(everyone: Iterable[Answers]) -> bool:
    readers = {answers.code(Key.READERS) for answers in everyone}
    return _BOTH in readers or {_PEOPLE, _PROGRAM} <= readers
