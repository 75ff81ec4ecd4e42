"""Arguments of capabilities become figures that people can use; what cannot be read says nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report.capabilities.figures import Figure, figure, size
from advisor.report.capabilities.states import Ability, Phase, State
from advisor.report.cells import Tone
from advisor.text import Language


def read(key: str, *tokens: str, language: Language = Language.EN) -> Figure:
    return figure(Ability(key, State.ADVERTISED, Phase.AFTER_TLS, tokens), language)


@pytest.mark.parametrize(
    ("octets", "english", "german"),
    [
        (20_480_000, "20 MB", "20 MB"),
        (52_428_800, "52 MB", "52 MB"),
        (9_990_000, "9.9 MB", "9.9 MB"),
        (1_500_000_000, "1.5 GB", "1.5 GB"),
        (4096, "4 KB", "4 KB"),
        (999, "999 Byte", "999 Byte"),
    ],
)
def test_sizes_are_rounded_down(octets, english, german) -> None:
    assert (size(octets, Language.EN), size(octets, Language.DE)) == (english, german)


@pytest.mark.parametrize(
    ("key", "tokens", "text", "tone"),
    [
        ("SIZE", ("SIZE 20480000",), "At most 20 MB a mail; that is about 14 MB of attachments.", None),
        ("SIZE", ("SIZE 0",), "Without a fixed limit.", None),
        ("SIZE", ("SIZE",), "", None),
        ("SIZE", ("SIZE many",), "", None),
        ("SIZE", ("SIZE " + "9" * 40,), "", None),
        ("SIZE", ("SIZE ²",), "", None),
        ("SIZE", ("SIZE -5",), "", None),
        ("APPENDLIMIT", ("APPENDLIMIT=35651584",), "At most 35 MB a message.", None),
        ("APPENDLIMIT", ("APPENDLIMIT",), "", None),
        ("EXPIRE", ("EXPIRE 30",), "Deletes after 30 days.", Tone.WARN),
        ("EXPIRE", ("EXPIRE 1",), "Deletes after 1 day.", Tone.WARN),
        ("EXPIRE", ("EXPIRE 30 USER",), "Deletes after 30 days. It differs from user to user.", Tone.WARN),
        ("EXPIRE", ("EXPIRE 0",), "Deletes right after fetching; no copy stays.", Tone.BAD),
        ("EXPIRE", ("X-GOOGLE-RICO", "EXPIRE 0"),
         "Does not hold: whether fetched mail stays, the setting of the account says.", Tone.GOOD),
        ("EXPIRE", ("EXPIRE NEVER",), "Never deletes by itself.", Tone.GOOD),
        ("EXPIRE", ("EXPIRE", "EXPIRE soon"), "", None),
        ("EXPIRE", ("EXPIRE 30", "EXPIRE 5"), "Deletes after 5 days.", Tone.WARN),
        ("LOGIN-DELAY", ("LOGIN-DELAY 900",), "A pause of 15 minutes.", Tone.WARN),
        ("LOGIN-DELAY", ("LOGIN-DELAY 90",), "A pause of 90 seconds.", Tone.WARN),
        ("LOGIN-DELAY", ("LOGIN-DELAY 60",), "A pause of 60 seconds.", Tone.NONE),
        ("LOGIN-DELAY", ("LOGIN-DELAY 0",), "No pause needed.", Tone.GOOD),
        ("LOGIN-DELAY", ("LOGIN-DELAY 120 USER",), "A pause of 2 minutes. It differs from user to user.", Tone.WARN),
        ("LOGIN-DELAY", ("LOGIN-DELAY",), "", None),
        ("QUOTA", ("QUOTA=RES-STORAGE", "QUOTA=RES-MESSAGE"), "Limited are: storage, number of messages.", None),
        ("QUOTA", ("QUOTA",), "", None),
        ("SIEVE", ("SIEVE fileinto vacation envelope",), "It can: absence note, sort into folders and 1 more.", None),
        ("SIEVE", ("SIEVE envelope",), "", None),
        ("LIMITS", ("LIMITS MAILMAX=10 RCPTMAX=200",), "At most 200 recipients a mail.", None),
        ("LIMITS", ("LIMITS RCPTMAX=x",), "", None),
        ("FUTURERELEASE", ("FUTURERELEASE 2592000 2027-01-01T00:00:00Z",), "Up to 30 days ahead.", None),
        ("MAXREDIRECTS", ("MAXREDIRECTS 5",), "At most 5 a message.", None),
        ("MESSAGELIMIT", ("MESSAGELIMIT=1000",), "1,000 messages.", None),
        ("IMPLEMENTATION", ("IMPLEMENTATION Dovecot Pigeonhole",), "Dovecot Pigeonhole", None),
        ("LITERAL+", ("LITERAL-",), "Only small ones, up to 4 KB.", None),
        ("LITERAL+", ("LITERAL+",), "", None),
        ("SPECIAL-USE", ("XLIST",), "In an old form (XLIST).", None),
        ("MOVE", ("IMAP4rev2",), "Part of IMAP4rev2.", None),
        ("IMAP4REV2", ("IMAP4rev2",), "", None),
        ("IDLE", ("IDLE",), "", None),
    ],
)  # fmt: skip
def test_figures(key, tokens, text, tone) -> None:
    assert read(key, *tokens) == Figure(text, tone)


@pytest.mark.parametrize(
    ("key", "tokens"),
    [
        ("AUTH=", ("AUTH=PLAIN", "AUTH=LOGIN", "AUTH=XOAUTH2", "AUTH=OWN-7")),
        ("SASL", ("SASL PLAIN LOGIN XOAUTH2 OWN-7",)),
        ("AUTH", ("AUTH PLAIN LOGIN", "AUTH=PLAIN XOAUTH2 own-7")),
    ],
)
def test_ways_to_sign_in_are_told_by_kind(key, tokens) -> None:
    text = read(key, *tokens).text
    assert "PLAIN, LOGIN." in text
    assert "(OAuth2): XOAUTH2." in text
    assert text.endswith("Not known to us: OWN-7.")


def test_the_port_on_which_starttls_was_tried_is_told() -> None:
    tried = Ability("STARTTLS", State.MISSING, Phase.BEFORE_TLS, port=143)
    assert figure(tried, Language.EN) == Figure("On port 143.")


def test_german_figures() -> None:
    assert read("SIZE", "SIZE 104857600", language=Language.DE).text == (
        "Höchstens 104 MB pro E-Mail; das sind Anhänge von etwa 76 MB."
    )
    assert read("LOGIN-DELAY", "LOGIN-DELAY 900", language=Language.DE).text == "Pause von 15 Minuten."


def test_what_is_missing_has_no_figure() -> None:
    assert figure(Ability("SIZE", State.MISSING, Phase.AFTER_TLS), Language.EN) == Figure()
    assert figure(Ability("QUOTA", State.NOT_VISIBLE), Language.EN) == Figure()


KEYS = ("SIZE", "APPENDLIMIT", "EXPIRE", "LOGIN-DELAY", "AUTH=", "AUTH", "SASL", "QUOTA", "SIEVE", "LIMITS",
        "FUTURERELEASE", "MAXREDIRECTS", "MESSAGELIMIT", "VERSION")  # fmt: skip


@given(
    key=st.sampled_from(KEYS),
    joint=st.sampled_from([" ", "=", ""]),
    rest=st.lists(st.text(max_size=30) | st.integers().map(str), max_size=4),
    language=st.sampled_from(Language),
)
def test_no_argument_breaks_it(key, joint, rest, language) -> None:
    text = figure(Ability(key, State.ADVERTISED, Phase.AFTER_TLS, (f"{key}{joint}{' '.join(rest)}",)), language).text
    assert not any(field in text for field in ("{size}", "{days}", "{count}", "{names}", "{what}"))
