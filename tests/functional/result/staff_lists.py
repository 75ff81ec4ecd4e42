"""Staff lists for the settings page: sending one, and what comes back."""

import io
import zipfile
from email.message import Message

import sqlalchemy as sa
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from advisor.profiles.formats.catalogue import USUAL
from advisor.store.database import db
from advisor.store.models import StaffUpload

ANNA = {"way": "imap", "name": "Anna Muster", "address": "anna@firma.example", "language": "de"}
ALL = {"way": "imap", "target": [*USUAL]}
"""What the page sends where nobody changes anything."""

GOOD = (
    "adresse;name;programme;sprache\r\n"
    "anna@firma.example;Anna Muster;outlook,apple;de\r\n"
    "bob@firma.example;Bob Sample;thunderbird;en\r\n"
)


def upload(client, content, **fields):
    data = content if isinstance(content, bytes) else content.encode()
    parts = {"way": "imap", **fields, "file": FileStorage(io.BytesIO(data), "staff.csv")}
    boundary, body = encode_multipart(parts)  # in memory: the client would leave its temporary file open
    kind = f'multipart/form-data; boundary="{boundary}"'
    return client.post("/profiles/staff", data=body, content_type=kind, headers={"Accept-Language": "en"})


def kept(app):
    with app.app_context():
        return db.session.scalars(sa.select(StaffUpload.content)).all()


def unpacked(answer):
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    message = Message()
    message["Content-Disposition"] = answer.headers["Content-Disposition"]
    assert message.get_content_disposition() == "attachment"
    assert message.get_filename() == "mailweiche-firma.example.zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.get_data()))
    answer.close()
    return {name: archive.read(name) for name in archive.namelist()}
