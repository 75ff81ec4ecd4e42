"""Settings go out over https only, and whether it is https is said by the connection itself or by trusted proxies."""

from dataclasses import dataclass

import pytest
from flask.testing import FlaskClient

from advisor.web.config import load_settings
from tests.functional.served.conftest import PUBLIC_URL, question, same_nothing
from tests.functional.served.test_answers import AUTOCONFIG, HOST, JSON, PACC, POX, PROFILE, WELL_KNOWN

HTTP = {"wsgi.url_scheme": "http"}


@dataclass(frozen=True)
class Asking:
    """One way to ask, and what it answers where it answers."""

    method: str
    path: str
    host: dict[str, str]
    body: bytes = b""

    def of(self, client: FlaskClient, **options: object) -> object:
        headers = {**self.host, **options.pop("headers", {})}
        return client.open(self.path, method=self.method, headers=headers, data=self.body, **options)


EVERY_WAY = (
    Asking("GET", f"{AUTOCONFIG}?emailaddress=anna@firma.ch", {}),
    Asking("GET", AUTOCONFIG, HOST),
    Asking("GET", WELL_KNOWN, {"Host": "firma.ch"}),
    Asking("GET", PACC, HOST),
    Asking("GET", f"{JSON}?Email=anna@firma.ch&Protocol=Autodiscoverv1", {}),
    Asking("GET", f"{PROFILE}?emailaddress=anna@firma.ch", {}),
    Asking("POST", POX, {}, question()),
)


@pytest.mark.parametrize("asking", EVERY_WAY, ids=lambda asking: asking.path)
def test_over_http_there_is_the_one_answer_for_everything_unknown(client, serve, asking):
    serve()
    assert asking.of(client).status_code == 200
    assert same_nothing(asking.of(client, environ_overrides=HTTP))


@pytest.mark.parametrize("header", ["https", "http,https", "https,https"])
def test_a_stranger_cannot_say_that_it_is_https(client, serve, header):
    serve()
    for asking in EVERY_WAY:
        forwarded = {"X-Forwarded-Proto": header, "Forwarded": "proto=https", "X-Forwarded-Ssl": "on"}
        assert same_nothing(asking.of(client, headers=forwarded, environ_overrides=HTTP))


class TestBehindAProxy:
    """One proxy is trusted; the app itself is reached over http."""

    @pytest.fixture
    def settings(self, tmp_path):
        return load_settings(
            instance=tmp_path / "instance",
            secret_key="only-for-these-tests-0123456789",
            public_url=PUBLIC_URL,
            trusted_proxies=1,
        )

    @pytest.mark.parametrize(
        ("said", "answered"),
        [("https", True), ("http", False), ("https, http", False), ("http, https", True), (None, False)],
    )
    def test_the_word_of_the_last_proxy_counts(self, client, serve, said, answered):
        serve()
        headers = {} if said is None else {"X-Forwarded-Proto": said}
        for asking in EVERY_WAY:
            found = asking.of(client, headers=headers, environ_overrides=HTTP)
            assert (found.status_code == 200) is answered, asking.path
            assert same_nothing(found) is not answered
