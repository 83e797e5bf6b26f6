"""Spellings of names that are one."""

from __future__ import annotations


def folded(name: str) -> str:
    """Return a lower-case name of a disease in American spelling ("-aemia" is "-emia")."""
    return name.replace("ae", "e").replace("oe", "e").replace("tumour", "tumor")
