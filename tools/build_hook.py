"""What hatchling calls when medcopy is built: an installation in place (``pip install -e``) gets its byte code at once.

pip compiles what it copies, and nothing of what stays where it is: where Python may write no byte code, each run would
compile all of it again.
"""

from __future__ import annotations

import compileall
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileInPlace(BuildHookInterface[Any]):
    """Compiles the package of an installation in place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Do it before the build; ``version`` is the kind of wheel."""
        if version == "editable":
            compileall.compile_dir(f"{self.root}/lint", quiet=2)
