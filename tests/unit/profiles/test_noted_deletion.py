"""Somebody noted before that the server deletes: whoever gets settings later is told on all papers and in all files."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from advisor.profiles.account import Form, account_for
from advisor.profiles.bundle import settings_sha256
from advisor.profiles.export import export
from advisor.profiles.packing import pack
from advisor.profiles.remarks import Circumstances
from advisor.profiles.served import answers
from advisor.profiles.server_deletion import ServerDeletion
from advisor.profiles.sheet import sheet_view
from advisor.profiles.targets import Target
from advisor.settings.addresses import Address
from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.values import NotedDeletion, Person
from advisor.text import Language
from tests.unit.profiles.companies import company
from tests.unit.profiles.dovecot_rules import read
from tests.unit.profiles.file_words import pages_in, words_in

NOTED = NotedDeletion(21, date(2026, 11, 20))
LOSES = {
    Language.DE: "Ihre Mails bleiben also nicht so lange dort, wie hier steht. Richten Sie nichts ein, bevor",
    Language.EN: "So your mail does not stay there for as long as it says here. Set nothing up before",
}
DELETES = {
    Language.DE: "Der Server löscht jede Mail nach 21 Tagen aus dem Posteingang, auch",
    Language.EN: "The server deletes every mail from the inbox after 21 days, also",
}
PAPERS = ("README", "sheet.html", "slip.pdf")
WORDED = (Target.SHEET, Target.SLIP, Target.THUNDERBIRD, Target.APPLE, Target.OUTLOOK_PRF, Target.GETMAIL)
LOSERS = {
    "imap": Person("tom@firma.ch", "Tom", alternative=Alternative.IMAP),
    "full copy": Person("tom@firma.ch", "Tom", alternative=Alternative.IMAP_ARCHIVE),
    "for ever": Person("tom@firma.ch", "Tom", role=Role.COLLECTOR),
    "longer": Person("tom@firma.ch", "Tom", keep_days=30),
    "program": Person("tom@firma.ch", "Tom", role=Role.PROGRAM, alternative=Alternative.IMAP),
}
IN_TIME = {
    "as long": Person("ida@firma.ch", "Ida"),
    "shorter": Person("ida@firma.ch", "Ida", keep_days=7),
    "at once": Person("ida@firma.ch", "Ida", alternative=Alternative.POP3_DELETE),
}


def noted(form=Form.POP3_KEEP_DAYS, **changes):
    return company(form, server_deletes=NOTED, **changes)


def of_person(settings, person, only=WORDED):
    return [file for file in export(settings, (person,), only=only) if file.person is not None]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("person", LOSERS.values(), ids=LOSERS)
def test_who_would_lose_mail_is_told_on_each_paper_and_in_each_file(person, language):
    files = of_person(noted(), replace(person, language=language))
    assert len(files) > len(PAPERS) - 1
    for file in files:
        words = words_in(file.data)
        if file.path.endswith((".html", ".pdf", ".txt")):
            assert DELETES[language] in words, file.path
            assert LOSES[language] in words, file.path
        else:
            assert LOSES[language].split(".")[0] in words.replace("# ", ""), file.path
        if file.path.endswith(".pdf"):
            assert pages_in(file.data) == 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("person", IN_TIME.values(), ids=IN_TIME)
def test_who_fetches_in_time_is_told_that_it_deletes_and_no_more(person, language):
    for file in of_person(noted(), replace(person, language=language), (Target.SHEET, Target.SLIP)):
        assert DELETES[language] in words_in(file.data), file.path
        assert LOSES[language] not in words_in(file.data), file.path


@pytest.mark.parametrize("form", Form)
def test_the_sheet_for_the_whole_company_says_it_too(form):
    settings = noted(form)
    view = sheet_view(account_for(settings, None), Circumstances.of(settings), Language.EN)
    told = " ".join(view.warnings)
    assert DELETES[Language.EN] in told
    assert (LOSES[Language.EN] in told) is (form not in {Form.POP3_KEEP_DAYS, Form.POP3_DELETE})


def packed(settings, people, **options):
    out = io.BytesIO()
    pack(out, settings, people, only=(Target.SHEET, Target.DOVECOT), **options)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", Language)
def test_readme_and_manifest_name_who_would_lose_mail(language):
    people = [replace(one, language=language) for one in (LOSERS["imap"], IN_TIME["as long"])]
    files = packed(noted(), people)
    readme = words_in(files[f"README.{language}.txt"])
    expected = {
        Language.DE: (
            "Bestätigt am 20. November 2026: Der Server löscht jede Mail nach 21 Tagen",
            "Zeilen der Liste, die Mails verlieren würden, weil diese länger bleiben sollen: 1 (tom@firma.ch).",
            "Schalten Sie zuerst das Löschen auf dem Server aus",
        ),
        Language.EN: (
            "Confirmed on 20 November 2026: the server deletes every mail from the inbox after 21 days",
            "Lines of the list that would lose mail, because it is to stay for longer: 1 (tom@firma.ch).",
            "First switch the deletion off on the server",
        ),
    }
    for words in expected[language]:
        assert words in readme
    said = json.loads(files["manifest.json"])
    assert said["server_deletes"] == {"days": 21, "confirmed_on": "2026-11-20", "would_lose": ["tom@firma.ch"]}
    assert "server_deletion" not in said
    assert not any("autoexpunge" in name for name in read(files["company/dovecot/99-mailweiche.conf"]))


def test_nobody_is_told_to_publish_for_all_what_would_lose_mail():
    place = "kann auch für alle auf den Webserver"
    for settings, said in ((company(), True), (noted(Form.IMAP), False)):
        files = export(settings, (LOSERS["imap"],), only=(Target.THUNDERBIRD,))
        readme = next(file.data for file in files if file.path == "README.de.txt")
        assert (place in words_in(readme)) is said


def test_where_nobody_would_lose_mail_the_readme_says_only_that_it_deletes():
    files = packed(noted(), [IN_TIME["as long"]])
    readme = words_in(files["README.de.txt"])
    assert "Bestätigt am 20. November 2026" in readme
    assert "verlieren würden" not in readme
    assert json.loads(files["manifest.json"])["server_deletes"]["would_lose"] == []


def test_a_word_that_is_given_now_counts_in_its_place():
    phone = replace(IN_TIME["as long"], programs=(Program.APPLE,))
    now = ServerDeletion(21, date(2026, 11, 27), ("ida@firma.ch",))
    files = packed(noted(), [phone], server_deletion=now)
    said = json.loads(files["manifest.json"])
    assert "server_deletes" not in said
    assert said["server_deletion"]["confirmed_on"] == "2026-11-27"
    assert words_in(files["README.de.txt"]).count("Bestätigt am") == 1


def test_where_nothing_is_noted_nothing_is_said_and_no_hash_changes():
    files = packed(company(), [LOSERS["imap"]])
    assert "server_deletes" not in json.loads(files["manifest.json"])
    assert not any("21 Tagen" in words_in(data) for data in files.values())
    assert settings_sha256(noted()) != settings_sha256(company(Form.POP3_KEEP_DAYS))
    assert settings_sha256(company()) == "95148f289eaa27db5a46a879dd4e5c84492f29c249ae7a6793d452116a02a0b8"


def test_an_iphone_is_told_before_it_installs_what_is_served():
    profile = answers(noted(Form.IMAP)).configuration_profile(Address("a@firma.ch", "a@firma.ch"))
    for language in Language:
        assert LOSES[language] in words_in(profile)
