"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files: a sheet and a slip for people, a file for Thunderbird, a profile for Apple devices."""

    SHEET = "sheet"
    SLIP = "slip"
    THUNDERBIRD = "thunderbird"
    APPLE = "apple"
