"""Addresses of measuring."""

from django.urls import path

from schakel.measuring import views

app_name = "measuring"

MEASURING = "<slug:network>/meten/"
INDICATORS = MEASURING + "indicatoren/"
INDICATOR = INDICATORS + "<slug:code>/"
SERIES = MEASURING + "reeksen/<uuid:series>/"
FILE = MEASURING + "bestand/"

urlpatterns = [
    path(MEASURING, views.board, name="board"),
    path(MEASURING + "uitgaven/", views.exits, name="exits"),
    path(MEASURING + "uitgaven/drempel/", views.set_threshold, name="set_threshold"),
    path(MEASURING + "invullen/", views.measures, name="measures"),
    path(MEASURING + "invullen/<slug:code>/", views.fill_in, name="fill_in"),
    path(FILE, views.figures_file, name="figures_file"),
    path(FILE + "sjabloon/", views.figures_template, name="figures_template"),
    path(FILE + "<uuid:pk>/", views.figures_sent, name="figures_sent"),
    path(SERIES, views.series, name="series"),
    path(SERIES + "fase/", views.change_phase, name="change_phase"),
    path(SERIES + "fase/<uuid:phase>/weg/", views.drop_phase, name="drop_phase"),
    path(SERIES + "opmerking/", views.note_point, name="note_point"),
    path(SERIES + "opmerking/<uuid:note>/weg/", views.drop_note, name="drop_note"),
    path(SERIES + "excel/", views.take_out, name="take_out"),
    path(SERIES + "definitief/", views.approve, name="approve"),
    path(SERIES + "weg/", views.drop_series, name="drop_series"),
    path(SERIES + "einde/", views.end_series, name="end_series"),
    path(SERIES + "weer/", views.resume_series, name="resume_series"),
    path(SERIES + "nulmeting/", views.collect_baseline, name="collect_baseline"),
    path(SERIES + "nulmeting/nagekeken/", views.check_baseline, name="check_baseline"),
    path(SERIES + "nulmeting/op-slot/", views.lock_baseline, name="lock_baseline"),
    path(SERIES + "nulmeting/intrekken/", views.withdraw_baseline, name="withdraw_baseline"),
    path(INDICATORS, views.indicators, name="indicators"),
    path(INDICATORS + "nieuw/", views.add_indicator, name="add_indicator"),
    path(INDICATOR, views.indicator, name="indicator"),
    path(INDICATOR + "fiche/", views.ask_fiche, name="ask_fiche"),
    path(INDICATOR + "fiche/excel/", views.take_out_fiche, name="take_out_fiche"),
    path(INDICATOR + "begin/", views.begin, name="begin"),
    path(INDICATOR + "einde/", views.end_indicator, name="end_indicator"),
    path(INDICATOR + "neem-over/", views.take_over, name="take_over"),
    path(INDICATOR + "nieuwe-versie/", views.renew_indicator, name="renew_indicator"),
    path(INDICATOR + "versie/<int:number>/", views.indicator, name="indicator_version"),
]
