"""Documents, their versions and their content. The content is a table of its own, so that no list carries it along."""

from __future__ import annotations

from typing import Any, ClassVar, Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.documents.rules import LONGEST_ANNEX, LONGEST_NAME, FileKind, Subject, TextState
from schakel.tenancy.models import TenantModel, TenantQuerySet

PERSON = settings.AUTH_USER_MODEL


class DocumentQuerySet(TenantQuerySet):
    """Documents, asked for by what they belong to. Who may see that thing is known by the app of the thing."""

    def about(self, subject: Subject, *subject_ids: Any) -> Self:
        """The documents of one thing, or of several of a kind, newest first."""
        which = {"subject_id": subject_ids[0]} if len(subject_ids) == 1 else {"subject_id__in": subject_ids}
        return self.filter(subject_type=subject, **which)

    def standing(self) -> Self:
        """Documents that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


@pghistory.track()
class Document(TenantModel):
    """A file that belongs to something in the network, with all its versions; withdrawn, never removed."""

    subject_type = models.CharField(_("soort onderwerp"), max_length=20, choices=Subject)
    subject_id = models.UUIDField(_("onderwerp"))
    subject_label = models.CharField(_("naam van het onderwerp"), max_length=300)
    title = models.CharField(_("titel"), max_length=200)
    point = models.CharField(_("bewijs bij punt van een poort"), max_length=80, blank=True)
    annex = models.CharField(_("nummer van de bijlage"), max_length=LONGEST_ANNEX, blank=True)
    is_made_here = models.BooleanField(_("door Schakel gemaakt"), default=False)
    added_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("toegevoegd door")
    )
    added_at = models.DateTimeField(_("toegevoegd op"))
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ingetrokken door"),
    )
    withdrawn_reason = models.TextField(_("waarom ingetrokken"), blank=True)

    objects: ClassVar = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        ordering = ("-added_at", "id")
        constraints = (
            models.CheckConstraint(
                name="a_withdrawn_document_says_when_and_why",
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
            ),
            models.CheckConstraint(
                name="only_an_agreement_has_annexes",
                condition=Q(annex="") | Q(subject_type=Subject.AGREEMENT),
            ),
            models.UniqueConstraint(
                name="an_annex_stands_once",
                fields=("network", "subject_type", "subject_id", "annex"),
                condition=~Q(annex="") & Q(withdrawn_at__isnull=True),
            ),
        )
        indexes = (
            models.Index(fields=("network", "subject_type", "subject_id"), name="documents_of_a_thing"),
        )
        triggers = (pgtrigger.Protect(name="documents_are_withdrawn", operation=pgtrigger.Delete),)

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """What it is called where it stands among others: an annex with its number."""
        if not self.annex:
            return self.title
        return gettext("Bijlage %(number)s: %(title)s") % {"number": self.annex, "title": self.title}

    @property
    def is_withdrawn(self) -> bool:
        """Whether nobody opens it any more."""
        return self.withdrawn_at is not None


class DocumentVersion(TenantModel):
    """One version of a document: the name, size and fingerprint of the file, who added it and why."""

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="versions", verbose_name=_("document")
    )
    number = models.PositiveSmallIntegerField(_("versie"))
    file_name = models.CharField(_("naam van het bestand"), max_length=LONGEST_NAME)
    kind = models.CharField(_("soort bestand"), max_length=10, choices=FileKind)
    size_bytes = models.PositiveIntegerField(_("grootte"))
    sha256 = models.CharField(_("vingerafdruk"), max_length=64)
    why = models.TextField(_("waarom"), blank=True)
    holds = models.JSONField(_("versies van documenten die erin zitten"), default=list, blank=True)
    added_by = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("toegevoegd door")
    )
    added_at = models.DateTimeField(_("toegevoegd op"))

    class Meta:
        verbose_name = _("versie van een document")
        verbose_name_plural = _("versies van documenten")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "document", "number"), name="a_document_has_a_version_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_name} ({self.number})"


class DocumentContent(TenantModel):
    """The bytes of one version, as they came in."""

    version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="contents", verbose_name=_("versie")
    )
    data = models.BinaryField(_("inhoud"))

    class Meta:
        verbose_name = _("inhoud van een document")
        verbose_name_plural = _("inhoud van documenten")
        constraints = (
            models.UniqueConstraint(fields=("network", "version"), name="a_version_has_one_content"),
        )

    def __str__(self) -> str:
        return str(self.pk)


class DocumentText(TenantModel):
    """The words of one version, read by the worker so that they can be found; or why there are none."""

    version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="texts", verbose_name=_("versie")
    )
    state = models.CharField(_("stand"), max_length=10, choices=TextState.choices, default=TextState.WAITING)
    text = models.TextField(_("tekst"), blank=True)
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("tekst van een document")
        verbose_name_plural = _("teksten van documenten")
        constraints = (
            models.UniqueConstraint(fields=("network", "version"), name="a_version_is_read_once"),
            models.CheckConstraint(
                name="only_what_was_read_has_words",
                condition=Q(text="") | Q(state__in=(TextState.READ, TextState.CUT)),
            ),
            models.CheckConstraint(
                name="a_text_says_when_it_was_read",
                condition=Q(state=TextState.WAITING, read_at__isnull=True)
                | ~Q(state=TextState.WAITING) & Q(read_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.text[:60]


class PrintoutQuerySet(TenantQuerySet):
    """Printouts are seen by who asked for them only."""

    def visible_to(self, person: Any) -> Self:
        """The printouts that this person asked for."""
        return super().visible_to(person).filter(person=person)


class Printout(TenantModel):
    """A paper as a PDF for who asked: what stands on it is kept as that person saw it, and the worker sets it."""

    person = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="+", verbose_name=_("gevraagd door")
    )
    title = models.CharField(_("titel"), max_length=300)
    path = models.CharField(_("adres van de pagina"), max_length=300)
    file_name = models.CharField(_("naam van het bestand"), max_length=LONGEST_NAME)
    content = models.JSONField(_("wat erop staat"))
    sha256 = models.CharField(_("vingerafdruk van wat erop staat"), max_length=64)
    asked_at = models.DateTimeField(_("gevraagd op"))
    made_at = models.DateTimeField(_("gemaakt op"), null=True, blank=True)
    failed_at = models.DateTimeField(_("mislukt op"), null=True, blank=True)
    data = models.BinaryField(_("inhoud"), null=True, blank=True)

    objects: ClassVar = PrintoutQuerySet.as_manager()

    class Meta:
        verbose_name = _("afdruk")
        verbose_name_plural = _("afdrukken")
        ordering = ("-asked_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("network", "person", "sha256"), name="the_same_paper_is_printed_once_for_a_person"
            ),
            models.CheckConstraint(
                name="a_printout_that_was_made_has_its_file",
                condition=Q(made_at__isnull=True, data__isnull=True)
                | Q(made_at__isnull=False, data__isnull=False, failed_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def says(self) -> dict[str, Any]:
        """All that makes it this paper and no other; its fingerprint is of this."""
        return {name: getattr(self, name) for name in ("title", "path", "file_name", "content")}
