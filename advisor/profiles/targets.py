"""What can be exported."""

from enum import StrEnum


class Target(StrEnum):
    """The kinds of files, in the order in which they are offered."""

    SHEET = "sheet"
    SLIP = "slip"
    THUNDERBIRD = "thunderbird"
    THUNDERBIRD_POLICIES = "thunderbird_policies"
    APPLE = "apple"
    THUNDERBIRD_ANDROID_QR = "thunderbird_android_qr"
    K9 = "k9"
    EVOLUTION = "evolution"
    CLAWS = "claws"
