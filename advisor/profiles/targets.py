"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files: a sheet, files for mail programs and devices, files for terminals."""

    SHEET = "sheet"
    THUNDERBIRD = "thunderbird"
    APPLE = "apple"
    MBSYNC = "mbsync"
    GETMAIL = "getmail"
    FETCHMAIL = "fetchmail"
    MPOP = "mpop"
    MSMTP = "msmtp"
    OFFLINEIMAP = "offlineimap"
    NEOMUTT = "neomutt"
    AERC = "aerc"
