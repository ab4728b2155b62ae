"""A bottleneck that a generator planted at a link drawn from its seed is found in the table of the page."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest

from schakel.carechain import actions
from schakel.carechain.rules import Level
from schakel.methods.eventlog.generate import COLUMNS, GeneratedSource, Region
from schakel.network.rules import Role
from tests.factories.browsing import Browser, text
from tests.factories.carechain import make_purpose, prepare, send_log
from tests.factories.governance import looking
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db

#: Twice the median of the generator for each kind; four times as long as usual stands out, its season does not.
NORMS = {"Revalidatie": 8, "Verpleeghuis": 60}


@pytest.mark.parametrize("seed", [3, 20])
def test_the_planted_bottleneck_is_the_one_link_that_misses_its_norm(seed: int, settings, tmp_path) -> None:
    settings.CHAIN_FOLDER = tmp_path / "chain"
    import polars as pl

    region = Region.of(seed)
    out = io.BytesIO()
    pl.concat([batch.frame for batch in GeneratedSource(16_000, seed).batches(COLUMNS)]).write_csv(out)
    network = make_network()
    analyst = make_member(network, Role.ANALYST)
    prepare(send_log(make_purpose(network), out.getvalue(), by=analyst), by=analyst)
    with looking(analyst):
        for name, kind in zip(region.names, region.kinds, strict=True):
            if kind in NORMS:
                actions.set_norm(
                    network,
                    by=analyst,
                    level=Level.ORGANISATION,
                    target=name,
                    most=NORMS[kind],
                    percent=50,
                    origin="Twee keer zo lang als gewoon",
                    valid_from=date(2020, 1, 1),
                )
    page = text(Browser(network, analyst).get("keten/"))
    rows = re.findall(r"<tr>.*?</tr>", page[page.index('id="tabel"') :], re.DOTALL)
    missing = [row for row in rows if "Haalt norm niet" in row]
    source, target = (region.names[at] for at in region.bottleneck)
    assert [f"{source} → {target}" in row for row in missing] == [True]
