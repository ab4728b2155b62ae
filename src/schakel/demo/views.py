"""The page of made-up people, one click to become one of them, and their mail. Exists in demo mode only."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from schakel.demo.queries import demo_people, outbox
from schakel.people.models import Person
from schakel.tenancy.audience import demo_only


@demo_only
def people(request: HttpRequest) -> HttpResponse:
    """Show the made-up people and what each of them does."""
    return render(request, "people/demo.html", {"people": demo_people()})


@require_POST
@demo_only
def become(request: HttpRequest, person: UUID) -> HttpResponse:
    """Sign in as one of the made-up people and go to their own start page."""
    chosen = get_object_or_404(Person.objects.filter(is_demo=True, is_active=True), pk=person)
    login(request, chosen, backend="allauth.account.auth_backends.AuthenticationBackend")
    return redirect(f"/{chosen.demo_network}/" if chosen.demo_network else "/")


@require_safe
@demo_only
def post(request: HttpRequest) -> HttpResponse:
    """Show the mail that would have gone out; in the demo nothing does."""
    return render(request, "people/demo_post.html", {"mails": outbox()})
