"""Estimates worked out by hand."""

from dataclasses import replace

import pytest

from advisor.estimate import load, storage, traffic
from advisor.estimate.codes import Currency, FigureCode, Fit, InputCode, Source
from advisor.estimate.estimate import points
from advisor.estimate.limits import known_limit
from advisor.estimate.storage import Case
from advisor.settings.codes import Alternative

IMAP, ARCHIVE, KEEP, DELETE = Alternative
BOX = Case(
    used_gb=4, growth_gb=1, day_gb=0.004, keep_days=14, gap_days=3, archive_years=2, cache_days=365.25, devices=2,
    copies=1,
)  # fmt: skip


def test_m11_eighteen_gigabytes_do_not_fit_into_ten_and_take_four_to_eight_hours(estimated):
    found = estimated({"storage_gb_used": 18, "quota_gb": 10, "upload_mbit": 10})
    assert found.fit is Fit.DOES_NOT_FIT
    assert found.figure(FigureCode.ROOM_GB).value.three == pytest.approx((23.4, 23.4, 23.4))
    low, likely, high = found.figure(FigureCode.UPLOAD_HOURS).value.three
    assert (low, high) == pytest.approx((4, 8))
    assert likely == pytest.approx(144_000 / 10 / 0.7 / 3600)


@pytest.mark.parametrize(
    ("answers", "fit"),
    [
        ({"storage_gb_used": 10, "quota_gb": 13}, Fit.FITS),
        ({"storage_gb_used": 10, "quota_gb": 12.9}, Fit.DOES_NOT_FIT),
        ({"largest_mailbox": "lt_2", "quota": "10_50"}, Fit.FITS),
        ({"largest_mailbox": "10_50", "quota": "lt_2"}, Fit.DOES_NOT_FIT),
        ({"largest_mailbox": "2_10", "quota": "2_10"}, Fit.PERHAPS),
        ({"storage_gb_used": 10}, Fit.UNKNOWN),
        ({"quota_gb": 10}, Fit.UNKNOWN),
        ({"quota_gb": 10, "mail_location": "new"}, Fit.FITS),
    ],
)
def test_whether_todays_mail_fits(estimated, answers, fit):
    assert estimated(answers).fit is fit


@pytest.mark.parametrize(
    ("alternative", "start", "after_a_year", "after_five"),
    [(IMAP, 4, 5, 9), (ARCHIVE, 4, 2, 2), (KEEP, 4, 0.068, 0.068), (DELETE, 4, 0.012, 0.012)],
)
def test_server_storage(alternative, start, after_a_year, after_five):
    """4 GB today, 1 GB a year, 4 MB a day; 14 days kept and 3 days without anybody are 17 × 4 MB."""
    assert storage.server_gb(alternative, BOX, 0) == start
    assert storage.server_gb(alternative, BOX, 1) == pytest.approx(after_a_year)
    assert storage.server_gb(alternative, BOX, 5) == pytest.approx(after_five)


def test_a_copy_that_is_never_deleted_grows_like_imap():
    never = replace(BOX, keep_days=None)
    assert storage.server_gb(KEEP, never, 5) == storage.server_gb(IMAP, never, 5) == 9


@pytest.mark.parametrize(("alternative", "gigabytes"), [(IMAP, 2), (ARCHIVE, 10), (KEEP, 9), (DELETE, 9)])
def test_local_storage(alternative, gigabytes):
    """After five years all mail is 9 GB and the last year of it 1 GB, on two devices of which one holds all."""
    assert storage.local_gb(alternative, BOX, 5) == pytest.approx(gigabytes)


@pytest.mark.parametrize(
    ("alternative", "quota", "days"),
    [
        (IMAP, 10, 6 * 365.25),
        (IMAP, 4, 0),
        (IMAP, 3, 0),
        (ARCHIVE, 10, None),
        (ARCHIVE, 2, 0),
        (KEEP, 10, None),
        (KEEP, 0.05, 0),
        (DELETE, 0.013, None),
        (DELETE, 0.012, 0),
        (IMAP, 104.1, None),
    ],
)
def test_when_the_mailbox_is_full(alternative, quota, days):
    assert storage.full_after_days(alternative, BOX, quota) == (None if days is None else pytest.approx(days))


def test_a_new_mailbox_fills_from_nothing():
    new = replace(BOX, used_gb=0)
    assert storage.full_after_days(ARCHIVE, new, 1.5) == pytest.approx(1.5 * 365.25)
    assert storage.full_after_days(ARCHIVE, new, 2.1) is None


def test_full_days_come_soonest_first_and_only_with_a_quota(estimated):
    found = estimated({"storage_gb_used": 4, "quota_gb": 10, "mails_per_day": 40, "average_kb": 100}).of(IMAP)
    assert found.full_days.soonest == pytest.approx(6 / 2.25 * 365.25)
    assert found.full_days.likely == pytest.approx(6 * 365.25)
    assert found.full_days.latest == pytest.approx(6 / 0.5625 * 365.25)
    assert estimated({"storage_gb_used": 4}).of(IMAP).full_days is None


@pytest.mark.parametrize(
    ("polls", "kept", "megabytes"),
    [(60, 0, 0.36), (60, 14 * 40, 1.46), (60, 30 * 120, 7.4)],
)
def test_traffic_of_polling_without_the_mail(polls, kept, megabytes):
    """Every ten minutes for ten hours: .37, 1.5 and 7.4 MB were measured."""
    day = traffic.polling(polls, kept, mails=0, mail_kb=100)
    assert day.total / 1000 == pytest.approx(megabytes, rel=0.02)
    assert day.listing == pytest.approx(polls * kept * 0.0326)


def test_traffic_of_waiting():
    """Ten hours are 300 times "still here" and 25 renewals."""
    day = traffic.holding(hours=10, devices=1, sign_ins=1)
    assert day.sign_in == 7
    assert day.waiting == pytest.approx(300 * 0.14 + 25 * 0.4)
    assert traffic.holding(10, 3, 2).total == pytest.approx(3 * (14 + 52))


def test_traffic_without_push_is_that_of_asking(estimated):
    pushed, asked = estimated().of(IMAP), estimated(idle=False).of(IMAP)
    assert pushed.figure(FigureCode.TRAFFIC_WAIT)
    assert asked.figure(FigureCode.TRAFFIC_WAIT) is None
    likely = asked.figure(FigureCode.TRAFFIC_SIGN_IN).value.likely
    assert likely == pytest.approx(2 * (5 * traffic.SIGN_IN_KB + 60 * traffic.ASK_KB) / 1000)


def test_the_parts_of_the_traffic_add_up(estimated):
    parts = (
        FigureCode.TRAFFIC_SIGN_IN, FigureCode.TRAFFIC_LIST, FigureCode.TRAFFIC_WAIT, FigureCode.TRAFFIC_MAIL
    )  # fmt: skip
    for one in estimated().alternatives:
        shown = [figure.value.likely for code in parts if (figure := one.figure(code))]
        assert sum(shown) == pytest.approx(one.figure(FigureCode.TRAFFIC).value.likely, abs=1e-5)


def test_s9_a_shared_address_in_one_office_goes_beyond_the_usual_limit(estimated):
    """Six people with two devices each: 12 programs with three connections, where ten are usual."""
    found = estimated({"shared_addresses": "many", "people": 6, "devices": "two"})
    shared = found.of(IMAP).figure(FigureCode.CONNECTIONS_SHARED).value
    assert shared.three == (4 * 2 * 1, 6 * 2 * 3, 6 * 2 * 5)
    assert found.input(InputCode.CONNECTION_LIMIT).value.three == (4, 10, 16)
    assert found.input(InputCode.CONNECTION_LIMIT).source is Source.ASSUMED


@pytest.mark.parametrize(
    ("provider", "words", "limit"),
    [
        (None, ("* OK Dovecot (Debian) ready.",), 10),
        (None, ("Courier-IMAP ready",), 4),
        (None, ("The Microsoft Exchange IMAP4 service is ready.",), 16),
        ("google", ("Gimap ready",), 15),
        ("yahoo", (), 5),
        ("hostpoint", ("Dovecot",), 10),
        ("hostpoint", ("dovecote.example ready",), None),
        (None, (), None),
    ],
)
def test_known_limits(provider, words, limit):
    assert known_limit(provider, words) == limit


def test_a_known_limit_is_taken(estimated):
    limit = estimated(connection_limit=4).input(InputCode.CONNECTION_LIMIT)
    assert (limit.value.three, limit.source) == ((4, 4, 4), Source.KNOWN)


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(None, (5, 10, 30)), (60, (5, 10, 30)), (900, (15, 15, 30)), (3600, (60, 60, 60))]
)
def test_no_program_asks_sooner_than_the_server_wants(estimated, seconds, minutes):
    assert estimated(login_delay=seconds).input(InputCode.POLL_MINUTES).value.three == minutes


def test_nobody_shares_an_address(estimated):
    found = estimated({"shared_addresses": "none"})
    assert found.of(IMAP).figure(FigureCode.CONNECTIONS_SHARED) is None
    assert found.of(KEEP).figure(FigureCode.CONNECTIONS_OWN).value.three == (1, 1, 1)


def test_memory_of_an_own_server(estimated):
    """Eighteen devices with three connections of 2.1 MB each."""
    found = estimated({"devices_total": 18})
    assert found.of(IMAP).figure(FigureCode.MEMORY_MB).value.three == pytest.approx(
        (18 * 0.09, 18 * 3 * 2.1, 18 * 5 * 3)
    )
    assert found.of(DELETE).figure(FigureCode.MEMORY_MB).value.high == 0


def test_all_mailboxes(estimated):
    """The biggest holds 4 GB and 10 more in ten years; nine others half as much today and the same growth."""
    answers = {"storage_gb_used": 4, "mails_per_day": 40, "average_kb": 100, "mailboxes": 10}
    found = estimated(answers).of(IMAP)
    assert found.figure(FigureCode.SERVER_GB).value.likely == 14
    assert found.figure(FigureCode.SERVER_ALL_GB).value.likely == 14 + 9 * 12


def test_money(estimated):
    """14 GB and nine times 12 GB, ten times 10 GB included: 22 GB at 5 a year; an hour of care at 100."""
    answers = {
        "storage_gb_used": 4, "mails_per_day": 40, "average_kb": 100, "mailboxes": 10, "quota_gb": 10,
        "hourly_rate": 100, "country": "DE",
    }  # fmt: skip
    found = estimated(answers)
    assert found.currency is Currency.EUR
    imap = found.of(IMAP)
    assert imap.figure(FigureCode.MONEY_STORAGE).value.likely == pytest.approx(22 * 5)
    assert imap.figure(FigureCode.MONEY_CARE).value.three == (0, 100, 400)
    assert imap.figure(FigureCode.MONEY).value.likely == pytest.approx(210)


@pytest.mark.parametrize(
    ("country", "currency"), [("CH", "CHF"), ("DE", "EUR"), ("AT", "EUR"), ("other", "EUR"), (None, "CHF")]
)
def test_currency(estimated, country, currency):
    assert estimated({"country": country} if country else {}).currency == currency


@pytest.mark.parametrize(("gigabytes", "price"), [(0, 6), (30, 6), (30.1, 12), (2000, 12), (2001, 18), (1e9, 18)])
def test_steps_of_storage(gigabytes, price):
    assert load.seat_money(gigabytes) == price


@pytest.mark.parametrize(
    ("location", "local_only", "uploads"),
    [
        ("server", "none", False),
        ("new", "none", False),
        ("server", "one", True),
        ("one_computer", "none", True),
        (None, None, True),
        ("server", None, True),
    ],
)
def test_upload_hours_only_where_old_mail_may_have_to_move(estimated, location, local_only, uploads):
    said = {"mail_location": location, "local_only_mail": local_only}
    found = estimated({key: code for key, code in said.items() if code})
    assert (found.figure(FigureCode.UPLOAD_HOURS) is not None) is uploads
    assert found.figure(FigureCode.ROOM_GB)


def test_points_in_time():
    assert points(1) == (0, 1)
    assert points(2.5) == (0, 1, 2, 2.5)
    assert points(10) == tuple(range(11))
    assert points(30) == (0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30)
    assert points(20) == (0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20)


@pytest.mark.parametrize(("years", "last"), [(0.2, 1), (1, 1), (30, 30), (31, 30), (1e9, 30)])
def test_the_horizon_is_one_to_thirty_years(estimated, years, last):
    assert estimated({"years": years}).years[-1] == last
