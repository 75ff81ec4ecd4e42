"""Our files before other people's programs that only read them."""

import subprocess

from advisor.profiles.account import Form
from advisor.profiles.formats.outlook_pox import autodiscover
from advisor.profiles.formats.thunderbird import autoconfig
from tests.unit.profiles.companies import account


def test_xmllint_finds_it_well_formed_with_hostile_words(tmp_path):
    file = tmp_path / "firma.ch.xml"
    hostile = account(Form.POP3_KEEP_DAYS, organisation="<!-- ]]> & \x08 -- \ud800")
    file.write_bytes(autoconfig(hostile, ("a -- b ---", "c---d", "<x>&")))
    _well_formed(file)


def test_xmllint_finds_the_answer_for_outlook_well_formed(tmp_path):
    file = tmp_path / "autodiscover.xml"
    file.write_bytes(autodiscover(account(Form.POP3_DELETE), ("a -- b ---", "c---d", "<x>&")))
    _well_formed(file)


def _well_formed(file):
    done = subprocess.run(["xmllint", "--noout", "--nonet", str(file)], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
