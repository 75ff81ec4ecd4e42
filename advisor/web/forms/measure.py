"""The form of the page about measuring: a file, nothing else. It knows no password."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField

from advisor.report.documents.envelope import LARGEST, Schema
from advisor.web.i18n import gettext


class MeasureForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """The file that ``mailweiche measure`` has written."""

    file = FileField()

    def prepare(self) -> None:
        """The label in the reader's language."""
        self.file.label.text = gettext("File of the measurement (JSON)")

    def content(self) -> bytes | None:
        """The bytes of the file, one more than is allowed at most, or None where none was chosen."""
        return self.file.data.read(LARGEST[Schema.MEASURE] + 1) if self.file.data else None

    def refuse(self, sentence: str) -> None:
        """Show why the file is not taken."""
        self.file.errors = [*self.file.errors, sentence]
