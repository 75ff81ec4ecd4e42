"""Why a connection did not come about."""

import errno
import os

import pytest

from probes.codes import Reason
from probes.deadline import Deadline
from probes.transport import _connect_error


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ECONNREFUSED, Reason.REFUSED),
        (errno.ECONNRESET, Reason.RESET),
        (errno.ENOTCONN, Reason.RESET),  # torn down before we could ask who is at the other end
        (errno.EHOSTUNREACH, Reason.FILTERED),
        (errno.ETIMEDOUT, Reason.FILTERED),
    ],
)
def test_what_the_system_says_of_a_connection(number, reason):
    assert _connect_error(OSError(number, os.strerror(number)), Deadline(60)).reason is reason
