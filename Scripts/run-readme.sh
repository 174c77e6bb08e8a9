#!/usr/bin/env bash
# Runs the commands of README.md in a scratch copy of the project, so that the README cannot rot.
#
# Every block fenced as ```sh is run, one shell for all, stopping at the first failure. A block behind the line
# `<!-- not run: reason -->` is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
project=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$scratch"
awk '
  /^<!-- not run/ { skip = 1; next }
  /^```sh *$/ && !inside { inside = 1; next }
  /^```/ { if (inside || skip) skip = 0; inside = 0; next }
  inside && !skip
' README.md > "$scratch/.readme.sh"
cd "$scratch"
# Both copies build in one place: the libraries that others wrote need building only once.
BUILD_DIR=${BUILD_DIR:-$project/.build} PREFIX=$scratch/prefix PATH=$scratch/prefix/bin:$PATH \
  bash -euxo pipefail .readme.sh
