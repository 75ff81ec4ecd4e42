"""A tick that lets the server delete goes along into an export in the background, as it was confirmed."""

import json
import re

from advisor.profiles.formats.catalogue import USUAL
from advisor.store.models import ExportError, RunState
from tests.functional.result.export_runs import ENGLISH, PAGE, change, stored, work
from tests.functional.result.staff_lists import unpacked, upload

WAY = "pop3_keep"
PEOPLE = 30
STAFF = "address;name;programs\r\n" + "".join(f"p{n}@firma.example;Person {n};apple\r\n" for n in range(PEOPLE))


def begin_confirmed(client):
    upload(client, STAFF, way=WAY)
    page = client.get(f"/profiles/preview?way={WAY}", headers=ENGLISH).text
    box = re.search(r'<input type="checkbox"\s+id="server_deletes"[^>]*>', page)[0]
    token = re.search(r'value="(\w{64})"', box)[1]
    return client.post("/profiles/download", data={"way": WAY, "target": [*USUAL], "server_deletes": token})


def test_what_was_confirmed_stands_in_the_files(app, open_case, all_situations):
    client = open_case(all_situations["pop3_days"])
    assert begin_confirmed(client).location == PAGE
    work(app)
    manifest = json.loads(unpacked(client.get(f"{PAGE}/files.zip"))["manifest.json"])
    assert manifest["server_deletion"]["mailboxes"] == [f"p{n}@firma.example" for n in range(PEOPLE)]


def test_it_holds_for_the_people_who_were_named_only(app, open_case, all_situations):
    client = open_case(all_situations["pop3_days"])
    begin_confirmed(client)
    change(app, staff=f"{STAFF}late@firma.example;Late;apple\r\n".encode())
    work(app)
    assert (stored(app).state, stored(app).error) == (RunState.FAILED, ExportError.REFUSED)
