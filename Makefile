# What a newcomer, a developer and a build machine type.  `make` alone prints the list.
#
# Needs Python 3.11 or newer, make, and at the first run the package registry.  Everything goes into
# .venv; the stamps in it tell what is installed, so that a second run needs no network.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
HOLDS_PROGRAM := $(VENV)/.holds-program
HOLDS_TESTS := $(VENV)/.holds-tests
PYTHON := python3.11 python3.12 python3.13 python3 python3.14 python
SAMPLES := $(wildcard samples/*.html samples/*.txt samples/*.xml)

.DEFAULT_GOAL := help
.PHONY: help demo test check gate proof

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(HOLDS_PROGRAM) ## install into .venv and read the bundled samples: their articles and events
	@$(VENV)/bin/dragoman read $(SAMPLES)
	@echo
	@echo "What to type next:"
	@echo "  .venv/bin/dragoman read PAGE                    a page of yours: a file, a folder or an address"
	@echo "  .venv/bin/dragoman explain \"SENTENCE\"           why it was coded so, step by step"
	@echo "  .venv/bin/dragoman code FOLDER -o events.jsonl  a batch, one event a line"
	@echo "  make test                                       what the tests say"

test: $(HOLDS_TESTS) ## install what tests need, and run them all (at most 5 minutes)
	@$(PY) -m pytest -rs

check: $(HOLDS_TESTS) ## format, lint, types and imports (at most 30 seconds)
	@$(VENV)/bin/ruff format --check --quiet . || { echo "mend it with: $(VENV)/bin/ruff format ."; exit 1; }
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/mypy
	@MYPYPATH=src:quality:tests/casebook $(VENV)/bin/mypy quality/*.py tests/casebook/reading.py
	@$(VENV)/bin/lint-imports

gate: $(HOLDS_PROGRAM) ## score the coder on every gold there is, against the pinned floors (at most 5 minutes)
	@$(PY) quality/gate.py

proof: $(HOLDS_TESTS) ## the Hypothesis tests with 100 times the examples, reported in quality/proof/ (hours)
	@$(PY) quality/prove.py

# The first Python that is new enough, the versions that constraints.txt was tried with first.
$(PY):
	@for python in $(PYTHON); do \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        "$$python" -m venv $(VENV) && exit 0; rm -rf $(VENV); exit 1; \
	    fi; \
	done; \
	echo "no Python 3.11 or newer among: $(PYTHON).  Install one, or name it: make demo PYTHON=/where/it/is/python3" >&2; exit 1

# pip first: 23.2, which Python 3.11 brings, fails on the extras of lxml.
$(HOLDS_PROGRAM): pyproject.toml constraints.txt | $(PY)
	@echo "Installing Dragoman and its libraries into $(VENV) (once, a minute or two) ..."
	@$(PIP) install --quiet --upgrade pip
	@$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(HOLDS_TESTS): $(HOLDS_PROGRAM)
	@echo "Installing what tests need into $(VENV) (once) ..."
	@$(PIP) install --quiet --constraint constraints.txt --editable ".[test]"
	@touch $@
