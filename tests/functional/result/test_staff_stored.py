"""What the database holds of an uploaded staff list: nothing that is not understood, in no table and no free page."""

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import ExportRun
from tests.functional.result.export_runs import begin, many
from tests.functional.result.staff_lists import ALL, kept, unpacked, upload

SECRET = "Sommer-2026!"
FOREIGN = (
    "address;Personalnummer;name;programs;Bemerkung\r\n"
    f"anna@firma.example;{SECRET};Anna Muster;outlook;\r\n"
    f'beat@firma.example;;Beat;apple;"{SECRET}\r\nzweite Zeile"\r\n'
    f";{SECRET};;;\r\n"
    f"carl@firma.example;;Carl;apple;;{SECRET}\r\n"
)


def database(app):
    """Every byte of the SQLite file and of what belongs to it."""
    with app.app_context():
        db.session.execute(sa.text("PRAGMA wal_checkpoint(FULL)"))
    folder = app.extensions["mailweiche"].instance
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.read_bytes().startswith(b"SQLite format 3") for path in files)
    return b"".join(path.read_bytes() for path in files)


def test_nothing_of_a_foreign_column_is_stored(app, firm, read):
    upload(firm, FOREIGN)
    assert b"anna@firma.example" in database(app), "the search sees what is stored"
    for foreign in (SECRET, "zweite Zeile"):
        assert foreign.encode() not in database(app)
    shown = read(firm, "/profiles/preview?way=imap")
    assert "These columns are not used: Personalnummer, Bemerkung" in shown
    assert "Line 5:" in shown, "lines are counted as in the file"
    assert "Line 6: The row has more cells" in shown
    assert SECRET not in shown


def test_nothing_of_it_is_in_the_row_of_a_job(app, firm):
    lines = many().splitlines()
    content = "\r\n".join([f"{lines[0]};Bemerkung", *(f"{line};{SECRET}" for line in lines[1:])])
    assert begin(firm, content).location == "/profiles/export/1"
    with app.app_context():
        run = db.session.get(ExportRun, 1)
        assert b"p7@firma.example" in run.staff
        assert all(SECRET not in str(value) for value in vars(run).values())
    assert SECRET.encode() not in database(app)


def test_a_password_column_leaves_no_trace(app, firm):
    answer = upload(firm, f"address;name;Initial PW\r\nanna@firma.example;Anna;{SECRET}\r\n")
    assert answer.status_code == 422
    assert "column for passwords (“Initial PW”)" in answer.text
    assert kept(app) == []
    assert SECRET.encode() not in database(app)


def test_the_files_are_those_of_the_list_as_it_was(firm):
    upload(firm, FOREIGN)
    with_columns = unpacked(firm.post("/profiles/download", data={**ALL, "skip_bad_rows": "yes"}))
    upload(firm, "address;name;programs\r\nanna@firma.example;Anna Muster;outlook\r\nbeat@firma.example;Beat;apple\r\n")
    assert with_columns == unpacked(firm.post("/profiles/download", data=ALL))
