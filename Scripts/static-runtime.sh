#!/usr/bin/env bash
# Lays the archive of the C++ runtime into .build/static, where the linker looks first, so that the release binary
# shares no more than SQLite and the C library. Without the archive the shared runtime is used.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p .build/static
archive=$(clang -print-file-name=libstdc++.a 2>/dev/null || cc -print-file-name=libstdc++.a)
if [ -e "$archive" ]; then ln -sf "$archive" .build/static/libstdc++.a; fi
