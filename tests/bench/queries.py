"""queries.py PATH…: how many queries each page takes, asked twice before; one JSON list on one line."""

import json
import sys

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.client import HOST


def queries_of(client: Client, path: str) -> int:
    for _ in range(2):
        client.get(path, secure=True, headers={"host": HOST})
    with CaptureQueriesContext(connection) as queries:
        client.get(path, secure=True, headers={"host": HOST})
    return len(queries)


if __name__ == "__main__":
    django.setup()
    client = Client()
    print(json.dumps([queries_of(client, path) for path in sys.argv[1:]]))
