"""What the elements of HTML mean for copy: which break a block, which are hidden, which end which."""

from __future__ import annotations

import re
from collections.abc import Mapping


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}

BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup p pre search section "
    "summary table tbody td tfoot th thead title tr ul"
)
"""Elements that end the paragraph before them and the one inside them."""

VOID = _names("area base br col embed hr img input link meta param source track wbr")

HIDDEN = _names(
    "audio button canvas code datalist del embed footer iframe kbd label legend math meter nav noembed "
    "noframes noscript object output pre progress rp rt s samp script select strike style svg template textarea "
    "tt video xmp"
)
"""Elements whose text is not copy: code, controls, navigation, struck-out text, what no reader sees."""

CODE = _names("code kbd pre samp tt xmp template textarea")
"""Elements in which a comment is an example, not a directive."""

GAPS = _names("audio button canvas code img input iframe kbd label math object samp select svg textarea tt video")
"""Elements that stand in the line though their text is not copy: the words around them do not touch."""

INLINE_CODE = _names("code kbd samp sup tt")

LISTS = frozenset({"ul", "ol", "menu", "dir"})

_CELLS = ("td", "th", "caption", "table")
CLOSED_BY: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), (*LISTS, *_CELLS)),
    "dt": (("dt", "dd"), ("dl", *_CELLS)),
    "dd": (("dt", "dd"), ("dl", *_CELLS)),
    "tr": (("tr", "caption"), ("table",)),
    "td": (("td", "th", "caption"), ("table",)),
    "th": (("td", "th", "caption"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "caption", "tr"), ("table",)),
    "tbody": (("tbody", "thead", "tfoot", "caption", "tr"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "caption", "tr"), ("table",)),
    "option": (("option",), ("select",)),
    "optgroup": (("optgroup", "option"), ("select",)),
    "body": (("head",), ("body",)),
    **{name: (tuple(HEADINGS), ("section", "article", "div", *_CELLS)) for name in HEADINGS},
}
"""A start tag ends the outermost open one of the first names that stands inside the last open one of the second."""

PARAGRAPH_SCOPE = ("button", "object", *_CELLS)

_ROLES = _names("alertdialog contentinfo dialog doc-noteref menu menubar navigation search tablist toolbar tooltip")
_CLASSES = _names(
    "nav navbar navigation main-nav site-nav breadcrumb breadcrumbs footer site-footer page-footer global-footer "
    "menu main-menu crumbs topbar top-bar skip skip-link skiplink skip-nav skipnav skip-to-content skip-to-main back-to-top cookie-banner cookie-notice pagination"
)
_TO_THE_PAGE = _names("#main #main-content #maincontent #content #primary #top #page #skip")
"""Where links go that only lead past the navigation, or back up."""
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})


def hides(name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether the text of an element is not copy."""
    if name in HIDDEN:
        return True
    if not attributes:
        return False
    if "hidden" in attributes and name != "html":
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true" or _INVISIBLE.search(attributes.get("style", "")):
        return True
    if name in _WHOLE_PAGE:
        return False
    if attributes.get("role", "").strip().lower() in _ROLES:
        return True
    if name == "a" and attributes.get("href", "").strip().lower() in _TO_THE_PAGE:
        return True
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    return any(one in _CLASSES for one in names)
