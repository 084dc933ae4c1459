"""A small client that costs less than what it measures: raw sockets, kept open, one a thread."""

import socket
import threading
import time

HOST = "bench.example.org"
CONNECTIONS = 2


class Refused(Exception):
    """An answer that was no 200; its first line and the address."""


def request_for(path: str, *more: str) -> bytes:
    # As from the router in front of a public site, which ends TLS.
    lines = (f"GET {path} HTTP/1.1", f"Host: {HOST}", "X-Forwarded-Proto: https", *more)
    return "\r\n".join((*lines, "", "")).encode()


class Connection:
    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, request: bytes) -> tuple[bytes, bytes]:
        """Head and body of the answer, which has to say its length."""
        self.socket.sendall(request)
        received = self.socket.recv(65536)
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += self._more()
        head = received[:end]
        if not head.startswith(b"HTTP/1.1 200"):
            raise Refused(f"{request.split(b' ')[1].decode()}: {head.splitlines()[0].decode()}")
        start = head.lower().index(b"content-length:") + len(b"content-length:")
        length = int(head[start : head.find(b"\r\n", start) if b"\r\n" in head[start:] else None])
        body = received[end + 4 :]
        while len(body) < length:
            body += self._more()
        return head, body

    def _more(self) -> bytes:
        part = self.socket.recv(262144)
        if not part:
            raise Refused("The server closed the connection.")
        return part

    def close(self) -> None:
        self.socket.close()


def fetch(port: int, path: str, *headers: str) -> tuple[bytes, bytes]:
    """Head and body of one GET."""
    connection = Connection(port)
    try:
        return connection.get(request_for(path, *headers))
    finally:
        connection.close()


def rate(port: int, path: str, count: int) -> float:
    """Requests a second over ``count`` requests, shared by ``CONNECTIONS`` connections that are open already."""
    request, failures = request_for(path), []
    connections = [Connection(port) for _ in range(CONNECTIONS)]
    each = max(1, count // CONNECTIONS)

    def ask(connection):
        try:
            for _ in range(each):
                connection.get(request)
        except (OSError, Refused) as failure:
            failures.append(failure)

    try:
        for connection in connections:
            connection.get(request)
        threads = [threading.Thread(target=ask, args=(connection,)) for connection in connections]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.perf_counter() - start
    finally:
        for connection in connections:
            connection.close()
    if failures:
        raise Refused(f"{path}: {failures[0]}")
    return each * CONNECTIONS / seconds
