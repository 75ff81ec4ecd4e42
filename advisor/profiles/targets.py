"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files: for people, for each mail program, for whoever runs the domain and its server."""

    SHEET = "sheet"
    THUNDERBIRD = "thunderbird"
    APPLE = "apple"
    OUTLOOK_POX = "outlook_pox"
    OUTLOOK_PRF = "outlook_prf"
    OUTLOOK_STEPS = "outlook_steps"
    DNS = "dns"
    DOVECOT = "dovecot"
