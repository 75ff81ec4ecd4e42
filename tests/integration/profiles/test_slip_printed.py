"""The slip before other people's programs: Poppler reads its words and draws it, zbar reads the code in the picture."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from advisor.profiles.account import IMAP_FORMS, Form
from advisor.profiles.formats.android_qr import qr_text
from advisor.profiles.formats.slip import code_for, slip
from advisor.profiles.remarks import ALARM_TEXTS, Circumstances
from advisor.profiles.slip import slip_view
from advisor.settings.codes import Program
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Security, UsernameForm
from tests.integration.servers.process import program
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.file_words import words_in

ALARMS = Circumstances(alarms=tuple(ALARM_TEXTS), contact="Carla Meier, 044 123 45 67")
DOTS_PER_INCH = 200  # a third of what an office printer does
HOSTILE = [
    '#read("/etc/passwd")',
    "*b* _i_ `c` $x^2$ <l>",
    '"); #panic("',
    "fi ffi fl -- --- ... 'q'",
    "\\u{41} [#sys]",
]
FONTS = {"LibertinusSerif-Regular", "LibertinusSerif-Semibold", "DejaVuSansMono"}


@pytest.fixture
def printed(tmp_path):
    """Writes the slip of an account into a file."""

    def write(about, around=ALARMS, language=Language.DE):
        path = tmp_path / "slip.pdf"
        path.write_bytes(slip(slip_view(about, around, language), code_for(about)))
        return path

    return write


def poppler(name, *arguments):
    command = [program(name, "poppler-utils"), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def text_of(path):
    return poppler("pdftotext", "-enc", "UTF-8", path, "-")


def letters(words):
    """Each letter as often as it occurs: Poppler takes a hyphen at the end of a line for its own and drops it."""
    return Counter(re.sub(r"[\s-]", "", words))


def scanned(path):
    picture = path.with_suffix("")
    poppler("pdftoppm", "-png", "-r", DOTS_PER_INCH, "-singlefile", path, picture)
    command = [program("zbarimg", "zbar-tools"), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"]
    found = subprocess.run([*command, str(picture.with_suffix(".png"))], capture_output=True)
    return found.stdout.decode().removesuffix("\n")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", Form)
def test_the_values_stand_in_it_as_they_are_typed(printed, form, language):
    path = printed(account(form), language=language)
    said = text_of(path).split()
    reading = {"imap.firma.ch", "993"} if form in IMAP_FORMS else {"pop.firma.ch", "995"}
    assert {*reading, "smtp.firma.ch", "465", "SSL/TLS", "anna@firma.ch"} <= set(said)
    assert letters(words_in(path.read_bytes())) == letters(" ".join(said))


def test_it_is_one_tagged_page_of_a4_with_its_own_fonts_and_no_date(printed):
    path = printed(account())
    about = poppler("pdfinfo", path)
    assert re.search(r"^Pages: +1$", about, re.MULTILINE)
    assert re.search(r"^Page size: .*\(A4\)$", about, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", about, re.MULTILINE)
    assert "CreationDate" not in about
    fonts = poppler("pdffonts", path).splitlines()[2:]
    assert {re.search(r"\+([A-Za-z]+-?(?:Regular|Semibold)?)", line)[1] for line in fonts} == FONTS
    assert all(re.search(r" yes +yes +yes +\d+ +\d+$", line) for line in fonts)  # embedded, only what is used, readable


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_printed_as_they_are(printed, name):
    about = account(person=Person("anna@firma.ch", name), organisation=name)
    said = " ".join(text_of(printed(about, Circumstances(contact=name))).split())
    assert said.count(name) == 3
    assert f"Fragen Sie: {name}." in said


@pytest.mark.parametrize("name", ["Anna Müller", 'O\'Neil "Zoë" \\ Łukasz', "Олена Ελένη", "A" * 200])
@pytest.mark.parametrize("form", [Form.IMAP, Form.IMAP_ARCHIVE, Form.POP3_KEEP_FOREVER])
def test_the_code_on_the_page_is_the_account(printed, form, name):
    about = account(
        form,
        Person("anna@firma.ch", name, programs=(Program.ANDROID,)),
        submission=server("smtp.firma.ch", 587, Security.STARTTLS, username=UsernameForm.LOCAL_PART),
    )
    assert scanned(printed(about, Circumstances())) == qr_text(about)


def test_no_code_for_a_way_that_a_phone_cannot_read(printed):
    assert scanned(printed(account(Form.POP3_DELETE))) == ""


MAKE = """
import sys
from collections import Counter
from advisor.profiles.formats.slip import code_for, slip
from advisor.profiles.slip import slip_view
from advisor.profiles.remarks import Circumstances
from advisor.text import Language
from tests.unit.profiles.companies import account
about = account()
sys.stdout.buffer.write(slip(slip_view(about, Circumstances(), Language.DE), code_for(about)))
"""


def test_another_process_in_another_place_and_time_zone_makes_the_same_bytes(printed):
    mine = printed(account(), Circumstances()).read_bytes()
    elsewhere = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    made = subprocess.run([sys.executable, "-c", MAKE], check=True, capture_output=True, env=elsewhere).stdout
    assert hashlib.sha256(made).hexdigest() == hashlib.sha256(mine).hexdigest()


@pytest.mark.parametrize("form", Form)
def test_the_code_of_who_has_a_page_opens_that_page(tmp_path, form):
    address = "https://mail.praxis-muster.ch/for/" + "Ab3-_x9Q" * 4
    path = tmp_path / "slip.pdf"
    path.write_bytes(slip(slip_view(account(form), Circumstances(), Language.DE, address), address))
    assert scanned(path) == address
    assert address in poppler("pdfinfo", "-url", path)
