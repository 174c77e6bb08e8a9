#!/usr/bin/env bash
# Scores the recogniser of figures, money and dates on cases whose answers are known. Usage: Scripts/evaluate-measures.sh KB SPECS
#
# SPECS holds score.py and quantities-dev.jsonl, dates-dev.jsonl, policy-dev.jsonl. Writes what it prints to
# .build/eval/measures-SET.txt and fails where a set falls below its floor in .ci/measure-floors. WRONG=20 lists so many
# wrong cases of each set.
set -euo pipefail
kb=$(realpath "$1")
specs=$2
cd "$(dirname "$0")/.."

if [ ! -e "$specs/score.py" ]; then
  echo "make eval-measures: no cases in $specs (score.py, quantities-dev.jsonl, …); name their folder with SPECS=" >&2
  exit 1
fi
out=.build/eval
mkdir -p "$out"

faults=0
while read -r set solved f1; do
  case "$set" in '' | '#'*) continue ;; esac
  "$kb" analyze --format measures --cases "$specs/$set-dev.jsonl" > "$out/measures-$set.jsonl"
  echo "== $set"
  python3 "$specs/score.py" "$specs/$set-dev.jsonl" "$out/measures-$set.jsonl" --wrong "${WRONG:-0}" |
    tee "$out/measures-$set.txt"
  # kind, cases, items, P, R, F1, F1 of overlaps, value, solved
  if ! awk -v set="$set" -v solved="$solved" -v f1="$f1" '
    $1 == "all" {
      seen = 1
      if ($9 < solved) { print set ": solved " $9 " is below its floor " solved " (.ci/measure-floors)"; faults++ }
      if ($6 < f1) { print set ": F1 " $6 " is below its floor " f1 " (.ci/measure-floors)"; faults++ }
    }
    END { if (!seen) print set ": no score"; exit faults > 0 || !seen }' "$out/measures-$set.txt" >&2
  then
    faults=1
  fi
done < .ci/measure-floors
exit $faults
