"""The person who signs in: an e-mail address and a name, nothing about any network."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import connection, models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class PersonManager(BaseUserManager["Person"]):
    """Makes people."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """Add a person; without a password they can sign in only by a mailed code or a passkey."""
        person = self.model(email=self.normalize_email(email).strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, email: str | None) -> Person:
        """Find a person by e-mail address, whatever its capitals."""
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    """Someone who can sign in. Rights follow from memberships and seats; only beginning a network is a right apart."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=120)
    is_active = models.BooleanField(_("kan inloggen"), default=True)
    is_founder = models.BooleanField(_("mag een netwerk beginnen"), default=False)
    is_demo = models.BooleanField(_("verzonnen persoon van de demo"), default=False)
    demo_words = models.CharField(_("wie dit is in de demo"), max_length=200, blank=True)
    demo_network = models.SlugField(_("netwerk van deze demopersoon"), max_length=60, blank=True)
    joined_at = models.DateTimeField(_("aangemaakt op"), auto_now_add=True)
    seen_at = models.DateTimeField(_("laatst gezien op"), null=True, blank=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        constraints = (models.UniqueConstraint(Lower("email"), name="one_person_per_address"),)

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the name as people say it."""
        return self.name

    def get_short_name(self) -> str:
        """Return the first name."""
        return self.name.split(" ")[0]

    @cached_property
    def network_ids(self) -> frozenset[UUID]:
        """The networks of which this person is a member today; asked once for each request. One database query."""
        with connection.cursor() as cursor:
            cursor.execute("select tenancy.networks_of(%s)", [self.pk])
            return frozenset(cursor.fetchone()[0])
