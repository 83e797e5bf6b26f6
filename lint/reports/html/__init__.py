"""The reviewers' HTML report: data made from a run, templates that show it, one style and one script.

``build`` makes the report of a run, ``one_file`` and ``many_files`` write it down. Only ``medcopy report`` imports
this package, and with it the template library.
"""

from __future__ import annotations

from lint.reports.html.build import build
from lint.reports.html.links import SourceUrls
from lint.reports.html.render import many_files, one_file
from lint.reports.html.spots import Since

__all__ = ["Since", "SourceUrls", "build", "many_files", "one_file"]
