"""A company whose mailboxes differ, as the result page shows it: one policy in sentences, then group by group."""

from collections.abc import Iterable, Iterator

from babel.lists import format_list
from babel.numbers import format_decimal

from advisor.decision.codes import Alarm as AlarmCode
from advisor.decision.groups import answers_of
from advisor.decision.policy_values import CompanyPolicy, Conflict, Instead, PolicyGroup
from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers, Group
from advisor.questionnaire.groups import readers_together
from advisor.report.cells import Cell, Tone
from advisor.report.documents.server_report import ServerReport
from advisor.report.result.reasons import ReasonWriter
from advisor.report.result.shares import protocol_share
from advisor.report.result.values import Alarm, GroupRow, GroupsView
from advisor.report.result.verdict import badge
from advisor.report.texts import groups as texts
from advisor.report.texts.alarms import ALARMS
from advisor.report.texts.alternatives import PROTOCOLS
from advisor.settings.codes import Alternative, ReadingProtocol
from advisor.text import LOCALES, Language

_Way = tuple[Alternative | None, int | None, bool]
"""The alternative, its days on the server, and whether neither protocol is advised."""


def groups_view(
    recommendation: Recommendation, answers: Answers, server: ServerReport | None, language: Language
) -> GroupsView | None:
    """The groups of the company; None where it has none. ``answers`` are those that the advice was drawn from."""
    policy = recommendation.company_policy
    if policy is None:
        return None
    return GroupsView(
        alarms=(
            *(_refused(number, one, language) for number, one in enumerate(policy.conflicts)),
            *_alarms(policy, recommendation, language),
        ),
        policy=(*_who_does_what(policy, recommendation, language), *_conditions(policy, recommendation, language)),
        rows=tuple(
            _row(number, group, recommendation, answers, server, language)
            for number, group in enumerate(answers.groups, start=1)
        ),
    )


def way_phrase(alternative: Alternative | None, keep_days: int | None, language: Language, *, native: bool) -> str:
    """What a part of the company does, as the end of a sentence."""
    if native:
        return texts.NATIVE_WAY.into(language)
    if alternative is None:
        return texts.OPEN_WAY.into(language)
    if alternative is Alternative.POP3_KEEP and keep_days is not None:
        return texts.KEEP_FOR_DAYS.into(language, days=keep_days)
    return texts.WAYS[alternative].into(language)


def mailboxes_phrase(count: int, language: Language) -> str:
    """The number of mailboxes in words."""
    one, several = texts.MAILBOXES
    shown = format_decimal(count, locale=LOCALES[language])
    return one.into(language) if count == 1 else several.into(language, count=shown)


def _who_does_what(policy: CompanyPolicy, recommendation: Recommendation, language: Language) -> Iterator[str]:
    """One sentence per way, that of most parts first; the company's own way stands for the other mailboxes."""
    parts: dict[_Way, list[str]] = {}
    for part in policy.groups:
        parts.setdefault(_way(part, _advice_of(part.name, recommendation)), []).append(_name(part.name, language))
    if policy.rest_mailboxes != 0:
        parts.setdefault(_own_way(recommendation), []).append(_rest(policy.rest_mailboxes, language))
    if len(parts) == 1:
        yield texts.ALIKE.into(language, way=_phrase(next(iter(parts)), language))
        return
    for way, names in sorted(parts.items(), key=lambda part: -len(part[1])):
        who = _listed(names, language)
        yield texts.WHO_DOES_WHAT.into(language, who=who[:1].upper() + who[1:], way=_phrase(way, language))


def _rest(count: int | None, language: Language) -> str:
    if count is None:
        return texts.REST.into(language)
    return texts.REST_COUNTED.into(language, count=format_decimal(count, locale=LOCALES[language]))


def _own_way(recommendation: Recommendation) -> _Way:
    """What the mailboxes outside of all groups do: what was decided for the company, else what is advised."""
    decision = recommendation.decision
    if decision is not None:
        return decision.to, decision.keep_days, False
    return recommendation.recommended, recommendation.keep_days, recommendation.native is not None


def _conditions(policy: CompanyPolicy, recommendation: Recommendation, language: Language) -> Iterator[str]:
    decision = recommendation.decision
    decided = {decision.to.protocol} if decision is not None and policy.rest_mailboxes != 0 else set()
    protocols = {*policy.protocols, *decided}
    if len(protocols) == len(ReadingProtocol):
        yield texts.KEEP_BOTH_ON.into(language)
    for protocol in protocols if len(protocols) == 1 else ():
        yield texts.KEEP_ONE_ON.into(language, protocol=PROTOCOLS[protocol].name.into(language))
    for note in policy.notes:
        yield texts.NOTES[note.code].into(language, who=_names(note.groups, language))


def _refused(number: int, conflict: Conflict, language: Language) -> Alarm:
    first, *others = conflict.groups
    fields = {"first": _name(first, language), "others": _names(others, language)}
    note = texts.CONFLICTS[conflict.code]
    sentences = [note.text.into(language, **fields), texts.INSTEAD[conflict.instead].into(language, **fields)]
    if conflict.apart is not None and conflict.instead is Instead.OWN_MAILBOX:
        way = way_phrase(conflict.apart, None, language, native=False)
        sentences.append(texts.THEN.into(language, **fields, way=way))
    return Alarm(f"{conflict.code}-{number}", note.title.into(language, **fields), " ".join(sentences))


def _alarms(policy: CompanyPolicy, recommendation: Recommendation, language: Language) -> Iterator[Alarm]:
    """The alarms of groups that the company as a whole does not have, each with the groups that it is for.

    That a program needs a mailbox of its own is not said twice.
    """
    apart = {name for one in policy.conflicts if one.instead is Instead.OWN_MAILBOX for name in one.groups}
    for code in AlarmCode:
        said = apart if code is AlarmCode.SEPARATE_PROGRAM_MAILBOX else ()
        names = [part.name for part in policy.groups if code in part.alarms and part.name not in said]
        if names and code not in recommendation.alarms:
            note = ALARMS[code]
            where = texts.ONLY_THERE.into(language, who=_names(names, language))
            yield Alarm(f"{code}-groups", note.title.into(language), f"{where} {note.text.into(language)}")


def _row(
    number: int,
    group: Group,
    recommendation: Recommendation,
    answers: Answers,
    server: ServerReport | None,
    language: Language,
) -> GroupRow:
    advice = _advice_of(group.name, recommendation)
    part = _part_of(group.name, recommendation)
    share = protocol_share(advice, language)
    return GroupRow(
        number=number,
        name=group.name,
        mailboxes=mailboxes_phrase(group.mailboxes, language),
        way=_phrase(_way(part, advice), language),
        badge=badge(advice, language),
        share=share.figure if share else None,
        reason=_reason(group, advice, answers, server, language),
        alarms=tuple(Cell(ALARMS[AlarmCode(code)].title.into(language), Tone.BAD) for code in part.alarms),
    )


def _reason(
    group: Group, advice: Recommendation, answers: Answers, server: ServerReport | None, language: Language
) -> str | None:
    """The answer that counts most; that others read the same mailboxes comes before any."""
    others = [one.name for one in readers_together(answers.groups, group) if one.name != group.name]
    if others:
        return texts.SHARES_WITH.into(language, who=_names(others, language))
    for reason in ReasonWriter(advice, answers_of(answers, group), server, language).reasons():
        decisive = next((line for line in reason.answers if line.known), None)
        if decisive is not None:
            answer = f"{decisive.question} – {decisive.answer}"
            return texts.DECISIVE.into(language, answer=answer)
    return None


def _way(part: PolicyGroup, advice: Recommendation) -> _Way:
    return part.alternative, part.keep_days, advice.native is not None


def _phrase(way: _Way, language: Language) -> str:
    alternative, days, native = way
    return way_phrase(alternative, days, language, native=native)


def _advice_of(name: str, recommendation: Recommendation) -> Recommendation:
    return next(one.recommendation for one in recommendation.groups if one.name == name)


def _part_of(name: str, recommendation: Recommendation) -> PolicyGroup:
    parts = recommendation.company_policy.groups if recommendation.company_policy else ()
    return next(one for one in parts if one.name == name)


def _name(name: str, language: Language) -> str:
    return texts.GROUP.into(language, name=name)


def _names(names: Iterable[str], language: Language) -> str:
    return _listed([_name(name, language) for name in names], language)


def _listed(parts: list[str], language: Language) -> str:
    return format_list(parts, locale=LOCALES[language])
