# make demo      run a runbook on the sandbox, twice, and show the report
# make test      build and run all tests; under ten minutes on two cores
# make install PREFIX=/usr/local
SHELL := /bin/bash
PREFIX ?= /usr/local
PACKAGES := libcmark-dev libjq-dev libcurl4-openssl-dev libyaml-dev libsqlite3-dev libssl-dev libmicrohttpd-dev pkg-config
RELEASE := swift build -c release --static-swift-stdlib --scratch-path .build-release --product runbook

.PHONY: demo test test-long test-real lint build packages install clean

packages:
	@tools/install-packages $(PACKAGES)

build: packages
	swift build

demo: packages
	@swift build --product runbook 2>&1 | tools/quiet-build
	@tools/demo

test: packages lint
	swift build --build-tests
	swift test --skip-build --disable-xctest

# Against a real pair on 127.0.0.1:19200 and :19201; skipped, visibly, where nothing answers.
test-real: packages
	@swift build --product runbook 2>&1 | tools/quiet-build
	@tools/test-real

test-long: test test-real
	tools/measure

lint:
	swift format lint --strict --recursive Package.swift Sources plugins Tests

install: packages
	$(RELEASE)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 "$$($(RELEASE) --show-bin-path)/runbook" $(DESTDIR)$(PREFIX)/bin/runbook
	strip $(DESTDIR)$(PREFIX)/bin/runbook

clean:
	rm -rf .build .build-release
