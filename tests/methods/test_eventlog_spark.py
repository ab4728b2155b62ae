"""Spark tells the same as the engines of one machine, on a cluster of several processes."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from schakel.methods.eventlog import months, reach
from schakel.methods.eventlog.answers import answers
from schakel.methods.eventlog.generate import GeneratedSource
from schakel.methods.eventlog.links import MOST_HOURS, links
from schakel.methods.eventlog.log import open_log
from schakel.methods.eventlog.prepare import prepare_source
from schakel.methods.eventlog.selection import selected
from tests import java

#: Spark warns of things between itself, pandas and the machine.
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

N_EVENTS = 1_000_000
#: A Java that lives for half a minute: making its code as fast as can be cost more than all the work it did.
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
FIGURES = ("n", "overlaps", "mean_s", "sd_s", "min_s", "max_s", "p50_s", "p80_s", "p90_s")


@pytest.fixture
def cluster(monkeypatch):
    """A Spark whose two workers are processes of their own, each with one core."""
    import pyspark
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    monkeypatch.setenv("JAVA_HOME", str(java.ensure()))
    monkeypatch.setenv("SPARK_HOME", str(Path(pyspark.__file__).parent))
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    options = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.executor.memory": "600m",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.extraJavaOptions": SHORT_LIVED,
        "spark.executor.extraJavaOptions": SHORT_LIVED,
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("schakel").config(map=options)
    session = builder.getOrCreate()
    gateway = SparkContext._gateway
    yield session
    session.stop()
    gateway.shutdown()
    SparkContext._gateway = SparkContext._jvm = None
    # Java ends when nobody writes to it any more.
    gateway.proc.stdin.close()
    gateway.proc.wait(60)


def tasks_done(session) -> list[int]:
    """How many tasks each worker did; the program that asks is none of them."""
    told = session.sparkContext._jsc.sc().statusStore().executorList(False)
    workers = [told.apply(at) for at in range(told.size())]
    return [worker.completedTasks() for worker in workers if worker.id() != "driver"]


def test_a_cluster_of_two_processes_tells_the_same_of_a_million_events(cluster, tmp_path):
    prepare_source(GeneratedSource(N_EVENTS, 7), tmp_path / "log", {"name": "verzonnen", "kind": "generated"})
    log = open_log(tmp_path / "log")
    reach.write_events(log, selected(log), tmp_path / "events")
    told = answers(log)
    assert told["events"] == N_EVENTS
    for name, by_month in (("links", False), ("links_by_month", True)):
        rows = reach.links_on_cluster(cluster, str(tmp_path / "events"), by_month=by_month)
        theirs = {
            (row["source"], row["target"], months.said(row["month"]) if by_month else None): row
            for row in rows
        }
        ours = {(row["from"], row["to"], row.get("month")): row for row in told[name]}
        assert set(ours) == set(theirs)
        for key, row in ours.items():
            assert [row[figure] for figure in FIGURES] == [
                value if value is None else pytest.approx(value, rel=1e-9, abs=1e-9)
                for value in (theirs[key][figure] for figure in FIGURES)
            ]
    spread: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for row in reach.days_on_cluster(cluster, str(tmp_path / "events")):
        spread[row["source"], row["target"]][row["workdays"]] += row["n"]
    hours: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for row in reach.hours_on_cluster(cluster, str(tmp_path / "events")):
        hours[row["source"], row["target"]][min(row["workhours"], MOST_HOURS + 1)] += row["n"]
    of_links = [one for one in links(log) if one.level == "organisation" and one.days]
    assert spread == {(one.source, one.target): one.workdays for one in of_links}
    assert hours == {(one.source, one.target): one.workhours for one in of_links}
    done = tasks_done(cluster)
    assert len(done) == 2
    assert min(done) > 0
