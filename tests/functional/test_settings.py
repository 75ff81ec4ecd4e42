"""Every setting is documented and has an effect or a check; a bad value stops the start with one clear line."""

import re
from pathlib import Path

import pytest

from advisor.web.config import ConfigError, Settings, load_settings, secret_key

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_names_every_setting_and_no_other() -> None:
    named = set(re.findall(r"`MAILWEICHE_([A-Z_]+)`", README))
    assert named == {name.upper() for name in Settings.model_fields}


def test_settings_come_from_the_environment(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("MAILWEICHE_INSTANCE", str(tmp_path))
    monkeypatch.setenv("MAILWEICHE_LANGUAGES", "en, de")
    monkeypatch.setenv("MAILWEICHE_PROBE_ALLOW_PORTS", "1993,1995")
    settings = load_settings()
    assert settings.languages == ("en", "de")
    assert settings.probe_allow_ports == (1993, 1995)
    assert settings.database == f"sqlite:///{tmp_path}/mailweiche.sqlite3"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LANGUAGES", "fr"),
        ("LANGUAGES", ""),
        ("PROBE_ALLOW_NETWORKS", "10.0.0.0/40"),
        ("PROBE_ALLOW_PORTS", "imap"),
        ("PROBE_ALLOW_PORTS", "70000"),
        ("PROBE_EXTRA_CA", "no/such/file.pem"),
        ("PROBE_EXTRA_CA", str(ROOT / "README.md")),
        ("PROBE_TIMEOUT", "61"),
        ("PROBE_TIMEOUT", "nan"),
        ("PROBE_COOLDOWN", "-1"),
        ("CASE_DAYS", "0"),
        ("LINK_DAYS", "0"),
        ("LINK_DAYS", "366"),
        ("EXPORT_HOURS", "0"),
        ("EXPORT_HOURS", "169"),
        ("SERVED_PER_MINUTE", "0"),
        ("NAMESERVERS", "not an address"),
        ("NAMESERVERS", "192.0.2.53:x"),
        ("HANDOVER_ADDRESS", "nobody"),
        ("TRUSTED_PROXIES", "many"),
        ("PUBLIC_URL", "mailweiche.example"),
        ("DATABASE_URL", "no database"),
    ],
)
def test_bad_value_is_one_line_that_names_the_setting(monkeypatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"MAILWEICHE_{name}", value)
    with pytest.raises(ConfigError) as error:
        load_settings()
    assert str(error.value).startswith(f"MAILWEICHE_{name}: ")
    assert "\n" not in str(error.value)


def test_short_secret_is_refused(tmp_path) -> None:
    with pytest.raises(ConfigError, match="MAILWEICHE_SECRET_KEY"):
        secret_key(load_settings(instance=tmp_path, secret_key="short"))


def test_secret_is_made_once_and_kept_private(tmp_path) -> None:
    settings = load_settings(instance=tmp_path)
    first = secret_key(settings)
    assert secret_key(settings) == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
