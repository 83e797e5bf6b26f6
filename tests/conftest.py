from __future__ import annotations

from hypothesis import settings

# How long an example takes tells of the machine and of who else works on it: what grows is counted, not timed.
settings.register_profile("medcopy", deadline=None)
settings.load_profile("medcopy")
