#!/usr/bin/env bash
# Learns the weights of proposed facts from annotated documents. Usage: Scripts/train-facts.sh KB KB_TRAIN GOLD
#
# GOLD holds score.py, texts/, and the annotations in train/ and dev/; dev/ is only measured with. The documents of
# Tests/Gold, annotated for this project, are learned from as well, those of Tests/Gold/operations for operations only,
# those of Tests/Gold/judged for what was proposed and judged, and so are the single sentences of Tests/Gold/sentences.
# First it is learned which words tell what a figure measures and who fills the places of facts, from the proposals that
# agree with an annotated fact. Writes selection-weights.tsv and fact-weights.tsv of Sources/Lexicon/Data, and the figures
# to Docs/confidence-figures.txt. What
# is proposed depends a little on the weights themselves (of several proposals that tell one fact the surest stays, and a
# promised figure is no statistic), so it begins with those that there are and goes round twice.
set -euo pipefail
kb=$(realpath "$1")
train=$(realpath "$2")
gold=$(realpath "$3")
cd "$(dirname "$0")/.."
out=$(realpath .build)/facts
mkdir -p "$out"
weights=$PWD/Sources/Lexicon/Data/fact-weights.tsv
selections=$PWD/Sources/Lexicon/Data/selection-weights.tsv

propose() { (cd "$1/texts" && "$kb" extract --proposals --weights "$weights" --selection-weights "$selections" .) > "$2"; }
label_selections() { python3 Scripts/label-selections.py "$gold" "$1" train "$2"; }
label() { python3 Scripts/label-proposals.py "$gold" "$1" "$2" "$3"; }

for round in 1 2; do
  propose "$gold" "$out/proposals.jsonl"
  propose Tests/Gold "$out/own.jsonl"
  label_selections "$gold" "$out/proposals.jsonl" > "$out/train-selections.jsonl"
  label_selections Tests/Gold "$out/own.jsonl" > "$out/further-selections.jsonl"
  "$train" selections "$out/train-selections.jsonl" "$out/further-selections.jsonl" --output "$selections" > "$out/selection-figures.txt"
  propose "$gold" "$out/proposals.jsonl"
  propose Tests/Gold "$out/own.jsonl"
  propose Tests/Gold/operations "$out/operations.jsonl"
  propose Tests/Gold/judged "$out/judged-proposals.jsonl"
  label "$gold" train "$out/proposals.jsonl" > "$out/train.jsonl"
  { label Tests/Gold train "$out/own.jsonl" && label Tests/Gold/operations train "$out/operations.jsonl"; } > "$out/further.jsonl"
  label Tests/Gold/judged train "$out/judged-proposals.jsonl" > "$out/judged.jsonl"
  label "$gold" dev "$out/proposals.jsonl" > "$out/dev.jsonl"
  python3 Scripts/label-sentences.py "$kb" "$weights" Tests/Gold/sentences > "$out/sentences.jsonl"
  "$train" facts "$out/train.jsonl" "$out/further.jsonl" --judged "$out/judged.jsonl" --sentences "$out/sentences.jsonl" --dev "$out/dev.jsonl" --output "$weights" > "$out/figures.txt"
done
{ cat "$out/figures.txt" && echo && cat "$out/selection-figures.txt"; } | tee Docs/confidence-figures.txt
