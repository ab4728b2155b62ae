"""Addresses of the care chain."""

from django.urls import path

from schakel.carechain import views

app_name = "carechain"

CHAIN = "<slug:network>/keten/"
LOGS = CHAIN + "logboeken/"
LOG = LOGS + "<uuid:log>/"
BOTTLENECKS = CHAIN + "knelpunten/"
BOTTLENECK = BOTTLENECKS + "<uuid:bottleneck>/"
CUT = CHAIN + "keuze/<uuid:cut>/"
WAITS = CHAIN + "wachttijden-ggz/"
LINK = CHAIN + "schakel/<uuid:link>/"
HOME = CHAIN + "van-huis-tot-huis/"
STEP = HOME + "<uuid:step>/"

urlpatterns = [
    path(CHAIN, views.chain, name="chain"),
    path(CHAIN + "paden/", views.paths, name="paths"),
    path(CHAIN + "vergelijk/", views.compare, name="compare"),
    path(CHAIN + "keuze/", views.choose_part, name="choose_part"),
    path(CUT, views.cut, name="cut"),
    path(CUT + "<uuid:other>/", views.cuts, name="cuts"),
    path(CHAIN + "doel/", views.purpose, name="purpose"),
    path(LOGS, views.logs, name="logs"),
    path(LOGS + "nieuw/", views.send, name="send"),
    path(CHAIN + "stations/", views.stations, name="stations"),
    path(LOG, views.log, name="log"),
    path(LOG + "stuk/", views.piece, name="piece"),
    path(LOG + "kolommen/", views.choose, name="choose"),
    path(LOG + "bekijk/", views.look_again, name="look_again"),
    path(LOG + "opnieuw/", views.ask_anew, name="ask_anew"),
    path(LOG + "weg/", views.remove, name="remove"),
    path(LINK, views.link, name="link"),
    path(LINK + "norm/", views.norm, name="norm"),
    path(LINK + "indicator/", views.measure, name="measure"),
    path(HOME, views.home_to_home, name="home_to_home"),
    path(HOME + "invoeren/", views.send_transfers, name="send_transfers"),
    path(HOME + "afspraken/", views.transfer_agreement, name="transfer_agreement"),
    path(STEP, views.transfer_step, name="transfer_step"),
    path(STEP + "gezondheidswinst/", views.gain, name="gain"),
    path(WAITS, views.waits, name="waits"),
    path(WAITS + "invullen/", views.report_waits, name="report_waits"),
    path(BOTTLENECKS, views.bottlenecks, name="bottlenecks"),
    path(BOTTLENECKS + "nieuw/", views.name_bottleneck, name="name_bottleneck"),
    path(BOTTLENECK, views.bottleneck, name="bottleneck"),
    path(BOTTLENECK + "stem/", views.vote_bottleneck, name="vote_bottleneck"),
    path(BOTTLENECK + "stand/", views.change_bottleneck, name="change_bottleneck"),
]
