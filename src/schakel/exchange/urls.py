"""Addresses of files in and out."""

from django.urls import path

from schakel.exchange import views

app_name = "exchange"

EXCEL = "<slug:network>/excel/"

urlpatterns = [
    path(EXCEL, views.excel, name="excel"),
    path(EXCEL + "sjabloon.xlsx", views.template, name="template"),
    path(EXCEL + "werkmap.xlsx", views.filled, name="filled"),
    path(EXCEL + "portfolio.xlsx", views.portfolio, name="portfolio"),
    path(EXCEL + "besluiten.xlsx", views.decisions, name="decisions"),
    path(EXCEL + "afspraken.xlsx", views.agreed, name="agreed"),
    path(EXCEL + "<uuid:pk>/", views.workbook, name="workbook"),
]
