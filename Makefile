# Verbale. `make` lists what can be made; `make demo` and `make test` need only Python 3.11 and make.

PYTHON ?= python3
WHEELS ?=
SOAK_SECONDS ?= 60
PACKAGE ?=
SAMPLE ?=
SEED ?= 1
VENV := .venv
BIN := $(VENV)/bin

# The locks are complete: nothing is resolved here, and what is not in them is not installed. uv does it where it is
# there, else pip; WHEELS names a folder of wheels to install from without a network.
UV := $(shell command -v uv 2>/dev/null)
INSTALL := $(if $(UV),$(UV) pip install --python $(BIN)/python,$(BIN)/python -m pip install --disable-pip-version-check) \
	--quiet --no-deps
FROM := $(if $(WHEELS),--no-index --find-links $(WHEELS))

# Tests start a server of their own; that of the machine is not touched.
POSTGRESQL := command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1
DEBIAN = $(AS_ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends
CHROMIUM := test -x /usr/bin/chromium
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

.DEFAULT_GOAL := help
.PHONY: help env dev demo check test soak mutants cover fix data bench pictures peers wheels lock system clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(VENV)/run ## make the environment in .venv with what running needs, from requirements.lock

dev: $(VENV)/dev ## add what developing needs, from requirements-dev.lock

$(VENV)/run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed, and '$(PYTHON)' is none. Install one, or name it: make env PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "No environment could be made in $(VENV). Is this folder writable? Is the venv module there (on Debian: apt install python3-venv)?" >&2; exit 1; }
	@$(call install_lock,requirements.lock)
	@$(INSTALL) --no-build-isolation --editable . || { \
	  echo "Verbale itself could not be installed. Is src/ writable? Run make clean, then make env." >&2; exit 1; }
	@$(BIN)/python -m pip --disable-pip-version-check check >/dev/null || { \
	  $(BIN)/python -m pip --disable-pip-version-check check >&2; \
	  echo "The environment is not whole. Run make clean, then make env." >&2; exit 1; }
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/run
	@$(call install_lock,requirements-dev.lock)
	@$(BIN)/python -m pip --disable-pip-version-check check
	@touch $@

define install_lock
$(INSTALL) $(FROM) --require-hashes --requirement $(1) || { \
	  echo "The packages of $(1) could not be installed. Behind a proxy set HTTPS_PROXY; with a mirror of your own" >&2; \
	  echo "set PIP_INDEX_URL (for uv UV_DEFAULT_INDEX); without a network see docs/installing.md. No compiler is needed." >&2; exit 1; }
endef

demo: env ## run the cycle of 2022 on sample letters, to the report in six languages in demo/
	@rm -rf demo
	@$(BIN)/verbale demo --into demo

check: dev ## style, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/locks.py --check
	$(BIN)/python scripts/build_messages.py --check
	$(BIN)/python -m pytest tests/test_architecture.py tests/installing/test_locks.py

test: dev ## all tests, on two cores
	@$(POSTGRESQL) || echo "PostgreSQL's server is not installed: its tests are left out (make system installs it)" >&2
	@$(CHROMIUM) || echo "Chromium is not installed: the tests in a browser are left out (make system installs it)" >&2
	$(BIN)/python -m pytest -n 2

soak: dev ## the long tests: kills at every write, damaged input, properties with many examples; SOAK_SECONDS=60 for each
	$(BIN)/python -m pytest -n 2 -m "soak or hypothesis" --soak $(SOAK_SECONDS)

mutants: dev ## how many small faults in PACKAGE= its tests notice; SAMPLE= tries so many, drawn by SEED=1
	@test -n "$(PACKAGE)" || { echo "Name a package: make mutants PACKAGE=lexicon SAMPLE=300" >&2; exit 1; }
	$(BIN)/python scripts/mutants.py $(PACKAGE) $(if $(SAMPLE),--sample $(SAMPLE)) --seed $(SEED)

cover: dev ## branch coverage of the register, where every branch is tested
	$(BIN)/python -m pytest tests/register --cov=verbale.register --cov-report=term-missing:skip-covered --cov-fail-under=100

fix: dev ## mend what style can mend by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

data: ## rebuild bundled tables; they are kept in the repository, so there is nothing to do
	@echo "The tables of the lexicon are kept in src/verbale/lexicon/data; nothing is built or fetched."

bench: dev ## measure accuracy, speed and bad input (real documents from ../shared)
	$(BIN)/python -m bench.accuracy
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.start
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
	$(BIN)/python -m bench.adversarial
	$(BIN)/python -m bench.search --paragraphs 100000
	$(BIN)/python -m bench.search_judged
	$(BIN)/python -m bench.web
	$(BIN)/python -m bench.inbox

pictures: dev ## make the pictures of the documentation anew; needs LibreOffice and Chromium (make system)
	$(BIN)/python scripts/make_pictures.py
	$(BIN)/python -m scripts.make_site_pictures

peers: dev ## install the tools that speed is measured beside; they are not needed for anything else
	@$(BIN)/uv export --quiet --frozen --only-group peers --no-header --output-file $(VENV)/peers.lock >/dev/null
	@$(call install_lock,$(VENV)/peers.lock)

wheels: dev ## fetch what the locks name into wheels/, to install without a network on a machine like this one
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
	  --only-binary :all: --dest wheels --requirement requirements-dev.lock

lock: dev ## write uv.lock and what is exported from it anew, with the newest releases
	$(BIN)/python scripts/locks.py --upgrade

system: ## install the Debian packages that tests need: PostgreSQL's server, LibreOffice's writer, Chromium
	@$(POSTGRESQL) || { $(AS_ROOT) apt-get update -q && $(DEBIAN) postgresql; }
	@$(POSTGRESQL) || { echo "PostgreSQL's server could not be installed." >&2; exit 1; }
	@command -v soffice >/dev/null || { $(AS_ROOT) apt-get update -q && $(DEBIAN) libreoffice-writer; }
	@$(CHROMIUM) || { $(AS_ROOT) apt-get update -q && $(DEBIAN) chromium; }
	@$(CHROMIUM) || { echo "Chromium could not be installed." >&2; exit 1; }

clean: ## remove what was made, the environment too
	rm -rf $(VENV) demo out build dist wheels .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis src/*.egg-info
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
