"""The errors that medcopy shows to people: one sentence each, with the place where there is one."""

from __future__ import annotations

DEBUG = "MEDCOPY_DEBUG"
"""The environment variable that lets a fault of medcopy's own leave with its traceback."""


class MedcopyError(Exception):
    """Something the user can mend: what is wrong, where, and what to do.

    ``path``, ``line`` and ``column`` (1-based) are None where there is no place to name.
    """

    def __init__(
        self, message: str, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[type[MedcopyError], tuple[str, str | None, int | None, int | None]]:
        return type(self), (self.message, self.path, self.line, self.column)


class UsageError(MedcopyError):
    """The command line asks for something that does not exist or does not fit together."""


class ConfigError(MedcopyError):
    """medcopy.yml is wrong."""


class PackError(MedcopyError):
    """A file under rules/ is wrong, or an example in it no longer holds."""


class CanonError(MedcopyError):
    """A claims file is wrong."""


class ReadError(MedcopyError):
    """A file cannot be read as an article."""


class Problems(MedcopyError):  # noqa: N818 - it holds several errors
    """Several errors found in one pass, so that a file is mended once and not error by error."""

    def __init__(self, errors: list[MedcopyError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors

    def __reduce__(self) -> tuple[type[Problems], tuple[list[MedcopyError]]]:  # type: ignore[override]
        return type(self), (self.errors,)
