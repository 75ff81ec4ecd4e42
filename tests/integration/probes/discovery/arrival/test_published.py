"""What we export arrives and says what was meant, also on the command line."""

import subprocess

import pytest

from advisor.report.arrival.values import End, Harm, Item, Status
from advisor.report.documents.settings import write_settings
from advisor.settings.clients.values import Client
from probes.codes import Security
from tests.integration.probes.discovery.arrival.conftest import (
    DELETING,
    DOMAIN,
    FOR_PROGRAMS,
    OLD,
    QUIET,
    SCRIPT,
    WAYS,
    WEB,
    company,
    end_of,
    exported,
    only_differs,
    server,
    stand,
)


@pytest.mark.parametrize("way", WAYS)
def test_what_we_export_arrives_and_says_what_was_meant(checked, way):
    """For a way that takes mail off the server the records lead no program to a file; where mail stays for ever, only
    to the one that can say so.
    """
    published = exported(company(way))
    found = checked(published)
    standing = stand(found)
    records = {Item.SRV_IMAPS, Item.SRV_IMAP, Item.SRV_POP3S, Item.SRV_POP3, Item.SRV_SUBMISSIONS, Item.SRV_ORDER}
    for_ever = way == "pop3_keep_forever"
    led = set() if way in DELETING else {Item.AUTOCONFIG} if for_ever else FOR_PROGRAMS
    quiet = QUIET if led else QUIET | FOR_PROGRAMS - {Item.PACC_DIGEST}
    assert {item for item, status in standing.items() if status is Status.NOT_NEEDED} == quiet
    assert {item for item, status in standing.items() if status is not Status.NOT_NEEDED} == records | led
    assert set(standing.values()) == {Status.SAME, Status.NOT_NEEDED}
    assert found.harms == ()
    if not led:
        assert end_of(found, Client.OUTLOOK_CLASSIC).end is End.BY_HAND
        return
    thunderbird = end_of(found, Client.THUNDERBIRD_DESKTOP)
    assert (thunderbird.end, thunderbird.period_untold) == (End.MEANT, False)
    assert end_of(found, Client.OUTLOOK_CLASSIC).end is (End.BY_HAND if for_ever else End.MEANT)
    assert end_of(found, Client.OUTLOOK_CLASSIC).period_untold is False
    assert end_of(found, Client.APPLE_MAIL).end is End.BY_HAND


@pytest.mark.parametrize("way", DELETING)
def test_who_publishes_all_the_same_what_deletes_is_warned(checked, way):
    published = exported(company(way))
    published.zone += [(f"autoconfig.{DOMAIN}", "CNAME", f"{WEB}.")]
    found = checked(published)
    assert found.harms == (Harm.EVERYBODY_DELETES,)
    assert (stand(found)[Item.AUTOCONFIG], end_of(found, Client.THUNDERBIRD_DESKTOP).end) == (Status.SAME, End.MEANT)


def test_every_record_and_file_of_the_export_has_its_row(checked):
    """Nothing that we tell people to publish is left out of the comparison."""
    published = exported(company())
    found = checked(published)
    told = {line for thing in found.things for line in thing.lines}
    zone = {f"{name}. 3600 IN {kind} {value}" for name, kind, value in published.zone}
    assert zone <= told
    addresses = {thing.place.partition("/")[2][1:].partition("/")[2] for thing in found.things if "//" in thing.place}
    assert {path[1:] for path in published.files} <= addresses


@pytest.mark.parametrize(
    ("port", "security"), [(587, Security.STARTTLS), (465, Security.TLS)], ids=["submission", "submissions"]
)
def test_servers_that_begin_in_the_open_arrive_too(checked, port, security):
    settings = company(imap=server(143, Security.STARTTLS), pop3=None, submission=server(port, security))
    found = checked(exported(settings))
    only_differs(found)
    assert stand(found)[Item.SRV_IMAP] is Status.SAME
    assert (Item.SRV_SUBMISSION in stand(found)) is (port == 587)
    assert Item.PACC_FILE not in stand(found)


@pytest.mark.parametrize(
    ("spoilt", "said"), [(False, "Everything that you published arrives."), (True, "One thing is not as meant.")]
)
def test_the_command_tells_it_and_succeeds_either_way(publish, web, tmp_path, spoilt, said):
    settings = company("pop3_keep_days")
    published = exported(settings)
    if spoilt:
        published.replace_record("_pop3s._tcp", "SRV", f"0 1 995 {OLD}.")
    publish(published)
    tmp_path.joinpath("settings.json").write_bytes(write_settings(settings))
    command = [SCRIPT, "probe", DOMAIN, "--settings", "settings.json", "--timeout", "5", "--lang", "en"]
    environment = web.lab.environment(tmp_path)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    assert ("Names another server" in done.stdout) is spoilt
