"""How gunicorn serves the site: ``gunicorn --config python:config.web_server config.wsgi``."""

import os

from gunicorn.glogging import Logger as GunicornLogger

from config.personal_links import HidePersonalLinks, hide

bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True  # Loaded once, before the workers part, so that they share most of their memory.
timeout = 60
graceful_timeout = 30
accesslog = "-"
# Neither what was searched for nor where a visitor came from; the router in front knows the address.
access_log_format = "%(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"


class Logger(GunicornLogger):
    """Writes no personal link into the log: who reads a log must not be able to open one."""

    def setup(self, cfg):
        super().setup(cfg)
        # A download that breaks off is told with its address.
        self.error_log.addFilter(HidePersonalLinks())

    def atoms(self, resp, req, environ, request_time):
        atoms = super().atoms(resp, req, environ, request_time)
        atoms["U"] = hide(atoms["U"])
        return atoms


logger_class = Logger
