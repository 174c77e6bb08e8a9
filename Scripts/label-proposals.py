#!/usr/bin/env python3
"""Labels proposed facts by annotated documents, for `kb-train facts`.

    label-proposals.py SCORER GOLD SET PROPOSALS.jsonl > LABELLED.jsonl

SCORER is the folder of score.py, whose matching is used as it stands; GOLD holds texts/ and the annotations of SET
(train, dev). PROPOSALS.jsonl is what `kb extract --proposals` prints. Writes one line for each document and table:

    {"document": …, "table": …, "required": [0, 2], "proposals": [{"edges": [[0, 2.25]], "signs": ["tense=past", …], …}]}

`edges` are the annotated facts that a proposal agrees with, and how well.
"""
import json
import sys
from collections import defaultdict
from pathlib import Path

gold_folder, which, proposals = Path(sys.argv[2]), sys.argv[3], sys.argv[4]
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import score  # noqa: E402

TABLES = ["events", "operations", "commitments", "statistics", "statements"]


def read():
    """The rows and their reasons by document and table, and the documents' texts."""
    rows, reasons, texts = defaultdict(lambda: defaultdict(list)), defaultdict(dict), {}
    with open(proposals, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            document = row["document"].removeprefix("./")
            if row["table"] == "documents":
                texts[document] = row["text"]
            elif row["table"] == "reasons":
                key = (row["of"], row["evidence_start"], row["evidence_end"], row["confidence"])
                reasons[document][key] = row
            else:
                rows[document][row["table"]].append(row)
    return rows, reasons, texts


def edges(gold, table, facts, row, text, spans):
    """The facts that a row agrees with, scored as score.py does."""
    found = []
    for index, fact in enumerate(facts):
        span, around = spans[index]
        if span is None or not (row["evidence_start"] < around[1] and around[0] < row["evidence_end"]):
            continue
        strength = score.affinity(table, gold, fact, row)
        if strength > 0:
            strength += 0 if fact.get("optional") else 0.25
            strength += row["evidence_start"] < span[1] and span[0] < row["evidence_end"]
            found.append([index, round(strength, 6)])
    return found


def main():
    rows, reasons, texts = read()
    for path in sorted((gold_folder / which).glob("*.json")):
        gold = score.Gold(path, gold_folder / "texts")
        name = next((d for d in texts if d == gold.document or Path(d).name == Path(gold.document).name), None)
        if name is None:
            sys.exit(f"{path}: no proposals for {gold.document}")
        text = texts[name]
        for table in TABLES:
            if table not in gold.data:  # some documents are annotated for one table only
                continue
            facts = [f for f in gold.data.get(table, []) if table != "statements" or f.get("direct", True)]
            spans = []
            for fact in facts:
                span = gold.locate(text, fact)
                spans.append((span, span and score.sentence_around(text, span)))
            proposed = []
            for row in rows[name][table]:
                reason = reasons[name].get((table, row["evidence_start"], row["evidence_end"], row["confidence"]))
                if reason is None:  # reported statements are not judged
                    continue
                proposed.append({
                    "edges": edges(gold, table, facts, row, text, spans), "accepted": reason["accepted"],
                    "confidence": row["confidence"], "prior": reason["prior"], "signs": reason["signs"]})
            required = [i for i, fact in enumerate(facts) if not fact.get("optional")]
            print(json.dumps({
                "document": gold.document, "table": table, "required": required,
                "proposals": proposed}))


main()
