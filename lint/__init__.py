"""medcopy: a content-consistency linter for medical copy."""

__version__ = "0.1.0"
