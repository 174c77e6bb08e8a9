#!/usr/bin/env python3
"""Labels what facts were selected from by annotated documents, for `kb-train selections`.

    label-selections.py SCORER GOLD SET PROPOSALS.jsonl > LABELLED.jsonl

The arguments are those of label-proposals.py. Writes one line for each place of a fact that agrees with an annotated one,
the metric of a statistic or a place that parties fill:

    {"document": …, "place": "metric", "options": [{"isWanted": true, "signs": ["in=noun", …]}, …]}

A word is wanted where the annotated metric has it; of several metrics that annotators allow, the one counts that shares
most words with the sentence. A party is wanted where the annotation names it in that place.
"""
import json
import sys

from labelling import Annotated, Proposed, score

PARTIES = {"events": "participants", "operations": "leads", "commitments": "makers"}


def wanted_words(fact, words):
    """Whether each word belongs to the annotated metric; nothing where none does."""
    metrics = [set(score.words(m)) for m in score.choices(fact.get("metric")) if m]
    metric = max(metrics, key=lambda metric: len(metric & set(words)), default=set())
    return [word in metric for word in words] if metric & set(words) else None


def wanted_parties(document, fact, field, names):
    """Whether each name is annotated in the place; nothing where the annotation does not speak of it."""
    if field not in fact:
        return None
    wanted = score.names_of(fact[field])
    return [any(document.gold.same_actor(other, name) for other in wanted) for name in names]


def main():
    scorer, gold, which, proposals = sys.argv[1:]
    proposed = Proposed(proposals)
    for document in Annotated(gold, which, proposed.texts):
        for table in ["statistics", *PARTIES]:
            facts = document.facts(table)
            rows = [row for row in proposed.rows[document.name][table] if proposed.reason(document.name, table, row)]
            for fact, row in document.pairs(table, facts, rows):
                reason = proposed.reason(document.name, table, rows[row])
                place = PARTIES.get(table, "metric")
                names = reason.get(f"{place}_options", [])
                wanted = wanted_parties(document, facts[fact], place, names) if table in PARTIES else wanted_words(
                    facts[fact], names)
                if not wanted:
                    continue
                options = [{"isWanted": is_wanted, "signs": signs.split(" ")}
                           for is_wanted, signs in zip(wanted, reason[f"{place}_signs"])]
                print(json.dumps({"document": document.gold.document, "place": place, "options": options}))


main()
