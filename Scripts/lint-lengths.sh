#!/usr/bin/env bash
# Holds Swift files and functions against the budget: a file over 400 lines is named, over 600 it is a fault; so is a
# function over 60 lines. Relies on the formatter: a declaration ends with a brace in the column where it began.
set -euo pipefail
cd "$(dirname "$0")/.."

find Sources Tests -name '*.swift' -print0 | sort -z | xargs -0 awk '
  function finish_file() {
    if (lines > 600) { printf "%s: %d lines; at most 600\n", name, lines; faults++ }
    else if (lines > 400) printf "%s: %d lines; is it still one thing?\n", name, lines
  }
  FNR == 1 { if (NR > 1) finish_file(); name = FILENAME; start = 0 }
  { lines = FNR; match($0, /^ */); indent = RLENGTH }
  $0 ~ /^ *((@[A-Za-z_]+(\([^)]*\))?|public|package|private|fileprivate|internal|static|final|override|mutating|nonisolated|consuming|borrowing) +)*(func |init[?(<]|deinit|subscript[(<])/ {
    start = FNR; depth = indent; title = $0
    sub(/^ */, "", title)
    if ($0 ~ /}$/) start = 0
  }
  start && FNR > start && indent == depth && $0 ~ /^ *}$/ {
    if (FNR - start + 1 > 60) {
      printf "%s:%d: %d lines; a function has at most 60: %s\n", FILENAME, start, FNR - start + 1, title
      faults++
    }
    start = 0
  }
  END { finish_file(); exit faults > 0 }
'
