#!/usr/bin/env bash
# Scores the extraction on documents whose facts are known. Usage: Scripts/evaluate.sh KB GOLD
#
# GOLD holds score.py, texts/, and a folder of annotations a set (dev, train). Writes what it prints to
# .build/eval/SET.txt; RECORD=1 adds a line to Docs/eval-history.tsv.
set -euo pipefail
kb=$(realpath "$1")
gold=$2
cd "$(dirname "$0")/.."

if [ ! -e "$gold/score.py" ] || [ ! -d "$gold/texts" ]; then
  echo "make eval: no annotated documents in $gold (score.py, texts/, dev/); name their folder with GOLD=" >&2
  exit 1
fi
gold=$(realpath "$gold")
out=.build/eval
mkdir -p "$out"
out=$(realpath "$out")

(cd "$gold/texts" && "$kb" extract .) > "$out/facts.jsonl"
for set in dev train; do
  [ -d "$gold/$set" ] || continue
  echo "== $set"
  python3 "$gold/score.py" score "$gold/$set" --texts "$gold/texts" "$out/facts.jsonl" | tee "$out/$set.txt"
  python3 Scripts/calibration.py "$gold" "$set" "$out/facts.jsonl"
done

if [ -n "${RECORD:-}" ]; then
  # date, commit, set, mean F1, then the F1 of each table in score.py's order
  for set in dev train; do
    [ -e "$out/$set.txt" ] || continue
    awk -v set="$set" -v date="$(date -u +%F)" -v commit="$(git describe --always --dirty)" '
      $1 ~ /^(actors|events|operations|commitments|statistics|statements)$/ { scores = scores "\t" $6 }
      /^mean F1/ { mean = $NF }
      END { print date "\t" commit "\t" set "\t" mean scores }' "$out/$set.txt"
  done >> Docs/eval-history.tsv
fi
