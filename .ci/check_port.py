"""check_port.py PORT: says in one line why the site cannot be served there, and fails; or says nothing."""

import socket
import sys


def trouble(text: str) -> str | None:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        return f"PORT={text} is not a port. Choose a number from 1024 to 65535: make run PORT=8001"
    port = int(text)
    other = f"make run PORT={8001 if port == 8000 else 8000}"
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with socket.socket(family) as asking:
            asking.settimeout(1)
            if asking.connect_ex((address, port)) == 0:
                return f"Port {port} is in use by another program. Stop that one, or choose another port: {other}"
    with socket.socket() as taking:
        taking.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taking.bind(("127.0.0.1", port))
        except OSError as error:
            return f"Port {port} cannot be used here ({error.strerror.lower()}). Choose another port: {other}"
    return None


if complaint := trouble(sys.argv[1]):
    sys.exit(complaint)
