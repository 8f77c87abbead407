# make demo      run a runbook on the sandbox, and show where its report is
# make test      build and run all tests; under ten minutes on two cores
# make install PREFIX=/usr/local
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
PREFIX ?= /usr/local
PACKAGES := libcmark-dev libjq-dev libcurl4-openssl-dev libyaml-dev libpcre2-dev libsqlite3-dev libssl-dev libmicrohttpd-dev pkg-config
# What only tests need: the plugin `postgres` is tried against a server of the test's own, pages in a browser;
# tools/rest-suite reads YAML.
TEST_PACKAGES := python3 python3-yaml postgresql chromium
RELEASE := swift build -c release --static-swift-stdlib --scratch-path .build-release --product runbook

.PHONY: demo test test-packages test-release test-real test-sdk test-stress test-long bench fresh fuzz lint build packages install clean

packages:
	@tools/install-packages $(PACKAGES)

test-packages:
	@tools/install-packages $(TEST_PACKAGES) || echo "without $(TEST_PACKAGES) some tests are skipped"

build: packages
	swift build

demo: packages
	@echo "building runbook; the first time this takes some minutes"
	@swift build --product runbook 2>&1 | tools/quiet-build
	@tools/demo

test: packages test-packages lint
	swift build --build-tests
	@tools/run-tests

# Against a real pair on 127.0.0.1:19200 and :19201; skipped, visibly, where nothing answers.
test-real: packages
	@tools/test-real

# The same tests, optimised as what people install: a compiler has faults of its own (docs/decisions.md, 112).
test-release: packages test-packages
	swift build -c release --build-tests -Xswiftc -enable-testing --scratch-path .build-tests
	@tools/run-tests -c release --scratch-path .build-tests

test-long: test test-release test-real test-sdk test-stress bench

# Many processes on one store, and runs that are killed again and again.
test-stress: packages
	swift build --build-tests 2>&1 | tools/quiet-build
	RUNBOOK_STRESS_SECONDS=60 RUNBOOK_STRESS_RUNS=200 RUNBOOK_STRESS_KILLS=500 RUNBOOK_STRESS_RACES=100 \
		RUNBOOK_STRESS_PARTITIONS=1 swift test --skip-build --disable-xctest \
		--filter 'StoreStressTests|KilledRunTests|SurvivalTests|LockTests|PartitionTests'

# The official SDK of Alibaba Cloud against the sandbox; skipped, visibly, where it cannot be installed.
test-sdk: packages
	@tools/test-sdk
	@tools/test-clients

# Figures of the release build: start, check, exec by number of steps, memory, and curl, Python and bash beside it; then
# instructions, which have limits; then of the sandbox: 50,000 documents, 200 connections, ten clusters.
bench: packages
	$(RELEASE)
	@tools/measure "$$($(RELEASE) --show-bin-path)/runbook"
	@tools/measure-growth "$$($(RELEASE) --show-bin-path)/runbook"
	@tools/measure-sandbox "$$($(RELEASE) --show-bin-path)/runbook"

# README's two commands on a Debian that has nothing else; needs root, skipped, visibly, where nothing may be mounted.
fresh:
	@tools/fresh

# A minute of made-up input at each boundary; `tools/fuzz -s SECONDS` for more.
fuzz: packages
	@tools/fuzz

lint:
	swift format lint --strict --recursive Package.swift Sources plugins Tests Fuzz

install: DATA = $(DESTDIR)$(PREFIX)/share
install: packages
	$(RELEASE)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 "$$($(RELEASE) --show-bin-path)/runbook" $(DESTDIR)$(PREFIX)/bin/runbook
	strip $(DESTDIR)$(PREFIX)/bin/runbook
	install -d $(DATA)/man/man1 $(DATA)/bash-completion/completions $(DATA)/zsh/site-functions \
		$(DATA)/fish/vendor_completions.d
	$(DESTDIR)$(PREFIX)/bin/runbook man >$(DATA)/man/man1/runbook.1
	$(DESTDIR)$(PREFIX)/bin/runbook completion bash >$(DATA)/bash-completion/completions/runbook
	$(DESTDIR)$(PREFIX)/bin/runbook completion zsh >$(DATA)/zsh/site-functions/_runbook
	$(DESTDIR)$(PREFIX)/bin/runbook completion fish >$(DATA)/fish/vendor_completions.d/runbook.fish

clean:
	rm -rf .build .build-release
