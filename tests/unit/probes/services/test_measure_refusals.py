"""What a refusal means: by its code, else by its words, else the password."""

import pytest

from probes.measurement import Trouble
from probes.services.measure_refusals import meaning_of, spares_the_other


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("[AUTHENTICATIONFAILED] Authentication failed.", Trouble.WRONG_PASSWORD),
        ("[AUTH] Invalid login", Trouble.WRONG_PASSWORD),
        ("LOGIN failed", Trouble.WRONG_PASSWORD),
        ("", Trouble.WRONG_PASSWORD),
        ("[ALERT] Application-specific password required: see https://…", Trouble.APP_PASSWORD),
        ("[AUTHENTICATIONFAILED] please use an app password", Trouble.APP_PASSWORD),
        ("IMAP access is disabled for your account.", Trouble.SWITCHED_OFF),
        ("Your account is not enabled for POP access", Trouble.SWITCHED_OFF),
        ("POP3 is not allowed for this user", Trouble.SWITCHED_OFF),
        ("Account disabled", Trouble.WRONG_PASSWORD),
        ("[LIMIT] busy", Trouble.TOO_MANY_CONNECTIONS),
        ("Too many simultaneous connections", Trouble.TOO_MANY_CONNECTIONS),
        ("Maximum number of connections from user+IP exceeded", Trouble.TOO_MANY_CONNECTIONS),
        ("[LOGIN-DELAY] minimum time between mail checks", Trouble.TOO_MANY_CONNECTIONS),
        ("[IN-USE] Do you have another POP session running?", Trouble.TOO_MANY_CONNECTIONS),
        ("[UNAVAILABLE] Temporary authentication failure.", Trouble.TRY_LATER),
        ("[SYS/TEMP] try again", Trouble.TRY_LATER),
    ],
)
def test_the_meaning_of_words(words, trouble) -> None:
    assert meaning_of(words) is trouble


def test_the_other_protocol_is_only_tried_where_the_password_was_not_in_question() -> None:
    assert {trouble for trouble in Trouble if spares_the_other(trouble)} == {
        Trouble.SWITCHED_OFF,
        Trouble.NO_PASSWORD_LOGIN,
    }
