"""``make load``: the scripts of this folder, one after the other; ARGS="submitting killing" names some of them.

Each prints its figures and says by its exit whether what is promised held.
"""

import subprocess
import sys

SCRIPTS = ("submitting", "killing", "letters", "uploads", "exporting", "deciding")


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in SCRIPTS]
    if unknown:
        sys.exit(f"No such script: {', '.join(unknown)}. There are: {', '.join(SCRIPTS)}.")
    failed = []
    for name in names or SCRIPTS:
        print(f"--- {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.load.{name}"], check=False).returncode:
            failed.append(name)
    print(f"--- not as promised: {', '.join(failed)}" if failed else "--- all as promised")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
