"""How far the advice may be relied on: each ground for doubt by itself."""

import pytest

from advisor.decision.advise import advise
from advisor.decision.status import is_close
from advisor.settings.codes import Alternative

I, O, K = Alternative.IMAP, Alternative.IMAP_ARCHIVE, Alternative.POP3_KEEP  # noqa: E741 - letters of the policy's table
AWAY = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
FIGURES = {"mails_per_day": 40, "average_kb": 100}


@pytest.mark.parametrize(
    ("confidence", "shares", "error", "close"),
    [
        (0.75, {I: 0.75, K: 0.25}, 0.008, False),
        (0.7499, {I: 0.7499, K: 0.2501}, 0.008, True),
        (1.0, {I: 0.502, O: 0.498}, 0.0098, True),
        (1.0, {I: 0.51, O: 0.49}, 0.0098, False),
        (1.0, {I: 0.75, O: 0.25}, 0.5, False),
        (1.0, {I: 0.4, O: 0.6}, 0.0096, True),
        (1.0, {I: 1.0}, 0.0, False),
    ],
    ids=["sure enough", "protocols", "two best", "apart", "just apart", "value against share", "only one"],
)
def test_close(confidence, shares, error, close):
    assert is_close(confidence, shares, error, I) is close


def test_close_company(advice):
    advised = advice(data_control="off_provider", device_backup="manual", provider_backup="no")
    assert (advised.status, "close" in advised.qualifiers) == ("close", True)
    assert advised.protocol_confidence < 0.75


def test_a_kept_copy_without_the_quota_is_not_firm(advice):
    known = advice(it_effort="as_little_as_possible")
    assert known.status == "firm"
    assert advice(quota="unknown", largest_mailbox="lt_2").status == "preliminary"
    assert advice(quota="unknown", quota_gb=10).status == "firm"
    assert advice(quota="lt_2", largest_mailbox="unknown").status == "preliminary", "under 2 GB may be very little"
    assert advice(quota="unknown", devices="two").status == "firm", "no copy could be kept anyway"


@pytest.mark.parametrize("missing", FIGURES)
def test_days_on_the_server_rest_on_the_amount_of_mail(advice, missing):
    known = advice(**AWAY, **FIGURES)
    assert (known.recommended, known.status) == ("pop3_keep", "firm")
    assert advice(**AWAY, **{**FIGURES, missing: "unknown"}).status == "preliminary"
    assert advice(**{missing: 10}).status == "firm", "they do not matter where no copy is kept"


@pytest.mark.parametrize("key", ["client_limit", "groupware", "data_control"])
def test_an_unknown_that_could_flip_the_protocol_is_not_firm(advice, key):
    assert advice(device_backup="tested", keep_copy_on_server="no", **{key: "unknown"}).status != "firm"


def test_without_a_report_nothing_is_firm(company):
    advised = advise(company(devices="two"))
    assert (advised.status, advised.qualifiers) == ("preliminary", ("preliminary",))


def test_a_slow_line_matters_for_a_full_copy_only(advice):
    codes = {one.code for one in advice(line="slow_or_metered").conditions}
    assert "long_offline_copy" not in codes
