"""Property tests try the same examples in every run, so a red run can be repeated; ``make fuzz`` tries new ones.

No example has a deadline: a busy machine is no fault of the code.
"""

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, print_blob=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
