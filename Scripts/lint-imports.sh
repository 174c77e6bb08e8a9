#!/usr/bin/env bash
# Holds the imports of every target under Sources against Scripts/imports.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

find Sources -name '*.swift' -print0 | sort -z | xargs -0 awk '
  BEGIN {
    while ((getline line < "Scripts/imports.txt") > 0) {
      if (line ~ /^#/ || line !~ /[^ ]/) continue
      count = split(line, words, " ")
      for (i = 2; i <= count; i++) allowed[words[1], words[i]] = 1
    }
  }
  { code = $0; sub(/\/\/.*/, "", code) }
  code ~ /^ *((@[A-Za-z_]+(\([a-z]+\))?|public|internal|package|private|fileprivate) +)*import +[A-Za-z_]/ {
    split(FILENAME, parts, "/")
    target = parts[2]
    sub(/.*import +((struct|class|enum|protocol|func|var|let|typealias) +)?/, "", code)
    sub(/[^A-Za-z0-9_].*/, "", code)
    if (code == "Glibc" || code == "Synchronization" || (target, code) in allowed) next
    printf "%s:%d: %s may not import %s (Scripts/imports.txt)\n", FILENAME, FNR, target, code
    faults++
  }
  END { exit faults > 0 }
'
