#!/bin/sh
# install.sh runtime|dev: sees that the virtual environment is there and holds what is pinned.
set -eu
cd "$(dirname "$0")/.."
. .ci/environment.sh
make_environment
install "$1"
