# The tasks of the project. Each installs what it needs and does not find, then does its work.

.PHONY: help serve dev build test conformance bench setup

help:
	@printf '%s\n' \
	  'make serve        the portal on http://localhost:8080, site and reference backend' \
	  '                  ARGS="--port 9000 --seed large --test-controls" goes to the backend' \
	  'make dev          the site with reload on http://localhost:8081, the backend behind it' \
	  '                  API=https://portal.example puts another backend behind it (INSECURE=1: any certificate)' \
	  'make build        the release site in dist/' \
	  'make test         every test; STAGES="format native" runs some, ENGINES=all runs everything in each browser' \
	  'make conformance  proves a backend: URL=https://portal.example ACCOUNTS=accounts.json' \
	  '                  ORIGIN=https://pages.example if the pages come from elsewhere, INSECURE=1: any certificate' \
	  'make bench        what the login weighs, and how soon it takes a character, beside a static page;' \
	  '                  how the lists of the space answer and what they weigh in nodes as they grow' \
	  'make setup        only installs: FOR=site, bench or test'

serve:
	@scripts/serve $(ARGS)

dev:
	@API='$(API)' INSECURE='$(INSECURE)' scripts/dev $(ARGS)

build:
	@scripts/build

test:
	@scripts/test $(STAGES)

conformance:
	@ORIGIN='$(ORIGIN)' INSECURE='$(INSECURE)' scripts/conformance '$(URL)' '$(ACCOUNTS)'

bench:
	@scripts/bench $(ARGS)

setup:
	@scripts/setup $(or $(FOR),site)
