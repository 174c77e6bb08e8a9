#!/usr/bin/env python3
"""Labels proposed facts by annotated documents, for `kb-train facts`.

    label-proposals.py SCORER GOLD SET PROPOSALS.jsonl > LABELLED.jsonl

SCORER is the folder of score.py, whose matching is used as it stands; GOLD holds texts/ and the annotations of SET
(train, dev). PROPOSALS.jsonl is what `kb extract --proposals` prints. Writes one line for each document and table:

    {"document": …, "table": …, "required": [0, 2], "proposals": [{"edges": [[0, 2.25]], "signs": ["tense=past", …], …}]}

`edges` are the annotated facts that a proposal agrees with, and how well. A proposal is misread where it still has the
metric that made a judge call the row misleading (`misread` of Tests/Gold/judged).
"""
import json
import sys

from labelling import Annotated, Proposed

TABLES = ["events", "operations", "commitments", "statistics", "statements"]


def is_misread(facts, edges, row):
    if not edges:
        return False
    fact = facts[max(edges, key=lambda edge: edge[1])[0]]
    return bool(fact.get("misread")) and fact["metric"] == row.get("metric")


def main():
    scorer, gold, which, proposals = sys.argv[1:]
    proposed = Proposed(proposals)
    for document in Annotated(gold, which, proposed.texts):
        for table in TABLES:
            if table not in document.gold.data:  # some documents are annotated for one table only
                continue
            facts = document.facts(table)
            labelled = []
            for row in proposed.rows[document.name][table]:
                reason = proposed.reason(document.name, table, row)
                if reason is None:
                    continue
                edges = document.edges(table, facts, row)
                labelled.append({
                    "edges": edges, "isMisread": is_misread(facts, edges, row),
                    "isOfLegislator": reason["legislator"], "accepted": reason["accepted"],
                    "confidence": row["confidence"], "prior": reason["prior"], "signs": reason["signs"]})
            required = [i for i, fact in enumerate(facts) if not fact.get("optional")]
            print(json.dumps({
                "document": document.gold.document, "table": table, "required": required, "proposals": labelled}))


main()
