"""The formulas of the estimates beside a real Dovecot, in a short form of ``benchmarks/server_load.py``."""

import pytest

from advisor.estimate import memory as held
from benchmarks.mail_day import running
from benchmarks.server_load import BAR, memory, polling_day, quiet_hours, waiting_day


@pytest.fixture(scope="module")
def day():
    with running(notify=1) as day:
        yield day


@pytest.mark.parametrize(
    ("mails", "kilobytes", "keep_days", "polls"), [(20, 1, 0, 10), (10, 50, 0, 5), (30, 2, 14, 10), (10, 2, 60, 5)]
)
def test_traffic_of_polling(day, mails, kilobytes, keep_days, polls):
    row = polling_day(day, mails=mails, kilobytes=kilobytes, keep_days=keep_days, polls=polls)
    assert abs(row.deviation) <= BAR, row


def test_traffic_of_waiting_for_nothing(day):
    row = quiet_hours(day, minutes=6)
    assert abs(row.deviation) <= BAR, row


@pytest.mark.parametrize(("kilobytes", "devices", "loads"), [(1, 2, 0), (50, 2, 1), (20, 3, 3)])
def test_traffic_of_waiting_for_mail(day, kilobytes, devices, loads):
    row = waiting_day(day, mails=4, kilobytes=kilobytes, devices=devices, loads=loads, minutes=4)
    assert abs(row.deviation) <= BAR, row


def test_memory_of_a_server_as_shipped():
    with running(shared=False) as day:
        row = memory(day, connections=30, modelled=held.AS_SHIPPED_MB, name="as shipped")
    assert abs(row.deviation) <= BAR, row
