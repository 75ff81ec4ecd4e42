"""Which device opens a page, guessed from what its browser says of itself; only ever a first choice."""

from enum import StrEnum


class Device(StrEnum):
    """The kinds of devices that differ in what is done with a file."""

    IPHONE = "iphone"
    ANDROID = "android"
    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"


_LONGEST_READ = 1_000
# In this order: Android says Linux too, and iPhones say «like Mac OS X».
_MARKS = (
    ("iphone", Device.IPHONE),
    ("ipad", Device.IPHONE),
    ("ipod", Device.IPHONE),
    ("windows phone", None),
    ("android", Device.ANDROID),
    ("windows", Device.WINDOWS),
    ("macintosh", Device.MAC),
    ("linux", Device.LINUX),
    ("x11", Device.LINUX),
)


def device_of(user_agent: str) -> Device | None:
    """The device of a browser, or None. An iPad says that it is a Mac, so a person must be able to correct this."""
    said = user_agent[:_LONGEST_READ].lower()
    return next((device for mark, device in _MARKS if mark in said), None)
