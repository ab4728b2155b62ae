"""Pages of the care chain: the map and its links, the logs and what they are for, bottlenecks."""

from schakel.carechain.views.bottlenecks import (
    bottleneck,
    bottlenecks,
    change_bottleneck,
    name_bottleneck,
    vote_bottleneck,
)
from schakel.carechain.views.cuts import choose_part, compare, cut, cuts
from schakel.carechain.views.home import (
    gain,
    home_to_home,
    send_transfers,
    transfer_agreement,
    transfer_step,
)
from schakel.carechain.views.links import link, measure, norm
from schakel.carechain.views.logs import ask_anew, choose, log, logs, look_again, piece, remove, send
from schakel.carechain.views.maps import chain
from schakel.carechain.views.paths import paths
from schakel.carechain.views.purposes import purpose
from schakel.carechain.views.reports import (
    report_waits,
)
from schakel.carechain.views.stations import stations
from schakel.carechain.views.waits import waits

__all__ = [
    "ask_anew",
    "bottleneck",
    "bottlenecks",
    "chain",
    "change_bottleneck",
    "choose",
    "choose_part",
    "compare",
    "cut",
    "cuts",
    "gain",
    "home_to_home",
    "link",
    "log",
    "logs",
    "look_again",
    "measure",
    "name_bottleneck",
    "norm",
    "paths",
    "piece",
    "purpose",
    "remove",
    "report_waits",
    "send",
    "send_transfers",
    "stations",
    "transfer_agreement",
    "transfer_step",
    "vote_bottleneck",
    "waits",
]
