"""What is compared: for each task its inputs, its programs, and what says that they agree."""

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SHARES = "0.9,1,0.8,0.7"
# simulate.py lets everyone in: without these tables nothing is screened.
SCREENING = ("vendors", "products", "certificates", "tests", "security_items", "restricted_brands",
             "demand", "listings")  # fmt: skip
SCENARIOS = """baseline:
  set: {award.cutoff_share: 0.9}
scenarios:
  cutoff:
    set:
      award.cutoff_share: [1, 0.8, 0.7]
"""


def python(script, *arguments):
    return [sys.executable, HERE / script, *arguments]


@dataclass
class Program:
    """A command to time; `unit_cost` reads CPU ns per bid or order from what it says of itself."""

    name: str
    command: list
    unit: str = ""
    count: int = 0

    def unit_cost(self, usage):
        if self.count:
            return usage.cpu_seconds / self.count * 1e9
        if self.unit:
            return json.loads(usage.output).get(f"ns_per_{self.unit}")
        return None


@dataclass
class Task:
    """Programs that do the same, awardsim's first; commands before them and checks after."""

    name: str
    programs: list
    prepare: list = field(default_factory=list)
    checks: list = field(default_factory=list)
    rounds: int = 0


@dataclass
class Sizes:
    """How much work each task has."""

    rows: int
    draws: int
    bids: int
    orders_draws: int


QUICK = Sizes(rows=50_000, draws=200, bids=1_000_000, orders_draws=500)
FULL = Sizes(rows=1_000_000, draws=5_000, bids=10_000_000, orders_draws=5_000)
LOTS = 100


def award(awardsim, folder, sizes, shuffled):
    name = "shuffled" if shuffled else "grouped"
    data = folder / name
    files = ["--bids", data / "bids.csv", "--reserves", data / "reserves.csv"]
    own = data / "awardsim.csv"
    ours = [
        awardsim, "award", *files, "--format", "csv", "--set", "award.tie=include-all",
        "--output", own, "--force", "--quiet",
    ]  # fmt: skip
    programs, checks = [Program("awardsim award", ours)], []
    for engine, threads in (
        ("polars", 1), ("duckdb", 1), ("pandas", 1), ("polars", 2), ("duckdb", 2),
    ):  # fmt: skip
        out = data / f"{engine}-{threads}.csv"
        options = ["--engine", engine, *files, "--out", out, "--threads", str(threads)]
        label = engine if threads == 1 else f"{engine}, {threads} threads"
        programs.append(Program(label, python("bulk_award.py", *options)))
        checks.append(python("compare_awards.py", own, out))
    make = ["--rows", sizes.rows, "--seed", 1, "--out", data, *(["--shuffled"] if shuffled else [])]
    return Task(
        f"award {sizes.rows:,} bids, {name}", programs, [python("generate_bids.py", *make)], checks
    )


def draw(awardsim, folder, sizes, bids):
    case = folder / f"lots-{bids}"
    draws = sizes.bids // bids // LOTS
    ours = [
        awardsim, "simulate", case, "--behaviour", case.with_suffix(".yaml"), "--draws", draws,
        "--sampling", "random", "--threads", 1, "--format", "json", "--quiet",
    ]  # fmt: skip
    programs = [Program("awardsim simulate", ours, count=draws * LOTS * bids)]
    for version in ("plain", "blocked"):
        options = ["--bids", bids, "--lots", draws * LOTS, "--version", version]
        programs.append(Program(f"numpy, {version}", python("draws.py", *options), "bid"))
    return Task(
        f"draw and award lots of {bids}",
        programs,
        [python("lots_case.py", "--lots", LOTS, "--bids", bids, "--out", case)],
        [
            python("check_draws.py", "--awardsim", awardsim, "--bids", bids),
            python("compare_draws.py", LOTS, "OUTPUT 0", "OUTPUT 1", "OUTPUT 2"),
        ],
    )


def order(awardsim, folder, sizes):
    case = folder / "orders"
    ours = [
        awardsim, "simulate", case, "--behaviour", case.with_suffix(".yaml"), "--draws",
        sizes.orders_draws, "--set", "award.cutoff_share=1", "--sampling", "random",
        "--threads", 1, "--format", "json", "--quiet",
    ]  # fmt: skip
    lots = sizes.orders_draws * LOTS
    return Task(
        f"orders with fees, {lots:,} lots, awardsim with its bids",
        [
            Program("awardsim simulate", ours, count=lots * 20),
            Program("numpy", python("orders.py", "--lots", lots), "order"),
        ],
        [python("lots_case.py", "--lots", LOTS, "--bids", 12, "--orders", "--out", case)],
        [python("check_orders.py", "--awardsim", awardsim)],
    )


def simulate(awardsim, folder, sizes):
    case, reserves = folder / "case", folder / "case-reserves.csv"
    behaviour, scenarios = folder / "case-behaviour.yaml", folder / "case-scenarios.yaml"
    behaviour.write_text("vendor_levels: false\n")
    scenarios.write_text(SCENARIOS)
    ours = [
        awardsim, "simulate", case, "--behaviour", behaviour, "--scenarios", scenarios, "--draws",
        sizes.draws, "--sampling", "random", "--threads", 1, "--format", "json", "--quiet",
    ]  # fmt: skip
    theirs = ["--reserves", reserves, "--draws", sizes.draws, "--shares", SHARES]
    size = ["--items", 500, "--vendors", 60, "--bids", 6000, "--orders", 10000, "--seed", 1]
    return Task(
        f"simulate {sizes.draws:,} draws, 4 scenarios",
        [
            Program("awardsim simulate", ours),
            Program("numpy", python("simulate.py", case, *theirs)),
        ],
        [
            [awardsim, "generate", case, *size, "--quiet"],
            ["rm", *(case / f"{table}.csv" for table in SCREENING)],
            [awardsim, "reserve", case, "--format", "csv", "--output", reserves, "--quiet"],
        ],
        [python("compare_simulation.py", "OUTPUT 0", "OUTPUT 1")],
    )


def all_tasks(awardsim, folder, sizes):
    return [
        award(awardsim, folder, sizes, False),
        award(awardsim, folder, sizes, True),
        *(draw(awardsim, folder, sizes, bids) for bids in (5, 10, 20, 40)),
        order(awardsim, folder, sizes),
        simulate(awardsim, folder, sizes),
    ]
