"""How often one client may ask: the address is that of the client behind the trusted proxies, and nobody else's."""

import pytest

from advisor.web.config import load_settings
from advisor.web.factory import create_app
from advisor.web.served import counting
from advisor.web.served.counting import Counter
from advisor.web.served.desk import EXTENSION
from tests.functional.served.conftest import PUBLIC_URL, Clock

PATH = "/mail/config-v1.1.xml?emailaddress=a@firma.ch"


@pytest.fixture
def counter(clock) -> Counter:
    return Counter(3, clock)


def test_one_client_more_often_than_allowed_waits_for_the_next_minute(app, client, serve, clock):
    serve()
    app.extensions[EXTENSION].counter = Counter(2, clock)
    clock.now = 600 + 41.5
    found = [client.get(PATH) for _ in range(3)]
    assert [one.status_code for one in found] == [200, 200, 429]
    assert (found[2].headers["Retry-After"], found[2].data) == ("19", b"Too many requests\n")
    assert "Set-Cookie" not in found[2].headers
    clock.now += 18.6
    assert client.get(PATH).status_code == 200


def test_what_is_no_question_counts_too_and_other_pages_do_not(app, client, clock):
    app.extensions[EXTENSION].counter = Counter(2, clock)
    for path in ("/autodiscover/autodiscover.xml", "/autodiscover/autodiscover.json"):
        client.get(path)
    assert client.get(PATH).status_code == 429
    assert client.get("/").status_code == 200


def test_clients_are_told_apart_and_networks_of_ipv6_are_one(counter):
    for address in ("192.0.2.1", "192.0.2.2", "2001:db8:0:1::1", "2001:db8:0:2::1", None, "fe80::1%eth0"):
        assert [counter.wait(address) > 0 for _ in range(4)] == [False, False, False, True]
    assert counter.wait("2001:db8:0:1:ffff::9")
    assert counter.wait("::ffff:192.0.2.1")
    assert not counter.wait("2001:db8:0:3::1")


def test_memory_is_bounded_and_the_newest_clients_stay_counted(counter, monkeypatch):
    assert len(counter._counts) == 0
    for number in range(counting.MOST_CLIENTS + 500):
        counter.wait(f"client {number}")
    assert len(counter._counts) == counting.MOST_CLIENTS
    newest = f"client {counting.MOST_CLIENTS + 499}"
    assert [counter.wait(newest) > 0 for _ in range(3)] == [False, False, True]


@pytest.mark.parametrize(("proxies", "told_apart"), [(0, False), (1, True)])
def test_only_trusted_proxies_say_who_asks(tmp_path, proxies, told_apart):
    app = create_app(load_settings(instance=tmp_path, public_url=PUBLIC_URL, trusted_proxies=proxies))
    app.extensions[EXTENSION].counter = Counter(1, Clock())
    app.config["PREFERRED_URL_SCHEME"] = "https"
    client = app.test_client()
    found = [
        client.get("/autodiscover/autodiscover.json", headers={"X-Forwarded-For": f"203.0.113.7, {address}"})
        for address in ("198.51.100.1", "198.51.100.2", "198.51.100.1")
    ]
    assert [one.status_code for one in found] == [400, 400 if told_apart else 429, 429]


def test_the_setting_says_how_often(tmp_path):
    app = create_app(load_settings(instance=tmp_path, public_url=PUBLIC_URL, served_per_minute=1))
    app.config["PREFERRED_URL_SCHEME"] = "https"
    client = app.test_client()
    assert [client.get("/autodiscover/autodiscover.json").status_code for _ in range(2)] == [400, 429]
