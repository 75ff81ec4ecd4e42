"""Property tests try the same examples in every run, so a red run can be repeated; ``make fuzz`` tries new ones.

No example has a deadline, nor has thinking it up: a busy machine is no fault of the code.
"""

import os

from hypothesis import HealthCheck, settings

PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("steady", derandomize=True, **PATIENT)
settings.register_profile("explore", derandomize=False, print_blob=True, **PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
