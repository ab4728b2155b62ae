"""Documents as a Django app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files in, Word and calendar files out."""

    name = "schakel.documents"
    label = "documents"
    verbose_name = "Documenten"
