"""The report as text: templates filled in, with everything that comes from outside made safe to show.

Jinja escapes every value; before that, characters that cannot be seen or that turn the direction of writing are
spelt out. The page's own policy lets only its one style and its one script in, so that nothing else could ever run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from lint import __version__
from lint.reports.html.data import Report
from lint.reports.html.links import INDEX, Places, file_name
from lint.reports.html.states import STATES
from lint.reports.html.words import kind_title
from lint.terminal import safe

_HERE = Path(__file__).parent


def one_file(report: Report) -> str:
    """Return the whole report as one page."""
    return _render("report.html.j2", report, Places())


def many_files(report: Report) -> Mapping[str, str]:
    """Return the report as an index and a page for each article, by the names of the files in their folder."""
    places = Places({article.anchor: file_name(article.path) for article in report.articles})
    pages = {INDEX: _render("report.html.j2", report, places)}
    for at, article in enumerate(report.articles):
        around = {
            "before": report.articles[at - 1] if at else None,
            "after": report.articles[at + 1] if at + 1 < len(report.articles) else None,
        }
        name = f"articles/{places.files[article.anchor]}"
        pages[name] = _render("article.html.j2", report, places, article.anchor, article=article, **around)
    return pages


def visible(value: object) -> object:
    """Return a value for a template: words on one line, in which nothing is hidden or turns the writing."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return "" if value is None else value
    return safe(value if value.isprintable() else _spaced(value))


def verbatim(value: str) -> Markup:
    """Return text that was made safe already, with its lines kept, for an attribute that the script reads."""
    return Markup(str(escape(value)).replace("\n", "&#10;"))


def _spaced(value: str) -> str:
    return value.replace("\r\n", " ").replace("\n", " ").replace("\t", " ").replace("\xa0", " ")


def _render(template: str, report: Report, places: Places, here: str = "", **more: Any) -> str:
    environment = _environment()

    def link(anchor: str, page: str = "") -> str:
        return places.link(here, anchor, page)

    style, script = _static("report.css"), _static("report.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return environment.get_template(template).render(
        report=report,
        link=link,
        many=bool(places.files),
        states=STATES,
        kind_title=kind_title,
        style=Markup(style),
        script=Markup(script),
        policy=policy,
        version=__version__,
        **more,
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["verbatim"] = verbatim
    return environment


@cache
def _static(name: str) -> str:
    return (_HERE / "static" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
