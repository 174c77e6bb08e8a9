#!/usr/bin/env bash
# Ingests seeds/ into kb.db and answers three questions. Usage: Scripts/demo.sh KB
set -euo pipefail
kb=$1

ask() {
  printf '\n$ kb query --evidence "%s"\n' "$1"
  "$kb" query --db kb.db --evidence "$1"
}

printf '\n$ kb ingest seeds/\n'
"$kb" ingest --db kb.db seeds/
ask "commitments by country"
ask "operations by kind"
ask "statistics"
printf '\nAsk on with `%s query "…"`, or open the file: sqlite3 kb.db "SELECT * FROM commitment_list"\n' "$kb"
