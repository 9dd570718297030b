# make serve: the site, with live reload. make test: proves everything. make help: the rest.
PYTHON := .venv/bin/python
PAGE ?=
ENGINE ?=
ROOM ?=
FRESH ?=
SHARD ?=
LAST ?=
PORT ?=

tests = $(if $(ROOM),tests/$(ROOM),tests)
browse = $(PYTHON) -m pytest -n 3 --dist loadgroup --no-loadscope-reorder -r R -m browser

.PHONY: help serve site new prove record lint check browse test bench kills picture clean clean-cache chromium

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 20

serve: .venv/ready  ## build the site, serve it on http://127.0.0.1:8000/ and rebuild it on every change (PORT=8001: there)
	@$(PYTHON) -m overnet serve $(if $(PORT),--port $(PORT))

site: .venv/ready  ## build both languages into site/
	@$(PYTHON) -m overnet site

new: .venv/ready  ## write a new page, PAGE=overlay/foo, in both languages, with a walkthrough of one step
	@$(PYTHON) -m overnet new $(or $(PAGE),$(error say which page: make new PAGE=overlay/foo))

prove: .venv/ready  ## run on real Docker Engines what is not proven yet (PAGE=overlay/ of some pages, ENGINE=20.10 or all; FRESH=1 all of it; SHARD=2/6 one of six parts, LAST=status.json balanced by what a site tells)
	@$(PYTHON) -m overnet prove $(PAGE) $(if $(ENGINE),--engine $(ENGINE)) $(if $(FRESH),--fresh) $(if $(SHARD),--shard $(SHARD)) $(if $(LAST),--last $(LAST))

record: .venv/ready  ## run PAGE=… and write what it prints into its snippets (ENGINE=20.10: into their variants)
	@$(PYTHON) -m overnet record $(or $(PAGE),$(error say which page: make record PAGE=network/bridge)) $(if $(ENGINE),--engine $(ENGINE))

lint: .venv/ready  ## check the style of the code, the snippets, the prose and the workflows
	@.venv/bin/ruff check --quiet . && .venv/bin/ruff format --quiet --check overnet tests
	@.venv/bin/codespell README.md CONTRIBUTING.md docs/en overnet tests
	@said=$$(.venv/bin/zizmor --offline --quiet .github 2>&1) || { echo "$$said"; exit 1; }
	@said=$$(.venv/bin/lint-imports --no-cache --no-logo) || { echo "$$said"; exit 1; }
	@$(PYTHON) -m overnet lint

check: $(if $(filter-out site,$(ROOM)),.venv/ready,chromium site)  ## run the tests (ROOM=matching: those of one room)
	@$(PYTHON) -m pytest -n 3 --dist loadgroup -m "not browser" $(tests)
	@$(browse) $(tests) $(if $(ROOM),|| [ $$? = 5 ])

browse: .venv/ready chromium  ## run the tests of the site on what is in site/
	@$(browse) tests/site

test: lint prove check  ## lint, prove and check: what CI runs

bench: .venv/ready  ## measure labs, the harness over bash, several labs at once, whole runs, and one with nothing to do
	@$(PYTHON) -m overnet bench

kills: .venv/ready  ## end runs at random moments, by TERM and by KILL, and look for what is left (half an hour)
	@$(PYTHON) -m pytest tests/command_line/kills.py

picture: chromium site  ## take the picture that README opens with, of what is in site/
	@$(PYTHON) -m overnet.site.picture

clean:  ## remove what was built, and what dead runs left behind
	@if [ -x $(PYTHON) ]; then $(PYTHON) -m overnet.labs.reaper --all; fi
	@rm -rf build site docs/*/assets/mermaid.min.js

clean-cache: clean  ## also remove the cache (host image, registry, downloads)
	@rm -rf $$(test "$$(uname)" != Linux || echo --one-file-system) "$${OVERNET_CACHE:-$${XDG_CACHE_HOME:-$$HOME/.cache}/overnet}"

# Each tool that pip cannot bring: installed where this may be done, else named.
install = @$(2) 2>/dev/null || { \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then echo "installing $(1)"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) >/dev/null; \
	else echo "$(1) is missing; install it: sudo apt-get install $(1)" >&2; exit 1; fi; }

chromium:
	$(call install,chromium,command -v chromium >/dev/null)

.venv/ready: requirements.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version)'
	$(call install,python3-venv,python3 -c 'import ensurepip')
	@echo "installing the Python packages into .venv: a minute or two, this once"
	@python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@
