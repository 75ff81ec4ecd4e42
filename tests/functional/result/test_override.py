"""A consultant decides otherwise: made, refused, confirmed, changed, withdrawn, and told in every output."""

import io
import json
import re
import zipfile
from dataclasses import replace

import html5lib

from advisor.profiles.formats.catalogue import USUAL
from advisor.report.documents.recommendation import read_recommendation
from advisor.report.documents.settings import read_settings
from advisor.settings.codes import Alternative
from advisor.store.database import db
from advisor.store.models import StoredOverride
from tests.functional.result.conftest import BASELINE, Situation, example_report, pop3_only
from tests.unit.profiles.file_words import words_in

REASON = "Die Revision verlangt die ganze Post im Haus."
DECIDED = {"to": "imap_archive", "reason": REASON, "by": "Anna Muster"}
ARCHIVE = "Beim Anbieter lesen, mit eigener Kopie"
ONE_PC = {**BASELINE, "devices": "one", "device_backup": "tested"}
DE = {"Accept-Language": "de"}


def decide(client, language="de", **changes):
    return client.post("/result/override", data={**DECIDED, **changes}, headers={"Accept-Language": language})


def shown(answer, element=".//main"):
    found = html5lib.parse(answer.text, namespaceHTMLElements=False).find(element)
    return "" if found is None else re.sub(r"\s+", " ", "".join(found.itertext())).strip()


def box(client, path="/result"):
    return shown(client.get(path, headers=DE), ".//section[@aria-labelledby='decided']")


def document(client):
    return read_recommendation(client.get("/result/recommendation.json").data).recommendation


def settings(client, **query):
    return read_settings(client.get("/result/settings.json", query_string=query).data)


def rows(app):
    with app.app_context():
        return db.session.query(StoredOverride).count()


def test_the_result_offers_it_near_the_end_and_only_where_there_is_a_choice(firm, open_case, all_situations, read):
    assert "Decide otherwise" in read(firm)
    assert "Decide otherwise" not in read(open_case(all_situations["not_possible"]))
    assert "Decide otherwise" not in read(open_case(Situation({**BASELINE, "devices": "three_plus"}, pop3_only())))


def test_the_decision_stands_directly_under_the_advice(firm):
    answer = decide(firm)
    assert (answer.status_code, answer.location) == (302, "/result")
    text = box(firm)
    assert text.startswith(f"Entschieden: {ARCHIVE} Anna Muster, ")
    assert re.search(r"Anna Muster, \d{1,2}\. \w+ \d{4}, \d\d:\d\d", text)
    assert f"Begründung: {REASON}" in text
    assert "Mailweiche rät: Beim Anbieter lesen." in text
    page = firm.get("/result", headers=DE).text
    assert page.index('id="verdict"') < page.index('id="decided"') < page.index('id="why"')
    assert "Decide otherwise" not in shown(firm.get("/result", headers={"Accept-Language": "en"}))


def test_the_comparison_marks_advice_and_decision(firm):
    decide(firm)
    tree = html5lib.parse(firm.get("/result", headers=DE).text, namespaceHTMLElements=False)
    states = {
        row.findtext(".//h3"): "".join(row.find(".//span[@class]").itertext()).strip(" ✓–✕!")
        for row in tree.findall(".//ul[@class='options']/li")
    }
    assert states["Beim Anbieter lesen"] == "Empfohlen"
    assert states[ARCHIVE] == "Entschieden"


def test_alarms_and_conditions_of_the_decided_way_are_shown(open_case):
    client = open_case(Situation({**BASELINE, "devices": "two", "device_backup": "none"}, example_report()))
    before = shown(client.get("/result", headers=DE))
    decide(client)
    after = shown(client.get("/result", headers=DE))
    for said in ("Zuerst die Sicherung lösen", "Genau ein Computer sammelt, und er löscht nie"):
        assert (said in before, said in after) == (False, True), said
    assert after.index("Zuerst die Sicherung lösen") < after.index("Lassen Sie die Post beim Anbieter")


def test_the_document_names_both(firm):
    before = document(firm)
    decide(firm)
    after = document(firm)
    assert (after.recommended, after.decided) == (Alternative.IMAP, Alternative.IMAP_ARCHIVE)
    assert (after.override.reason, after.override.by, after.override.state) == (REASON, "Anna Muster", "current")
    assert replace(after, override=None, alarms=before.alarms) == before


def test_settings_are_those_of_the_decided_way_and_name_the_advice(firm):
    assert settings(firm).decision is None
    decide(firm)
    found = settings(firm)
    assert (found.alternative, found.decision.advised, found.decision.to) == ("imap_archive", "imap", "imap_archive")
    assert (found.decision.reason, found.decision.by, found.decision.outdated) == (REASON, "Anna Muster", False)
    other = settings(firm, way="imap")
    assert (other.alternative, other.decision.to) == ("imap", "imap_archive")


def test_days_of_a_decided_copy_are_in_the_settings(open_case):
    client = open_case(Situation({**ONE_PC, "longest_absence_days": 30}, example_report()))
    assert settings(client, way="pop3_keep").keep_days is None
    decide(client, to="pop3_keep")
    assert (settings(client).alternative, settings(client).keep_days) == ("pop3_keep", 37)
    assert "37 Tage" in box(client)


def test_the_profiles_start_with_the_decided_way(firm):
    decide(firm)
    answer = firm.get("/profiles", headers=DE)
    text = shown(answer)
    assert f"Einstellungen und Profile {ARCHIVE}" in text
    assert f"{ARCHIVE} (entschieden)" in text
    assert "Beim Anbieter lesen (empfohlen)" in text
    assert REASON in box(firm, "/profiles")
    sheet = shown(firm.get("/profiles/sheet", headers=DE))
    assert "vollständige Kopie" in sheet
    assert REASON not in sheet


def test_the_archive_tells_who_hands_it_out_and_nobody_else(firm):
    decide(firm)
    person = {"way": "imap_archive", "name": "Beat", "address": "beat@firma.example", "language": "de"}
    firm.post("/profiles/person", data=person)
    packed = firm.post("/profiles/download", data={"way": "imap_archive", "target": [*USUAL]})
    archive = zipfile.ZipFile(io.BytesIO(packed.get_data()))
    packed.close()
    assert f"Begründung: {REASON}" in " ".join(archive.read("README.de.txt").decode().split())
    manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["decision"]["to"], manifest["decision"]["advised"]) == ("imap_archive", "imap")
    told = [name for name in archive.namelist() if "Revision" in words_in(archive.read(name))]
    assert sorted(told) == ["README.de.txt", "manifest.json"]


def test_the_boss_reads_first_what_was_decided(firm):
    decide(firm)
    boss = shown(firm.get("/result", headers=DE), ".//textarea[@id='boss-text']")
    assert re.match(
        r"Entschieden ist \(Anna Muster, \d{1,2}\. \w+ \d{4}\), anders als Mailweiche rät \(«Beim Anbieter lesen»\): "
        r"Wir lassen die Post beim Anbieter, lesen sie dort \(IMAP\) und halten dazu eine vollständige Kopie im Haus\. "
        rf"Der Grund: «{re.escape(REASON)}» Keine unserer Regeln spricht dagegen\.$",
        boss,
    ), boss


def test_it_can_be_read_on_the_page_to_decide_and_in_english(firm):
    decide(firm)
    text = shown(firm.get("/result/override", headers={"Accept-Language": "en"}))
    assert "Decided: Read at the provider, with your own copy Anna Muster, " in text
    assert "Mailweiche advises: Read at the provider." in text
