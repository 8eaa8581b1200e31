# make graph: from a clean clone to outputs/.   make test: the whole suite.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: graph test check pictures notebook lock clean

graph: $(VENV)/runtime
	@$(BIN)/kg build seeds --out outputs

test: $(VENV)/development
	$(BIN)/python -m pytest

check: $(VENV)/development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Runs outputs/analysis.ipynb on outputs/speeches.ttl and keeps what it shows.
notebook: $(VENV)/development
	$(BIN)/python -m tests.notebook

$(VENV)/runtime: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Fayan needs Python 3.11 or later" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/development: requirements-dev.lock $(VENV)/runtime
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# The pictures of the page in the READMEs, taken of outputs/graph.html in Chromium.
pictures: graph $(VENV)/development
	@$(BIN)/python docs/pictures.py

# Needs uv; run after a change of the dependencies in pyproject.toml.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" \
		--group build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" \
		--group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
