"""Measures the site beside a bare Django view and a stock Wagtail page, in one run: ``make bench``."""
