#!/usr/bin/env python3
"""Prints how often facts of a confidence are right. Usage: Scripts/calibration.py GOLD SET FACTS.jsonl

GOLD holds score.py, whose matching is used as it stands, texts/, and the annotations of SET; FACTS.jsonl is what
`kb extract` prints. A fact is right where score.py pairs it with an annotated one.
"""
import contextlib
import io
import json
import sys
from collections import defaultdict
from pathlib import Path

gold_folder, which, facts = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
sys.path.insert(0, str(gold_folder))
sys.dont_write_bytecode = True
import score  # noqa: E402

BINS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
TABLES = [table for table in score.TABLES if table != "actors"]  # an actor has no confidence


def right(gold, rows, text):
    """The rows that the scorer pairs, found by scoring each table and watching what it pairs."""
    paired, pair = [], score.pair

    def watch(edges):
        pairs = pair(edges)
        paired.append({r for _, r in pairs})
        return pairs

    score.pair = watch
    with contextlib.redirect_stdout(io.StringIO()):
        score.score_document(gold, rows, text, defaultdict(lambda: defaultdict(int)), False)
    score.pair = pair
    return dict(zip(score.TABLES, paired))


def main():
    rows, texts = defaultdict(lambda: defaultdict(list)), {}
    with open(facts, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            document = row["document"].removeprefix("./")
            rows[document][row["table"]].append(row)
            if row["table"] == "documents":
                texts[document] = row["text"]
    bins = defaultdict(list)
    for path in sorted((gold_folder / which).glob("*.json")):
        gold = score.Gold(path, gold_folder / "texts")
        name = gold.document if gold.document in texts else next(
            (d for d in texts if Path(d).name == Path(gold.document).name), None)
        if name is None:
            continue
        found = right(gold, rows[name], texts[name])
        for table in TABLES:
            judged = [r for r in rows[name][table] if table != "statements" or r.get("direct")]
            for index, row in enumerate(judged):
                place = max(i for i, edge in enumerate(BINS) if edge <= row["confidence"])
                bins[place].append((row["confidence"], index in found[table]))
    print("confidence   facts    mean  right")
    for place in sorted(bins):
        held = bins[place]
        mean = sum(c for c, _ in held) / len(held)
        share = sum(ok for _, ok in held) / len(held)
        print(f"{BINS[place]:.1f} to {min(1, BINS[place + 1]):.1f} {len(held):>7} {mean:>7.2f} {share:>6.2f}")


main()
