"""What holds in every folder: how property tests try, and that programs can be interrupted.

Property tests try the same examples in every run, so a red run can be repeated; ``make fuzz`` tries new ones. No
example has a deadline, nor has thinking it up: a busy machine is no fault of the code.
"""

import os
import signal

from hypothesis import HealthCheck, settings

PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("steady", derandomize=True, **PATIENT)
settings.register_profile("explore", derandomize=False, print_blob=True, **PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a run in the background of a shell; programs would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)
