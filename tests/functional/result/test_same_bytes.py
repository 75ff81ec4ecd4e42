"""Web and ``mailweiche export`` make the same ZIP, byte for byte: each way, each language, all kinds of files."""

import io
import zipfile

import pytest
from click.testing import CliRunner

from advisor.profiles.targets import Target
from advisor.report.documents.settings import read_settings
from advisor.settings.codes import Alternative
from advisor.web.cli import group
from tests.functional.result.staff_lists import upload
from tests.functional.result.test_excluded_ways import ticks

WAYS = {
    "imap": ("firm", ""),
    "imap_archive": ("firm", "info@firma.example;Archiv-PC;sammler;;;Ordner 1\r\n"),
    "pop3_keep": ("pop3_days", ""),
    "pop3_delete": ("alone", ""),
}
STAFF = (
    "adresse;name;rolle;programme;sprache;bemerkung\r\n"
    "anna@firma.example;Anna Müller;;outlook;de;im Büro\r\n"
    "ben@firma.example;Ben Ash;;thunderbird;en;\r\n"
    "carla@firma.example;„Carla“ Šuštar;;apple;;\r\n"
)


@pytest.fixture
def companies(all_situations):
    """One for each way, also one whose mail shall lie at the provider as short as possible."""
    keep = all_situations["pop3_days"]
    alone = type(keep)({**keep.answers, "provider_stay": "as_short_as_possible"}, keep.report)
    return {**all_situations, "alone": alone}


@pytest.fixture
def by_command(tmp_path, monkeypatch):
    """The ZIP of the command line from the settings that the page hands out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "other"))

    def by_command(client, way, staff, language, *options):
        (tmp_path / "settings.json").write_bytes(client.get(f"/result/settings.json?way={way}").data)
        (tmp_path / "staff.csv").write_bytes(staff)
        names = ["--settings", "settings.json", "--staff", "staff.csv", "--only", "all", "--out", "out.zip"]
        result = CliRunner().invoke(group, ["export", *names, "--lang", language, *options])
        assert result.exit_code == 0, result.output
        return (tmp_path / "out.zip").read_bytes()

    return by_command


def by_web(client, way, staff, language, **ticked):
    headers = {"Accept-Language": language}
    upload(client, staff, way=way)
    data = {"way": way, "target": [*Target], **ticked}
    answer = client.post("/profiles/download", data=data, headers=headers)
    assert answer.mimetype == "application/zip", answer.location
    archive = answer.get_data()
    answer.close()
    return archive


def people(archive):
    names = zipfile.ZipFile(io.BytesIO(archive)).namelist()
    return {name.split("/")[1] for name in names if name.startswith("people/")}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("way", [*WAYS])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_each_way_that_can_be_chosen(open_case, companies, by_command, tmp_path, way, language, encoding):
    situation, row = WAYS[way]
    client = open_case(companies[situation])
    staff = (STAFF + row).encode(encoding)
    made = by_web(client, way, staff, language)
    assert made == by_command(client, way, staff, language)
    assert read_settings((tmp_path / "settings.json").read_bytes()).alternative == way
    assert len(people(made)) == 3 + bool(row)
    assert set(WAYS) == set(Alternative)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_confirmed_deletion_on_the_server(open_case, all_situations, by_command, language):
    client = open_case(all_situations["pop3_days"])
    staff = b"address;name;programs\r\nida@firma.example;Ida;apple\r\n"
    upload(client, staff, way="pop3_keep")
    page = client.get("/profiles/preview?way=pop3_keep", headers={"Accept-Language": "en"}).text
    days = page.partition("Mail shall stay on the server for ")[2].partition(" days")[0]
    token = page.partition('name="server_deletes"')[2].partition('value="')[2].partition('"')[0]
    made = by_web(client, "pop3_keep", staff, language, server_deletes=token)
    assert made == by_command(client, "pop3_keep", staff, language, "--server-deletes-after-days", days)
    assert b"server_deletion" in zipfile.ZipFile(io.BytesIO(made)).read("manifest.json")


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_excluded_way_that_somebody_wants_all_the_same(open_case, all_situations, by_command, language):
    client = open_case(all_situations["alarms"])
    staff = (
        b"address;name;programs;alternative\r\nanna@firma.example;Anna;outlook;pop3_delete\r\nb@firma.example;Ben;;\r\n"
    )
    upload(client, staff)
    made = by_web(client, "imap", staff, language, despite_rule=ticks(client)[0])
    assert made == by_command(client, "imap", staff, language, "--despite-rule", "anna@firma.example")
    assert len(people(made)) == 2
