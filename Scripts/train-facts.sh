#!/usr/bin/env bash
# Learns the weights of proposed facts from annotated documents. Usage: Scripts/train-facts.sh KB KB_TRAIN GOLD
#
# GOLD holds score.py, texts/, and the annotations in train/ and dev/; dev/ is only measured with. Writes
# Sources/Lexicon/Data/fact-weights.tsv and the figures to Docs/confidence-figures.txt. What is proposed depends a little
# on the weights themselves (a promised figure is no statistic), so it goes round twice.
set -euo pipefail
kb=$(realpath "$1")
train=$(realpath "$2")
gold=$(realpath "$3")
cd "$(dirname "$0")/.."
out=$(realpath .build)/facts
mkdir -p "$out"
weights=$PWD/Sources/Lexicon/Data/fact-weights.tsv

for round in 1 2; do
  (cd "$gold/texts" && "$kb" extract --proposals --weights "$weights" .) > "$out/proposals.jsonl"
  for set in train dev; do
    python3 Scripts/label-proposals.py "$gold" "$set" "$out/proposals.jsonl" > "$out/$set.jsonl"
  done
  "$train" facts "$out/train.jsonl" --dev "$out/dev.jsonl" --output "$weights" > "$out/figures.txt"
done
tee Docs/confidence-figures.txt < "$out/figures.txt"
