"""``export --sign-cert --sign-key``: the signed profile before OpenSSL, and what the files say about the signature."""

import json
import plistlib
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import pytest
import trustme
from click.testing import CliRunner

from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.report.documents.settings import write_settings
from advisor.text import Language
from advisor.web.cli import group
from advisor.web.commands.signing import signer
from tests.unit.profiles.apple_rules import problems
from tests.unit.profiles.companies import BEN, company

STAFF = "address;name;language\nben@firma.ch;Ben Ash;en\n"
PROFILE = "people/ben_firma.ch/mailweiche.mobileconfig"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path / "instance"))
    (tmp_path / "settings.json").write_bytes(write_settings(company()))
    (tmp_path / "staff.csv").write_text(STAFF, encoding="utf-8")

    def run(*options):
        names = ["--settings", "settings.json", "--staff", "staff.csv", "--out", "out.zip"]
        return CliRunner().invoke(group, ["export", *names, *options])

    return run


def signing_files(folder, kind=trustme.KeyType.ECDSA):
    """A certificate of an intermediate authority with its chain, its key, and the root to verify with."""
    root = trustme.CA(organization_name="Firma AG", key_type=kind)
    leaf = root.create_child_ca().issue_cert("signatur.firma.ch", key_type=kind)
    (folder / "cert.pem").write_bytes(b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
    (folder / "key.pem").write_bytes(leaf.private_key_pem.bytes())
    (folder / "root.pem").write_bytes(root.cert_pem.bytes())


def verify(folder):
    command = ["openssl", "cms", "-verify", "-inform", "DER", "-binary", "-purpose", "any"]
    command += ["-in", "signed", "-CAfile", "root.pem", "-out", "content"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("kind", trustme.KeyType)
def test_openssl_finds_the_signature_good_and_the_content_the_same_byte_for_byte(run, tmp_path, kind):
    signing_files(tmp_path, kind)
    result = run("--sign-cert", "cert.pem", "--sign-key", "key.pem")
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        (tmp_path / "signed").write_bytes(archive.read(PROFILE))
        manifest = json.loads(archive.read("manifest.json"))
        readme = " ".join(archive.read("people/ben_firma.ch/README.en.txt").decode().split())
    done = verify(tmp_path)
    assert done.returncode == 0, done.stderr
    content = (tmp_path / "content").read_bytes()
    (meant,) = (each.data for each in export(company(), [BEN], only={Target.APPLE}, sign=bytes) if each.target)
    assert content == meant
    assert problems(content) == []
    assert next(each["cannot"] for each in manifest["files"] if each["path"] == PROFILE) == ["signature_ends"]
    for text in (readme, plistlib.loads(content)["PayloadDescription"]):
        assert "valid only as long as its certificate" in text
        assert "is not signed" not in text


def test_openssl_finds_a_changed_profile(run, tmp_path):
    signing_files(tmp_path)
    run("--sign-cert", "cert.pem", "--sign-key", "key.pem")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        signed = archive.read(PROFILE)
    (tmp_path / "signed").write_bytes(signed.replace(b"imap.firma.ch", b"imap.dieb.ch1"))
    assert verify(tmp_path).returncode != 0


def test_line_ends_stay_as_they_are(tmp_path):
    signing_files(tmp_path)
    sign = signer((tmp_path / "cert.pem").read_bytes(), (tmp_path / "key.pem").read_bytes(), datetime.now(UTC))
    content = b"a\nb\r\nc\rd\x00\xff"
    (tmp_path / "signed").write_bytes(sign(content))
    assert verify(tmp_path).returncode == 0
    assert (tmp_path / "content").read_bytes() == content


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("options", [["--sign-cert", "cert.pem"], ["--sign-key", "key.pem"]])
def test_one_without_the_other_is_refused(run, tmp_path, options, language):
    signing_files(tmp_path)
    result = run(*options, "--lang", language.value)
    assert result.exit_code == 2
    assert "--sign-cert" in result.stderr
    assert "--sign-key" in result.stderr
    assert not (tmp_path / "out.zip").exists()


def test_a_key_of_somebody_else_is_refused_in_one_line(run, tmp_path):
    signing_files(tmp_path)
    (tmp_path / "cert.pem").rename(tmp_path / "kept.pem")
    signing_files(tmp_path)
    result = run("--sign-cert", "kept.pem", "--sign-key", "key.pem")
    assert result.exit_code == 2
    assert result.stderr == "mailweiche: --sign-key: the key belongs to no certificate in --sign-cert.\n"
    assert not (tmp_path / "out.zip").exists()


def test_the_web_app_never_loads_what_signs():
    code = "import sys; from advisor.web.factory import create_app; print([m for m in sys.modules if 'signing' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "commands.signing" not in done.stdout


def test_a_missing_file_is_named(run, tmp_path):
    signing_files(tmp_path)
    result = run("--sign-cert", "cert.pem", "--sign-key", "nowhere.pem")
    assert result.exit_code == 2
    assert "nowhere.pem" in result.stderr
