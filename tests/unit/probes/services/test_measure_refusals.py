"""What a refusal means: by its code, else by its words, else the password."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


IN_DOUBT = [
    "[AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=cYXlpv732Cg1_010534_2",  # Yandex
    "[AUTHENTICATIONFAILED] AUTHENTICATE invalid credentials or IMAP is disabled sc=abc",
    "[AUTH] login failure or POP3 disabled, try later. sc=abc",
    "[AUTHENTICATIONFAILED] Invalid credentials (Failure)",  # Gmail
    "[AUTH] Username and password not accepted.",
    "Server denied POP access for the given username and password.",
    "authentication failed",  # web.de, GMX
    "[AUTHENTICATIONFAILED] LOGIN failed: bad password or IMAP not enabled for this account",
    "Login failed. IMAP is not allowed or wrong password",
    "LOGIN failed.",  # Exchange, also where IMAP is switched off
    "Logon failure: unknown user name or bad password.",
    "Login failed or POP3 disabled",
    "IMAP is disabled or the account does not exist",
    "Invalid login, or POP access not enabled",
    "Wrong user name; IMAP may be switched off",
    "The password is incorrect or IMAP is not activated",
    "Passwort falsch oder IMAP deactivated",
    "[authorizationfailed] IMAP access disabled by the administrator",
]


@pytest.mark.parametrize("words", IN_DOUBT)
def test_where_the_password_may_be_wrong_it_is_not_tried_again_whatever_else_may_be_the_cause(words) -> None:
    assert meaning_of(words) is Trouble.WRONG_PASSWORD


@pytest.mark.parametrize(
    "words",
    [
        "[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page. (Failure)",
        "[SYS/PERM] Your account is not enabled for POP access. Please visit your Gmail settings page.",
        "IMAP or POP3 access is disabled for this account",
    ],
)
def test_a_server_that_names_the_switch_alone_is_believed(words) -> None:
    assert meaning_of(words) is Trouble.SWITCHED_OFF


def test_a_password_for_programs_is_asked_for_in_the_words_of_mail_ru() -> None:
    words = "[AUTHENTICATIONFAILED] NEOBHODIM parol prilozheniya https://… / Application password is REQUIRED"
    assert meaning_of(words) is Trouble.APP_PASSWORD


PIECES = st.sampled_from(
    ["IMAP", "POP3", "is disabled", "not enabled", "or", "protocol", "switched off", "[ALERT]", "[SYS/PERM]", "[LIMIT]"]
)
AUTH_CODES = st.sampled_from(["[AUTHENTICATIONFAILED]", "[AUTHORIZATIONFAILED]", "[AUTH]", "[auth]", "[EXPIRED]"])


@given(AUTH_CODES, st.lists(PIECES | st.text(max_size=20), max_size=8), st.integers(0, 8))
def test_a_code_that_names_the_sign_in_never_leads_to_a_second_attempt(code, pieces, place) -> None:
    words = " ".join([*pieces[:place], code, *pieces[place:]])
    assert not spares_the_other(meaning_of(words))
