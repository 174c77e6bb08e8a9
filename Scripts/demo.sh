#!/usr/bin/env bash
# Ingests seeds/ into kb.db and answers three questions. Usage: Scripts/demo.sh KB
set -euo pipefail
kb=$1

ask() {
  printf '\n$ kb query --evidence "%s"\n' "$1"
  "$kb" query --db kb.db --evidence "$1"
}

# --again: a kb.db that an earlier build left shows what this one finds.
printf '\n$ kb ingest --again seeds/\n'
"$kb" ingest --db kb.db --again seeds/
ask "commitments by country"
ask "operations by kind"
ask "statistics"
printf '\nAsk on with `%s query "…"`, or open the file: sqlite3 kb.db "SELECT * FROM commitment_list"\n' "$kb"
