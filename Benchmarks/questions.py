#!/usr/bin/env python3
"""Times questions and searches against a large database (question_database.py), a process each, start-up included.

    Benchmarks/questions.py KB DATABASE

The questions are those of questions.txt: every subject, alone, by each of its groups, by two, with each filter, in each
form. Prints the median, the 95th percentile and the slowest of the medians of RUNS (3) runs a phrase. RECORD=1 adds a
line to Docs/bench-history.tsv. The file stays in the system's memory between the runs, as that of a desk at work does;
the process starts anew.
"""
import math
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from pipeline import append_history

HERE = Path(__file__).resolve().parent
RUNS = int(os.environ.get("RUNS", 3))
LONGEST = 5  # seconds, after which a question counts as that slow
BARS = {"query": 100, "search": 50}


def phrases():
    """Lines of `command: arguments`; `a|b` in square brackets stands for each of its words."""
    for line in (HERE / "questions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            command, _, phrase = line.partition(": ")
            for expanded in expand(phrase):
                yield command, expanded


def expand(phrase):
    if "[" not in phrase:
        return [phrase]
    head, _, rest = phrase.partition("[")
    choices, _, tail = rest.partition("]")
    return [head + choice + end for choice in choices.split("|") for end in expand(tail)]


def run(command):
    """Wall and processor time of one process in milliseconds, and its exit status; none where it had to be stopped."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # Not `wait(timeout=…)`, which looks for the end every 50 ms only.
    stop = threading.Timer(LONGEST, process.kill)
    stop.start()
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    stop.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return taken * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, None if os.WIFSIGNALED(status) else process.returncode


def measure(command):
    """The medians of wall and processor time in milliseconds; None where the question has no answer."""
    wall, processor = [], []
    for _ in range(RUNS):
        taken, used, status = run(command)
        if status is None:
            return LONGEST * 1e3, LONGEST * 1e3
        if status != 0:
            return None
        wall.append(taken)
        processor.append(used)
    return statistics.median(wall), statistics.median(processor)


def percentile(values, share):
    """By nearest rank: the least value that so large a share of the values does not exceed."""
    values = sorted(values)
    return values[max(0, math.ceil(share * len(values)) - 1)]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    kb, database = os.path.abspath(sys.argv[1]), sys.argv[2]
    rows = []
    for command in BARS:
        times = {}
        refused = []
        for kind, phrase in phrases():
            if kind != command:
                continue
            taken = measure([kb, command, "--db", database, phrase])
            if taken is None:
                refused.append(phrase)
            else:
                times[phrase] = taken
        if refused:
            print(f"not answered: {'; '.join(refused)}", file=sys.stderr)
        wall = {phrase: taken[0] for phrase, taken in times.items()}
        processor = [taken[1] for taken in times.values()]
        for name, value in (("phrases", len(times)), ("p50", percentile(wall.values(), 0.5)),
                            ("p95", percentile(wall.values(), 0.95)), ("slowest", max(wall.values())),
                            ("processor p50", percentile(processor, 0.5)),
                            ("processor p95", percentile(processor, 0.95))):
            rows.append((f"{command} {name}", value))
            unit = "" if name == "phrases" else "ms"
            bar = f"(bar: {BARS[command]} ms)" if name == "p95" else ""
            print(f"{command + ' ' + name:<28} {value:>12,.1f} {unit} {bar}".rstrip(), flush=True)
        for phrase in sorted(wall, key=wall.get, reverse=True)[:int(os.environ.get("SLOWEST", 5))]:
            print(f"    {times[phrase][0]:>8,.1f} ms, of the processor {times[phrase][1]:>8,.1f} ms  {phrase}")
    if os.environ.get("RECORD"):
        append_history(rows)


if __name__ == "__main__":
    main()
