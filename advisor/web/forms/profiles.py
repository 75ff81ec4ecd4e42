"""The forms of the settings page: which way, one person, a staff list. None of them knows a password."""

import csv
import io
from collections.abc import Iterable, Mapping

from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import Field, Form, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs describe an older WTForms
from wtforms.widgets import CheckboxInput

from advisor.decision.recommendation import Recommendation
from advisor.questionnaire.catalogue import wording
from advisor.questionnaire.schema import Key
from advisor.report.texts.alternatives import ALTERNATIVES
from advisor.settings.codes import Alternative
from advisor.settings.problems import Reason, StaffProblem
from advisor.settings.staff_file import Column, shown
from advisor.settings.values import Person
from advisor.text import Language, Text
from advisor.web import i18n
from advisor.web.forms.upload import UploadForm
from advisor.web.i18n import gettext, say

_LANGUAGE_NAMES = {Language.DE: Text("Deutsch", "German"), Language.EN: Text("Englisch", "English")}
_FIELD_OF = {
    Reason.NAME_MISSING: "name",
    Reason.LANGUAGE: "language",
    Reason.PROGRAM: "programs",
    Reason.DELETES_FOR_ITSELF: "programs",
}
_ANY_CELL = frozenset({Reason.CELL_TOO_LONG, Reason.HIDDEN_CHARACTERS, Reason.FORMULA})


class WayForm(Form):
    """Which of the possible ways the files are for; sent as a part of the address, changes nothing that is stored."""

    way = RadioField(validate_choice=False)

    def offer(self, ways: Iterable[Alternative], chosen: Alternative, advice: Recommendation) -> None:
        """The ways to choose from, the advised and the decided one named as such."""
        self.way.choices = [SelectChoice(way.value, _way_name(way, advice)) for way in ways]
        self.way.data = chosen.value


class PersonForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """One person whose files are wanted."""

    name = StringField()
    address = StringField()
    programs = SelectMultipleField(option_widget=CheckboxInput(), validate_choice=False)
    language = RadioField(validate_choice=False)

    def prepare(self, programs: tuple[str, ...], *, fresh: bool) -> None:
        """Labels and choices in the reader's language; a ``fresh`` form starts with the company's ``programs``."""
        self.name.label.text = gettext("Name")
        self.address.label.text = gettext("Mail address")
        options = wording(Key.PROGRAMS).options
        self.programs.choices = [SelectChoice(option.code, say(option.label)) for option in options]
        self.language.choices = [SelectChoice(code.value, say(_LANGUAGE_NAMES[code])) for code in i18n.available()]
        if fresh:
            self.programs.data = list(programs)
            self.language.data = i18n.current().value

    def fill(self, person: Person) -> None:
        """Show a person who has been entered before."""
        self.name.data, self.address.data = person.name, person.address
        self.programs.data = [program.value for program in person.programs]
        self.language.data = person.language.value

    def cells(self) -> Mapping[Column, str]:
        """What was entered, as the cells of a row of a staff list."""
        return {
            Column.ADDRESS: (self.address.data or "").strip(),
            Column.NAME: (self.name.data or "").strip(),
            Column.PROGRAMS: ",".join(self.programs.data or ()),
            Column.LANGUAGE: self.language.data or "",
        }

    def refuse(self, problems: Iterable[StaffProblem]) -> None:
        """Put each problem beside the field that it is about."""
        for problem in problems:
            field = self._about(problem)
            sentence = StaffProblem(problem.reason, None, problem.value).describe(i18n.current())
            field.errors = [*field.errors, sentence]

    def _about(self, problem: StaffProblem) -> Field:
        """The field of the reason; for reasons that any cell can have, the one that holds the refused text."""
        found: Field = self[_FIELD_OF.get(problem.reason, "address")]
        if problem.reason not in _ANY_CELL:
            return found
        texts = ((self.name, self.name.data or ""), (self.address, self.address.data or ""))
        return next((field for field, text in texts if shown(text.strip()) == problem.value), found)


class StaffForm(UploadForm):
    """A staff list as a CSV file."""

    file = FileField(lazy_gettext("Staff list (CSV file)"))


def as_list(cells: Mapping[Column, str]) -> bytes:
    """One person as a staff list, so that there is one way from here to the files."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.value for column in cells])
    writer.writerow(cells.values())
    return out.getvalue().encode()


def _way_name(way: Alternative, advice: Recommendation) -> str:
    name = say(ALTERNATIVES[way].name)
    if advice.decision is not None and way is advice.decision.to:
        return str(gettext("%(way)s (decided)", way=name))
    return str(gettext("%(way)s (advised)", way=name)) if way is advice.recommended else name
