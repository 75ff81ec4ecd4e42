"""Companies whose mailboxes differ: kinds of groups, and the policy for them."""

from dataclasses import replace

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Answers, Group
from advisor.settings.codes import ReadingProtocol
from tests.unit.decision.conftest import make_company, make_server

OFFICE = {"devices": "two", "readers": "people", "shared_addresses": "none"}
INFO = {"devices": "two", "readers": "people", "shared_addresses": "few"}
PROGRAM = {
    "devices": "one",
    "readers": "program",
    "shared_addresses": "none",
    "device_backup": "tested",
    "keep_copy_on_server": "no",
}
STRICT_PC = PROGRAM | {"readers": "people", "data_control": "off_provider", "provider_stay": "as_short_as_possible"}
COPY = {"devices": "two", "data_control": "own_copy", "offline_reading": "all", "outages": "daily"}
BOTH, IMAP, POP3 = tuple(ReadingProtocol), ReadingProtocol.IMAP, ReadingProtocol.POP3


def group(name, answers, shares_with=None, mailboxes=1):
    return Group(name, mailboxes, Answers.of(answers), None, shares_with)


def advised(*groups, server=None, **differs):
    return advise(replace(make_company(**differs), groups=groups), make_server(**(server or {})))


def policy(*groups, **differs):
    return advised(*groups, **differs).company_policy


def ways(found):
    return {one.name: one.alternative for one in found.groups}
