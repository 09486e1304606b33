# Verbale. `make` lists what can be made; `make demo` and `make test` need only Python 3.11 and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.DEFAULT_GOAL := help
.PHONY: help env demo check test cover fix data bench peers lock system clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(STAMP) ## make the environment in .venv from the lock file

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed, and '$(PYTHON)' is none. Install one, or name it: make env PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "No environment could be made in $(VENV). Is this folder writable? Is the venv module there (on Debian: apt install python3-venv)?" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock || { \
	  echo "The packages of requirements.lock could not be installed. Behind a proxy set HTTPS_PROXY;" >&2; \
	  echo "with a mirror of your own set PIP_INDEX_URL; then run make env again. No compiler is needed: every package has wheels." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || { \
	  echo "Verbale itself could not be installed. Is src/ writable? Run make clean, then make env." >&2; exit 1; }
	@touch $@

demo: env ## run the cycle of 2022 on sample letters, to the report in six languages in demo/
	@rm -rf demo
	@$(BIN)/verbale demo --into demo

check: env ## style, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest tests/test_architecture.py

test: env ## all tests, on two cores
	$(BIN)/python -m pytest -n 2

cover: env ## branch coverage of the register, where every branch is tested
	$(BIN)/python -m pytest tests/register --cov=verbale.register --cov-report=term-missing:skip-covered --cov-fail-under=100

fix: env ## mend what style can mend by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

data: ## rebuild bundled tables; they are kept in the repository, so there is nothing to do
	@echo "The tables of the lexicon are kept in src/verbale/lexicon/data; nothing is built or fetched."

bench: env ## measure accuracy, speed and bad input (real documents from ../shared)
	$(BIN)/python -m bench.accuracy
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.robustness
	$(BIN)/python -m bench.citations
	$(BIN)/python -m bench.concord_unpc
	$(BIN)/python -m bench.desk
	$(BIN)/python -m bench.faults
	$(BIN)/python -m bench.akn
	$(BIN)/python -m bench.register
	$(BIN)/python -m bench.mandates
	$(BIN)/python -m bench.holdings
	$(BIN)/python -m bench.agreement
	$(BIN)/python -m bench.unpc
	$(BIN)/python -m bench.rendering
	$(BIN)/python -m bench.letters

peers: env ## install the tools that speed is measured beside; they are not needed for anything else
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]' || { \
	  echo "The tools of the extra 'bench' could not be installed; make bench says which are missing." >&2; exit 1; }

lock: env ## write requirements.lock anew, for every platform
	$(COMPILE) --extra dev --allow-unsafe --output-file requirements.lock pyproject.toml
	printf 'colorama>=0.4.6\ntzdata>=2024.1\n' | $(COMPILE) --output-file $(VENV)/windows.lock -
	sed -e '/# via/d' -e '/^$$/d' -e 's/^\([a-z]*==[^ ]*\) /\1 ; sys_platform == "win32" /' $(VENV)/windows.lock >> requirements.lock

system: ## install Debian packages, where some are needed
	@echo "No Debian packages are needed."

clean: ## remove what was made, the environment too
	rm -rf $(VENV) demo out build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis src/*.egg-info
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
