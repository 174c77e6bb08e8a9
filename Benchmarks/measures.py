#!/usr/bin/env python3
"""Times the recogniser of figures, money, dates, changes and places: on a corpus, and on hostile texts of two lengths.

    Benchmarks/measures.py KB CORPUS.tar.xz

Prints the throughput of the recogniser in MB/s on one core, tokens included: its stage of `kb ingest --dry-run --jobs 1`
on the whole corpus as one text, and on its documents one by one, where the stages between them leave it cold caches; and,
for each hostile text, the user time of `kb analyze` on 1 MB and on 2 MB and their ratio. Fails where the
throughput on the text is below 10 MB/s or a ratio above 2.3. Figures of one machine at one time compare with each other only.
"""
import json
import os
import random
import subprocess
import sys
import tarfile
import tempfile

LEAST_THROUGHPUT = 10.0
LARGEST_RATIO = 2.3
MEGABYTE = 1_000_000
# Differences below so many seconds are noise.
NOISE = 0.02

HOSTILE = {
    "digits": "1234567890",
    "digit groups": "1,234,",
    "digits apart": "1 23 456 ",
    "commas": ",",
    "points": ".",
    "and": "and ",
    "one and": "one and ",
    "twenty-": "twenty-",
    "million million": "million ",
    "brackets": "(",
    "brackets with figures": "((1)) ",
    "months": "May June ",
    "months with dashes": "May-June-",
    "days": "1 May 2 May ",
    "slashes": "1/2/",
    "dashes": "2014-",
    "to": "2014 to ",
    "between": "between 1 and ",
    "the end of": "the end of ",
    "last week of": "the last week of ",
    "years": "1 year 2 months and ",
    "after": "3 days after ",
    "dollars": "$",
    "currency signs": "$€£",
    "US$ apart": "us $ ",
    "minus": "minus ",
    "signs": "- -",
    "per cent": "% per cent ",
    "at least": "at least ",
    "more than": "more than or equal to ",
    "rose": "rose by 5 to ",
    "rise of": "a rise of the ",
    "places": "Georgia, ",
    "Jordan": "Jordan and Chad ",
    "capitals": "New York Times Of The ",
    "apostrophes": "'s",
    "one long word": "a",
    "blanks": " ",
    "line ends": "\n",
    "outside ASCII": "日本é",
}


def user_seconds(command, times=3):
    """The least user time of a command over some runs."""
    taken = []
    for _ in range(times):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        taken.append(usage.ru_utime)
    return min(taken)


def throughput(kb, folder):
    """The best of three runs in MB/s."""
    command = [kb, "ingest", "--json", "--dry-run", "--jobs", "1", "--db", os.path.join(folder, "none.db"), folder]
    runs = []
    for _ in range(3):
        output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
        summary = json.loads(output)
        runs.append(summary["bytes"] / summary["stage_seconds"]["measures"] / MEGABYTE)
    return max(runs)


def unpacked(corpus, scratch):
    """The folder of the corpus's documents, and one with all of them in one file."""
    folder, whole = os.path.join(scratch, "corpus"), os.path.join(scratch, "whole")
    with tarfile.open(corpus) as archive:
        archive.extractall(folder)
    os.makedirs(whole)
    with open(os.path.join(whole, "all.txt"), "wb") as target:
        for path, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                with open(os.path.join(path, name), "rb") as source:
                    target.write(source.read() + b"\n\n")
    return folder, whole


def hostile_texts():
    yield from HOSTILE.items()
    generator = random.Random(7)
    pieces = "".join(HOSTILE.values()).split(" ")
    yield "all of them, shuffled", " ".join(generator.choice(pieces) for _ in range(20_000)) + " "


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    kb, corpus = os.path.abspath(sys.argv[1]), sys.argv[2]
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        if os.path.exists(corpus):
            folder, whole = unpacked(corpus, scratch)
            speed = throughput(kb, whole)
            print(f"{'sample corpus':<28} {speed:>8.1f} MB/s on one core", flush=True)
            print(f"{'  its documents one by one':<28} {throughput(kb, folder):>8.1f} MB/s", flush=True)
            faults += speed < LEAST_THROUGHPUT
        else:
            print(f"sample corpus: skipped, there is none at {corpus} (CORPUS=)")
        for name, piece in hostile_texts():
            seconds = []
            for size in (MEGABYTE, 2 * MEGABYTE):
                path = os.path.join(scratch, "hostile.txt")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(piece * (size // len(piece.encode()) + 1))
                seconds.append(user_seconds([kb, "analyze", "--format", "measures", path]))
            ratio = seconds[1] / max(seconds[0], 1e-3)
            is_slow = ratio > LARGEST_RATIO and seconds[1] - LARGEST_RATIO * seconds[0] > NOISE
            faults += is_slow
            mark = "  more than linear" if is_slow else ""
            print(f"{name:<28} {seconds[0]:>6.2f} s {seconds[1]:>6.2f} s   ratio {ratio:4.2f}{mark}", flush=True)
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
