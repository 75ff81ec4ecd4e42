"""A staff list that is far too long, and the longest one that is taken."""

import resource
import time

import pytest

from tests.functional.result.staff_lists import kept, upload
from tests.functional.test_export_many import LONG, MEBIBYTES, SECONDS, SHORT


@pytest.mark.parametrize(
    ("staff", "code", "sentence"),
    [(SHORT, 422, "more than 10000 people"), (LONG, 413, "A staff list may hold at most 4 MB.")],
    ids=["many", "large"],
)
def test_100_000_rows_are_refused_quickly_in_bounded_memory(app, firm, staff, code, sentence):
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    answer = upload(firm, staff)
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEBIBYTES * 1024
    assert answer.status_code == code
    assert sentence in answer.text
    assert len(answer.data) < 100_000
    assert kept(app) == []


def test_a_long_list_of_which_every_row_is_doubtful_is_shown_in_part(firm, read):
    rows = "".join(f"p{number}@firrna.example;K\u0160the;pop3_delete\r\n" for number in range(1000))
    upload(firm, f"address;name;alternative\r\n{rows}")
    shown = read(firm, "/profiles/preview?way=imap")
    assert "Please look at 1000 lines again" in shown
    assert "1000 people" in shown
    assert shown.count("and 900 more lines") == 3, "of the doubts, of the excluded ways, and of the people"
    assert "KŠthe, KŠthe, KŠthe, KŠthe, KŠthe and 995 more" in shown
