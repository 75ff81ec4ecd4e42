"""The form of the page about measuring: a file, nothing else. It knows no password."""

from flask_babel import lazy_gettext
from flask_wtf.file import FileField

from advisor.web.forms.upload import UploadForm


class MeasureForm(UploadForm):
    """The file that ``mailweiche measure`` has written."""

    file = FileField(lazy_gettext("File of the measurement (JSON)"))
