"""The form of one group of mailboxes: its name, how many, whose mailboxes it shares, and what differs."""

import unicodedata
from collections.abc import Iterable
from typing import ClassVar

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs describe an older WTForms
from wtforms.validators import StopValidation

from advisor.questionnaire.answers import LONGEST_GROUP_NAME, Answers, Group, GroupKind
from advisor.questionnaire.catalogue import answer_phrase, wording
from advisor.questionnaire.group_kinds import KINDS
from advisor.questionnaire.groups import partner
from advisor.questionnaire.schema import Key
from advisor.settings.staff_file import is_hidden
from advisor.web import i18n
from advisor.web.forms.check import TypedText
from advisor.web.forms.figures import FigureError, parse_figure
from advisor.web.i18n import gettext, say

AS_COMPANY = "as_company"
NOBODY = ""
MOST_MAILBOXES = 100_000


class GroupForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """Base of the forms that ``group_form`` makes; besides its own fields it has one per question in ``keys``."""

    keys: ClassVar[tuple[Key, ...]] = ()
    others: ClassVar[tuple[str, ...]] = ()

    name = TypedText()
    mailboxes = TypedText()
    shares_with = SelectField(validate_choice=False)

    def field_of(self, key: Key) -> Field:
        """The field of one question."""
        field: Field = self[key.value]
        return field

    def validate_name(self, field: Field) -> None:
        """Refuse what could not stand in a sentence, and names of other groups."""
        name = _plain(field.data)
        if not name:
            raise StopValidation(gettext("Give the group a name, for example “Office”."))
        if len(name) > LONGEST_GROUP_NAME:
            raise StopValidation(gettext("The name is longer than 100 characters. Shorten it."))
        if any(map(is_hidden, name)):
            raise StopValidation(gettext("The name contains invisible characters. Type it anew."))
        if name.casefold() in {other.casefold() for other in self.others}:
            raise StopValidation(gettext("There is already a group of this name. Choose another one."))

    def validate_mailboxes(self, field: Field) -> None:
        """Refuse what is no number of mailboxes."""
        try:
            count = parse_figure((field.data or "").strip(), whole=True)
        except FigureError:
            count = 0
        if not 1 <= count <= MOST_MAILBOXES:
            raise StopValidation(gettext("Enter how many mailboxes belong to the group, for example 1."))

    def validate_shares_with(self, field: Field) -> None:
        """Refuse a group that does not exist (any more)."""
        if field.data and field.data not in self.others:
            raise StopValidation(gettext("This group does not exist any more. Choose one of those listed."))

    def said(self, kind: GroupKind, before: Answers) -> Group:
        """The group that a valid form describes; answers to questions that it does not show stay as they were."""
        answers: dict[str, object] = {key: value for key, value in before.values if key not in self.keys}
        answers.update(KINDS[kind].fixed)
        answers.update({key: self.field_of(key).data for key in self.keys if self.field_of(key).data != AS_COMPANY})
        return Group(
            name=_plain(self.name.data),
            mailboxes=int(parse_figure((self.mailboxes.data or "").strip(), whole=True)),
            answers=Answers.of(answers),
            kind=kind,
            shares_with=self.shares_with.data or None,
        )


class OneOption:
    """Accepts exactly one of the question's answers, or that of the whole company."""

    def __init__(self, key: Key) -> None:
        self._allowed = {AS_COMPANY, *(option.code for option in wording(key).options)}

    def __call__(self, _form: object, field: Field) -> None:
        """Raise ``StopValidation`` for none, several or foreign answers."""
        sent = field.raw_data or []
        if len(sent) != 1 or sent[0] not in self._allowed:
            raise StopValidation(gettext("What was sent is not one of the answers. Choose one of those listed."))


def group_form(kind: GroupKind, company: Answers, group: Group | None) -> GroupForm:
    """The form for a group of this kind, filled with what was sent, else with ``group``, else with what is usual."""
    texts = KINDS[kind]
    others = tuple(one.name for one in company.groups if group is None or one.name != group.name)
    fields = {key.value: _field(key, company) for key in texts.keys}
    named = {"keys": texts.keys, "others": others}
    bound: type[GroupForm] = type("BoundGroupForm", (GroupForm,), {**named, **fields})
    form = bound(request.form if request.method == "POST" else None, data=_initial(kind, company, group))
    form.name.label.text = gettext("Name of the group")
    form.mailboxes.label.text = gettext("How many mailboxes?")
    form.shares_with.label.text = gettext("Does another group read the very same mailboxes?")
    form.shares_with.choices = [
        SelectChoice(NOBODY, gettext("No, none of them")),
        *(SelectChoice(name, name) for name in others),
    ]
    return form


def _field(key: Key, company: Answers) -> SelectField:
    texts, answer = wording(key), company.get(key)
    own = answer_phrase(key, answer, i18n.current()) if answer is not None else gettext("not answered yet")
    choices = [
        SelectChoice(AS_COMPANY, gettext("As in the whole company: %(answer)s", answer=own)),
        *(SelectChoice(option.code, say(option.label)) for option in texts.options),
    ]
    return SelectField(say(texts.title), [OneOption(key)], choices=choices, validate_choice=False)


def _initial(kind: GroupKind, company: Answers, group: Group | None) -> dict[str, object]:
    texts = KINDS[kind]
    if group is None:
        usual = dict.fromkeys((key.value for key in texts.keys), AS_COMPANY) | dict(texts.presets)
        return {"name": _free(say(texts.name), company), "mailboxes": "1", "shares_with": NOBODY, **usual}
    said = {key.value: group.answers.code(key) or AS_COMPANY for key in texts.keys}
    shares_with = partner(company.groups, group) or NOBODY
    return {"name": group.name, "mailboxes": str(group.mailboxes), "shares_with": shares_with, **said}


def _free(name: str, company: Answers) -> str:
    """The proposed name, numbered where it is taken."""
    taken = {group.name.casefold() for group in company.groups}
    return next(each for each in _numbered(name) if each.casefold() not in taken)


def _numbered(name: str) -> Iterable[str]:
    yield name
    number = 2
    while True:
        yield f"{name} {number}"
        number += 1


def _plain(name: object) -> str:
    return unicodedata.normalize("NFC", str(name or "")).strip()
