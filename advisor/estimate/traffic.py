"""Traffic of one mailbox in a day, in kB on the wire (TCP/IP headers included), both directions together.

The constants were measured with Dovecot 2.3.19 over TLS 1.3; ``benchmarks/server_load.py`` measures them again.
"""

from dataclasses import dataclass

POLL_KB = 6.0
"""One POP3 poll of an empty inbox: connection, TLS, CAPA, USER, PASS, STAT, LIST, UIDL, QUIT."""

LISTED_KB = 0.0326
"""One kept mail in the LIST and UIDL of one poll."""

SIGN_IN_KB = 7.0
"""One IMAP sign-in with the choice of a folder."""

KEEP_ALIVE_KB = 0.14
KEEP_ALIVE_MINUTES = 2.0
"""What a server says every two minutes so that a waiting connection is not dropped on the way."""

RENEWAL_KB = 0.4
RENEWAL_MINUTES = 24.0
"""IDLE is begun anew before half an hour is over (RFC 2177)."""

ASK_KB = 0.4
"""One question for new mail on an open IMAP connection, where the server does not push."""

NEW_MAIL_KB = 1.6
"""News of a mail and its header lines, per device that shows it."""

WIRE = 1.06
"""Bytes on the wire for a byte of mail: headers of packets, acknowledgements, encryption."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """kB a day: sign-ins or polls, listing of kept mail, held connections, and the mail itself."""

    sign_in: float = 0.0
    listing: float = 0.0
    waiting: float = 0.0
    mail: float = 0.0

    @property
    def total(self) -> float:
        """All of it."""
        return self.sign_in + self.listing + self.waiting + self.mail


def polling(polls: float, kept: float, mails: float, mail_kb: float) -> Traffic:
    """A day of POP3: so many polls, so many kept mails listed in each, every new mail fetched once."""
    return Traffic(sign_in=polls * POLL_KB, listing=polls * kept * LISTED_KB, mail=mails * (mail_kb * WIRE + LISTED_KB))


def holding(hours: float, devices: float, sign_ins: float) -> Traffic:
    """A day of IMAP with push, before any mail: each device signs in so often and waits for so many hours."""
    minutes = hours * 60
    waiting = minutes / KEEP_ALIVE_MINUTES * KEEP_ALIVE_KB + minutes / RENEWAL_MINUTES * RENEWAL_KB
    return Traffic(sign_in=devices * sign_ins * SIGN_IN_KB, waiting=devices * waiting)


def asking(times: float, devices: float, sign_ins: float) -> Traffic:
    """A day of IMAP without push, before any mail: each device asks so often."""
    return Traffic(sign_in=devices * (sign_ins * SIGN_IN_KB + times * ASK_KB))


def mail_by_imap(mails: float, mail_kb: float, devices: float, loaded: float) -> Traffic:
    """New mail of a day: every device takes the header lines, ``loaded`` devices the whole mail."""
    return Traffic(mail=mails * (devices * NEW_MAIL_KB + loaded * mail_kb * WIRE))


def together(*parts: Traffic) -> Traffic:
    """The sum of several."""
    return Traffic(
        sign_in=sum(part.sign_in for part in parts),
        listing=sum(part.listing for part in parts),
        waiting=sum(part.waiting for part in parts),
        mail=sum(part.mail for part in parts),
    )
