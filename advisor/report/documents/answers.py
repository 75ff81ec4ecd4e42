"""``mailweiche.answers/1``: the answers of a company and of its groups, read strictly.

An unknown key, an unknown code or a wrong type is refused by name: a typing error must never turn into "don't know".
"""

from advisor.questionnaire.answers import (
    LONGEST_GROUP_NAME,
    UNKNOWN,
    Answers,
    Group,
    GroupKind,
    InvalidAnswerError,
    Value,
)
from advisor.questionnaire.schema import QUESTIONS, Key
from advisor.report.documents.envelope import Object, Schema, read, write
from advisor.report.documents.errors import DocumentError, Problem
from advisor.settings.staff_file import is_hidden

MOST_GROUPS = 200
MOST_MAILBOXES = 1_000_000


def read_answers(data: bytes) -> Answers:
    """The checked answers. Raises ``DocumentError`` naming key, value and what is allowed."""
    body = read(data, Schema.ANSWERS)
    _only(body, ("answers", "groups"), "")
    groups = body.get("groups", [])
    if not isinstance(groups, list) or len(groups) > MOST_GROUPS:
        raise DocumentError(Problem.NOT_ALLOWED, place="groups", value=groups, allowed=(f"0–{MOST_GROUPS} groups",))
    read_groups = tuple(_group(group, f"groups.{number}") for number, group in enumerate(groups))
    _check_names(read_groups)
    _check_links(read_groups)
    return _answers(body.get("answers"), "answers", read_groups)


def read_passed(data: bytes) -> frozenset[Key]:
    """The questions that say "don't know" in so many words, in a document that ``read_answers`` accepts."""
    values = read(data, Schema.ANSWERS).get("answers")
    said = values.items() if isinstance(values, dict) else ()
    return frozenset(Key(name) for name, value in said if value == UNKNOWN)


def write_answers(answers: Answers, passed: frozenset[Key] = frozenset()) -> bytes:
    """The document; unknown answers are left out, but for those ``passed`` with a "don't know"."""
    body: Object = {"answers": {**_plain(answers), **dict.fromkeys(sorted(passed), UNKNOWN)}}
    if answers.groups:
        body["groups"] = [_written(group) for group in answers.groups]
    return write(Schema.ANSWERS, body)


def _written(group: Group) -> Object:
    optional = {"kind": group.kind, "shares_with": group.shares_with}
    return {
        "name": group.name,
        "mailboxes": group.mailboxes,
        **{field: value for field, value in optional.items() if value is not None},
        "answers": _plain(group.answers),
    }


def _answers(values: object, place: str, groups: tuple[Group, ...] = ()) -> Answers:
    if not isinstance(values, dict):
        raise DocumentError(Problem.NOT_ALLOWED, place=place, value=values, allowed=("{KEY: CODE, …}",))
    _only(values, tuple(QUESTIONS), place)
    try:
        return Answers.of(values, groups)
    except InvalidAnswerError as error:
        where = f"{place}.{error.key}"
        raise DocumentError(Problem.NOT_ALLOWED, place=where, value=error.value, allowed=error.allowed) from None


def _group(group: object, place: str) -> Group:
    if not isinstance(group, dict):
        raise DocumentError(Problem.NOT_ALLOWED, place=place, value=group, allowed=("{name, mailboxes, answers}",))
    _only(group, ("name", "mailboxes", "kind", "shares_with", "answers"), place)
    shares_with = group.get("shares_with")
    return Group(
        _name(group.get("name"), f"{place}.name"),
        _mailboxes(group.get("mailboxes"), f"{place}.mailboxes"),
        _answers(group.get("answers"), f"{place}.answers"),
        _kind(group.get("kind"), f"{place}.kind"),
        None if shares_with is None else _name(shares_with, f"{place}.shares_with"),
    )


def _name(name: object, place: str) -> str:
    """It stands in sentences on pages, in the terminal and in letters, so that nothing in it may be hidden."""
    if isinstance(name, str) and name.strip() and len(name) <= LONGEST_GROUP_NAME and not any(map(is_hidden, name)):
        return name
    allowed = (f"1–{LONGEST_GROUP_NAME} visible characters",)
    raise DocumentError(Problem.NOT_ALLOWED, place=place, value=name, allowed=allowed)


def _kind(kind: object, place: str) -> GroupKind | None:
    if kind is None or kind in tuple(GroupKind):
        return None if kind is None else GroupKind(str(kind))
    raise DocumentError(Problem.NOT_ALLOWED, place=place, value=kind, allowed=tuple(GroupKind))


def _mailboxes(count: object, place: str) -> int:
    if isinstance(count, int) and not isinstance(count, bool) and 1 <= count <= MOST_MAILBOXES:
        return count
    raise DocumentError(Problem.NOT_ALLOWED, place=place, value=count, allowed=(f"1–{MOST_MAILBOXES}",))


def _check_names(groups: tuple[Group, ...]) -> None:
    names = [group.name for group in groups]
    for number, name in enumerate(names):
        if name in names[:number]:
            raise DocumentError(Problem.DUPLICATE_KEY, place=f"groups.{number}.name")


def _check_links(groups: tuple[Group, ...]) -> None:
    for number, group in enumerate(groups):
        others = tuple(one.name for one in groups if one.name != group.name)
        if group.shares_with is not None and group.shares_with not in others:
            where = f"groups.{number}.shares_with"
            raise DocumentError(Problem.NOT_ALLOWED, place=where, value=group.shares_with, allowed=others)


def _only(members: Object, allowed: tuple[str, ...], place: str) -> None:
    for key in members:
        if key not in allowed:
            where = f"{place}.{key}".lstrip(".")
            raise DocumentError(Problem.UNKNOWN_KEY, place=where, allowed=tuple(map(str, allowed)))


def _plain(answers: Answers) -> dict[str, Value | list[str]]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in answers.values}
