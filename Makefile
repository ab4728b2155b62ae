# Everything starts here. `make help` says what there is. Needed: Python 3.11 or newer, and make.

PYTHON ?= python3
PORT ?= 8000
SCHAKEL := .venv/bin/schakel

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test nightly quick check format coverage bench docs locks upgrade clean

help:
	@echo "make demo        the demo on http://127.0.0.1:$(PORT) (another port: make demo PORT=8123)"
	@echo "make demo-reset  forget the demo's data; the next make demo starts over"
	@echo "make test        everything: checks, tests, browser; installs what it needs"
	@echo "make nightly     the same with many more random examples; takes an hour or more"
	@echo "make quick       tests without browser and without what is slow, while you work"
	@echo "make check       style, types, import contracts, migrations and docs, without tests"
	@echo "make format      put the code in the house format"
	@echo "make coverage    which lines and branches the tests do not reach"
	@echo "make bench       measure the speed goals (one half: ONLY=pages or chain; beside pm4py: PEERS=1)"
	@echo "make docs        make the reference pages and the tables of a new database from the code"
	@echo "make locks       make requirements/*.txt anew from pyproject.toml"
	@echo "make upgrade     the same, with the newest versions"
	@echo "make clean       remove everything these commands made, the demo's data too"

demo:
	@$(PYTHON) bootstrap.py run
	@exec $(SCHAKEL) local --port $(PORT)

demo-reset:
	@$(PYTHON) bootstrap.py run
	@$(SCHAKEL) local --forget

test:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run all

nightly:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run nightly

quick:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run quick

check:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run check

format:
	@$(PYTHON) bootstrap.py dev
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .

coverage:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run coverage

bench:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run bench $(if $(PEERS),--peers) $(if $(ONLY),--only $(ONLY))

docs:
	@$(PYTHON) bootstrap.py dev
	@exec .venv/bin/python -m tests.run docs

locks:
	@$(PYTHON) bootstrap.py lock

upgrade:
	@$(PYTHON) bootstrap.py lock upgrade

clean:
	@if [ -x $(SCHAKEL) ]; then $(SCHAKEL) local --forget; fi
	@rm -rf .venv .schakel .mypy_cache .pytest_cache .ruff_cache .hypothesis htmlcov .coverage
