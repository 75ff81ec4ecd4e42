"""Files that a person saves: always an attachment, with a name that survives every file system."""

from io import BytesIO
from typing import BinaryIO

from flask import Response, send_file

JSON = "application/json"
ZIP = "application/zip"
CSV = "text/csv; charset=utf-8"


def attachment(content: bytes | BinaryIO, *, name: str, mimetype: str) -> Response:
    """The content as a file to save (RFC 6266); an open file is sent from its start, piece by piece, and closed."""
    if isinstance(content, bytes):
        content = BytesIO(content)
    content.seek(0)
    return send_file(content, mimetype=mimetype, as_attachment=True, download_name=name)
