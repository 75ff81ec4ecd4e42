"""Several answers of one source as one."""

import pytest

from probes.codes import Authentication, Reason, SourceNote, UsernameForm
from probes.discovery.values import Discovered, all_of, first_of_each
from probes.results import Evidence
from tests.made_up.small_reports import NOW, claim

ONE = claim(username=UsernameForm.ADDRESS, authentication=(Authentication.PASSWORD_CLEARTEXT,))
STEP = Evidence(NOW, url="https://a.example/")


def test_a_server_that_is_only_named_again_is_one_claim():
    again = claim(username=UsernameForm.ADDRESS, authentication=(Authentication.PASSWORD_CLEARTEXT,), evidence=STEP)
    assert first_of_each([ONE, again]) == (ONE,)


@pytest.mark.parametrize(
    "changes",
    [
        {"username": UsernameForm.LOCAL_PART},
        {"username": UsernameForm.OTHER, "username_template": "%d"},
        {"authentication": (Authentication.OAUTH2,)},
        {"port": 143},
    ],
)
def test_whoever_says_something_else_of_the_same_server_is_heard(changes):
    said = {"username": UsernameForm.ADDRESS, "authentication": (Authentication.PASSWORD_CLEARTEXT,), **changes}
    assert len(first_of_each([ONE, claim(**said)])) == 2


def test_all_answers_together():
    broken = Discovered(reason=Reason.FILTERED, failed=True, notes=(SourceNote.REDIRECTED,), evidence=(STEP,))
    found = all_of([Discovered((ONE,), evidence=(STEP,)), broken, Discovered((ONE,), notes=(SourceNote.REDIRECTED,))])
    assert found.claims == (ONE,)
    assert (found.reason, found.failed, found.notes) == (Reason.FILTERED, False, (SourceNote.REDIRECTED,))
    assert found.evidence == (STEP, STEP)
    assert all_of([broken, broken]).failed
    assert all_of([]) == Discovered()
