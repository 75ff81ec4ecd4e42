"""Files that a person saves: always an attachment, with a name that survives every file system."""

from io import BytesIO

from flask import Response, send_file

JSON = "application/json"
ZIP = "application/zip"
CSV = "text/csv; charset=utf-8"


def attachment(content: bytes, *, name: str, mimetype: str) -> Response:
    """The bytes as a file to save (RFC 6266)."""
    return send_file(BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=name)
