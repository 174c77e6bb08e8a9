#!/usr/bin/env python3
"""Times the analysis of a sample of texts on one core, ours and spaCy's (https://spacy.io) by turns in one run.

    Benchmarks/analysis.py KB_TRAIN KB CORPUS.tar.xz TREEBANKS

spaCy is installed into .build/spacy with pip at the first run. Its pipeline has the same components as ours (tokenizer,
tagger, morphologizer, lemmatizer, parser with sentence ends, entity recogniser) in the sizes that its own quickstart
calls efficient (`spacy init config --optimize efficiency`), with the labels of a treebank and random weights. Both read
the same lines; what counts is CPU time of one core, the median of the rounds.
"""
import itertools
import lzma
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

os.environ.update({name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS")})
ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "spacy==3.8.18"
COMPONENTS = "tagger,morphologizer,trainable_lemmatizer,parser,ner"
DOCUMENTS = 150
ROUNDS = 5
SENTENCES = 3000


def with_spacy():
    """Starts this script again with the Python that has spaCy, which it installs where it is missing."""
    folder = ROOT / ".build" / "spacy"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PACKAGE], check=True)
        (folder / "installed").write_text(PACKAGE + "\n", encoding="utf-8")
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def blocks(path):
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for _, block in itertools.groupby(lines, key=lambda line: line.strip() == ""):
            rows = [line.rstrip("\n").split("\t") for line in block if line.strip() and not line.startswith("#")]
            if rows:
                yield rows


def examples(vocab, treebanks):
    """Sentences of a treebank with their names, from which the pipeline knows its labels."""
    from spacy.tokens import Doc
    from spacy.training import Example

    pairs = zip(blocks(treebanks / "gum-train.conllu.xz"), blocks(treebanks / "gum-ner-train.iob2.xz"))
    for trees, names in itertools.islice(pairs, SENTENCES):
        rows = [row for row in trees if row[0].isdigit()]
        words = [row[1] for row in rows]
        if words != [row[1] for row in names]:
            continue
        heads = [int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(rows)]
        reference = Doc(
            vocab, words=words, tags=[row[4] for row in rows], pos=[row[3] for row in rows],
            morphs=["" if row[5] == "_" else row[5] for row in rows], lemmas=[row[2] for row in rows], heads=heads,
            deps=["ROOT" if row[6] == "0" else row[7] for row in rows], ents=[row[2] for row in names])
        yield Example(Doc(vocab, words=words), reference)


def pipeline(treebanks, scratch):
    import spacy

    config = scratch / "config.cfg"
    subprocess.run(
        [sys.executable, "-m", "spacy", "init", "config", config, "--lang", "en", "--pipeline", COMPONENTS,
         "--optimize", "efficiency"], check=True, stdout=subprocess.DEVNULL)
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(config), auto_fill=True)
    sample = list(examples(nlp.vocab, treebanks))
    nlp.initialize(lambda: sample)
    return nlp


def ours(kb_train, archive):
    """Tokens and tokens a second of CPU time, as `kb-train speed` prints them."""
    output = subprocess.run(
        [kb_train, "speed", "--archive", archive], check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    return int(output[0]), float(output[2])


def memory_of_ours(kb, text, scratch):
    """The resident megabytes of a process that analyses one long document."""
    path = scratch / "all.txt"
    path.write_text(text, encoding="utf-8")
    # A small process starts kb: what a child inherits from a large one before it becomes kb would count.
    starter = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    output = subprocess.run(
        [sys.executable, "-c", starter, kb, "analyze", "--format", "conllu", path], check=True,
        stdout=subprocess.PIPE, text=True).stdout
    return int(output) / 1024


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    try:
        import spacy  # noqa: F401
    except ImportError:
        with_spacy()
    kb_train, kb, corpus, treebanks = (Path(argument).resolve() for argument in sys.argv[1:])
    for needed in (corpus, treebanks):
        if not needed.exists():
            sys.exit(f"bench-analysis: nothing at {needed}; name the data with CORPUS= and TREEBANKS=")
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        with tarfile.open(corpus) as archive:
            members = sorted((member for member in archive if member.isfile()), key=lambda member: member.name)
            members = [member for member in members if "/stripped/" not in member.name][:DOCUMENTS]
            texts = [archive.extractfile(member).read().decode("utf-8", "replace") for member in members]
        (scratch / "sample").mkdir()
        for place, text in enumerate(texts):
            (scratch / "sample" / f"{place:04}.txt").write_text(text, encoding="utf-8")
        archive = scratch / "sample.tar.xz"
        with tarfile.open(archive, "w:xz") as packed:
            packed.add(scratch / "sample", "sample")
        lines = [line for text in texts for line in text.split("\n") if line]
        nlp = pipeline(treebanks, scratch)
        rates, times = {"kb": [], "spaCy": []}, {"kb": [], "spaCy": []}
        for _ in range(ROUNDS):
            tokens, rate = ours(kb_train, archive)
            rates["kb"].append(rate)
            times["kb"].append(tokens / rate)
            start = time.process_time()
            tokens = sum(len(doc) for doc in nlp.pipe(lines))
            times["spaCy"].append(time.process_time() - start)
            rates["spaCy"].append(tokens / times["spaCy"][-1])
        for name, values in rates.items():
            print(f"{name:<8} {statistics.median(values):>10,.0f} tokens/s of one core")
        ratio = statistics.median(theirs / own for own, theirs in zip(times["kb"], times["spaCy"]))
        print(f"ratio    {ratio:>10.1f} times as fast on the same {len(texts)} documents (bar: 5)")
        print(f"kb       {memory_of_ours(kb, chr(10).join(texts), scratch):>10.0f} MB resident")
        print(f"spaCy    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>10.0f} MB resident")


if __name__ == "__main__":
    main()
