"""Scripted servers that are in order: one a protocol, each with the TLS settings of its test."""

import ssl
import warnings

IMAP = b"IMAP4rev1 AUTH=PLAIN"


def spoken(peer, context, greeting, upgrade=None):
    """Greet (after the dialogue up to TLS, where there is one) and answer every command with its own "done"."""
    if upgrade:
        peer.send(greeting)
        upgrade(peer)
    peer.start_tls(context)
    if not upgrade:
        peer.send(greeting)


def imaps(context, capabilities=IMAP):
    def handler(peer):
        spoken(peer, context, b"* OK [CAPABILITY " + capabilities + b"] hi\r\n")
        peer.hold()

    return handler


def imap(context, capabilities=IMAP):
    """STARTTLS on 143."""

    def upgrade(peer):
        peer.send(peer.tag() + b" OK go\r\n")

    def handler(peer):
        spoken(peer, context, b"* OK [CAPABILITY " + capabilities + b" STARTTLS LOGINDISABLED] hi\r\n", upgrade)
        peer.send(b"* CAPABILITY " + capabilities + b"\r\n" + peer.tag() + b" OK\r\n")
        peer.hold()

    return handler


def pop3(context):
    """STLS on 110."""

    def upgrade(peer):
        if peer.line() == b"CAPA\r\n":
            peer.send(b"+OK\r\nSTLS\r\n.\r\n")
            peer.line()
        peer.send(b"+OK\r\n")

    def handler(peer):
        spoken(peer, context, b"+OK hi\r\n", upgrade)
        peer.line()
        peer.send(b"+OK\r\nUIDL\r\nUSER\r\n.\r\n")
        peer.hold()

    return handler


def submission(context):
    """STARTTLS on 587."""

    def upgrade(peer):
        peer.line()
        peer.send(b"250-mail\r\n250 STARTTLS\r\n")
        peer.line()
        peer.send(b"220 go\r\n")

    def handler(peer):
        spoken(peer, context, b"220 hi\r\n", upgrade)
        peer.line()
        peer.send(b"250-mail\r\n250 AUTH PLAIN\r\n")
        peer.hold()

    return handler


def sieve(context):
    """STARTTLS on 4190."""

    def upgrade(peer):
        peer.line()
        peer.send(b"OK\r\n")

    def handler(peer):
        spoken(peer, context, b'"SIEVE" "fileinto"\r\n"STARTTLS"\r\nOK\r\n', upgrade)
        peer.send(b'"SIEVE" "fileinto"\r\n"SASL" "PLAIN"\r\nOK\r\n')
        peer.hold()

    return handler


def limited(context, lowest, highest):
    """``context`` with these TLS versions only, the old ones included."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version, context.maximum_version = lowest, highest
    if lowest < ssl.TLSVersion.TLSv1_2:
        context.set_ciphers("ALL:@SECLEVEL=0")
    return context
