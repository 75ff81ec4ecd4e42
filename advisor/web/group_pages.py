"""What the pages about groups show, finished for the templates."""

from dataclasses import dataclass

from flask import url_for

from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.answers import Answers, Group, GroupKind
from advisor.questionnaire.catalogue import answer_phrase, quoted, wording
from advisor.questionnaire.group_kinds import KINDS, MOST_GROUPS
from advisor.questionnaire.groups import partner
from advisor.questionnaire.path import page_of
from advisor.questionnaire.schema import Key
from advisor.report.result.groups import mailboxes_phrase, way_phrase
from advisor.settings.values import CompanySettings
from advisor.web import i18n
from advisor.web.forms.groups import GroupForm
from advisor.web.i18n import gettext, say
from advisor.web.question_pages import ReturnTo, page_url


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One group of the list. ``kind`` is None where the name says the same; ``differs`` are its own answers."""

    number: int
    name: str
    kind: str | None
    mailboxes: str
    differs: tuple[str, ...]
    shares_with: str | None


@dataclass(frozen=True, slots=True)
class KindCard:
    """A kind of group that can be added."""

    title: str
    example: str
    url: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at, with where to do it."""

    text: str
    url: str
    action: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """The groups; no ``kinds`` where there is no room for more."""

    groups: tuple[GroupCard, ...]
    kinds: tuple[KindCard, ...]
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class EditPage:
    """The page of one group; ``was`` is its stored name, None for a new one. ``fixed``: what follows from its kind."""

    title: str
    kind: str
    example: str
    action: str
    was: str | None
    fixed: tuple[str, ...]
    hints: tuple[tuple[Key, str | None], ...]
    remove: str | None

    def hint(self, key: Key) -> str | None:
        """The hint of one question."""
        return dict(self.hints)[key]


@dataclass(frozen=True, slots=True)
class GroupWay:
    """What one group does, and what a staff list says for it in the columns ``alternative`` and ``keep_days``."""

    name: str
    way: str
    alternative: str | None
    keep_days: int | None


def list_page(company: Answers) -> ListPage:
    """The view of all groups."""
    room = len(company.groups) < MOST_GROUPS
    return ListPage(
        groups=tuple(_card(number, group, company) for number, group in enumerate(company.groups, start=1)),
        kinds=tuple(
            KindCard(say(row.title), say(row.example), url_for("groups.new", kind=row.kind))
            for row in (KINDS.values() if room else ())
        ),
        hints=tuple(_hints(company)),
    )


def edit_page(form: GroupForm, kind: GroupKind, company: Answers, group: Group | None) -> EditPage:
    """The view of one group, new where ``group`` is None."""
    texts, language = KINDS[kind], i18n.current()
    number = company.groups.index(group) + 1 if group else None
    title = (
        gettext("Change “%(name)s”", name=group.name)
        if group
        else gettext("Add a group: %(kind)s", kind=say(texts.title))
    )
    return EditPage(
        title=title,
        kind=say(texts.title),
        example=say(texts.example),
        action=url_for("groups.change", number=number) if number else url_for("groups.add", kind=kind),
        was=group.name if group else None,
        fixed=tuple(quoted(key, code, language) for key, code in texts.fixed),
        hints=tuple((key, _hint(key)) for key in form.keys),
        remove=url_for("groups.confirm_remove", number=number) if number else None,
    )


def group_ways(recommendation: Recommendation, chosen: CompanySettings) -> tuple[GroupWay, ...]:
    """The groups with another way than the chosen one, each with the words that a staff list has for it."""
    policy, language = recommendation.company_policy, i18n.current()
    native = {one.name for one in recommendation.groups if one.recommendation.native is not None}
    return tuple(
        GroupWay(
            part.name,
            way_phrase(part.alternative, part.keep_days, language, native=part.name in native),
            part.alternative.value if part.alternative else None,
            part.keep_days,
        )
        for part in (policy.groups if policy else ())
        if (part.alternative, part.keep_days) != (chosen.alternative, chosen.keep_days)
    )


def _card(number: int, group: Group, company: Answers) -> GroupCard:
    language = i18n.current()
    kind = say(KINDS[group.kind].title) if group.kind else None
    return GroupCard(
        number=number,
        name=group.name,
        kind=kind if kind != group.name else None,
        mailboxes=mailboxes_phrase(group.mailboxes, language),
        differs=tuple(quoted(key, value, language) for key, value in group.answers.values if company.get(key) != value),
        shares_with=partner(company.groups, group),
    )


def _hint(key: Key) -> str | None:
    hint = wording(key).hint
    return say(hint) if hint else None


def _hints(company: Answers) -> list[Hint]:
    """Answers for the whole company that the groups may have made out of date."""
    hints = []
    programs = [group.name for group in company.groups if group.answers.code(Key.READERS) == "program"]
    if programs and company.code(Key.READERS) == "both":
        text = gettext(
            "For the whole company you said that people and a program read the same mail. If the program reads "
            "its own mailboxes only, change that answer: it counts for all other mailboxes."
        )
        hints.append(Hint(text, page_url(page_of(Key.READERS), ReturnTo.SUMMARY), gettext("Look at this answer")))
    known, counted = company.number(Key.MAILBOXES), sum(group.mailboxes for group in company.groups)
    if known is not None and counted > known and not any(group.shares_with for group in company.groups):
        text = gettext(
            "The groups have %(counted)s mailboxes together, but for the whole company you entered %(known)s.",
            counted=counted,
            known=answer_phrase(Key.MAILBOXES, int(known), i18n.current()),
        )
        hints.append(Hint(text, page_url(page_of(Key.MAILBOXES), ReturnTo.SUMMARY), gettext("Look at this figure")))
    return hints
