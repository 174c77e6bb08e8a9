#!/usr/bin/env python3
"""Labels the words of figures' sentences by the metrics of annotated documents, for `kb-train metrics`.

    label-metrics.py SCORER GOLD SET PROPOSALS.jsonl > LABELLED.jsonl

The arguments are those of label-proposals.py. Writes one line for each figure that agrees with an annotated one:

    {"document": …, "words": [{"isWanted": true, "signs": ["in=noun", …]}, …]}

A word is wanted where the annotated metric has it; of several that annotators allow, the one counts that shares most words
with the sentence.
"""
import json
import sys

from labelling import Annotated, Proposed, score


def wanted_words(fact, words):
    metrics = [set(score.words(m)) for m in score.choices(fact.get("metric")) if m]
    return max(metrics, key=lambda metric: len(metric & words), default=set())


def main():
    scorer, gold, which, proposals = sys.argv[1:]
    proposed = Proposed(proposals)
    for document in Annotated(gold, which, proposed.texts):
        facts = document.facts("statistics")
        rows = proposed.rows[document.name]["statistics"]
        for fact, row in document.pairs("statistics", facts, rows):
            reason = proposed.reason(document.name, "statistics", rows[row])
            if not reason or "words" not in reason:
                continue
            wanted = wanted_words(facts[fact], set(reason["words"]))
            words = [{"isWanted": word in wanted, "signs": signs.split(" ")}
                     for word, signs in zip(reason["words"], reason["word_signs"])]
            if any(word["isWanted"] for word in words):
                print(json.dumps({"document": document.gold.document, "words": words}))


main()
