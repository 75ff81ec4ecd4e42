"""The exported picture before another program that reads QR codes."""

import subprocess

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.formats.thunderbird_android_qr import qr_content
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from tests.integration.servers.process import program
from tests.unit.profiles.companies import account, company

LONG = Person("anna.maria.von.muehlenbach@firma.ch", "Anna Maria Müller-Ólafsdóttir 你好 " * 3, username="u" * 120)


@pytest.mark.parametrize("person", [Person("anna@firma.ch", "Anna «Müller» é"), LONG])
def test_zbarimg_reads_what_was_meant(tmp_path, person):
    files = export(company(Form.IMAP), (person,), only={Target.THUNDERBIRD_ANDROID_QR})
    svg = next(file.data for file in files if file.path.endswith(".svg"))
    picture = tmp_path / "code.png"
    command = [program("rsvg-convert", "librsvg2-bin"), "--output", str(picture)]
    subprocess.run(command, input=svg, check=True)
    command = [program("zbarimg", "zbar-tools"), "--raw", "--quiet", "--oneshot", str(picture)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == qr_content(account(person=person))
