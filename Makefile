# The everyday commands; `make` alone lists them. Longer ones are scripts in .ci/.

PORT ?= 8000
ARGS ?=
VENV = .venv
PYTHON = $(VENV)/bin/python
export VENV

.PHONY: help run test lint fix types shots bench load ci secret pins hooks next test-next

help: ## List the commands
	@echo "make …"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-11s %s\n", $$1, $$2 }' Makefile

run: ## Build, fill and serve the site at http://localhost:8000 (PORT=8001 for another port)
	@exec env PORT=$(PORT) sh .ci/serve.sh

test: dev ## Run the whole test suite (ARGS="-k calls" for a part; DATABASE_URL= for PostgreSQL)
	@$(PYTHON) -m pytest --numprocesses auto $(ARGS)

lint: dev ## Check style, templates, types, migrations, deployment settings and the house rules
	@sh .ci/lint.sh

fix: dev ## Repair what the linters can repair by themselves
	@sh .ci/fix.sh

shots: dev ## Photograph every page and state at three widths in both themes, onto one sheet
	@$(PYTHON) -m tests.shots $(ARGS)

bench: dev ## Measure requests a second, queries and weight of each kind of page
	@$(PYTHON) -m tests.bench $(ARGS)

load: dev ## Measure under load and while processes are killed (ARGS="submitting killing" for some)
	@$(PYTHON) -m tests.load $(ARGS)

ci: ## Run what CI runs: lint, then the suite on SQLite and on PostgreSQL, then the site itself
	@bash .ci/run

secret: ## Print a value for SECRET_KEY
	@python3 -c 'import secrets; print(secrets.token_urlsafe(50))'

pins: dev ## Work the lists in pyproject.toml out into requirements*.txt (ARGS=--upgrade for newer ones)
	@sh .ci/pins.sh $(ARGS)

hooks: dev ## Have git run the quick checks before each commit
	@$(PYTHON) -m pre_commit install

test-next: ## Run the suite on the next Wagtail, in an environment of its own
	@sh .ci/next.sh $(ARGS)

next: test-next

.PHONY: dev
dev:
	@sh .ci/install.sh dev
