"""One ZIP from settings and people, with word of how far it is."""

import io
import zipfile
from dataclasses import replace

import pytest

from advisor.profiles.account import UnsafeSettingsError
from advisor.profiles.packing import pack
from advisor.profiles.targets import Target
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, company, server

ONLY = (Target.SHEET, Target.APPLE)


def packed(people, **options) -> bytes:
    out = io.BytesIO()
    pack(out, company(), people, only=ONLY, **options)
    return out.getvalue()


def test_it_tells_of_each_person_once_all_files_are_in() -> None:
    told = []
    out = io.BytesIO()

    def hear(done: int) -> None:
        told.append((done, out.tell() > 0))

    pack(out, company(), (ANNA, BEN, COLLECTOR), only=ONLY, told=hear)
    assert told == [(1, True), (2, True), (3, True)]


def test_telling_changes_no_byte() -> None:
    assert packed((ANNA, BEN), told=lambda _: None) == packed((ANNA, BEN))


def test_without_people_nobody_is_told_of() -> None:
    told = []
    names = zipfile.ZipFile(io.BytesIO(packed((), told=told.append))).namelist()
    assert told == []
    assert "manifest.json" in names


def test_unsafe_settings_write_nothing() -> None:
    out = io.BytesIO()
    with pytest.raises(UnsafeSettingsError):
        pack(out, replace(company(), imap=server(host="imap firma")), (ANNA,), only=ONLY)
    assert out.getvalue() == b""
