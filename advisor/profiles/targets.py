"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files, in the order in which they are offered."""

    SHEET = "sheet"
    THUNDERBIRD = "thunderbird"
    THUNDERBIRD_POLICIES = "thunderbird_policies"
    APPLE = "apple"
