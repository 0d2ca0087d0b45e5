# `make demo` shows what coopgraph does, `make test` proves it. Both set up what they need.

PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

.DEFAULT_GOAL := help
.PHONY: help demo test check bench lock clean

help:
	@echo "make demo   build the graph of seeds/, rank partners, write the page"
	@echo "make test   set up and run every test"
	@echo "make check  lint, types, import contracts, tests"
	@echo "make bench  measure against the plain stack"
	@echo "make lock   write the lock files anew"

$(VENV)/.demo: requirements.lock pyproject.toml
	@$(PYTHON) -c "import sys; sys.version_info >= (3, 11) or sys.exit('coopgraph needs Python 3.11 or newer: make PYTHON=/path/to/python3')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.demo
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.demo
	$(BIN)/coopgraph build seeds -o graphs/cooperation.trig
	$(BIN)/coopgraph partners -g graphs/cooperation.trig --top 10
	$(BIN)/coopgraph view -g graphs/cooperation.trig -o graphs/cooperation.html

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: $(VENV)/.dev
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

lock: $(VENV)/.demo
	$(BIN)/python -m pip install --quiet "uv>=0.5"
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --extra llm -c requirements.lock --universal --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
