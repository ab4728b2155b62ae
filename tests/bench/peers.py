"""pm4py beside us: in an environment of its own, as its licence (AGPL) keeps it out of the locks and of this process.

`make bench PEERS=1` makes that environment the first time, 900 MB in `.schakel/bench-peers`; `make clean` removes it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import bootstrap

FOLDER = bootstrap.STATE / "bench-peers"
PACKAGES = ("pm4py==2.7.23.11", "pyarrow==26.0.1")

#: What an analyst asks of pm4py to see what our report tells. It has no months and no quantile but the median, so this
#: is less than we answer. Its seconds are from opening the file; loading the packages does not count.
_QUESTIONS = """
import json, resource, sys, time, warnings
warnings.simplefilter("ignore")
import pandas, pm4py
from pm4py.algo.discovery.dfg.adapters.pandas import df_statistics

began = time.perf_counter()
frame = pandas.read_parquet(sys.argv[1], columns=["case_id", "activity", "organisation", "start", "end"])
frame["end"] = frame["end"].fillna(frame["start"])
log = pm4py.format_dataframe(
    frame, case_id="case_id", activity_key="activity", timestamp_key="end", start_timestamp_key="start"
)
read = time.perf_counter() - began
asked = {"measure": "both", "perf_aggregation_key": "all", "start_timestamp_key": "start_timestamp"}
arcs, _waits = df_statistics.get_dfg_graph(log, **asked)
links, _waits = df_statistics.get_dfg_graph(log, activity_key="organisation", **asked)
variants = pm4py.get_variants(log)
cases = log.groupby("case:concept:name")
took = (cases["time:timestamp"].max() - cases["start_timestamp"].min()).dt.total_seconds()
took.quantile([0.5, 0.9])
all_of_it = time.perf_counter() - began
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
told = {"read": read, "seconds": all_of_it, "mb": memory, "pairs": int(sum(arcs.values())), "cases": len(took)}
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Told:
    """What pm4py took and found: seconds for reading, and for reading and all questions; most memory in MB."""

    read: float
    seconds: float
    mb: float
    pairs: int
    cases: int


def python() -> Path:
    """The Python of the environment with the peers, made when it is not there yet or is of other packages."""
    program, mark = FOLDER / "bin" / "python", FOLDER / "packages.json"
    if mark.is_file() and json.loads(mark.read_text(encoding="utf-8")) == list(PACKAGES):
        return program
    print(f"Making an environment with {', '.join(PACKAGES)} in {FOLDER.name}", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    bootstrap.make_venv(FOLDER)
    uv = bootstrap.find_uv()
    subprocess.run([uv, "pip", "install", "--quiet", "--python", str(program), *PACKAGES], check=True)
    mark.write_text(json.dumps(PACKAGES), encoding="utf-8")
    return program


def pm4py(source: Path) -> Told:
    """Ask pm4py about a file of Parquet, in a fresh process."""
    asked = [str(python()), "-c", _QUESTIONS, str(source)]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    return Told(**json.loads(done.stdout.splitlines()[-1]))
