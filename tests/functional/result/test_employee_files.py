"""The files of a personal page are those of the ZIP, byte for byte, and only those that this person may have."""

import plistlib
from email.message import Message

import pytest

from advisor.profiles.formats.catalogue import FORMATS
from advisor.profiles.targets import Target
from tests.functional.result.staff_lists import unpacked
from tests.functional.result.staff_pages import links, make, open_pages

STAFF = (
    "address;name;programs;language\r\n"
    "anna@firma.example;Anna Müller;outlook;de\r\n"
    "bob@firma.example;Bob Sample;apple;en\r\n"
    "carla@firma.example;Carla;thunderbird;de\r\n"
    "dora@firma.example;Dora;android;en\r\n"
    "emil@firma.example;Emil;;de\r\n"
)
FILES = {
    Target.APPLE: ("mailweiche.mobileconfig", "application/x-apple-aspen-config"),
    Target.OUTLOOK_PRF: ("mailweiche-imap.prf", "application/octet-stream"),
    Target.THUNDERBIRD: ("firma.example.xml", "application/xml"),
    Target.K9: ("mailweiche.k9s", "application/x-k9settings"),
    Target.THUNDERBIRD_ANDROID_QR: ("thunderbird_android.svg", "image/svg+xml"),
}
OF_DAYS = {Target.OUTLOOK_PRF: "mailweiche-pop3-keep-28.prf"}
"""What is called otherwise where mail stays for some days."""
OWN = {
    "Anna Müller": {Target.OUTLOOK_PRF},
    "Bob Sample": {Target.APPLE},
    "Carla": {Target.THUNDERBIRD},
    "Dora": {Target.K9, Target.THUNDERBIRD_ANDROID_QR},
}


def load(app, path, target):
    answer = app.test_client().get(f"{path}/file/{target}")
    return answer if answer.status_code == 200 else None


@pytest.mark.parametrize(("situation", "way"), [("firm", "imap"), ("firm", "imap_archive"), ("pop3_days", "pop3_keep")])
def test_each_file_is_that_of_the_zip_byte_for_byte(app, open_case, all_situations, situation, way):
    client = open_case(all_situations[situation])
    make(client, STAFF, way=way)
    found = links(client)
    zipped = unpacked(client.post("/profiles/download", data={"way": way, "target": [*FILES]}))
    compared = set()
    for name, path in found.items():
        folder = f"people/{name.partition(' ')[0].lower()}_firma.example"
        for target, (named, kind) in FILES.items():
            file = OF_DAYS.get(target, named) if way == "pop3_keep" else named
            answer = load(app, path, target)
            if answer is None:
                continue
            (inside,) = (one for one in zipped if one.startswith(folder) and one.endswith(f"/{file}"))
            assert answer.data == zipped[inside]
            assert answer.mimetype == kind
            message = Message()
            message["Content-Disposition"] = answer.headers["Content-Disposition"]
            assert (message.get_content_disposition(), message.get_filename()) == ("attachment", file)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            compared.add((name, target))
    assert {(name, target) for name, targets in OWN.items() for target in targets} <= compared
    assert (("Emil", Target.APPLE) in compared) is (way != "pop3_keep"), "who must choose one gets none before"


def test_a_person_gets_no_other_file(app, all_situations):
    found = open_pages(app, all_situations["firm"], STAFF)
    for name, targets in OWN.items():
        given = {target for target in Target if load(app, found[name], target) is not None}
        assert given == targets
    assert {target for target in Target if load(app, found["Emil"], target) is not None} == set(FILES)


@pytest.mark.parametrize("target", ["", "nothing", "sheet", "slip", "dovecot", "../apple", "APPLE", "apple%00"])
def test_what_is_no_file_of_the_page_is_not_found(app, all_situations, target):
    path = open_pages(app, all_situations["firm"], STAFF)["Emil"]
    assert app.test_client().get(f"{path}/file/{target}").status_code == 404


def test_the_profile_names_the_person_and_no_password(app, all_situations):
    path = open_pages(app, all_situations["firm"], STAFF)["Bob Sample"]
    mail = plistlib.loads(load(app, path, Target.APPLE).data)["PayloadContent"][0]
    assert mail["EmailAddress"] == "bob@firma.example"
    assert "IncomingPassword" not in mail


def test_a_refused_file_is_not_offered_and_the_page_says_what_to_do(app, all_situations):
    staff = "address;name;programs;username\r\nanna@firma.example;Anna;outlook,android;aña;\r\n".replace(
        ";\r\n", "\r\n"
    )
    path = open_pages(app, all_situations["firm"], staff)["Anna"]
    page = app.test_client().get(f"{path}?device=windows&program=outlook").text
    assert "There is no such file for your mailbox." in page
    assert "/file/outlook_prf" not in page
    assert "Control Panel" in page, "the steps by hand stand there instead"
    assert load(app, path, Target.OUTLOOK_PRF) is None


def test_every_file_has_a_kind_and_a_name():
    assert {target for target in FILES if FORMATS[target].person is None} == set()
