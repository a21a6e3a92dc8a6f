# Two commands do everything on a fresh machine with Python 3.11 or newer: make run, make test.
PYTHON ?= python3
BIN := .venv/bin
SOURCES ?= data/sources
WAREHOUSE ?= data/warehouse

.PHONY: help setup run ui test lint format lock clean
help:
	@echo "make run     read data/sources, check, publish a release in data/warehouse, print the summary"
	@echo "make ui      Dagster's UI with its daemon on http://127.0.0.1:3000"
	@echo "make test    all tests"
	@echo "make lint    ruff and mypy"
	@echo "make lock    resolve what pyproject.toml asks for anew where it has to be (uv)"
	@echo "make setup   only prepare .venv with the program and the test tools"
	@echo "SOURCES=DIR and WAREHOUSE=DIR choose other folders"

setup: .venv/.ready

# the lock names everything, so nothing is resolved
.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "edu_pipeline needs Python 3.11 or newer: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: setup
	$(BIN)/edu-pipeline run --sources $(SOURCES) --warehouse $(WAREHOUSE)

ui: setup
	$(BIN)/edu-pipeline ui

test: setup
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# needs uv; the image is without the test tools, and with the same versions otherwise
COMPILE := uv pip compile pyproject.toml --extra ocr --extra postgres --extra s3 --generate-hashes --universal \
	--python-version 3.11 --no-header --no-emit-index-url --no-emit-find-links --quiet
lock:
	$(COMPILE) --extra test --output-file requirements.lock
	$(COMPILE) --extra build --constraint requirements.lock --no-annotate --output-file requirements-image.lock

clean:
	rm -rf .venv .dagster .pytest_cache .mypy_cache .ruff_cache
