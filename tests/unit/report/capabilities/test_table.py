"""The tables of capabilities: complete, filled in both languages, weighed, and found again from what servers send."""

import re

import pytest

from advisor.report.capabilities.table import MEANINGS, argument, by_key, key_of
from advisor.report.texts.capabilities.values import Meaning, Weight
from probes.codes import Protocol

ROWS = [(protocol, key, meaning) for protocol, table in MEANINGS.items() for key, meaning in table.items()]
COUNTING = (Weight.HIGH, Weight.MEDIUM)
WARNINGS = {"LOGINDISABLED", "UTF8=ONLY", "X-GM-EXT-1"}

REGISTERED = {
    Protocol.IMAP: """ACL ANNOTATE-EXPERIMENT-1 APPENDLIMIT AUTH=PLAIN BINARY CATENATE CHILDREN COMPRESS=DEFLATE
        CONDSTORE CONTEXT=SEARCH CONTEXT=SORT CONVERT CREATE-SPECIAL-USE ENABLE ESEARCH ESORT FILTERS
        I18NLEVEL=1 I18NLEVEL=2 ID IDLE IMAP4REV1 IMAP4REV2 IMAPSIEVE=x INPROGRESS JMAPACCESS LANGUAGE
        LIST-EXTENDED LIST-METADATA LIST-MYRIGHTS LIST-STATUS LITERAL+ LITERAL- LOGIN-REFERRALS
        LOGINDISABLED MAILBOX-REFERRALS MESSAGELIMIT=1000 METADATA METADATA-SERVER MOVE MULTIAPPEND
        MULTISEARCH NAMESPACE NOTIFY OBJECTID PARTIAL PREVIEW QRESYNC QUOTA QUOTA=RES-STORAGE QUOTASET
        REPLACE RIGHTS=texk SASL-IR SAVEDATE SAVELIMIT=1000 SEARCH=FUZZY SEARCHRES SORT SORT=DISPLAY
        SPECIAL-USE STARTTLS STATUS=SIZE STATUS=DELETED THREAD=REFERENCES UIDONLY UIDPLUS UNAUTHENTICATE
        UNSELECT URL-PARTIAL URLAUTH URLAUTH=BINARY UTF8=ACCEPT UTF8=ONLY WITHIN X-GM-EXT-1 XLIST""",
    Protocol.POP3: """TOP USER SASL RESP-CODES LOGIN-DELAY PIPELINING EXPIRE UIDL IMPLEMENTATION UTF8 LANG STLS
        AUTH-RESP-CODE""",
    Protocol.SUBMISSION: """8BITMIME SIZE AUTH STARTTLS SMTPUTF8 DSN CHUNKING BINARYMIME PIPELINING ENHANCEDSTATUSCODES
        REQUIRETLS LIMITS DELIVERBY FUTURERELEASE MT-PRIORITY VRFY ETRN HELP BURL""",
    Protocol.MANAGESIEVE: """IMPLEMENTATION SASL SIEVE NOTIFY STARTTLS LANGUAGE MAXREDIRECTS OWNER RENAME UNAUTHENTICATE
        VERSION""",
}


@pytest.mark.parametrize("protocol", REGISTERED)
def test_what_is_registered_and_in_use_is_known(protocol) -> None:
    assert [token for token in REGISTERED[protocol].split() if key_of(protocol, token) is None] == []


def test_imap_has_at_least_seventy_rows() -> None:
    assert len(MEANINGS[Protocol.IMAP]) >= 70


@pytest.mark.parametrize(("protocol", "key", "meaning"), ROWS)
def test_a_row_is_short_and_leaves_its_token_to_the_brackets(protocol, key, meaning: Meaning) -> None:
    for words in (meaning.ability.de, meaning.ability.en):
        assert 5 <= len(words) <= 64
        assert not words.endswith(".")
        assert not re.search(rf"(?<![\w-]){re.escape(key.rstrip('='))}(?![\w-])", words)
    for sentence in (meaning.matters, meaning.absence, meaning.before):
        if sentence is not None:
            assert sentence.de.endswith(".")
            assert sentence.en.endswith(".")
            assert max(len(sentence.de), len(sentence.en)) <= 120


@pytest.mark.parametrize(("protocol", "key", "meaning"), ROWS)
def test_what_counts_says_why_and_what_its_absence_means(protocol, key, meaning: Meaning) -> None:
    counts = meaning.weight in COUNTING
    assert (meaning.matters is not None) == counts
    assert (meaning.absence is not None) == (counts and key not in WARNINGS)


def test_no_two_rows_that_count_say_the_same() -> None:
    for table in MEANINGS.values():
        said = [meaning.ability.de for meaning in table.values() if meaning.weight in COUNTING]
        assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("protocol", "token", "key"),
    [
        ("imap", "idle", "IDLE"),
        ("imap", "AUTH=XOAUTH2", "AUTH="),
        ("imap", "AUTH=", "AUTH="),
        ("imap", "THREAD=REFS", "THREAD="),
        ("imap", "APPENDLIMIT", "APPENDLIMIT"),
        ("imap", "APPENDLIMIT=35651584", "APPENDLIMIT"),
        ("imap", "QUOTA=RES-MESSAGE", "QUOTA"),
        ("imap", "UTF8=ALL", None),
        ("imap", "SORT=OTHER", None),
        ("imap", "IDLEX", None),
        ("imap", "X-OWN", None),
        ("imap", "", None),
        ("imap", "=", None),
        ("pop3", "expire 30 USER", "EXPIRE"),
        ("pop3", "UIDLX", None),
        ("pop3", "EXPIRENEVER", "EXPIRE"),
        ("pop3", "EXPIRE30", "EXPIRE"),
        ("pop3", "EXPIRED", None),
        ("submission", "AUTH=LOGIN PLAIN", "AUTH"),
        ("submission", "SIZE", "SIZE"),
        ("submission", "XVERP=Courier", "XVERP"),
        ("managesieve", "SIEVE fileinto vacation", "SIEVE"),
        ("managesieve", "X-OWN y", None),
    ],
)
def test_tokens_find_their_row(protocol, token, key) -> None:
    assert key_of(Protocol(protocol), token) == key


def test_tokens_of_one_family_share_a_row() -> None:
    found = by_key(Protocol.IMAP, ("AUTH=PLAIN", "IDLE", "AUTH=LOGIN", "X-OWN"))
    assert found == {"AUTH=": ("AUTH=PLAIN", "AUTH=LOGIN"), "IDLE": ("IDLE",)}


def test_what_makes_expire_void_stands_in_its_row() -> None:
    found = by_key(Protocol.POP3, ("UIDL", "EXPIRE 0", "X-GOOGLE-RICO"))
    assert found == {"UIDL": ("UIDL",), "EXPIRE": ("X-GOOGLE-RICO", "EXPIRE 0")}
    assert by_key(Protocol.POP3, ("X-GOOGLE-RICO",)) == {}


@pytest.mark.parametrize(
    ("token", "rest"),
    [
        ("SIZE 20480000", "20480000"),
        ("QUOTA=RES-STORAGE", "RES-STORAGE"),
        ("EXPIRE 30 USER", "30 USER"),
        ("EXPIRE30", "30"),
        ("TOP", ""),
        ("AUTH=LOGIN PLAIN", "LOGIN PLAIN"),
        ("", ""),
    ],
)
def test_arguments(token, rest) -> None:
    assert argument(token) == rest
