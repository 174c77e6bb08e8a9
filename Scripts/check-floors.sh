#!/usr/bin/env bash
# Holds the last `make eval` against .ci/floors: F1 may not fall below them.
set -euo pipefail
cd "$(dirname "$0")/.."

faults=0
while read -r set table floor; do
  case "$set" in '' | '#'*) continue ;; esac
  result=.build/eval/$set.txt
  score=$(awk -v table="$table" 'table == "mean" && /^mean F1/ { print $NF } $1 == table { print $6 }' "$result")
  if awk -v score="${score:-0}" -v floor="$floor" 'BEGIN { exit !(score < floor) }'; then
    echo "$set $table: F1 ${score:-missing} is below its floor $floor (.ci/floors)"
    faults=1
  fi
done < .ci/floors
exit $faults
