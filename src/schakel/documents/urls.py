"""Addresses of printouts; the pages of documents stand in an app above, which knows what they belong to."""

from django.urls import path

from schakel.documents import views

app_name = "documents"

PRINTOUT = "<slug:network>/afdrukken/<uuid:pk>/"

urlpatterns = [
    path(PRINTOUT, views.printout, name="printout"),
    path(PRINTOUT + "opnieuw/", views.ask_again, name="ask_again"),
    path(PRINTOUT + "download/", views.printout_file, name="printout_file"),
]
