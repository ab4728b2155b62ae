"""The settings of the demo, with one page that does nothing and a header that says how many queries a page took."""

from schakel.site.settings import *  # noqa: F403

MIDDLEWARE = ["tests.bench.counting.count_queries", *MIDDLEWARE]  # noqa: F405
ROOT_URLCONF = "tests.bench.urls"
