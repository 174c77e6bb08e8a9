# kb: a policy knowledge base in one SQLite file.
#
#   make demo            build, ingest seeds/ into kb.db, answer three questions
#   make build           the release binary
#   make install         copy it to $(PREFIX)/bin (PREFIX=/usr/local): one file that needs libsqlite3 and libc only
#   make test            build and run all tests
#   make lint            formatting, imports against the layers, lengths
#   make format          format all Swift files
#   make eval            score the extraction (GOLD=../shared/gold); RECORD=1 adds a line to Docs/eval-history.tsv
#   make eval-measures   score figures, money and dates on known cases (SPECS=../shared/specs)
#   make bench           time the pipeline (CORPUS=../shared/corpora/senate-sample.tar.xz); RECORD=1 records it too
#   make bench-measures  time the recogniser of figures and dates, on the corpus and on hostile texts
#   make bench-questions time questions over a million facts (CORPORA=../shared/corpora/*.tar.xz); RECORD=1 too
#   make model           train the language model again from the treebanks (TREEBANKS=../shared/treebanks)
#   make model-facts     learn the weights of proposed facts again (GOLD=../shared/gold), then build with them
#   make eval-analysis   score the language model on the treebanks' development sets
#   make bench-analysis  time the language analysis against spaCy, which it installs into .build (CORPUS, TREEBANKS)
#   make clean           remove what was built
#
# Variables: SWIFT (the driver), BUILD_DIR (where to build), PREFIX, GOLD, SPECS, CORPUS, CORPORA, QUESTION_DATABASE,
# TREEBANKS, RECORD.

SWIFT ?= swift
BUILD_DIR ?= .build
PREFIX ?= /usr/local
GOLD ?= ../shared/gold
SPECS ?= ../shared/specs
CORPUS ?= ../shared/corpora/senate-sample.tar.xz
CORPORA ?= $(sort $(wildcard ../shared/corpora/*.tar.xz))
QUESTION_DATABASE ?= $(BUILD_DIR)/questions.db
TREEBANKS ?= ../shared/treebanks
RECORD ?=

swift_build := $(SWIFT) build --scratch-path $(BUILD_DIR)
release := -c release --static-swift-stdlib
kb := $(BUILD_DIR)/release/kb
swift_files := Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help demo build install test lint format eval eval-measures bench bench-measures bench-questions bench-analysis
.PHONY: model model-facts eval-analysis clean prerequisites

help:
	@sed -n 's/^#   //p' Makefile

prerequisites:
	@Scripts/prerequisites.sh

build: prerequisites
	@Scripts/static-runtime.sh
	$(swift_build) $(release) --product kb

demo: build
	Scripts/demo.sh $(kb)

install: build
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -s -m 755 $(kb) '$(DESTDIR)$(PREFIX)/bin/kb'

test: prerequisites
	$(SWIFT) test --scratch-path $(BUILD_DIR)

lint:
	$(SWIFT) format lint --strict --recursive $(swift_files)
	Scripts/lint-imports.sh
	Scripts/lint-lengths.sh

format:
	$(SWIFT) format --in-place --recursive $(swift_files)

eval: build
	@RECORD='$(RECORD)' Scripts/evaluate.sh $(kb) '$(GOLD)'

eval-measures: build
	@Scripts/evaluate-measures.sh $(kb) '$(SPECS)'

bench: build
	@RECORD='$(RECORD)' Benchmarks/pipeline.py $(kb) '$(CORPUS)'

bench-measures: build
	@Benchmarks/measures.py $(kb) '$(CORPUS)'

bench-questions: build $(QUESTION_DATABASE)
	@RECORD='$(RECORD)' Benchmarks/questions.py $(kb) '$(QUESTION_DATABASE)'

$(QUESTION_DATABASE): Benchmarks/question_database.py $(wildcard Migrations/*.sql) | build
	Benchmarks/question_database.py $(kb) $@ $(CORPORA)

bench-analysis: build
	$(swift_build) -c release --product kb-train
	Benchmarks/analysis.py $(BUILD_DIR)/release/kb-train $(kb) '$(CORPUS)' '$(TREEBANKS)'

model: prerequisites
	$(swift_build) -c release --product kb-train
	$(BUILD_DIR)/release/kb-train vectors '$(TREEBANKS)'
	$(BUILD_DIR)/release/kb-train teach '$(TREEBANKS)'
	$(BUILD_DIR)/release/kb-train train '$(TREEBANKS)'

model-facts: build
	$(swift_build) $(release) --product kb-train
	Scripts/train-facts.sh $(kb) $(BUILD_DIR)/release/kb-train '$(GOLD)'
	$(swift_build) $(release) --product kb

eval-analysis: prerequisites
	$(swift_build) -c release --product kb-train
	$(BUILD_DIR)/release/kb-train evaluate '$(TREEBANKS)'

clean:
	rm -rf $(BUILD_DIR)
