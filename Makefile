# make draft      complaint-DE.pdf from the bundled example: installs what is missing, builds in release, runs
# make test       everything that must hold: installs what is missing, lints, builds in debug, runs all tests
# make install    PREFIX=/usr/local: program, templates, locales, manual page, shell completions (DESTDIR for packagers)
# make uninstall  removes what install laid down
# make format     rewrites the Swift files in the project's style
# make lint       checks style and house rules; part of `make test`
# make bench      [BENCH_ARGS=…] speed and memory, release build, beside nothing else (docs/performance.md)
# make conformance  [FILES=…] veraPDF and a second validator over PDFs; without FILES over the example of every country
# make clean

PREFIX ?= /usr/local
DESTDIR ?=
COUNTRY ?= DE
BENCH_CORE ?= 0
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: draft test install uninstall format lint bench conformance clean packages-run packages-test release tests

# The tests, end-to-end ones too, run the debug build, and only that one: CI compiles everything once. It is optimised, because the
# tests set tens of thousands of pages; every check stays on, assertions too. The release build is what people run and what is
# measured; `draft`, `install` and `bench` make it.
RELEASE := swift build --configuration release
CHECKED := swift build --build-tests -Xswiftc -O -Xswiftc -assert-config -Xswiftc Debug -Xcc -O2

# The example's dates stand still, and so does the day of its complaint: the same file on every day and under every clock.
EXAMPLE_DATE := 2026-11-23

draft: release
	@mkdir -p .build/draft
	.build/release/complain sample --country $(COUNTRY) > .build/draft/my-matter.yaml
	.build/release/complain draft --country $(COUNTRY) --date $(EXAMPLE_DATE) --on-collision overwrite --output complaint-$(COUNTRY).pdf .build/draft/my-matter.yaml

test: packages-test lint tests
	Tools/run-tests

tests: packages-test
	$(CHECKED)

release: packages-run
	$(RELEASE) --product complain

packages-run:
	@Tools/need-swift
	@Tools/debian-packages run

packages-test:
	@Tools/need-swift
	@Tools/debian-packages run test

install: release
	DESTDIR="$(DESTDIR)" Tools/install "$(PREFIX)"

uninstall:
	DESTDIR="$(DESTDIR)" Tools/install --remove "$(PREFIX)"

format:
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

lint:
	@Tools/need-swift
	@Tools/lint

bench: packages-run
	$(RELEASE) --product complain
	$(RELEASE) --product complain-benchmark
	taskset --cpu-list $(BENCH_CORE) .build/release/complain-benchmark $(BENCH_ARGS)

COUNTRIES := $(basename $(notdir $(wildcard locales/countries/*.yaml)))
conformance: packages-test
ifdef FILES
	Tools/validate $(FILES)
else
	$(RELEASE) --product complain
	@mkdir -p .build/conformance
	for country in $(COUNTRIES); do \
	  .build/release/complain sample --country $$country > .build/conformance/$$country.yaml; \
	  .build/release/complain draft --country $$country --date $(EXAMPLE_DATE) --on-collision overwrite \
	    --output .build/conformance/complaint-$$country.pdf .build/conformance/$$country.yaml; \
	done
	Tools/validate .build/conformance/complaint-*.pdf
endif

clean:
	swift package clean
	rm -rf .build/draft .build/conformance
