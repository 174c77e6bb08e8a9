#!/usr/bin/env bash
# Installs the one thing that a build needs beside Swift: the header and library of SQLite (Debian: libsqlite3-dev).
set -euo pipefail

has_sqlite() { [ -e /usr/include/sqlite3.h ] || [ -e /usr/local/include/sqlite3.h ]; }

has_sqlite && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "kb needs libsqlite3-dev, and neither root nor sudo is at hand: ask for \`apt-get install libsqlite3-dev\`" >&2
    exit 1
  fi
  as_root=(sudo)
fi
if ! command -v apt-get >/dev/null; then
  echo "kb needs the development files of SQLite (libsqlite3-dev on Debian); install them and try again" >&2
  exit 1
fi
echo "installing libsqlite3-dev"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq libsqlite3-dev >/dev/null
has_sqlite || { echo "libsqlite3-dev could not be installed; see the messages of apt-get above" >&2; exit 1; }
