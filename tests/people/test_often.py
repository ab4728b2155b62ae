"""Limits on how often: counted for each addressee and each place, in one place of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import RequestFactory

import schakel
from schakel.people.often import is_too_often

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_third_of_two_is_too_often_for_that_addressee_only(method: str) -> None:
    cache.clear()
    request = getattr(RequestFactory(), method)("/")

    def again(key: str) -> bool:
        return is_too_often(request, app="people", action="proof", limits={"proof": "2/h/key"}, key=key)

    assert [again("a@bewoner.test") for _ in range(3)] == [False, False, True]
    assert not again("b@bewoner.test")


def test_what_allauth_calls_internal_is_asked_for_in_one_place() -> None:
    root = Path(schakel.__file__).parent
    asks = [
        str(one.relative_to(root))
        for one in root.rglob("*.py")
        if "allauth.core.internal" in one.read_text("utf-8")
    ]
    assert asks == [str(Path("people", "often.py"))]
