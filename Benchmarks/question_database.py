#!/usr/bin/env python3
"""Makes a large database for the bench of the questions out of real documents.

    Benchmarks/question_database.py KB DATABASE CORPUS.tar.xz …

`kb ingest` reads the corpora into a small database, which so has the schema, the kinds and the countries of the binary.
Its documents are cut into passages of some sentences, with the facts and mentions that stand wholly in them, and
passages drawn at random make new documents: real sentences, real facts with their evidence where the text has it. So
that names, days, places and money are not those of one country and time, each new document is moved to a day between
2004 and 2025 and to a country, and its actors are taken for their counterparts there, with names of the project's data
files. Everything is drawn from one seed: the same corpora and binary give the same rows.

DOCUMENTS (100,000) and FACTS (1,000,000) in the environment say how many. Rows are written in batches, in the order in
which an ingest writes them, the full-text index with them, so that they lie in the file as they would.
"""
import bisect
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from datetime import date, timedelta
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "Sources" / "Lexicon" / "Data"
DOCUMENTS = int(os.environ.get("DOCUMENTS", 100_000))
FACTS = int(os.environ.get("FACTS", 1_000_000))
SENTENCES = 6  # a passage
PASSAGES = 4  # a document
BATCH = 500
# Where the documents are set, the most frequent first; and their currencies.
COUNTRIES = {
    "US": "USD", "GB": "GBP", "FR": "EUR", "DE": "EUR", "UA": "UAH", "IT": "EUR", "ES": "EUR", "BE": "EUR",
    "CA": "CAD", "AU": "AUD", "PL": "PLN", "NL": "EUR", "TR": "TRY", "IN": "INR", "JP": "JPY", "BR": "BRL",
    "ZA": "ZAR", "KE": "KES", "SE": "SEK", "GR": "EUR", "RS": "RSD", "AL": "ALL", "MX": "MXN", "NG": "NGN",
}
FACT_TABLES = {
    "events": ("event_participants", "event_id"),
    "operations": ("operation_participants", "operation_id"),
    "commitments": ("commitment_parties", "commitment_id"),
    "statistics": None,
    "statements": None,
}

# What questions read instead of the facts, and what it is made of.
KEYS = "fact_table, dimension, value, kind, status, first_period, last_period"
COUNTS = (
    ("fact_counts", "fact_contributions",
     {"facts": "count(*)", "first_day": "min(first_day)", "last_day": "max(last_day)"}),
    ("figure_sums", "figure_contributions", {"unit": "unit", "figures": "count(*)", "total": "sum(total)"}),
)


def data_rows(name):
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def plain(names):
    return [n.split("=")[0] for n in names.split("|") if "?" not in n.split("=")[0]]


GIVEN = [name for _, names in data_rows("given-names.tsv") for name in plain(names)]
CITIES = {}
for country, kind, names in data_rows("places.tsv"):
    if kind == "city" and country in COUNTRIES:
        CITIES.setdefault(country, []).extend(plain(names))
COUNTRY_NAMES = {row[0]: row[2].rstrip("?") for row in data_rows("countries.tsv")}
BODIES = [row[0] for row in data_rows("institutions.tsv") if len(row) >= 3]


def zipf(count):
    """The running sums of weights 1, 1/2, 1/3, … to draw from."""
    sums, total = [], 0.0
    for rank in range(1, count + 1):
        total += 1 / rank
        sums.append(total)
    return sums


def draw(sums):
    return bisect.bisect(sums, random.random() * sums[-1])


def ingest(kb, database, corpora):
    with tempfile.TemporaryDirectory() as scratch:
        for corpus in corpora:
            with tarfile.open(corpus) as archive:
                archive.extractall(scratch)
        subprocess.run([kb, "ingest", "--db", database, scratch], check=True, stdout=subprocess.DEVNULL)


class Passage:
    """Some sentences of a document, with the facts and mentions in them; offsets count from its own beginning."""

    def __init__(self, text):
        self.text = text
        self.sentences, self.mentions = [], []
        self.facts = {table: [] for table in FACT_TABLES}
        self.actors = []


class Source:
    """What the small database holds, in passages."""

    def __init__(self, connection):
        self.connection = connection
        connection.row_factory = sqlite3.Row
        self.actors = {row["id"]: dict(row) for row in connection.execute("SELECT * FROM actors")}
        self.columns, facts, self.parties = {}, {}, {}
        for table, party in FACT_TABLES.items():
            facts[table] = {}
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):
                facts[table].setdefault(row["document_id"], []).append(dict(row))
                self.columns[table] = row.keys()
            if party:
                rows = self.parties[table] = {}
                for row in connection.execute(
                        f"SELECT {party[1]}, ordinal, role, actor_id, surface FROM {party[0]} ORDER BY 1, 2"):
                    rows.setdefault(row[0], []).append(tuple(row)[1:])
        self.outcomes = {}
        for row in connection.execute("SELECT operation_id, ordinal, value, unit FROM operation_outcomes ORDER BY 1, 2"):
            self.outcomes.setdefault(row[0], []).append(tuple(row)[1:])
        self.names = {}
        for table in ("actor_aliases", "actor_roles"):
            rows = self.names[table] = {}
            for row in connection.execute(f"SELECT document_id, actor_id, ordinal, {self.word(table)} FROM {table}"):
                rows.setdefault((row[0], row[1]), []).append((row[2], row[3]))
        self.passages, weights = [], []
        self.titles = []
        for document in connection.execute("SELECT id, title, published_on, text FROM documents ORDER BY source"):
            if document["title"]:
                self.titles.append(document["title"])
            for passage in self.cut(document, facts):
                self.passages.append(passage)
                # Operations are rare in the corpus and what many questions are about.
                weights.append(5 if passage.facts["operations"] else 1)
        total = 0
        self.sums = [total := total + weight for weight in weights]

    @staticmethod
    def word(table):
        return "alias" if table == "actor_aliases" else "title"

    def cut(self, document, facts):
        here = self.connection.execute(
            "SELECT id, start_offset, end_offset FROM sentences WHERE document_id = ? ORDER BY ordinal", (document["id"],)
        ).fetchall()
        mentions = self.connection.execute(
            "SELECT actor_id, start_offset, end_offset, surface FROM actor_mentions WHERE document_id = ? ORDER BY 2",
            (document["id"],)
        ).fetchall()
        for first in range(0, len(here), SENTENCES):
            run = here[first:first + SENTENCES]
            start, end = run[0][1], run[-1][2]
            passage = Passage(document["text"][start:end])
            passage.document, passage.day = document["id"], document["published_on"]
            numbers = {row[0]: index for index, row in enumerate(run)}
            passage.sentences = [(row[1] - start, row[2] - start) for row in run]
            passage.mentions = [(m[0], m[1] - start, m[2] - start, m[3]) for m in mentions if start <= m[1] and m[2] <= end]
            actors = {m[0]: None for m in passage.mentions}
            for table, rows in facts.items():
                for fact in rows.get(document["id"], []):
                    if fact["sentence_id"] in numbers and fact["evidence_end"] <= end:
                        fact = dict(fact, sentence_id=numbers[fact["sentence_id"]])
                        fact["evidence_start"] -= start
                        fact["evidence_end"] -= start
                        passage.facts[table].append(fact)
                        for party in self.parties.get(table, {}).get(fact["id"], []):
                            actors[party[2]] = None
                        actors[fact.get("source_actor_id")] = actors[fact.get("speaker_actor_id")] = None
            actors.pop(None, None)
            passage.actors = list(actors)
            yield passage

    def passage(self):
        return self.passages[bisect.bisect(self.sums, random.random() * self.sums[-1])]


class Target:
    """The large database."""

    def __init__(self, connection, source):
        self.connection, self.source = connection, source
        self.actors, self.places, self.maker_countries = {}, {}, {}
        self.next = {table: 1 for table in list(FACT_TABLES) + ["sentences", "documents"]}
        self.facts = 0
        self.countries = list(COUNTRIES)
        self.country_sums = zipf(len(COUNTRIES))
        bodies = [(code, body) for body in BODIES for code in COUNTRIES]
        random.shuffle(bodies)
        self.publishers = [f"{body} of {COUNTRY_NAMES[code]}" for code, body in bodies[:300]]
        self.publisher_sums = zipf(len(self.publishers))
        self.rows = {}

    def add(self, table, row):
        self.rows.setdefault(table, []).append(row)

    def write(self):
        order = ["documents", "sentences", "actors", "document_actors", "actor_aliases", "actor_roles", "actor_mentions",
                 "places"]
        for table, party in FACT_TABLES.items():
            order += [table] + ([party[0]] if party else [])
        with self.connection:
            for table in order + ["operation_outcomes", "documents_fts"]:
                rows = self.rows.pop(table, [])
                if rows:
                    into = {
                        "documents_fts": "documents_fts (rowid, title, text)",
                        "actors": "actors (id, name, kind, country_code, name_key)",
                        "operation_outcomes":
                            "operation_outcomes (operation_id, ordinal, value, unit, kind, status, country_code, "
                            "first_day, last_day)",
                    }.get(table, table)
                    marks = ", ".join("?" * len(rows[0]))
                    self.connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)

    def actor(self, base, country):
        """The counterpart of an actor in a country."""
        actor = self.source.actors[base]
        if actor["kind"] == "country":
            key = ("country", country if actor["country_code"] == "US" else actor["country_code"])
        elif actor["country_code"] == "US" and actor["kind"] != "international":
            key = (base, country)
        else:
            key = (base, None)
        if key in self.actors:
            return self.actors[key]
        name, code = actor["name"], actor["country_code"]
        if key[0] == "country":
            code = key[1]
            name = COUNTRY_NAMES.get(code, name)
        elif key[1] not in (None, "US"):
            code = country
            words = name.split()
            if actor["kind"] == "person" and len(words) > 1:
                name = f"{random.choice(GIVEN)} {words[-1]}"
            elif actor["kind"] != "person":
                name = f"{name} of {COUNTRY_NAMES[country]}"
        identity = self.actors[key] = (len(self.actors) + 1, name, code)
        self.maker_countries[identity[0]] = code or ("international" if actor["kind"] == "international" else None)
        self.add("actors", (identity[0], name, actor["kind"], code, re.sub(r"[^\w& ]", "", name.lower())))
        return identity

    def place(self, fact, country):
        if fact["country_code"] in (None, "US"):
            if fact["place_id"] is None and random.random() < 0.7:
                return fact["place"], None, fact["country_code"]
            name, code = random.choice(CITIES[country]), country
        else:
            name, code = fact["place"], fact["country_code"]
        if name is None:
            return None, None, code
        if (name, code) not in self.places:
            self.places[name, code] = len(self.places) + 1
            self.add("places", (self.places[name, code], name, "city", code))
        return name, self.places[name, code], code

    def document(self):
        country = self.countries[draw(self.country_sums)]
        day = date(2004, 1, 1) + timedelta(days=int(8035 * random.random() ** 0.7))
        self.day = str(day)
        identity = self.next["documents"]
        self.next["documents"] += 1
        text, actors = "", {}
        for passage in [self.source.passage() for _ in range(PASSAGES)]:
            text = text + "\n\n" if text else text
            self.passage(passage, identity, len(text), country, day, actors)
            text += passage.text
        title = random.choice(self.source.titles) if self.source.titles else None
        publisher = self.publishers[draw(self.publisher_sums)]
        self.add("documents", (
            identity, f"releases/{day.year}/{identity:06}.txt", title, publisher, str(day), "header", "en", "text/plain",
            f"{random.getrandbits(256):064x}", "2025-12-31T00:00:00Z", "bench", None, text))
        self.add("documents_fts", (identity, title, text))

    def passage(self, passage, document, base, country, day, actors):
        first = self.next["sentences"]
        for index, (start, end) in enumerate(passage.sentences):
            self.add("sentences", (first + index, document, index + 1 + actors.get("sentences", 0), base + start, base + end))
        self.next["sentences"] += len(passage.sentences)
        actors["sentences"] = actors.get("sentences", 0) + len(passage.sentences)
        here = {}
        for old in passage.actors:
            new, name, code = self.actor(old, country)
            here[old] = new
            if new not in actors:
                actors[new] = 0
                self.add("document_actors", (document, new, len(actors) - 1, name, code))
                for table in ("actor_aliases", "actor_roles"):
                    for ordinal, word in self.source.names[table].get((passage.document, old), []):
                        self.add(table, (document, new, ordinal, word))
        for old, start, end, surface in passage.mentions:
            actors[here[old]] += 1
            self.add("actor_mentions", (document, here[old], actors[here[old]], base + start, base + end, surface))
        moved = (day - date.fromisoformat(passage.day)).days if passage.day else 0
        for table in FACT_TABLES:
            for fact in passage.facts[table]:
                if self.facts < FACTS:
                    self.fact(table, fact, document, first, base, country, moved, here)

    def fact(self, table, fact, document, first, base, country, moved, here):
        identity = self.next[table]
        self.next[table] += 1
        self.facts += 1
        row = dict(fact, id=identity, document_id=document, sentence_id=first + fact["sentence_id"])
        row["evidence_start"] += base
        row["evidence_end"] += base
        row["fingerprint"] = f"{random.getrandbits(64):016x}"
        for column in ("start_date", "end_date", "deadline"):
            if row.get(column):
                row[column] = str(date.fromisoformat(row[column]) + timedelta(days=moved))
        row["first_day"] = row.get("start_date") or self.day
        row["last_day"] = row.get("end_date") or row["first_day"]
        if "place" in row:
            row["place"], row["place_id"], row["country_code"] = self.place(fact, country)
        if row.get("amount"):
            row["amount"] = float(int(row["amount"] * random.uniform(0.5, 2)))
            row["currency"] = COUNTRIES[country] if row["currency"] == "USD" else row["currency"]
        if row.get("unit") == "USD":
            row["unit"] = COUNTRIES[country]
        for column in ("source_actor_id", "speaker_actor_id"):
            if row.get(column):
                row[column] = here[row[column]]
        self.add(table, tuple(row[column] for column in self.source.columns[table]))
        if FACT_TABLES[table]:
            seen, countries = set(), set()
            for ordinal, role, actor, surface in self.source.parties[table].get(fact["id"], []):
                party = (role if table != "events" else None, here.get(actor, surface))
                columns = (
                    identity, ordinal, role, here.get(actor), surface, row["first_day"], row["last_day"], 0, party in seen,
                    row["kind"], row["status"])
                if table == "commitments":
                    code = self.maker_countries.get(here.get(actor)) if role == "maker" else None
                    columns += (row["amount"], row["currency"], code, role == "maker" and code in countries)
                    if role == "maker":
                        countries.add(code)
                self.add(FACT_TABLES[table][0], columns)
                seen.add(party)
        if table == "operations":
            outcomes = self.source.outcomes.get(fact["id"]) or (
                [(1, float(random.randint(1, 400)), random.choice(["person", "boat", "vehicle", "firearm"]))]
                if random.random() < 0.5 else [])
            for outcome in outcomes:
                self.add("operation_outcomes", (
                    identity, *outcome, row["kind"], row["status"], row["country_code"], row["first_day"],
                    row["last_day"]))


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    kb, database, corpora = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    random.seed(20251120)
    with tempfile.TemporaryDirectory() as scratch:
        small = os.path.join(scratch, "small.db")
        ingest(kb, small, corpora)
        source = Source(sqlite3.connect(small))
        partial = database + ".partial"
        for suffix in ("", "-wal", "-shm"):
            Path(partial + suffix).unlink(missing_ok=True)
        # The schema with its kinds and countries, and nothing else.
        empty = os.path.join(scratch, "empty")
        os.mkdir(empty)
        subprocess.run([kb, "ingest", "--db", partial, empty], check=False, stdout=subprocess.DEVNULL)
    connection = sqlite3.connect(partial)
    connection.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144")
    connection.execute("DELETE FROM ingest_runs")
    connection.commit()
    target = Target(connection, source)
    for number in range(DOCUMENTS):
        target.document()
        if (number + 1) % BATCH == 0:
            target.write()
    target.write()
    with connection:
        for table, source, columns in COUNTS:
            connection.execute(
                f"INSERT INTO {table} ({KEYS}, {', '.join(columns)}) "
                f"SELECT {KEYS}, {', '.join(columns.values())} FROM {source} GROUP BY {KEYS}"
                + (", unit" if "unit" in columns else ""))
        connection.execute(
            "INSERT INTO fact_sentences_fts (rowid, text) SELECT id, text FROM fact_sentences ORDER BY id")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.move(partial, database)
    print(f"{database}: {DOCUMENTS} documents, {target.facts} facts, {len(target.actors)} actors, "
          f"{os.path.getsize(database) / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
