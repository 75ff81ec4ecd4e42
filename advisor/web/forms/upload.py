"""What the forms share that take one file."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField


class UploadForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """One file; how large a request may be at all is a setting of the app."""

    file = FileField()

    def content(self) -> bytes | None:
        """The bytes of the file, or None where none was chosen."""
        return self.file.data.read() if self.file.data else None

    def refuse(self, *sentences: str) -> None:
        """Show why the file is not taken."""
        self.file.errors = [*self.file.errors, *sentences]
