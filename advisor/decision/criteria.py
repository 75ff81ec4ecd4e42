"""The criteria by which the alternatives are compared."""

from enum import StrEnum


class Criterion(StrEnum):
    """Every criterion of the policy, in the order of its table."""

    SAME_STATE = "same_state"
    TEAM = "team"
    OFFLINE = "offline"
    LINE = "line"
    OFF_PROVIDER = "off_provider"
    OWN_COPY = "own_copy"
    SERVER_SPACE = "server_space"
    DEVICE_SPACE = "device_space"
    DEVICE_LOSS = "device_loss"
    THEFT = "theft"
    WRONG_DELETE = "wrong_delete"
    PUSH = "push"
    EFFORT = "effort"
    SERVER_LOAD = "server_load"
    CENTRAL = "central"
    HISTORY = "history"
    SOLE_PROGRAM = "sole_program"
