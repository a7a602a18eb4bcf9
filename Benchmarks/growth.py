"""How the time of awardsim grows with the work: items, bids, draws, rows of bids, threads.

    python3 growth.py [--rounds 3] [--awardsim ../.build/release/awardsim] [--only WORD]

Each axis is measured at four sizes, the sizes taking turns; beside the median CPU time of each stands
the straight line that fits the four best (least squares of the relative distance), and how far the
time lies from it. Of threads the wall time is compared with half of that of one.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PEERS = Path(__file__).resolve().parent / "peers"
sys.path.insert(0, str(PEERS))

import child  # noqa: E402
import run as peers  # noqa: E402

BUILT = Path(__file__).resolve().parents[1] / ".build/release/awardsim"
SIZES = (1, 2, 4, 8)


def make(folder, script, *arguments):
    subprocess.run([sys.executable, PEERS / script, *map(str, arguments)], check=True)
    return folder


class Simulation:
    """`simulate` on lots with orders, at `items` × `bids` × `draws`."""

    def __init__(self, name, scratch, **base):
        self.name, self.scratch, self.base = name, scratch, base

    def command(self, awardsim, factor):
        sizes = {key: value * (factor if key == self.name else 1) for key, value in self.base.items()}
        folder = self.scratch / f"lots-{sizes['items']}-{sizes['bids']}"
        if not folder.exists():
            make(
                folder, "lots_case.py", "--lots", sizes["items"], "--bids", sizes["bids"],
                "--orders", "--out", folder,
            )  # fmt: skip
        return sizes[self.name], [
            awardsim, "simulate", folder, "--behaviour", folder.with_suffix(".yaml"), "--draws",
            sizes["draws"], "--threads", 1, "--sampling", "random", "--method", "simulate",
            "--format", "json", "--quiet",
        ]  # fmt: skip


class BulkAward:
    """`award --bids` on so many rows."""

    def __init__(self, name, scratch, rows, *options):
        self.name, self.scratch, self.rows, self.options = name, scratch, rows, options

    def command(self, awardsim, factor):
        rows = self.rows * factor
        folder = self.scratch / f"{self.name.replace(' ', '-')}-{rows}"
        if not folder.exists():
            make(folder, "generate_bids.py", "--rows", rows, "--seed", 1, "--out", folder, *self.options)
        return rows, [
            awardsim, "award", "--bids", folder / "bids.csv", "--reserves", folder / "reserves.csv",
            "--format", "csv", "--quiet",
        ]  # fmt: skip


def fitted(points):
    """The line a + b·x with the least sum of squared relative distances."""
    weights = [1 / time**2 for _, time in points]
    total = sum(weights)
    mean_x = sum(w * x for w, (x, _) in zip(weights, points)) / total
    mean_y = sum(w * y for w, (_, y) in zip(weights, points)) / total
    slope = sum(w * (x - mean_x) * (y - mean_y) for w, (x, y) in zip(weights, points))
    slope /= sum(w * (x - mean_x) ** 2 for w, (x, _) in zip(weights, points))
    return mean_y - slope * mean_x, slope


def measure(axis, awardsim, rounds, scratch):
    commands = [axis.command(awardsim, factor) for factor in SIZES]
    times = {size: [] for size, _ in commands}
    for _ in range(rounds):
        for size, command in commands:
            times[size].append(child.run(command, scratch / "output").cpu_seconds)
    points = [(size, statistics.median(own)) for size, own in times.items()]
    start, slope = fitted(points)
    for size, time in points:
        line = start + slope * size
        print(f"| {axis.name} | {size:,} | {time:.2f} | {line:.2f} | {100 * (time / line - 1):+.1f} % |")
    sys.stdout.flush()


def threads(awardsim, rounds, scratch):
    _, command = Simulation("draws", scratch, items=500, bids=12, draws=10_000).command(awardsim, 2)
    place = command.index("--threads") + 1
    walls = {1: [], 2: []}
    outputs = {}
    for _ in range(rounds):
        for count, own in walls.items():
            command[place] = count
            usage = child.run(command, scratch / "output")
            own.append(usage.wall_seconds)
            outputs[count] = usage.output
    if outputs[1] != outputs[2]:
        sys.exit("one and two threads differ")
    one, two = (statistics.median(walls[count]) for count in (1, 2))
    print(f"\nOne thread {one:.2f} s of wall time, two {two:.2f} s: {one / two:.2f} times, the same bytes.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--awardsim", type=Path, default=BUILT)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    print(f"{peers.machine()}\n")
    print("| axis | size | CPU s | straight line | distance |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        base = {"items": 250, "bids": 10, "draws": 2_000}
        axes = [Simulation(name, scratch, **base) for name in ("items", "bids", "draws")]
        axes += [
            BulkAward("rows grouped", scratch, 1_000_000),
            BulkAward("rows shuffled", scratch, 1_000_000, "--shuffled"),
        ]
        for axis in axes:
            if options.only in axis.name:
                measure(axis, options.awardsim, options.rounds, scratch)
        if options.only in "threads":
            threads(options.awardsim, options.rounds, scratch)


if __name__ == "__main__":
    main()
