"""The ZIP: contents, manifest, safety, and the same bytes for the same input."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace

import pytest

from advisor.profiles.account import Form
from advisor.profiles.bundle import settings_sha256, write_bundle
from advisor.profiles.export import export, refused
from advisor.profiles.files import ExportFile
from advisor.profiles.formats.catalogue import USUAL
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, company, server

PEOPLE = (ANNA, BEN, COLLECTOR)


def packed(settings) -> bytes:
    out = io.BytesIO()
    write_bundle(
        out, export(settings, PEOPLE, only=USUAL), refused(settings, PEOPLE, only=USUAL), settings_sha256(settings)
    )
    return out.getvalue()


def test_the_manifest_names_every_file_with_its_hash():
    settings = company(Form.POP3_KEEP_DAYS)
    with zipfile.ZipFile(io.BytesIO(packed(settings))) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        contents = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    assert manifest["schema"] == "mailweiche.bundle/1"
    assert manifest["settings_sha256"] == settings_sha256(settings)
    assert {entry["path"]: entry["sha256"] for entry in manifest["files"]} == {
        path: hashlib.sha256(data).hexdigest() for path, data in contents.items()
    }
    profile = next(entry for entry in manifest["files"] if entry["path"].endswith(".mobileconfig"))
    assert (profile["target"], profile["person"]) == ("apple", "anna@firma.ch")
    assert profile["cannot"] == ["no_days", "unsigned"]
    assert [each["target"] for each in manifest["not_included"] if each["person"] is None] == ["thunderbird_policies"]
    assert next(each for each in manifest["not_included"] if each["person"] == "info@firma.ch") == {
        "target": "thunderbird",
        "person": "info@firma.ch",
        "because": ["collector_must_keep"],
    }


def test_the_same_input_gives_the_same_bytes():
    assert packed(company()) == packed(company())
    assert packed(company()) != packed(replace(company(), imap=server("imap2.firma.ch")))


def test_the_hash_of_the_settings_follows_every_value():
    assert settings_sha256(company()) == settings_sha256(company())
    assert settings_sha256(company()) != settings_sha256(replace(company(), imap=server(proven=False)))


def test_members_have_a_fixed_time_and_plain_rights():
    with zipfile.ZipFile(io.BytesIO(packed(company()))) as archive:
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert member.external_attr >> 16 == 0o100644


def test_a_stream_that_cannot_seek_is_enough():
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.parts = []

        def writable(self):
            return True

        def write(self, data):
            self.parts.append(bytes(data))
            return len(data)

    pipe = Pipe()
    write_bundle(pipe, export(company()), (), "0" * 64)
    with zipfile.ZipFile(io.BytesIO(b"".join(pipe.parts))) as archive:
        assert archive.testzip() is None


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a//b", "a/./b", "a\\..\\b", "C:/x", "", "people/.."])
def test_a_path_that_leaves_its_folder_is_refused(path):
    with pytest.raises(ValueError, match="not a safe path"):
        write_bundle(io.BytesIO(), [ExportFile(path, b"")], (), "0" * 64)
