# What a user or developer runs. Everything is installed into .venv; nothing outside this folder and the caches is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORK := .wijkweb
CITY := sqlite:///$(WORK)/den-haag.sqlite
PRACTICE := sqlite:///$(WORK)/oefenstad.sqlite
PORT ?= 8000
SERVE ?= 1
# A process for each core, at most four: each may start a Neo4j and a browser of its own.
WORKERS ?= --numprocesses auto --maxprocesses 4

.PHONY: demo test quick check bench quality neo4j neo4j-stop derived clean

# ---- see it --------------------------------------------------------------------------------------------------------

demo: $(VENV)/demo ## The Hague and the practice city: load, advise, draw, serve. SERVE=0 stops before serving.
	@mkdir -p $(WORK)
	@test -s $(WORK)/den-haag.sqlite || $(BIN)/wijkweb init --store $(CITY)
	@test -s $(WORK)/oefenstad.sqlite || $(BIN)/wijkweb init --store $(PRACTICE)
	@test -d $(WORK)/oefenstad || $(BIN)/wijkweb practice $(WORK)/oefenstad --initiatives 154 --seed 1
	$(BIN)/wijkweb load seeds --store $(CITY)
	$(BIN)/wijkweb load $(WORK)/oefenstad --store $(PRACTICE)
	$(BIN)/wijkweb suggest --store $(CITY) --first 3
	$(BIN)/wijkweb suggest --store $(PRACTICE) --first 3
	$(BIN)/wijkweb view $(WORK)/den-haag.html --store $(CITY)
	$(BIN)/wijkweb view $(WORK)/oefenstad.html --store $(PRACTICE)
ifneq ($(SERVE),0)
	$(BIN)/wijkweb serve --store $(CITY) --practice $(PRACTICE) --port $(PORT)
endif

# ---- check it ------------------------------------------------------------------------------------------------------

test: $(VENV)/dev ## Every test. What this machine lacks is a visible skip, or with WIJKWEB_REQUIRE=neo4j,gds,browser a failure.
	$(BIN)/python -m pytest $(WORKERS)

quick: $(VENV)/dev ## The tests that need no service: under a minute.
	$(BIN)/python -m pytest $(WORKERS) -m "not neo4j and not browser and not load"

check: $(VENV)/dev ## Format, lint, types, layers, the model's own linter, drift of derived files.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m graph.schema.ontology --check
	$(BIN)/python -m api.generate --check

derived: $(VENV)/dev ## Write the derived files anew.
	$(BIN)/python -m graph.schema.ontology
	$(BIN)/python -m api.generate

bench: $(VENV)/dev ## Speed against peers, as ratios of the same run, into docs/benchmarks.md.
	$(BIN)/python -m bench

quality: $(VENV)/dev ## How good communities and link prediction are, and what judgements teach: NETWORKS=folder for your own.
	$(BIN)/python -m bench.community_quality $(NETWORKS)
	$(BIN)/python -m bench.quality $(NETWORKS)
	$(BIN)/python -m bench.judging

# ---- a real Neo4j --------------------------------------------------------------------------------------------------

neo4j: $(VENV)/dev ## Start Neo4j 5.26 on this machine: with Docker, else with Java and Maven. GDS=1 adds Graph Data Science.
	$(BIN)/python -m graph.store.neo4j_server start $(if $(GDS),--gds)

neo4j-stop: $(VENV)/dev ## Stop it.
	$(BIN)/python -m graph.store.neo4j_server stop

# ---- install -------------------------------------------------------------------------------------------------------

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Wijkweb needs Python 3.11 or newer; try make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[rdf,texts,reports]'
	@touch $@

$(VENV)/dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[neo4j,rdf,texts,reports,dev]'
	@touch $@ $(VENV)/demo

clean: ## Remove what the demo and the tests made; the environment stays.
	rm -rf $(WORK) .pytest_cache .mypy_cache .ruff_cache .hypothesis
