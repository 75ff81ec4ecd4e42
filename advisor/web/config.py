"""Settings of the installation, read from the environment only (prefix ``MAILWEICHE_``).

Every default is safe in production and fit to be public. A bad value stops the start with one clear line.
"""

import ipaddress
import os
import re
import secrets
import sys
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import EmailStr, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from advisor.text import Language
from probes.nameservers import LARGEST_PORT, parse_nameserver
from probes.refusal import refusal_of
from probes.target import TargetError, parse_host
from probes.tls import read_authorities

_IN_A_WHEEL = Path(__file__).resolve().with_name("files")
_INSTALLED = _IN_A_WHEEL.is_dir()
FILES = _IN_A_WHEEL if _INSTALLED else Path(__file__).resolve().parents[2]
"""Where templates, static files, translations and migrations lie: beside the packages, or packed into a wheel."""
INSTANCE = Path(sys.prefix) / "var" / "mailweiche" if _INSTALLED else FILES / "instance"
"""Where data lies unless a setting says otherwise: beside ``app.py``, or in the environment of an installed app."""
SECRET_KEY_FILE = "secret_key"  # noqa: S105 - the name of a file, not a secret
SHORTEST_SECRET = 16
CONTACT_ADDRESS = re.compile(r"[!#-\[\]-~]{1,200}")  # it stands in quotes and in a header
DATABASE_ADDRESS = re.compile(r"(sqlite|postgresql(\+psycopg)?)://")

CommaList = Annotated[tuple[str, ...], NoDecode]


class ConfigError(Exception):
    """A setting has a value that cannot be used; the message is one line and names the setting."""


class Settings(BaseSettings):
    """One field per environment variable ``MAILWEICHE_<FIELD>``."""

    model_config = SettingsConfigDict(env_prefix="MAILWEICHE_", frozen=True, extra="ignore")

    instance: Path = INSTANCE
    database_url: str = ""
    secret_key: str = ""
    languages: CommaList = ("de", "en")
    public_url: str = ""
    trusted_proxies: int = Field(default=0, ge=0, le=10)
    case_days: int = Field(default=90, ge=1, le=3650)
    link_days: int = Field(default=30, ge=1, le=365)
    export_hours: int = Field(default=24, ge=1, le=168)

    nameservers: CommaList = ()
    probe_allow_networks: CommaList = ()
    probe_allow_ports: Annotated[tuple[int, ...], NoDecode] = ()
    probe_extra_ca: Path | None = None
    ispdb_url: str = "https://autoconfig.thunderbird.net/v1.1/"
    probe_timeout: float = Field(default=15, ge=1, le=60)
    probe_cooldown: int = Field(default=30, ge=0, le=3600)
    probe_per_case_hour: int = Field(default=30, ge=1, le=1000)
    probe_per_target_hour: int = Field(default=20, ge=1, le=1000)
    probe_per_client_minute: int = Field(default=5, ge=1, le=1000)
    probe_per_client_hour: int = Field(default=30, ge=1, le=10_000)
    probe_per_server_hour: int = Field(default=60, ge=1, le=10_000)

    probe_ehlo_name: str = ""
    probe_refuse: CommaList = ()
    contact_url: str = ""
    vantage: str = Field(default="", max_length=100)

    served_per_minute: int = Field(default=120, ge=1, le=1_000_000)

    handover_name: str = Field(default="", max_length=100)
    handover_address: EmailStr | None = None

    @field_validator(
        "languages", "nameservers", "probe_allow_networks", "probe_allow_ports", "probe_refuse", mode="before"
    )
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("languages")
    @classmethod
    def _known_languages(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or not set(value) <= set(Language):
            raise ValueError(f"allowed are {', '.join(Language)}")
        return value

    @field_validator("probe_allow_networks")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for network in value:
            ipaddress.ip_network(network)
        return value

    @field_validator("probe_allow_ports")
    @classmethod
    def _ports(cls, value: tuple[int, ...]) -> tuple[int, ...]:
        if not all(1 <= port <= LARGEST_PORT for port in value):
            raise ValueError(f"ports lie between 1 and {LARGEST_PORT}")
        return value

    @field_validator("nameservers")
    @classmethod
    def _addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for text in value:
            parse_nameserver(text)
        return value

    @field_validator("probe_refuse")
    @classmethod
    def _left_alone(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        try:
            refusal_of(value)
        except ValueError:
            raise ValueError("give domains such as firma.example and networks such as 192.0.2.0/24") from None
        return value

    @field_validator("probe_ehlo_name")
    @classmethod
    def _host_name(cls, value: str) -> str:
        try:
            return parse_host(value) if value else ""
        except TargetError:
            raise ValueError("give the host name of this machine, such as check.firma.example") from None

    @field_validator("contact_url")
    @classmethod
    def _plain(cls, value: str) -> str:
        if value and not CONTACT_ADDRESS.fullmatch(value):
            raise ValueError("give a web address without spaces, quotes and signs beyond ASCII")
        return value

    @field_validator("public_url", "ispdb_url", "contact_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("give a whole address such as https://mail.example.com")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_address(cls, value: str) -> str:
        if value and not DATABASE_ADDRESS.match(value):
            raise ValueError("give an address such as postgresql+psycopg://user@host/name")
        return value

    @field_validator("probe_extra_ca")
    @classmethod
    def _readable(cls, value: Path | None) -> Path | None:
        try:
            if value is not None:
                read_authorities(value)
        except OSError as error:
            raise ValueError(f"{value}: {error.strerror}") from None
        except ValueError:
            raise ValueError(f"{value} holds no certificates in PEM form") from None
        return value

    @field_validator("handover_address", mode="before")
    @classmethod
    def _empty_is_off(cls, value: object) -> object:
        return value or None

    @property
    def database(self) -> str:
        """The database address; SQLite in the instance folder unless one is set."""
        return self.database_url or f"sqlite:///{self.instance / 'mailweiche.sqlite3'}"


def load_settings(**overrides: object) -> Settings:
    """The settings of this process; tests pass overrides. Raises ``ConfigError`` with one line per problem."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # pydantic checks each value itself
    except ValidationError as error:
        problems = "; ".join(_problem(one["loc"], one["msg"]) for one in error.errors())
        raise ConfigError(problems) from None


def _problem(location: tuple[int | str, ...], message: str) -> str:
    name = "_".join(str(part) for part in location[:1]).upper()
    return f"MAILWEICHE_{name}: {message.removeprefix('Value error, ')}"


def prepare_instance(settings: Settings) -> None:
    """Make the instance folder. Raises ``ConfigError`` where nothing can be kept in it."""
    try:
        settings.instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"MAILWEICHE_INSTANCE: {settings.instance}: {error.strerror}") from None
    if not os.access(settings.instance, os.W_OK | os.X_OK):
        raise ConfigError(f"MAILWEICHE_INSTANCE: {settings.instance}: no right to write here")


def secret_key(settings: Settings) -> str:
    """The key that signs cookies: the one that is set, else one made once and kept in the instance folder."""
    if settings.secret_key:
        if len(settings.secret_key) < SHORTEST_SECRET:
            raise ConfigError(f"MAILWEICHE_SECRET_KEY: needs at least {SHORTEST_SECRET} characters")
        return settings.secret_key
    path = settings.instance / SECRET_KEY_FILE
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return path.read_text(encoding="utf-8")
