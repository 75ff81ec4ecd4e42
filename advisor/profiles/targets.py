"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files: for people, for each mail program, for terminals, for whoever runs the domain."""

    SHEET = "sheet"
    SLIP = "slip"
    THUNDERBIRD = "thunderbird"
    THUNDERBIRD_POLICIES = "thunderbird_policies"
    APPLE = "apple"
    OUTLOOK_POX = "outlook_pox"
    OUTLOOK_PRF = "outlook_prf"
    OUTLOOK_STEPS = "outlook_steps"
    THUNDERBIRD_ANDROID_QR = "thunderbird_android_qr"
    K9 = "k9"
    EVOLUTION = "evolution"
    KMAIL = "kmail"
    CLAWS = "claws"
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
