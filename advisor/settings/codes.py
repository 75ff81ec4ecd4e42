"""Codes that settings, decision and profiles share."""

from enum import StrEnum


class Alternative(StrEnum):
    """The four ways to read mail that are compared (the protocol and its form)."""

    IMAP = "imap"
    IMAP_ARCHIVE = "imap_archive"
    POP3_KEEP = "pop3_keep"
    POP3_DELETE = "pop3_delete"

    @property
    def protocol(self) -> "ReadingProtocol":
        """The protocol of which this alternative is a form."""
        if self in (Alternative.IMAP, Alternative.IMAP_ARCHIVE):
            return ReadingProtocol.IMAP
        return ReadingProtocol.POP3


class ReadingProtocol(StrEnum):
    """The first question: by which protocol mail is read."""

    IMAP = "imap"
    POP3 = "pop3"


class Role(StrEnum):
    """What a row of the staff list stands for: a person, the one collecting computer, or a program."""

    READER = "reader"
    COLLECTOR = "collector"
    PROGRAM = "program"


class Program(StrEnum):
    """Mail programs, as asked in the questionnaire and named in the staff list."""

    OUTLOOK = "outlook"
    OUTLOOK_NEW = "outlook_new"
    APPLE = "apple"
    THUNDERBIRD = "thunderbird"
    ANDROID = "android"
    BROWSER = "browser"
    OTHER = "other"


MICROSOFT = frozenset({"microsoft365", "outlook_com"})
"""The providers, as the list of providers names them, at which Outlook signs in by Microsoft's own connection."""
