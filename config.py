"""Lends the folder ``site/`` the import name ``config``.

Python imports its own module called ``site`` before any code of ours runs, so the folder
``site/`` can never be imported under its own name. A module that has a ``__path__`` is a
package; this one points at ``site/``, which gives ``config.settings.production``,
``config.urls`` and ``config.wsgi``. ``site/`` must never hold an ``__init__.py``:
it would take the place of Python's own module. tests/architecture/ guards both.
"""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().parent / "site")]
