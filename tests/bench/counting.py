"""Counts the database queries of a request and tells them in a header."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

HEADER = "X-Queries"


class Counter:
    """Counts what passes."""

    def __init__(self) -> None:
        self.n = 0

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
        """Count one and let it through."""
        self.n += 1
        return execute(sql, params, many, context)


def count_queries(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Put the number of queries of each page in its header."""

    def middleware(request: HttpRequest) -> HttpResponse:
        counter = Counter()
        connection.ensure_connection()  # the guard of tenancy comes along with it and must stand below the counter
        with connection.execute_wrapper(counter):
            response = get_response(request)
        response[HEADER] = str(counter.n)
        return response

    return middleware
