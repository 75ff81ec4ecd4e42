"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files: for people, for each mail program, for terminals, for whoever runs the domain."""

    SHEET = "sheet"
    THUNDERBIRD = "thunderbird"
    APPLE = "apple"
    OUTLOOK_POX = "outlook_pox"
    OUTLOOK_PRF = "outlook_prf"
    OUTLOOK_STEPS = "outlook_steps"
    MBSYNC = "mbsync"
    GETMAIL = "getmail"
    FETCHMAIL = "fetchmail"
    MPOP = "mpop"
    MSMTP = "msmtp"
    OFFLINEIMAP = "offlineimap"
    NEOMUTT = "neomutt"
    AERC = "aerc"
    DNS = "dns"
    DOVECOT = "dovecot"
