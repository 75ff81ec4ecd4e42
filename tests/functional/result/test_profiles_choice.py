"""Which files are in the ZIP: the kinds that were chosen, for whom, and what each of them cannot say."""

import hashlib
import json
import re

from tests.functional.result.staff_lists import ALL, GOOD, kept, unpacked, upload


def test_only_the_kinds_of_files_that_were_ticked_are_in_the_zip(app, firm):
    upload(firm, GOOD)
    none = firm.post(
        "/profiles/download", data={"way": "imap"}, headers={"Accept-Language": "en"}, follow_redirects=True
    )
    assert "Choose at least one kind of file." in none.text
    assert len(kept(app)) == 1
    files = unpacked(firm.post("/profiles/download", data={"way": "imap", "target": ["thunderbird", "nonsense"]}))
    kinds = {one["target"] for one in json.loads(files["manifest.json"])["files"]}
    assert kinds == {None, "thunderbird"}


def test_the_usual_files_are_ticked_and_a_file_that_nobody_needs_is_not(firm):
    upload(firm, "address,name,programs\r\nanna@firma.example,Anna,apple\r\n")
    page = firm.get("/profiles/preview?way=imap", headers={"Accept-Language": "en"}).text
    boxes = dict(re.findall(r'name="target"\s+value="(\w+)"\s*(checked)?', page))
    assert boxes["sheet"] == boxes["apple"] == "checked"
    assert "thunderbird" not in boxes
    assert "nobody on the list needs it" in page


def test_manifest_names_every_file_with_its_checksum(firm):
    upload(firm, GOOD)
    files = unpacked(firm.post("/profiles/download", data=ALL))
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["schema"] == "mailweiche.bundle/1"
    assert {one["path"]: one["sha256"] for one in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }


def test_files_are_in_each_persons_language(firm):
    upload(firm, GOOD)
    files = unpacked(firm.post("/profiles/download", data=ALL))
    assert "people/anna_firma.example/README.de.txt" in files
    assert "people/bob_firma.example/README.en.txt" in files


def test_of_a_long_list_all_people_are_in_the_zip(firm, read):
    good = "".join(f"p{number}@firma.example,Person {number}\r\n" for number in range(130))
    upload(firm, "address,name\r\n" + good + "nobody,Nobody\r\n" * 101)
    shown = read(firm, "/profiles/preview?way=imap")
    assert "130 people" in shown
    assert "101 lines have a problem" in shown
    files = unpacked(firm.post("/profiles/download", data={**ALL, "target": ["sheet"], "skip_bad_rows": "yes"}))
    assert sum(name.endswith("/sheet.html") for name in files) == 130


def test_what_a_file_cannot_say_is_shown_before_the_download(firm, read):
    upload(firm, GOOD, way="imap_archive")
    shown = read(firm, "/profiles/preview?way=imap_archive")
    assert "full copy" in shown.partition("Which files shall be in the ZIP?")[2]
