# Across the Caspian. Needs GNU make, a POSIX shell and Python 3.11 or newer; everything else goes into .venv.
SHELL = /bin/sh

VENV = .venv
ifeq ($(OS),Windows_NT)
PY = $(VENV)/Scripts/python.exe
else
PY = $(VENV)/bin/python
endif
# The Python that .venv is made with: `make PYTHON=/path/to/python3.12 book`.
PYTHON =
PORT = 8000
# Further words for the commands behind a target: `make test ARGS="-k catalogue"`, `make book ARGS=--verbose`.
ARGS =

PIP = $(PY) -m pip install --quiet --disable-pip-version-check
# JupyterLab opens the chapters (MyST Markdown) as notebooks.
LABCONFIG = $(VENV)/etc/jupyter/labconfig/default_setting_overrides.json
STAMP = $(VENV)/.installed
# An editable install knows its folder by its full name: install again after the folder was moved or copied.
ifneq "$(shell cat $(STAMP) 2>/dev/null)" "$(CURDIR)"
.PHONY: $(STAMP)
endif

.PHONY: help install book test lab serve lint pins baselines clean distclean
.DEFAULT_GOAL = help

help:
	@echo "make book    set up .venv if needed, build the book, print where it is"
	@echo "make test    set up .venv if needed, run all tests (the book is built once more for them)"
	@echo "make lab     open the chapters as notebooks in JupyterLab"
	@echo "make serve   show the built book at http://localhost:$(PORT)/ (PORT=… for another port)"
	@echo "make lint    check the style of the code"
	@echo "make pins    compile requirements.txt anew from pyproject.toml (needs the network)"
	@echo "make baselines  draw the pictures anew that tests compare all figures with; look at them before you commit"
	@echo "make clean   remove the built book and its cache; make distclean also removes .venv"

install: $(STAMP)

book: $(STAMP)
	@$(PY) -m analysis book $(ARGS)

test: $(STAMP)
	@$(PY) -m pytest $(ARGS)

lab: $(STAMP)
	@$(PY) -m jupyterlab --notebook-dir=book $(ARGS)

serve: book
	@echo "http://localhost:$(PORT)/ shows the book; Ctrl-C ends."
	@$(PY) -m http.server --bind 127.0.0.1 --directory _build/html $(PORT)

lint: $(STAMP)
	@$(PY) -m ruff check analysis tests

# uv resolves once for every platform and Python version; pip alone resolves for this machine only.
pins: $(STAMP)
	@$(PIP) uv
	@$(PY) -m uv pip compile --universal --python-version 3.11 --all-extras --upgrade --no-config --quiet \
		--custom-compile-command "make pins" --output-file requirements.txt pyproject.toml

baselines: $(STAMP)
	@RENEW_BASELINES=1 $(PY) -m pytest -q tests/figures/test_looks.py $(ARGS)

clean:
	rm -rf _build

distclean: clean
	rm -rf $(VENV)

$(STAMP): requirements.txt pyproject.toml
	@set -eu; \
	rm -f $(STAMP); \
	if ! $(PY) -c "import pip" 2>/dev/null; then \
		found=; bare=; \
		for newest in 14 99; do \
			for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python); do \
				"$$python" -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, $$newest))" >/dev/null 2>&1 || continue; \
				if "$$python" -c "import ensurepip, venv" 2>/dev/null; then found=$$python; break 2; fi; \
				bare=$$python; \
			done; \
		done; \
		if [ -z "$$found" ] && [ -n "$$bare" ]; then \
			echo "$$bare lacks venv, which .venv is made with. On Debian and Ubuntu: apt install python3-venv" >&2; \
			exit 1; \
		fi; \
		if [ -z "$$found" ]; then \
			echo "Python 3.11 or newer was not found. Install it (https://www.python.org/downloads/)" \
				"or say where it is: make PYTHON=/path/to/python3.12 book" >&2; \
			exit 1; \
		fi; \
		echo "Setting up .venv with $$("$$found" --version) (once; about a gigabyte)"; \
		"$$found" -m venv --clear $(VENV); \
	fi; \
	$(PIP) --requirement requirements.txt || { \
		echo "The packages could not be installed; the lines above say why. The first time needs a network." >&2; \
		exit 1; \
	}; \
	$(PIP) --no-build-isolation --no-deps --editable .; \
	$(PY) -m jupytext_config --settings-file $(LABCONFIG) set-default-viewer markdown; \
	pwd -P > $(STAMP)
