# What people do daily. `make` alone lists the tasks.

URL   ?= http://127.0.0.1:5000
LOANS ?=

.DEFAULT_GOAL := help
.PHONY: help build test lint format run migrate load bench ci hooks clean

help: ## list the tasks
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

build: ## compile everything; the build is the linter
	dotnet build

test: ## run every test
	dotnet test

lint: ## build, and check the formatting
	dotnet build
	dotnet format --verify-no-changes --no-restore

format: ## mend formatting and style
	dotnet format

run: ## start the API on http://127.0.0.1:5000 with demonstration data
	dotnet run --project src/ApiFrontend

migrate: ## bring the configured database's schema up to date
	dotnet run --project src/Admin -- migrate

load: ## create a payoff per loan: make load LOANS=loans.csv [URL=...]
	$(if $(LOANS),,$(error LOANS is not set: make load LOANS=loans.csv))
	dotnet run -c Release --project bench/LoadGen -- payoffs --loans "$(LOANS)" --url "$(URL)"

bench: ## measure what a grain call and an idle activation cost
	dotnet run -c Release --project bench/Runtime

ci: ## the whole gate, as CI runs it
	.ci/run

hooks: ## format and build before every commit
	git config core.hooksPath .githooks

clean: ## remove build outputs and test results; data/ stays
	rm -rf artifacts tests/*/TestResults
