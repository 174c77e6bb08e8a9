"""What the scripts share that label proposals by annotated documents: the scorer, the proposals, the documents.

The folder of score.py is the first argument of each script; its matching is used as it stands.
"""
import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import score  # noqa: E402


class Proposed:
    """What `kb extract --proposals` printed: rows and their reasons by document and table, and the documents' texts."""

    def __init__(self, path):
        self.rows = defaultdict(lambda: defaultdict(list))
        self.reasons = defaultdict(dict)
        self.texts = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                document = row["document"].removeprefix("./")
                if row["table"] == "documents":
                    self.texts[document] = row["text"]
                elif row["table"] == "reasons":
                    self.reasons[document][self.key(row["of"], row)] = row
                else:
                    self.rows[document][row["table"]].append(row)

    @staticmethod
    def key(table, row):
        return table, row["evidence_start"], row["evidence_end"], row["confidence"]

    def reason(self, document, table, row):
        """The reason of a row; none for reported statements, which are not judged."""
        return self.reasons[document].get(self.key(table, row))


class Document:
    """An annotated document with its text."""

    def __init__(self, gold, name, text):
        self.gold, self.name, self.text = gold, name, text

    def facts(self, table):
        return [f for f in self.gold.data.get(table, []) if table != "statements" or f.get("direct", True)]

    def edges(self, table, facts, row):
        """The facts that a row agrees with, and how well, scored as score.py does."""
        found = []
        for index, fact in enumerate(facts):
            span = self.gold.locate(self.text, fact)
            around = span and score.sentence_around(self.text, span)
            if span is None or not (row["evidence_start"] < around[1] and around[0] < row["evidence_end"]):
                continue
            strength = score.affinity(table, self.gold, fact, row)
            if strength > 0:
                strength += 0 if fact.get("optional") else 0.25
                strength += row["evidence_start"] < span[1] and span[0] < row["evidence_end"]
                found.append([index, round(strength, 6)])
        return found

    def pairs(self, table, facts, rows):
        """Facts and rows that belong together, one to one, as indices."""
        edges = [(strength, fact, index) for index, row in enumerate(rows)
                 for fact, strength in self.edges(table, facts, row)]
        return score.pair(edges)


class Annotated:
    """The annotated documents of a set for which there are proposals."""

    def __init__(self, folder, which, texts):
        self.folder, self.which, self.texts = Path(folder), which, texts

    def __iter__(self):
        for path in sorted((self.folder / self.which).glob("*.json")):
            gold = score.Gold(path, self.folder / "texts")
            name = next((d for d in self.texts if d == gold.document or Path(d).name == Path(gold.document).name), None)
            if name is None:
                sys.exit(f"{path}: no proposals for {gold.document}")
            yield Document(gold, name, self.texts[name])
