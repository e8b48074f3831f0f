# `make` lists the targets. PYTHON chooses the interpreter: make test PYTHON=python3.12
PYTHON ?= python3
# One process for each core. In one, with the output as it comes: PYTEST_FLAGS=-s
PYTEST_FLAGS ?= -n auto

VENV := .venv
BIN := $(VENV)/bin
# The name holds the interpreter, so that another PYTHON makes the environment anew.
READY := $(VENV)/ready-$(subst /,_,$(PYTHON))
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --annotation-style line --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help setup demo test conformance browser spark pages corpora fuzz lint types layers check schemas bench hooks lock site wheel clean faults tracer sbom licences verify mutants coverage compare

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Create .venv with the locked packages and this project, editable

$(READY): pyproject.toml requirements/test.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "s1sr-validator needs Python 3.11 or newer, and '$(PYTHON)' is not: name one that is, as in 'make setup PYTHON=python3.12'." >&2; exit 1; }
	@echo "setup: creating $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "setup: installing requirements/test.txt"
	@$(PIP_INSTALL) --require-hashes -r requirements/test.txt
	@echo "setup: installing s1sr-validator, editable"
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Predict what one request to one meter brings back
	$(BIN)/s1sr predict examples/request_4.4.2.xml --device ESME/1028/5678/0201/03465317

test: $(READY) ## Run the tests
	$(BIN)/pytest $(PYTEST_FLAGS)

conformance: $(READY) ## Hold the site's scripts to the answers of Python, with 100,000 generated questions
	$(BIN)/python -m tests.publish.conformance --count 100000

browser: ## Install the Chromium that tests of the pages drive, where there is none (Debian, as root)
	@command -v chromium chromium-browser google-chrome || apt-get install -y --no-install-recommends chromium

pages: $(READY) ## Try every kind of page in every theme, width and zoom (minutes)
	S1SR_PAGES=all $(BIN)/pytest tests/browser/test_kinds_of_page.py $(PYTEST_FLAGS)

spark: $(READY)-spark ## Install Spark, and Java where there is none (Debian, as root), for the tests of batches on it

$(READY)-spark: $(READY) requirements/spark.txt
	@command -v java || apt-get install -y --no-install-recommends default-jre-headless
	@echo "setup: installing requirements/spark.txt"
	@$(PIP_INSTALL) --require-hashes -r requirements/spark.txt
	@touch $@

lint: $(READY) ## Check the code's style and the catalogue's records
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/s1sr lint
	$(BIN)/s1sr fmt --check

types: $(READY) ## Check the types
	$(BIN)/mypy

layers: $(READY) ## Check that no module imports a higher layer
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter

check: test lint types layers ## Run all of the above checks

# The developer's tools are locked together with the test tools, so they share .venv.
$(READY)-dev: $(READY) requirements/dev.txt
	@echo "setup: installing requirements/dev.txt"
	@$(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

schemas: $(READY) ## Write the schemas of the commands' output and of requests from the types and the catalogue
	$(BIN)/python tools/write_output_schemas.py
	$(BIN)/python tools/write_request_schemas.py

bench: $(READY) ## Measure against peers and limits, in one run (NAMES=decisions: that one; NAMES=--write: and publish)
	$(BIN)/python -m benchmarks $(NAMES)

hooks: $(READY)-dev ## Run the quick checks before each commit
	@$(BIN)/pre-commit install

lock: $(READY)-dev ## Write requirements/*.txt from pyproject.toml (UPGRADE=1: newest versions)
	@$(COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	@$(COMPILE) pyproject.toml --constraints requirements/dev.txt --output-file requirements/run.txt
	@$(COMPILE) pyproject.toml --constraints requirements/dev.txt --group test --group check --output-file requirements/test.txt
	@$(COMPILE) pyproject.toml --constraints requirements/dev.txt --group docs --output-file requirements/docs.txt
	@$(COMPILE) pyproject.toml --constraints requirements/dev.txt --extra spark --output-file requirements/spark.txt
	@$(COMPILE) pyproject.toml --constraints requirements/dev.txt --all-extras --output-file requirements/extras.txt
	@$(COMPILE) requirements/sbom.in --output-file requirements/sbom.txt

$(READY)-docs: $(READY) requirements/docs.txt
	@echo "setup: installing requirements/docs.txt"
	@$(PIP_INSTALL) --require-hashes -r requirements/docs.txt
	@touch $@

site: $(READY)-docs ## Write the pages from the catalogue and build the site into build/site
	$(BIN)/s1sr publish --out site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

wheel: $(READY) ## Build the source distribution and the wheel into dist/
	$(BIN)/python -m build --no-isolation

verify: $(READY) ## Build a release's FILE again from a commit or tag (REVISION=v1.2.3), and say whether it is the same
	@$(BIN)/python tools/verify_release.py $(FILE) $(if $(REVISION),--revision $(REVISION))

.cache/sbom/tool/ready: requirements/sbom.txt
	@$(PYTHON) -m venv --clear .cache/sbom/tool
	@.cache/sbom/tool/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/sbom.txt
	@touch $@

sbom: $(READY) .cache/sbom/tool/ready ## Write the software's bill of materials, with every extra, as CycloneDX into dist/
	@$(PYTHON) -m venv --clear .cache/sbom/environment
	@.cache/sbom/environment/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/extras.txt
	@.cache/sbom/environment/bin/python -m pip uninstall -qq --yes pip setuptools
	@mkdir -p dist
	.cache/sbom/tool/bin/cyclonedx-py environment .cache/sbom/environment/bin/python --pyproject pyproject.toml \
	  --mc-type application --output-reproducible --of JSON --output-file dist/sbom.cdx.json

licences: $(READY)-dev .cache/sbom/tool/ready ## Write requirements/LICENCES.md from the locked packages' own metadata
	@$(PIP_INSTALL) --no-deps --require-hashes --upgrade --target .cache/fuzz/site -r fuzz/requirements.txt
	$(BIN)/python tools/write_licences.py

faults: $(READY) ## Make every call that writes fail in turn, and kill every writing command at each (about an hour)
	S1SR_FAULTS=all $(BIN)/pytest tests/faults $(PYTEST_FLAGS)

tracer: ## Install strace, which puts faults under libraries, where there is none (Debian, as root)
	@command -v strace || apt-get install -y --no-install-recommends strace

# What reads and words the core's answers is run with it; the examples of properties are few, for none of them is new here.
COVERED := model index lint prediction checking verdict report simulation comparison cli test_*.py

coverage: $(READY) ## Measure which branches of the pure core the tests take: all of them, or it fails
	HYPOTHESIS_PROFILE=brief $(BIN)/coverage run -m pytest -p no:xdist -q $(addprefix tests/,$(COVERED))
	$(BIN)/coverage report

compare: $(READY) ## Hold conditions, periods, workbooks, schemas and predictions against others' answers, in full
	S1SR_DIFFERENTIAL=all $(BIN)/pytest tests/differential $(PYTEST_FLAGS)

mutants: $(READY) ## Change the core in small ways, see which changes tests notice, add to mutation/LEDGER.md (PARTS=values)
	@$(PIP_INSTALL) --no-deps --require-hashes --upgrade --target .cache/mutation/site -r mutation/requirements.txt
	nice $(BIN)/python tools/run_mutants.py $(PARTS)

corpora: $(READY) ## Try every hostile document at every entry, and the published suites (minutes)
	S1SR_HOSTILE=all $(BIN)/pytest tests/hostile $(PYTEST_FLAGS)

fuzz: $(READY) ## Fuzz for MINUTES in all, and write fuzz/LEDGER.md (TARGETS="request record": those)
	@$(PIP_INSTALL) --no-deps --require-hashes --upgrade --target .cache/fuzz/site -r fuzz/requirements.txt
	$(BIN)/python fuzz/fuzz_all.py $(or $(MINUTES),10) $(TARGETS)

clean: ## Remove .venv, caches and builds
	rm -rf $(VENV) .cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
