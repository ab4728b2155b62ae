"""Addresses of notices."""

from django.urls import path

from schakel.notices import views

app_name = "notices"

NOTICES = "<slug:network>/meldingen/"

urlpatterns = [
    path(NOTICES, views.notices, name="notices"),
    path(NOTICES + "instellen/", views.preferences, name="preferences"),
    path(NOTICES + "gelezen/", views.read_all, name="read_all"),
    path(NOTICES + "gelezen/<int:moment>/ongedaan/", views.unread_again, name="unread_again"),
    path(NOTICES + "<uuid:notice>/", views.open_notice, name="open"),
]
