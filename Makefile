# Commands for newcomers and developers; the README says what each is for.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
MO := translations/de/LC_MESSAGES/messages.mo
CODE := app.py advisor probes migrations scripts tests benchmarks

.PHONY: run test sure format texts fuzz mutate bench bench-more audit clean

run: $(STAMP) $(MO)
	$(BIN)/python app.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(VENV)/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(DEV_STAMP): $(STAMP) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

$(MO): translations/de/LC_MESSAGES/messages.po $(STAMP)
	$(BIN)/pybabel compile --domain messages --directory translations

test: $(DEV_STAMP) $(MO)
	$(BIN)/python scripts/system_packages.py
	$(BIN)/python scripts/run_tests.py unit functional integration browser

sure: $(DEV_STAMP) $(MO)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --lint --check --quiet templates advisor/profiles/templates
	$(BIN)/python scripts/check_translations.py
	$(BIN)/python scripts/run_tests.py unit functional

format: $(DEV_STAMP)
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/djlint --reformat --quiet templates advisor/profiles/templates

texts: $(DEV_STAMP)
	$(BIN)/python scripts/check_translations.py --update

fuzz: $(DEV_STAMP)
	HYPOTHESIS_PROFILE=explore $(BIN)/python scripts/run_tests.py unit

mutate: $(DEV_STAMP)
	$(BIN)/python scripts/mutate.py $(if $(MODULES),--modules $(MODULES)) $(if $(SAMPLE),--sample $(SAMPLE))

bench: $(DEV_STAMP)
	$(BIN)/python -m benchmarks.first_pass
	$(BIN)/python -m benchmarks.many_targets
	$(BIN)/python -m benchmarks.server_load

bench-more: $(DEV_STAMP)
	$(BIN)/python -m benchmarks.bulk
	$(BIN)/python -m benchmarks.export_job
	$(BIN)/python -m benchmarks.export_web
	$(BIN)/python -m benchmarks.served
	$(BIN)/python -m benchmarks.adaptive

audit: $(DEV_STAMP)
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
