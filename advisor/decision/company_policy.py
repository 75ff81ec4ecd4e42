"""One consistent policy for a company whose mailboxes differ: what each group does, and what is refused.

The advice of each group already counts who else reads its mailboxes (``groups.answers_of``). What is left for here: to
say which combination was refused and what to do instead, to leave one full copy per mailbox, and to name what has to
hold between the groups. Days on the server need no rule of their own: nobody keeps a copy for some days only on a
mailbox that others read, so nobody's absence counts for somebody else's days.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from advisor.decision.alarms import alarms
from advisor.decision.conditions import mixing_discouraged
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts
from advisor.decision.groups import answers_of
from advisor.decision.keep_days import keep_days
from advisor.decision.policy_values import (
    CompanyPolicy,
    Conflict,
    ConflictCode,
    GroupAnswer,
    Instead,
    PolicyGroup,
    PolicyNote,
    PolicyNoteCode,
    Together,
)
from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.groups import readers_together
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.settings.staff_mix import deletes

_LIMITED_TO = {"pop3_only": ReadingProtocol.POP3, "imap_only": ReadingProtocol.IMAP}
_BACKUPS = ("tested", "untested", "manual", "none")
_NATIVE = "native"


def company_policy(
    company: Answers, facts: ServerFacts, advice: Recommendation, groups: dict[str, Recommendation]
) -> CompanyPolicy | None:
    """The policy from the company's ``advice`` and that of each of its ``groups``, by name; None without groups."""
    if not company.groups:
        return None
    mailboxes = _mailboxes(company.groups)
    collectors = tuple(_two_collectors(company, mailboxes, groups))
    conflicts = (*_deleting(company, facts, mailboxes), *collectors)
    second = {one.groups[0] for one in collectors}
    parts = tuple(_part(company, one, groups[one.name], second=one.name in second) for one in company.groups)
    rest = _rest(company)
    ways = {*(_way(groups[one.name], one.alternative) for one in parts), *(() if rest == 0 else (_way(advice),))}
    return CompanyPolicy(
        together=_together(ways),
        protocols=_protocols(company, facts, ways, conflicts),
        rest_mailboxes=rest,
        groups=parts,
        conflicts=conflicts,
        notes=tuple(_notes(company, facts, ways, parts)),
    )


def _mailboxes(groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], ...]:
    """The sets of groups that read the same mailboxes, each in the order of its names."""
    found = {tuple(sorted(readers_together(groups, one), key=lambda each: each.name)) for one in groups}
    return tuple(one for one in sorted(found, key=lambda each: each[0].name) if len(one) > 1)


def _deleting(company: Answers, facts: ServerFacts, mailboxes: Iterable[tuple[Group, ...]]) -> Iterator[Conflict]:
    """Each group that would take mail away from the others if it were advised as if it read alone."""
    for members in mailboxes:
        for group in members:
            apart = _deletes_alone(company.for_group(group), facts)
            if apart is not None:
                others = tuple(one for one in members if one.name != group.name)
                yield Conflict(
                    ConflictCode.DELETES_FOR_OTHERS,
                    groups=(group.name, *(one.name for one in others)),
                    because=tuple(_said(company, one, Key.READERS) for one in (group, *others)),
                    instead=_instead(company, group, facts),
                    apart=apart,
                )


def _deletes_alone(alone: Answers, facts: ServerFacts) -> Alternative | None:
    """The best way of a group alone in its mailbox, if it takes mail off the server."""
    now = evaluate(alone, facts)
    if now.best is None:
        return None
    days = None if now.verdict.pop3_only_exception else keep_days(alone, now.facts).days
    return now.best if deletes(now.best, days) else None


def _instead(company: Answers, group: Group, facts: ServerFacts) -> Instead:
    alone = company.for_group(group)
    if alone.code(Key.READERS) == "program" or alone.code(Key.CLIENT_LIMIT) == "pop3_only":
        return Instead.OWN_MAILBOX
    return Instead.NEVER_DELETE if evaluate(alone, facts).facts.is_off(ReadingProtocol.IMAP) else Instead.READ_BY_IMAP


def _two_collectors(
    company: Answers, mailboxes: Iterable[tuple[Group, ...]], advice: dict[str, Recommendation]
) -> Iterator[Conflict]:
    """Each further group with a full copy of one mailbox. People with the best backup keep theirs, then the first."""
    for members in mailboxes:
        copying = [one for one in members if advice[one.name].recommended is Alternative.IMAP_ARCHIVE]
        copying.sort(key=lambda one: _as_collector(company, one))
        for group in copying[1:]:
            yield Conflict(
                ConflictCode.TWO_COLLECTORS,
                groups=(group.name, copying[0].name),
                because=tuple(_said(company, one, Key.DATA_CONTROL) for one in (group, copying[0])),
                instead=Instead.ONE_COLLECTOR,
            )


def _as_collector(company: Answers, group: Group) -> tuple[bool, int]:
    answers = company.for_group(group)
    backup = _BACKUPS.index(answers.code(Key.DEVICE_BACKUP) or "none")
    return answers.code(Key.READERS) == "program", backup


def _said(company: Answers, group: Group, key: Key) -> GroupAnswer:
    return GroupAnswer(group.name, key, company.for_group(group).get(key))


def _part(company: Answers, group: Group, advice: Recommendation, *, second: bool) -> PolicyGroup:
    way = Alternative.IMAP if second else advice.recommended
    found = alarms(answers_of(company, group), way) if second else advice.alarms
    return PolicyGroup(group.name, group.mailboxes, way, advice.keep_days, tuple(found))


def _rest(company: Answers) -> int | None:
    """The mailboxes outside of all groups; those that several groups read count once."""
    known = company.number(Key.MAILBOXES)
    if known is None:
        return None
    sets = {readers_together(company.groups, one) for one in company.groups}
    return max(0, int(known) - sum(max(one.mailboxes for one in members) for members in sets))


def _way(advice: Recommendation, alternative: Alternative | None = None) -> str | None:
    """What a part does: an alternative, the provider's own connection, or None while that is open."""
    return _NATIVE if advice.native is not None else alternative or advice.recommended


def _together(ways: set[str | None]) -> Together:
    protocols = _protocols_of(ways)
    if None in ways:
        return Together.OPEN
    if len(ways) == 1:
        return Together.ALIKE
    if len(protocols) > 1:
        return Together.TWO_PROTOCOLS
    return Together.BESIDE_NATIVE if _NATIVE in ways else Together.ONE_PROTOCOL


def _protocols_of(ways: Iterable[str | None]) -> set[ReadingProtocol]:
    return {Alternative(way).protocol for way in ways if way is not None and way != _NATIVE}


def _protocols(
    company: Answers, facts: ServerFacts, ways: set[str | None], conflicts: Iterable[Conflict]
) -> tuple[ReadingProtocol, ...]:
    """R4: what anybody uses, may use once it has its own mailbox, or cannot do without; both while a part is open."""
    everyone = (company, *map(company.for_group, company.groups))
    limits = (answers.code(Key.CLIENT_LIMIT) for answers in everyone)
    used = chain(
        _protocols_of(ways),
        (conflict.apart.protocol for conflict in conflicts if conflict.apart),
        (_LIMITED_TO[limit] for limit in limits if limit in _LIMITED_TO),
    )
    needed = set(ReadingProtocol) if None in ways else set(used)
    return tuple(protocol for protocol in ReadingProtocol if protocol in needed and not facts.is_off(protocol))


def _notes(
    company: Answers, facts: ServerFacts, ways: set[str | None], parts: tuple[PolicyGroup, ...]
) -> Iterator[PolicyNote]:
    fetching = {one.name for one in parts if one.alternative and one.alternative.protocol is ReadingProtocol.POP3}
    if fetching:
        yield PolicyNote(PolicyNoteCode.NOBODY_ELSE_READS, tuple(sorted(fetching)))
    if company.code(Key.READERS) in (None, "both"):
        programs = [one.name for one in company.groups if one.name in fetching and _is_program(company, one)]
        if programs:
            yield PolicyNote(PolicyNoteCode.CHECK_OWN_MAILBOX, tuple(sorted(programs)))
    if len(_protocols_of(ways)) > 1 and mixing_discouraged(company, facts):
        yield PolicyNote(PolicyNoteCode.MIXING_DISCOURAGED)


def _is_program(company: Answers, group: Group) -> bool:
    return company.for_group(group).code(Key.READERS) == "program"
