"""Addresses of measuring."""

from django.urls import path

from schakel.measuring import views

app_name = "measuring"

INDICATORS = "<slug:network>/meten/indicatoren/"
INDICATOR = INDICATORS + "<slug:code>/"

urlpatterns = [
    path(INDICATORS, views.indicators, name="indicators"),
    path(INDICATORS + "nieuw/", views.add_indicator, name="add_indicator"),
    path(INDICATOR, views.indicator, name="indicator"),
    path(INDICATOR + "neem-over/", views.take_over, name="take_over"),
    path(INDICATOR + "nieuwe-versie/", views.renew_indicator, name="renew_indicator"),
    path(INDICATOR + "versie/<int:number>/", views.indicator, name="indicator_version"),
]
