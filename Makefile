# make demo: install, and check the articles in corpus/. make test: install, and run the tests.
# Needs make, Python 3.11 or later (PYTHON=... names another one than python3), and pip's package registry.

PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.PHONY: picture demo test accuracy lint check fuzz bench bench-tools clean

demo: $(VENV)/.installed
	@"$(BIN)/medcopy" check corpus --fail-on never

test: $(VENV)/.installed-dev
	"$(BIN)/python" -m pytest -n auto --dist worksteal

# How much of the claims annotated in tests/gold is extracted from corpus/; fails when a figure fell.
accuracy: $(VENV)/.installed-dev
	"$(BIN)/python" tools/accuracy.py

# What .ci/run checks beside the tests.
lint: $(VENV)/.installed-dev
	"$(BIN)/ruff" check
	"$(BIN)/ruff" format --check
	"$(BIN)/mypy"
	"$(BIN)/lint-imports"
	"$(BIN)/medcopy" claims check

check: test lint

# Spoilt articles, claims files and settings for SECONDS; what fails is kept in fuzz-found/.
SECONDS ?= 60
fuzz: $(VENV)/.installed-dev
	MEDCOPY_DEBUG=1 "$(BIN)/python" tools/fuzz.py $(SECONDS)

# A table of ratios: docs/performance.md. PARTS="start workers" measures these alone.
bench: $(VENV)/.installed-dev
	@"$(BIN)/python" benchmarks/bench.py $(PARTS)

# The linters that the bench compares with, where pip and npm offer them.
bench-tools: $(VENV)/.installed-dev
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check proselint
	npm install --prefix benchmarks --no-package-lock --no-save --no-audit --no-fund --silent textlint \
	  textlint-rule-max-comma textlint-rule-terminology textlint-rule-write-good alex

$(VENV)/.created:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'medcopy needs Python 3.11 or later: make PYTHON=python3.12 names one'; exit 1; }
	"$(PYTHON)" -m venv "$(VENV)"
	@touch $@

# Installed in place (-e): a change of the code needs no new install, a change of pyproject.toml does.
$(VENV)/.installed: $(VENV)/.created pyproject.toml
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.created pyproject.toml
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed

# The picture of the report in the README; needs Chromium and ChromeDriver.
picture: $(VENV)/.installed-dev
	"$(BIN)/python" tools/picture_report.py

clean:
	rm -rf "$(VENV)"
