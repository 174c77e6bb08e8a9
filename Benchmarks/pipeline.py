#!/usr/bin/env python3
"""Times `kb` on a corpus of documents: the whole ingest, its stages, a run without changes, start-up, and questions.

    Benchmarks/pipeline.py KB CORPUS.tar.xz

Prints one line a figure. RECORD=1 adds a line to Docs/bench-history.tsv. Figures of one machine at one time compare
with each other only; run it with nothing else running.
"""
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

QUESTIONS = [
    "commitments by country",
    "operations by kind",
    "statistics",
    "top 5 makers by commitments",
    "events since 2006",
]
HISTORY = Path(__file__).resolve().parent.parent / "Docs" / "bench-history.tsv"


def run(command, times=1):
    """The last output of a command, and the median of its wall times in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
        taken.append(time.perf_counter() - start)
    return output, statistics.median(taken)


def ingest(kb, database, folder, *options):
    output, _ = run([kb, "ingest", "--json", "--db", database, *options, folder])
    return json.loads(output)


def figures(kb, corpus):
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(corpus) as archive:
            archive.extractall(scratch)
        database = os.path.join(scratch, "bench.db")
        first = ingest(kb, database, scratch)
        single = ingest(kb, os.path.join(scratch, "single.db"), scratch, "--jobs", "1", "--dry-run")
        documents = first["new"]
        yield "documents", documents, ""
        yield "failed", first["failed"], ""
        yield "documents/s", documents / first["seconds"], ""
        yield "tokens/s", first["tokens"] / first["seconds"], ""
        yield "MB/s", first["bytes"] / first["seconds"] / 1e6, ""
        yield "peak memory", first["peak_memory_bytes"] / 1e6, "MB"
        for stage, seconds in single["stage_seconds"].items():
            # One core; storing is left out of a dry run and taken from the whole ingest.
            seconds = first["stage_seconds"][stage] if stage == "storing" else seconds
            yield f"{stage}", seconds * 1e3 / documents, "ms/document"
        yield "extraction alone", single["tokens"] / single["stage_seconds"]["extraction"], "tokens/s a core"
        yield "database", os.path.getsize(database) / first["bytes"], "MB/MB of text"
        yield "second run", ingest(kb, database, scratch)["seconds"], "s"
        yield "kb --help", run([kb, "--help"], 11)[1] * 1e3, "ms"
        for question in QUESTIONS:
            yield question, run([kb, "query", "--db", database, question], 11)[1] * 1e3, "ms"
        yield "check", run([kb, "check", "--db", database])[1], "s"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    kb, corpus = os.path.abspath(sys.argv[1]), sys.argv[2]
    if not os.path.exists(corpus):
        sys.exit(f"make bench: no corpus at {corpus}; name a .tar.xz of documents with CORPUS=")
    rows = []
    for name, value, unit in figures(kb, corpus):
        rows.append((name, value))
        print(f"{name:<28} {value:>12,.{0 if value >= 1000 else 2}f} {unit}", flush=True)
    if os.environ.get("RECORD"):
        append_history(rows)


def append_history(rows):
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False).stdout.strip()
    cells = [datetime.now(timezone.utc).strftime("%F"), commit, *(f"{name}={value:.2f}" for name, value in rows)]
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write("\t".join(cells) + "\n")


if __name__ == "__main__":
    main()
