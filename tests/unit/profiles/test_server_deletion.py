"""The server deletes in the place of mail programs: when it is offered, when it must not be, what is then written."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.profiles.account import Form, UnsafeSettingsError, account_for
from advisor.profiles.bundle import settings_sha256, write_bundle
from advisor.profiles.cannot import Cannot
from advisor.profiles.deletion_offer import LosesMailError, deletion_offer, take
from advisor.profiles.export import export, refused
from advisor.profiles.readme_deletion import MOST_MAILBOXES
from advisor.profiles.server_deletion import ServerDeletion, keeps_longer
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative, Program, Role
from advisor.settings.values import Person
from advisor.text import Language
from tests.unit.profiles.companies import company
from tests.unit.profiles.dovecot_rules import read
from tests.unit.profiles.file_words import pages_in, words_in

DAYS = company(Form.POP3_KEEP_DAYS)
TODAY = date(2026, 11, 27)
SNIPPET = "company/dovecot/99-mailweiche.conf"


def reader(name, *programs, **changes):
    return Person(f"{name.lower()}@firma.ch", name, programs=programs, **changes)


OUTLOOK = reader("Olga", Program.OUTLOOK)
IPHONE = reader("Ida", Program.APPLE)
NEW_OUTLOOK = reader("Nora", Program.OUTLOOK_NEW)
ANDROID = reader("Andi", Program.ANDROID)
PLAIN = reader("Paul")
LOSERS = {
    "imap": reader("Iris", alternative=Alternative.IMAP),
    "full copy": reader("Kai", alternative=Alternative.IMAP_ARCHIVE),
    "collector": reader("Sam", role=Role.COLLECTOR),
    "collector by imap": reader("Sim", role=Role.COLLECTOR, alternative=Alternative.IMAP_ARCHIVE),
    "longer": reader("Lara", keep_days=22),
    "program": reader("Order", role=Role.PROGRAM, alternative=Alternative.IMAP),
}
OTHERS = (
    reader("Kurt", Program.OUTLOOK, keep_days=20),
    reader("Dora", Program.OUTLOOK, alternative=Alternative.POP3_DELETE),
    reader("Order", role=Role.PROGRAM),
)


def names(readers):
    return [each.name for each in readers]


@pytest.mark.parametrize(
    ("people", "unable"),
    [
        ((OUTLOOK,), None),
        ((reader("Tim", Program.THUNDERBIRD), OUTLOOK), None),
        ((OUTLOOK, IPHONE), ["Ida"]),
        ((NEW_OUTLOOK, ANDROID, OUTLOOK), ["Nora", "Andi"]),
        ((PLAIN,), ["Paul"]),
        ((), None),
        ((reader("Order", role=Role.PROGRAM),), None),
    ],
)
def test_it_is_offered_where_somebodys_program_does_not_know_the_period(people, unable):
    offer = deletion_offer(DAYS, people)
    assert (names(offer.unable) if offer else None) == unable
    if offer:
        assert (offer.days, names(offer.readers), offer.losers) == (21, [one.name for one in people], ())


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.POP3_KEEP_DAYS])
def test_it_is_offered_only_where_the_company_keeps_mail_for_days(form):
    assert deletion_offer(company(form), (IPHONE, replace(IPHONE, name="Ada", keep_days=3))) is None


def test_without_a_file_for_the_server_there_is_no_offer():
    assert deletion_offer(replace(DAYS, submission=None), (IPHONE,)) is None
    assert deletion_offer(replace(DAYS, pop3=None), (IPHONE,)) is None


def test_a_file_that_somebody_asks_for_counts_too():
    assert deletion_offer(DAYS, (OUTLOOK,), (Target.GETMAIL,)) is None
    assert names(deletion_offer(DAYS, (OUTLOOK,), (Target.MPOP,)).unable) == ["Olga"]


@pytest.mark.parametrize("loser", LOSERS.values(), ids=LOSERS)
def test_who_would_lose_mail_is_named_and_it_is_refused(loser):
    offer = deletion_offer(DAYS, (IPHONE, loser, OUTLOOK))
    assert names(offer.losers) == [loser.name]
    with pytest.raises(LosesMailError) as refusal:
        take(offer, TODAY)
    assert names(refusal.value.losers) == [loser.name]


def test_who_fetches_at_least_as_fast_loses_nothing():
    assert deletion_offer(DAYS, (IPHONE, *OTHERS)).losers == ()


def test_each_mailbox_is_named_once():
    twice = (IPHONE, replace(IPHONE, name="Ida K."), OUTLOOK)
    assert take(deletion_offer(DAYS, twice), TODAY) == ServerDeletion(21, TODAY, ("ida@firma.ch", "olga@firma.ch"))


def made(people, deletion, only=(Target.SHEET,)):
    return {file.path: file for file in export(DAYS, people, only=only, server_deletion=deletion)}


def confirmed(*people):
    return take(deletion_offer(DAYS, people), TODAY)


def test_once_confirmed_the_lines_are_active_and_nothing_else_is():
    english = replace(NEW_OUTLOOK, language=Language.EN)
    file = made((IPHONE, english), confirmed(IPHONE, english))[SNIPPET]
    assert read(file.data) == {
        "protocol pop3/mail_max_userip_connections": "3",
        "protocol pop3/pop3_no_flag_updates": "yes",
        "namespace inbox/mailbox INBOX/autoexpunge": "21d",
    }
    assert file.cannot == (Cannot.SERVER_CANNOT_ORDER, Cannot.SERVER_DELETES_CONFIRMED)
    text = " ".join(re.sub(r"(?m)^# ?", "", file.data.decode()).split())
    for words in ("EINGESCHALTET, bestätigt am 2026-11-27", "Personalliste: 2.", "auch ungelesene", "mit IMAP lesen"):
        assert words in text
    for words in ("SWITCHED ON, confirmed on 2026-11-27", "when new mail arrives", "already older"):
        assert words in text
    assert "not switched on" not in text
    assert "nicht eingeschaltet" not in text


def test_without_a_confirmation_nothing_is_active_or_said():
    without = made((IPHONE,), None, tuple(Target))
    assert "autoexpunge" not in " ".join(read(without[SNIPPET].data))
    for path, file in without.items():
        assert "Confirmed on" not in words_in(file.data), path
        assert Cannot.SERVER_DELETES_CONFIRMED not in file.cannot, path
    assert SNIPPET not in made((IPHONE,), None)


@pytest.mark.parametrize("language", Language)
def test_the_readme_says_for_whom_since_when_and_what_a_tested_backup_is(language):
    person = replace(IPHONE, language=language)
    text = " ".join(made((person,), confirmed(person))[f"README.{language}.txt"].data.decode().split())
    expected = {
        Language.DE: ("Bestätigt am 27. November 2026", "1 (ida@firma.ch)", "zurück, und öffnen Sie sie"),
        Language.EN: ("Confirmed on 27 November 2026", "1 (ida@firma.ch)", "from the backup and open it"),
    }
    for words in expected[language]:
        assert words in text
    assert {Language.DE: "was Mails löscht, steht", Language.EN: "is commented out in it"}[language] not in text.lower()


def test_of_many_mailboxes_the_readme_names_the_first_and_the_manifest_all():
    people = tuple(reader(f"P{number}") for number in range(MOST_MAILBOXES + 5))
    deletion = confirmed(*people)
    text = " ".join(made(people, deletion)["README.de.txt"].data.decode().split())
    assert f"Betroffene Postfächer dieser Liste: {MOST_MAILBOXES + 5} (p0@firma.ch," in text
    assert f"p{MOST_MAILBOXES - 1}@firma.ch, …)" in text
    assert len(manifest(people, deletion)["server_deletion"]["mailboxes"]) == len(people)


def test_everybody_is_told_on_paper():
    files = made((IPHONE,), confirmed(IPHONE), (Target.SHEET, Target.SLIP))
    for path in ("people/ida_firma.ch/README.de.txt", "people/ida_firma.ch/sheet.html", "people/ida_firma.ch/slip.pdf"):
        words = " ".join(words_in(files[path].data).split())
        assert "Der Server löscht jede Mail nach 21 Tagen aus dem Posteingang" in words, path
    assert pages_in(files["people/ida_firma.ch/slip.pdf"].data) == 1


def packed(people, deletion):
    out, files = io.BytesIO(), export(DAYS, people, server_deletion=deletion)
    write_bundle(out, files, refused(DAYS, people), settings_sha256(DAYS), None, deletion)
    return out.getvalue()


def manifest(people, deletion):
    with zipfile.ZipFile(io.BytesIO(packed(people, deletion))) as archive:
        return json.loads(archive.read("manifest.json"))


def test_the_manifest_says_it_and_without_a_confirmation_it_has_no_such_entry():
    said = manifest((IPHONE,), confirmed(IPHONE))
    assert said["server_deletion"] == {"days": 21, "confirmed_on": "2026-11-27", "mailboxes": ["ida@firma.ch"]}
    assert SNIPPET in {entry["path"] for entry in said["files"]}
    assert "server_deletion" not in manifest((IPHONE,), None)


def test_the_same_confirmation_gives_the_same_bytes():
    assert packed((IPHONE,), confirmed(IPHONE)) == packed((IPHONE,), confirmed(IPHONE))
    assert packed((IPHONE,), confirmed(IPHONE)) != packed((IPHONE,), None)


@pytest.mark.parametrize(
    ("people", "deletion"),
    [
        ((IPHONE,), ServerDeletion(20, TODAY, ("ida@firma.ch",))),
        ((IPHONE, OUTLOOK), ServerDeletion(21, TODAY, ("ida@firma.ch",))),
        ((IPHONE, LOSERS["imap"]), ServerDeletion(21, TODAY, ("ida@firma.ch", "iris@firma.ch"))),
    ],
    ids=["other days", "somebody who was not named", "somebody who loses mail"],
)
def test_what_was_not_confirmed_for_just_this_is_never_written(people, deletion):
    with pytest.raises(UnsafeSettingsError):
        export(DAYS, people, server_deletion=deletion)


PEOPLE = st.builds(
    Person,
    address=st.sampled_from(["a@firma.ch", "b@firma.ch", "c@firma.ch"]),
    name=st.text(min_size=1, max_size=10),
    role=st.sampled_from(Role),
    alternative=st.none() | st.sampled_from(Alternative),
    keep_days=st.none() | st.integers(1, 40),
    programs=st.lists(st.sampled_from(Program), max_size=2).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PEOPLE, max_size=4))
def test_nothing_that_can_be_confirmed_takes_mail_from_a_reader_who_keeps_it(people):
    offer = deletion_offer(DAYS, people)
    if offer is None or offer.losers:
        return
    active = next(file for file in export(DAYS, people, only=(), server_deletion=take(offer, TODAY)) if file.target)
    assert "autoexpunge = 21d" in active.data.decode()
    accounts = [account_for(DAYS, person) for person in people]
    assert all(account.form in (Form.POP3_KEEP_DAYS, Form.POP3_DELETE) for account in accounts)
    assert not any(keeps_longer(account, 21) for account in accounts)
