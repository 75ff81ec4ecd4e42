"""From listed mechanisms to the words of mail clients."""

from probes.codes import Authentication
from probes.services.authentication import from_imap, from_mechanisms, from_pop3, from_submission


def test_mechanisms():
    assert from_mechanisms(["plain", "SCRAM-SHA-256-PLUS", "XOAUTH2", "GSS-SPNEGO", "NTLM", "EXTERNAL", "X-NEW"]) == (
        Authentication.PASSWORD_CLEARTEXT,
        Authentication.PASSWORD_ENCRYPTED,
        Authentication.OAUTH2,
        Authentication.GSSAPI,
        Authentication.NTLM,
        Authentication.CLIENT_CERTIFICATE,
    )


def test_imap_login_command_counts_unless_disabled():
    assert from_imap(["IMAP4rev1"]) == (Authentication.PASSWORD_CLEARTEXT,)
    assert from_imap(["IMAP4rev1", "LOGINDISABLED", "AUTH=XOAUTH2"]) == (Authentication.OAUTH2,)
    assert from_imap(["IMAP4rev1", "LOGINDISABLED"]) == ()
    assert from_imap([]) == ()


def test_pop3():
    assert from_pop3(["TOP", "SASL PLAIN CRAM-MD5"], apop=False) == (
        Authentication.PASSWORD_CLEARTEXT,
        Authentication.PASSWORD_ENCRYPTED,
    )
    assert from_pop3(["SASL"], apop=True) == (Authentication.PASSWORD_ENCRYPTED,)
    assert from_pop3(["USER"], apop=False) == (Authentication.PASSWORD_CLEARTEXT,)
    assert from_pop3([], apop=False) == ()


def test_submission_reads_both_forms():
    assert from_submission(["SIZE 1", "AUTH PLAIN LOGIN"]) == (Authentication.PASSWORD_CLEARTEXT,)
    assert from_submission(["AUTH=LOGIN XOAUTH2"]) == (Authentication.PASSWORD_CLEARTEXT, Authentication.OAUTH2)
    assert from_submission(["AUTH"]) == ()
