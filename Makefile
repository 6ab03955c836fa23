# What there is: make demo | test | check | docs | pin | lock | clean
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
DEMO := $(shell mktemp -u -t ruznama-demo.XXXXXX.db)

.PHONY: demo test check docs pin lock clean

demo: $(READY)  ## builds the examples and prints what stands between two states
	@$(VENV)/bin/ruznama build examples --db $(DEMO)
	@$(VENV)/bin/ruznama timeline --db $(DEMO) --between AZ IL
	@echo
	@echo "Read from examples/, kept in $(DEMO). Try next:"
	@echo "  $(VENV)/bin/ruznama timeline --db $(DEMO) --between SA IR --from 2016"
	@echo "  $(VENV)/bin/ruznama show \$$($(VENV)/bin/ruznama timeline --db $(DEMO) --format jsonl | head -1 | cut -d'\"' -f4) --db $(DEMO)"
	@echo "  $(VENV)/bin/ruznama claims YOUR-ARTICLE.txt"

test: $(READY)  ## runs the tests
	$(PY) -m pytest

check: $(READY)  ## everything that must hold before a change goes in; the tests come last
	$(VENV)/bin/ruff check src tests scripts bench
	$(VENV)/bin/ruff format --check src tests scripts bench
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/ruznama check
	$(PY) -m pytest

docs: $(READY)  ## rewrites the pages that are made from the data
	$(PY) -m scripts.claim_types
	$(PY) -m scripts.readme

pin: $(READY)  ## raises the floors of the quality gate to the scores of today; a floor falls only by: make pin LOWER="the reason"
	$(PY) -m bench.quality --pin $(if $(LOWER),--lower "$(LOWER)")

lock: $(READY)  ## pins the newest versions that fit pyproject.toml
	$(PY) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile pyproject.toml --group dev --generate-hashes --upgrade -o requirements.lock

clean:  ## removes what these commands made, the environment included
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): requirements.lock pyproject.toml scripts/environment
	scripts/environment $(VENV)
	@touch $@
