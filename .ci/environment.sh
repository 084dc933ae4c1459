# Finds a Python, builds a virtual environment and installs the pins. Sourced by the scripts beside it.
# Plain POSIX sh, so that it runs on a Mac and on a bare Debian alike. VENV names another folder.

VENV=${VENV:-.venv}

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
can_build() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Prints the program of the first Python that is new enough and can build an environment.
find_python() {
    without_venv='' too_old=''
    for name in ${BASE_PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
        if ! command -v "$name" >/dev/null 2>&1; then continue; fi
        if ! is_new_enough "$name"; then too_old=${too_old:-$(version_of "$name")}; continue; fi
        if can_build "$name"; then command -v "$name"; return; fi
        without_venv=${without_venv:-$(version_of "$name")}
    done
    if [ -n "$without_venv" ]; then
        fail "Python $without_venv has no venv module here. On Debian and Ubuntu: sudo apt install python$without_venv-venv"
    fi
    fail "Python 3.11 or newer is needed${too_old:+ and only $too_old was found}." \
        "Install one, or name it: BASE_PYTHON=/path/to/python3.12 make run"
}

# Builds $VENV unless it is there and works; a half-built or broken one is replaced.
make_environment() {
    if "$VENV/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return; fi
    base=$(find_python) || exit 1
    say "Building $VENV with Python $(version_of "$base")."
    rm -rf "$VENV"
    "$base" -m venv "$VENV" || fail "$base could not build $VENV; its message is above."
}

# install runtime|dev: installs the pins unless these very pins were installed before.
install() {
    case $1 in runtime) pins=requirements.txt ;; dev) pins=requirements-dev.txt ;; esac
    if cmp -s "$pins" "$VENV/installed-$pins"; then return; fi
    say "Installing what $pins names into $VENV (a minute or two the first time)."
    PIP_ROOT_USER_ACTION=ignore "$VENV/bin/python" -m pip install --quiet --no-input \
        --disable-pip-version-check --require-hashes -r "$pins" ||
        fail "Not everything could be installed; pip's message is above. The first time needs the internet (PyPI)."
    cp "$pins" "$VENV/installed-$pins"
    # The list for development holds the other one as a whole.
    if [ "$1" = dev ]; then cp requirements.txt "$VENV/installed-requirements.txt"; fi
}
