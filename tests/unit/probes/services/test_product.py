"""Mail server programs are recognised by what they say, in the formats of the wild; what is not known stays unknown."""

import unicodedata
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.codes import Protocol
from probes.services.product import Product, recognise
from probes.services.product_table import NAMES, SIGNS, ProductCode, SeenIn

CAPABILITY = "[CAPABILITY IMAP4rev1 SASL-IR LITERAL+ ENABLE IDLE AUTH=PLAIN AUTH=LOGIN]"
EXCHANGE_ONLINE = b64encode("ZR0P278CA0123.CHEP278.PROD.OUTLOOK.COM".encode("utf-16-le")).decode()
OWN_EXCHANGE = b64encode("EXCH01.firma.local".encode("utf-16-le")).decode()

GREETINGS = (
    ("imap", f"* OK {CAPABILITY} Dovecot ready.", "dovecot", None),
    ("imap", f"* OK {CAPABILITY} Dovecot (Debian) ready.", "dovecot", None),
    ("imap", f"* OK {CAPABILITY} Dovecot DA ready.", "dovecot", None),
    ("pop3", "+OK Dovecot ready. <1f2.1.6a.AbC==@mail.firma.ch>", "dovecot", None),
    ("submission", "220 mail.firma.ch Dovecot ready.", "dovecot", None),
    ("managesieve", 'OK "Dovecot (Debian) ready."', "dovecot", None),
    (
        "imap",
        f"* OK {CAPABILITY} mail.firma.ch Cyrus IMAP 3.8.1-Debian-3.8.1-1 server ready",
        "cyrus",
        "3.8.1-Debian-3.8.1-1",
    ),
    ("imap", "* OK mail.firma.ch Cyrus IMAP4 v2.2.13 server ready", "cyrus", "2.2.13"),
    ("pop3", "+OK mail.firma.ch Cyrus POP3 v2.4.17 server ready <123.456@mail.firma.ch>", "cyrus", "2.4.17"),
    ("imap", f"* OK {CAPABILITY} Courier-IMAP ready. Copyright 1998-2018 Double Precision, Inc.", "courier", None),
    ("imap", "* OK The Microsoft Exchange IMAP4 service is ready.", "exchange", None),
    ("imap", f"* OK The Microsoft Exchange IMAP4 service is ready. [{EXCHANGE_ONLINE}]", "exchange_online", None),
    ("pop3", f"+OK The Microsoft Exchange POP3 service is ready. [{EXCHANGE_ONLINE}]", "exchange_online", None),
    ("imap", f"* OK The Microsoft Exchange IMAP4 service is ready. [{OWN_EXCHANGE}]", "exchange", None),
    ("pop3", "+OK The Microsoft Exchange POP3 service is ready. [AAAAAAAAAAAAAAAAA]", "exchange", None),
    (
        "imap",
        "* OK Microsoft Exchange Server 2003 IMAP4rev1 server version 6.5.7226.0 (ex) ready.",
        "exchange",
        "6.5.7226.0",
    ),
    (
        "submission",
        "220 ZR0P2.outlook.office365.com Microsoft ESMTP MAIL Service ready at Mon",
        "exchange_online",
        None,
    ),
    ("submission", "220 exch01.firma.local Microsoft ESMTP MAIL Service ready at Mon, 23 Nov 2026", "exchange", None),
    (
        "submission",
        "220 mail.firma.ch Microsoft ESMTP MAIL Service, Version: 6.0.3790.4675 ready at Mon",
        "exchange",
        "6.0.3790.4675",
    ),
    ("imap", "* OK Gimap ready for requests from 192.0.2.1 a1mb123456", "gmail", None),
    ("pop3", "+OK Gpop ready for requests from 192.0.2.1 a1pf123", "gmail", None),
    ("submission", "220 smtp.gmail.com ESMTP a640c23a62f3a-1234.5 - gsmtp", "gmail", None),
    ("imap", "* OK IMAPrev1", "hmailserver", None),
    ("submission", "220 mail.firma.ch ESMTP hMailServer 5.6.7", "hmailserver", "5.6.7"),
    ("imap", "* OK mail.firma.ch IMAP4rev1 MDaemon 21.5.2 ready", "mdaemon", "21.5.2"),
    ("pop3", "+OK mail.firma.ch POP MDaemon 21.5.2 ready <MDAEMON-F1@mail.firma.ch>", "mdaemon", "21.5.2"),
    ("submission", "220 mail.firma.ch ESMTP MDaemon 21.5.2; Mon, 23 Nov 2026 10:00:00 +0100", "mdaemon", "21.5.2"),
    ("imap", "* OK Kerio Connect 9.4.2 patch 1 IMAP4rev1 server ready", "kerio", "9.4.2"),
    ("pop3", "+OK Kerio MailServer 6.7.3 POP3 server ready <1.2@mail.firma.ch>", "kerio", "6.7.3"),
    ("imap", "* OK mail.firma.ch Zimbra IMAP4rev1 server ready", "zimbra", None),
    ("pop3", "+OK mail.firma.ch Zimbra 8.8.15_GA_3869 POP3 server ready", "zimbra", "8.8.15_GA_3869"),
    (
        "imap",
        f"* OK {CAPABILITY} mail.firma.ch IMAP4rev1 2007e.404 at Mon, 23 Nov 2026 10:00:00 +0100",
        "uw_imap",
        "2007e.404",
    ),
    ("pop3", "+OK POP3 mail.firma.ch 2007e.104 server ready", "uw_imap", "2007e.104"),
    ("imap", f"* OK {CAPABILITY} Stalwart IMAP4rev2 at your service.", "stalwart", None),
    ("submission", "220 mail.firma.ch Stalwart ESMTP at your service", "stalwart", None),
    ("imap", "* OK JAMES IMAP4rev1 Server  Server 192.0.2.1 is ready.", "james", None),
    ("submission", "220 mail.firma.ch SMTP Server (JAMES SMTP Server 2.3.2) ready Mon", "james", "2.3.2"),
    ("imap", "* OK Axigen-10.2.3 (Linux/x64) IMAP4rev1 service is ready", "axigen", "10.2.3"),
    ("submission", "220 mail.firma.ch Axigen ESMTP ready", "axigen", None),
    ("imap", "* OK IMAP4rev1 SmarterMail", "smartermail", None),
    ("imap", "* OK IceWarp 13.0.3.8 x64 IMAP4rev1 Mon, 23 Nov 2026 10:00:00 +0100", "icewarp", "13.0.3.8"),
    ("submission", "220 mail.firma.ch ESMTP IceWarp 13.0.3.8; Mon, 23 Nov 2026", "icewarp", "13.0.3.8"),
    ("submission", "220 mail.firma.ch ESMTP Postfix", "postfix", None),
    ("submission", "220 mail.firma.ch ESMTP Postfix (Debian/GNU)", "postfix", None),
    ("submission", "220 mail.firma.ch ESMTP Postfix (3.4.13)", "postfix", "3.4.13"),
    ("submission", "220 mail.firma.ch ESMTP Exim 4.96 Mon, 23 Nov 2026 10:00:00 +0100", "exim", "4.96"),
    ("submission", "220 mail.firma.ch ESMTP Sendmail 8.15.2/8.15.2/Debian-22; Mon", "sendmail", "8.15.2"),
    ("submission", "220 mail.firma.ch ESMTP OpenSMTPD", "opensmtpd", None),
    ("submission", "220 mail.firma.ch ESMTP Haraka/2.8.28 ready", "haraka", "2.8.28"),
    ("submission", "220 127.0.0.1 Proton Mail Bridge ESMTP Service Ready", "proton_bridge", None),
    (
        "imap",
        "* OK [CAPABILITY IMAP4rev1] Proton Mail Bridge 03.04.00 - gluon session ID 5",
        "proton_bridge",
        "03.04.00",
    ),
    ("pop3", "+OK Hello from jpop-0.1", "yahoo", None),
    ("submission", "220 smtp.mail.yahoo.com ESMTP ready", "yahoo", None),
    ("imap", f"* OK {CAPABILITY} IMAP server ready H migmx104 1MQdKM-1p", "nemesis", None),
    ("submission", "220 gmx.net (mrgmx005) Nemesis ESMTP Service ready", "nemesis", None),
    ("pop3", "+OK WDPop ready for requests from 192.0.2.1", "wildduck", None),
    ("imap", f"* OK {CAPABILITY} mox imap", "mox", None),
    ("submission", "220 mail.firma.ch ESMTP mox", "mox", None),
    ("imap", "* OK CommuniGate Pro IMAP Server 6.2.14 at mail.firma.ch ready", "communigate", "6.2.14"),
    ("imap", "* OK Domino IMAP4 Server Release 12.0.2 ready Mon, 23 Nov 2026", "domino", "12.0.2"),
    ("submission", "220 mail.firma.ch ESMTP Service (HCL Domino Release 12.0.2) ready at Mon", "domino", "12.0.2"),
    ("submission", "220 mail.firma.ch GroupWise Internet Agent 18.4.1 Copyright", "groupwise", "18.4.1"),
    (
        "submission",
        "220 mail.firma.ch ESMTP MailEnable Service, Version: 10.34-- ready at 11/23/26",
        "mailenable",
        "10.34",
    ),
    ("imap", "* OK dbmail imap (protocol version 4r1) server 3.1.17 ready to run", "dbmail", "3.1.17"),
    ("imap", f"* OK {CAPABILITY} Zarafa IMAP gateway ready", "kopano", None),
    ("pop3", "+OK Qpopper (version 4.0.5) at mail.firma.ch starting.", "qpopper", "4.0.5"),
    ("imap", f"* OK {CAPABILITY} mail.firma.ch IMAP4rev1 Citadel 989 ready", "citadel", "989"),
)
NAMED = (
    ("imap", "Dovecot", "dovecot", None),
    ("imap", "Dovecot 2.3.19.1", "dovecot", "2.3.19.1"),
    ("managesieve", "Dovecot Pigeonhole", "pigeonhole", None),
    ("managesieve", "Dovecot (Debian) Pigeonhole", "pigeonhole", None),
    ("managesieve", "Cyrus timsieved v2.4.17-Debian", "cyrus", "2.4.17-Debian"),
    ("imap", "Cyrus IMAPD 3.8.1", "cyrus", "3.8.1"),
    ("pop3", "Courier Mail Server", "courier", None),
    ("imap", "GImap", "gmail", None),
    ("pop3", "ZimbraInc", "zimbra", None),
    ("imap", "Zimbra 9.0.0_GA_4583", "zimbra", "9.0.0_GA_4583"),
    ("pop3", "GNU Mailutils 3.15", "mailutils", "3.15"),
    ("imap", "imap4d (GNU Mailutils 3.15)", "mailutils", "3.15"),
    ("managesieve", "Stalwart ManageSieve", "stalwart", None),
    ("imap", "Stalwart 0.11.8", "stalwart", "0.11.8"),
    ("managesieve", "Apache ManageSieve v1.0", "james", "1.0"),
    ("pop3", "WildDuck POP3 Server", "wildduck", None),
    ("imap", "mox v0.0.11", "mox", "0.0.11"),
    ("imap", "maddy 0.7.1", "maddy", "0.7.1"),
    ("imap", "gromox-imap 2.34", "gromox", "2.34"),
)
TOKENS = (
    ("imap", ("IMAP4rev1", "X-GM-EXT-1"), "gmail"),
    ("imap", ("IMAP4rev1", "XYMHIGHESTMODSEQ"), "yahoo"),
    ("imap", ("XAPPLEPUSHSERVICE", "AUTH=ATOKEN"), "icloud"),
    ("pop3", ("TOP", "EXPIRENEVER"), "mailutils"),
    ("imap", ("XCOURIEROUTBOX=INBOX.Outbox",), "courier"),
    ("submission", ("XVERP=Courier",), "courier"),
)
NOT_RECOGNISED = (
    ("imap", "* OK IMAP4rev1 Service Ready"),
    ("imap", "* OK ready"),
    ("imap", "* OK dovecot.firma.ch IMAP4rev1 ready"),
    ("imap", "* OK mail-stalwart.firma.ch ready"),
    ("imap", "* OK welcome, admin@zimbra"),
    ("pop3", "+OK Hello there."),
    ("pop3", "+OK POP3 ready"),
    ("submission", "220 exim.firma.ch ESMTP"),
    ("submission", "220 mox.firma.ch ESMTP ready"),
    ("submission", "220 kerio-connect.firma.ch ESMTP ready"),
    ("imap", ""),
    ("imap", "\x00\x1b[2J\x07"),
    ("imap", "D" * 10_000),
)


@pytest.mark.parametrize(("protocol", "greeting", "code", "version"), GREETINGS)
def test_greetings_in_the_formats_of_the_wild(protocol, greeting, code, version) -> None:
    found = recognise(Protocol(protocol), greeting, None)
    assert found == Product(ProductCode(code), NAMES[ProductCode(code)], version, SeenIn.GREETING)


@pytest.mark.parametrize(("protocol", "name", "code", "version"), NAMED)
def test_names_that_a_server_states(protocol, name, code, version) -> None:
    found = recognise(Protocol(protocol), "* OK ready", name)
    assert found == Product(ProductCode(code), NAMES[ProductCode(code)], version, SeenIn.IMPLEMENTATION)


@pytest.mark.parametrize(("protocol", "tokens", "code"), TOKENS)
def test_tokens_that_only_one_program_lists(protocol, tokens, code) -> None:
    found = recognise(Protocol(protocol), "* OK ready", None, tokens)
    assert (found.code, found.version, found.seen_in) == (code, None, SeenIn.CAPABILITIES)


@pytest.mark.parametrize(("protocol", "greeting"), NOT_RECOGNISED)
def test_what_says_nothing_is_not_recognised(protocol, greeting) -> None:
    assert recognise(Protocol(protocol), greeting, None) is None


def test_every_program_has_a_name_a_sign_and_a_case() -> None:
    cases = {code for _, _, code, _ in (*GREETINGS, *NAMED)} | {code for _, _, code in TOKENS}
    assert set(ProductCode) == set(NAMES) == {sign.product for sign in SIGNS} == cases


def test_the_stated_name_counts_more_than_the_greeting_and_the_greeting_more_than_tokens() -> None:
    assert recognise(Protocol.IMAP, "* OK Dovecot ready.", "Cyrus IMAPD 3.8").code is ProductCode.CYRUS
    assert recognise(Protocol.IMAP, "* OK Dovecot ready.", "Something 1", ("X-GM-EXT-1",)).code is ProductCode.DOVECOT


def test_a_long_list_of_abilities_does_not_hide_the_name() -> None:
    long = "[CAPABILITY " + " ".join(f"X-OWN-{number}" for number in range(30)) + "]"
    assert recognise(Protocol.IMAP, f"* OK {long} Dovecot ready.", None).code is ProductCode.DOVECOT


@pytest.mark.parametrize(
    "banner",
    [
        "* OK <b>Dovecot</b><script>alert(1)</script> ready",
        "* OK Dovecot \x1b]0;owned\x07 ready",
        "* OK Dovecot <img src=x onerror=alert(1)>",
        "* OK Dovecot " + "A" * 10_000,
        "* OK Do\u200bvecot\u202e 2.3\u202e<b> ready",
    ],
)
def test_hostile_banners_give_a_clean_product(banner) -> None:
    found = recognise(Protocol.IMAP, banner, None)
    assert found is not None
    assert found.name == "Dovecot"
    assert found.version in (None, "2.3")


PIECES = st.sampled_from([*NAMES.values(), "* OK ", "+OK ", "220 ", "[CAPABILITY ", "]", " v2.3", "\x1b[0m", "\u202e"])
HOSTILE = st.lists(PIECES | st.text(max_size=20), max_size=8).map("".join)


@given(
    protocol=st.sampled_from(Protocol),
    greeting=st.none() | HOSTILE,
    implementation=st.none() | HOSTILE,
    tokens=st.lists(HOSTILE, max_size=4),
)
def test_whatever_a_server_says_nothing_raw_comes_out(protocol, greeting, implementation, tokens) -> None:
    found = recognise(protocol, greeting, implementation, tokens)
    if found is not None:
        assert found.name == NAMES[found.code]
        assert all(unicodedata.category(letter)[0] in "LNPSM" for letter in found.version or "")
        assert len(found.version or "") <= 40
        assert not set(found.version or "") & set("<>&\"'/ ")
