"""Why a server won, against which other one, and in which order sources count."""

from itertools import permutations

import pytest

from advisor.settings.claim_order import rank_of
from advisor.settings.selection import Because, RunnerUp, Standing, select
from probes.codes import SOURCE_ORDER, Protocol, Reason, Security, Source, Trust
from probes.results import Capabilities, Evidence, Tls
from tests.made_up.small_reports import NOW, certificate, claim, failed, report, service

A, B = "a.firma.ch", "b.firma.ch"
ASK = Trust.NEEDS_CONSENT
CLOSED = Capabilities(after_tls=("IMAP4rev1", "LOGINDISABLED"))
WRONG_NAME = Tls("TLSv1.3", "AES", certificate(name_matches=False, problem=Reason.CERTIFICATE_NAME))


def chosen(claims, services):
    return select(report(claims, services), Protocol.IMAP)


@pytest.mark.parametrize(
    ("claims", "services", "because"),
    [
        (
            [claim(host=A), claim(Source.AUTOCONFIG_HTTPS, host=B)],
            [service(host=A), failed(Reason.TIMED_OUT, host=B)],
            Because.PROVEN,
        ),
        (
            [claim(host=A), claim(Source.AUTOCONFIG_HTTPS, host=B)],
            [service(host=A), failed(Reason.REFUSED, host=B)],
            Because.PROVEN,
        ),
        (
            [claim(host=A), claim(Source.AUTOCONFIG_HTTPS, host=B)],
            [failed(Reason.TIMED_OUT, host=A), service(host=B, tls=WRONG_NAME)],
            Because.OTHERS_FAILED,
        ),
        (
            [claim(Source.ISPDB, host=A), claim(Source.AUTOCONFIG_HTTPS, host=B, trust=ASK)],
            [service(host=A), service(host=B)],
            Because.TRUST,
        ),
        (
            [claim(Source.AUTOCONFIG_HTTPS, host=A), claim(Source.SRV, host=B)],
            [service(host=A), service(host=B)],
            Because.RANK,
        ),
        (
            [claim(host=A), claim(host=B)],
            [service(host=A), service(host=B, port=143, security=Security.STARTTLS)],
            Because.SECURITY,
        ),
        ([claim(host=A), claim(host=B)], [service(host=A), service(host=B)], Because.NAMED_FIRST),
        (
            [claim(host=A), claim(Source.AUTOCONFIG_HTTPS, host=B)],
            [service(host=A), service(host=B, capabilities=CLOSED)],
            Because.SIGN_IN,
        ),
    ],
)
def test_the_first_difference_is_the_reason(claims, services, because):
    found = chosen(claims, services)
    assert (found.settings.host, found.because, found.runner_up.host) == (A, because, B)


def test_a_second_way_into_the_same_server_is_beaten_by_its_encryption():
    found = chosen([claim()], [service(), service(port=143, security=Security.STARTTLS)])
    assert found.because is Because.SECURITY
    assert found.runner_up == RunnerUp("mail.firma.ch", 143, Source.SRV, Trust.TRUSTED)


def test_without_any_rival_it_is_the_only_one():
    found = chosen([claim(), claim(Source.ISPDB, host="MAIL.firma.ch.")], [service()])
    assert (found.because, found.runner_up) == (Because.ONLY_ONE, None)


def test_a_guess_that_came_to_nothing_is_no_rival():
    found = chosen([claim(), claim(Source.GUESS, host=B, trust=ASK)], [service(), failed(host=B)])
    assert found.because is Because.ONLY_ONE


def test_nothing_proposed_has_no_reason():
    found = chosen([claim()], [failed()])
    assert (found.standing, found.because, found.runner_up) == (Standing.NOTHING_SAFE, None, None)


def test_the_reason_does_not_depend_on_the_order_of_the_claims():
    claims = [
        claim(Source.ISPDB, host=A),
        claim(Source.SRV, host=B, trust=ASK),
        claim(Source.GUESS, host="imap.firma.ch", trust=ASK),
    ]
    tested = [service(host=A), service(host=B), service(host="imap.firma.ch")]
    found = {
        (each.settings.host, each.because, each.runner_up) for each in (chosen(p, tested) for p in permutations(claims))
    }
    assert found == {(A, Because.TRUST, RunnerUp(B, 993, Source.SRV, ASK))}


def test_every_source_has_its_place_once():
    assert sorted(SOURCE_ORDER) == sorted(Source)
    ranks = {rank_of(claim(source, trust=ASK)) for source in Source}
    assert ranks == set(range(len(Source)))


@pytest.mark.parametrize(
    ("trust", "order"),
    [
        (
            Trust.TRUSTED,
            "manual pacc autoconfig_https well_known_https srv txt_mailconf ispdb provider_list autodiscover",
        ),
        (ASK, "autodiscover mx_provider srv txt_mailconf autoconfig_http well_known_http guess"),
    ],
)
def test_order_of_the_sources(trust, order):
    sources = [Source(code) for code in order.split()]
    claims = [claim(source, host=f"{place}.firma.ch", trust=trust) for place, source in enumerate(sources)]
    tested = [service(host=each.host) for each in claims]
    while claims:
        best = chosen(claims[::-1], tested)
        assert best.settings.source is sources[len(sources) - len(claims)]
        assert best.because is (Because.RANK if len(claims) > 1 else Because.ONLY_ONE)
        claims.pop(0)


def test_name_from_a_foreign_certificate_needs_proof_and_consent_like_any_guess():
    evidence = Evidence(NOW, record="certificate of mail.firma.ch:993")
    proposed = claim(Source.GUESS, host="web7.hoster.ch", trust=ASK, evidence=evidence, port=None, security=None)
    wrong = service(tls=WRONG_NAME, reason=Reason.CERTIFICATE_NAME)
    assert chosen([claim(), proposed], [wrong]).standing is Standing.NOTHING_SAFE
    assert chosen([claim(), proposed], [wrong, failed(Reason.TIMED_OUT, host="web7.hoster.ch")]).settings is None
    found = chosen([claim(), proposed], [wrong, service(host="web7.hoster.ch")])
    assert (found.settings.host, found.settings.trust) == ("web7.hoster.ch", ASK)
    assert (found.because, found.runner_up.host) == (Because.PROVEN, "mail.firma.ch")
