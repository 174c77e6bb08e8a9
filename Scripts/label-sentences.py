#!/usr/bin/env python3
"""Labels the facts that are proposed for single sentences, for `kb-train facts`.

    label-sentences.py KB WEIGHTS FOLDER > LABELLED.jsonl

FOLDER holds a file a table, such as events.txt, with a sentence a line: `kind|status|sentence` where it states a fact of the
table, `values|sentence` for statistics (several behind ";"), and the sentence alone where it states none. A proposal of
that kind or value is right, all proposals for a sentence that states none are wrong, and of the others nothing is known, so
that they are left out. Each sentence is read as a document of its own. Writes the lines that label-proposals.py writes.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

kb, weights, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), Path(sys.argv[3])
DATE = "12 March 2025"


def read(path):
    """The sentences of a file, each with what it states, or None."""
    for line in path.read_text(encoding="utf-8").splitlines():
        *stated, sentence = line.split("|")
        if sentence.strip():
            yield stated[0] if stated else None, sentence


def propose(sentences):
    """What is proposed for each sentence: rows and their reasons by table and place."""
    rows, reasons = [], {}
    with tempfile.TemporaryDirectory() as texts:
        for number, (_, sentence) in enumerate(sentences):
            (Path(texts) / f"{number:05}.txt").write_text(f"{DATE}\n\n{sentence}\n", encoding="utf-8")
        run = subprocess.run([kb, "extract", "--proposals", "--weights", weights, "."], cwd=texts, check=True,
                             capture_output=True, encoding="utf-8")
    for line in run.stdout.splitlines():
        row = json.loads(line)
        number = int(Path(row["document"]).stem)
        if row["table"] == "reasons":
            reasons[number, row["of"], row["evidence_start"], row["evidence_end"], row["confidence"]] = row
        elif row["table"] != "documents":
            rows.append((number, row))
    return rows, reasons


def is_right(table, stated, row):
    """Whether a row tells what the sentence states; None where that is not known."""
    if stated is None:
        return False
    if table == "commitments":
        return True
    if table == "statistics":
        values = [float(value) for value in stated.split(";")]
        found = [row["value"]] if row["value"] is not None else [row["low"], row["high"]]
        return all(any(abs(value - one) <= 1e-3 * abs(one) for one in values) for value in found) or None
    return row["kind"] == stated or None


def main():
    for path in sorted(folder.glob("*.txt")):
        table, sentences = path.stem, list(read(path))
        rows, reasons = propose(sentences)
        proposals = [[] for _ in sentences]
        for number, row in rows:
            reason = reasons.get((number, table, row.get("evidence_start"), row.get("evidence_end"), row.get("confidence")))
            right = is_right(table, sentences[number][0], row) if row["table"] == table and reason else None
            if right is not None:
                edges = [[len(proposals[number]), 1.0]] if right else []
                proposals[number].append({"edges": edges, "prior": reason["prior"], "signs": reason["signs"]})
        for number, proposed in enumerate(proposals):
            if proposed:
                required = [edge[0] for proposal in proposed for edge in proposal["edges"]]
                print(json.dumps({
                    "document": f"sentences/{table}/{number + 1}", "table": table, "required": required,
                    "proposals": proposed}))


main()
