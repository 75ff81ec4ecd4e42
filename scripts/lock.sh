#!/bin/sh
# Writes both lock files anew from pyproject.toml, with hashes and without addresses. Needs uv on the PATH.
set -eu
cd "$(dirname "$0")/.."
compile() {
    uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links "$@"
}
compile pyproject.toml -o requirements.txt
compile --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
