# Each target installs what it needs first (Scripts/setup) and says so.

CONFIGURATION = release
PREFIX ?= /usr/local
# Swift's vector types compile to the instructions of the machine at hand; a binary that is handed out takes
# MARCH=x86-64-v3. This is the one place that sets it.
MACHINE := $(shell uname -m)
ifeq ($(MACHINE),x86_64)
MARCH ?= native
FLAGS = -Xcc -march=$(MARCH)
endif
# PNG and PDF where Cairo and Pango are.
TRAITS = EmbeddedLab$(shell pkg-config --exists pangocairo 2>/dev/null && echo ,Raster)

# Arguments of each Double function that `make accuracy` judges.
CASES ?= 4000

WASM = .build/wasm/LabCore.wasm
WASM_BUILD = swift build -c release --triple wasm32-unknown-none-wasm --product LabCore
# Tests see the insides of the rooms, as in debug, and are optimised: without, they take some twenty times as long. Whole
# modules, because generic code is specialised across files only then; threads, because each file needs an object.
TEST_FLAGS = --traits Raster -Xswiftc -O -Xswiftc -wmo -Xswiftc -num-threads -Xswiftc 2
TEST_BUILD = swift build --build-tests $(TEST_FLAGS)
BUILD = swift build -c $(CONFIGURATION) --product nabla --traits $(TRAITS) $(FLAGS)
NABLA = .build/$(CONFIGURATION)/nabla

.PHONY: lab site gallery test test-swift test-oracle test-page bench bench-browser accuracy docs format lint setup install wasm wasm-scalar modules nabla clean

## lab: build the lab and serve it at http://127.0.0.1:8080
lab: nabla
	$(NABLA) lab --port $(or $(PORT),8080)

## site: the lab as a folder and as one file that works from disk
site: wasm
	@Scripts/setup site
	python3 Scripts/site.py Web $(WASM) site

## gallery: every demonstration as SVG and PNG in both languages, with a page
gallery:
	@Scripts/setup gallery
	@$(MAKE) --no-print-directory nabla
	$(NABLA) gallery --out gallery

## test: everything: Swift, the module in WasmKit, the page in Chromium
test:
	@Scripts/setup test
	@$(MAKE) --no-print-directory test-swift test-oracle test-page

test-swift: modules
	$(TEST_BUILD)
	swift test --skip-build $(TEST_FLAGS)

# What nabla prints, read by other programs.
test-oracle:
	@Scripts/setup test
	$(TEST_BUILD)
	.venv/bin/python -m pytest -q Tests/Oracle

test-page: modules
	@Scripts/setup test
	$(TEST_BUILD)
	python3 Scripts/site.py Web $(WASM) site
	.venv/bin/python -m pytest -q -n auto Tests/Browser

## bench: ours and Python's peers on the same work in one run; bench-browser: the module beside the native core
bench:
	@Scripts/setup bench
	swift build -c release --package-path Benchmarks $(FLAGS)
	.venv/bin/python Benchmarks/bench.py $(ARGUMENTS)

# The browser's module beside the core compiled for two generations of processors.
bench-browser: wasm
	@Scripts/setup bench
	@Scripts/setup test
	swift build -c release --package-path Benchmarks --scratch-path Benchmarks/.build/sse2 -Xcc -march=x86-64
	swift build -c release --package-path Benchmarks --scratch-path Benchmarks/.build/avx2 -Xcc -march=x86-64-v3
	.venv/bin/python Benchmarks/browser.py $(WASM) SSE2=Benchmarks/.build/sse2/release/nabla-bench AVX2=Benchmarks/.build/avx2/release/nabla-bench

## accuracy: errors of the elementary functions in ulps; Float over all 2^32 arguments takes about an hour of
## one core, ACCURACY=--quick a minute
accuracy:
	@Scripts/setup accuracy
	swift build -c release --product accuracy $(FLAGS)
	.build/release/accuracy --cases $(CASES) | .venv/bin/python Scripts/accuracy.py
	.build/release/accuracy $(ACCURACY)

## docs: the documentation of every room as a static site in docs/
docs:
	@Scripts/setup docs
	Scripts/docs

## format: bring all Swift into the project's form; lint: complain where it is not
format:
	@Scripts/setup format
	swift format --in-place --recursive Sources Tests Benchmarks/Sources Package.swift

lint:
	@Scripts/setup lint
	swift format lint --strict --recursive Sources Tests Benchmarks/Sources Package.swift
	Scripts/lint

## setup: everything that any target needs
setup:
	@Scripts/setup all

## install: nabla and the lab under PREFIX (default /usr/local)
install:
	@Scripts/setup install
	@$(MAKE) --no-print-directory nabla site
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/nabla
	install -m 755 $(NABLA) $(DESTDIR)$(PREFIX)/bin/nabla
	cp -R site $(DESTDIR)$(PREFIX)/share/nabla/lab.new
	rm -rf $(DESTDIR)$(PREFIX)/share/nabla/lab
	mv $(DESTDIR)$(PREFIX)/share/nabla/lab.new $(DESTDIR)$(PREFIX)/share/nabla/lab

# The parts that targets share.
nabla: wasm
	Scripts/embed-lab $(WASM)
	$(BUILD)

wasm:
	@Scripts/setup lab
	$(WASM_BUILD) --toolset Scripts/wasm-toolset.json --scratch-path .build/wasm
	python3 Scripts/pool-constants.py .build/wasm/release/LabCore.wasm $(WASM)

# Both at once: each compiler run keeps one core busy.
modules:
	@$(MAKE) --no-print-directory -j2 wasm wasm-scalar

# WasmKit has no vector instructions.
wasm-scalar:
	$(WASM_BUILD) --toolset Scripts/wasm-scalar-toolset.json --scratch-path .build/wasm-scalar

clean:
	rm -rf .build site gallery docs Sources/NablaCommand/LabArchive.swift
