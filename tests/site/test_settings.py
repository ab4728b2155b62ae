"""What the tests themselves stand on."""

from django.conf import settings
from django.core.cache import cache


def test_the_tests_run_in_test_mode_and_mail_waits_for_the_worker():
    assert settings.MODE == "test"
    assert settings.SENDS_MAIL
    assert settings.REMEMBERED_MB == 0
    assert not any("whitenoise" in one for one in settings.MIDDLEWARE)


def test_one_test_leaves_nothing_in_the_cache():
    assert cache.add("seen-by-a-test", 1)


def test_and_the_next_test_finds_nothing_of_it():
    assert cache.add("seen-by-a-test", 1)
