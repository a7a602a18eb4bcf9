"""How the time of awardsim grows with the work: items, bids, draws, rows of bids, threads.

    python3 Benchmarks/growth.py [--quick] [--rounds 5] [--only WORD]

Each kind of work is measured at four sizes, which take turns; the least CPU time of each counts, for
other programs only add to it. Beside it stands the straight line that fits the four best (least squares
of the relative distance), and how far the time lies from it. Of threads it is the wall time, compared
with that of one thread divided by them; any number of them has to come to the same bytes.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

PEERS = Path(__file__).resolve().parent / "peers"
sys.path.insert(0, str(PEERS))

import child  # noqa: E402
import run as peers  # noqa: E402

SIZES = (1, 2, 4, 8)
# Of the largest size, which is eight times the least.
FULL = {"items": 1_000, "draws": 20_000, "bids": 40, "lots of bids": 5_000_000, "rows": 8_000_000}
QUICK = {"items": 200, "draws": 4_000, "bids": 40, "lots of bids": 500_000, "rows": 800_000}


@dataclass
class Inputs:
    """Cases and files, each made when it is first asked for."""

    folder: Path

    def made(self, name, script, *arguments):
        place = self.folder / name
        if not place.exists():
            command = [sys.executable, PEERS / script, *arguments, "--out", place]
            subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)
        return place

    def simulate(self, items, bids, draws, *options):
        name = f"lots-{items}-{bids}-{len(options)}"
        case = self.made(name, "lots_case.py", "--lots", items, "--bids", bids, *options)
        return [
            "simulate", case, "--behaviour", case.with_suffix(".yaml"), "--draws", draws,
            "--sampling", "random", "--method", "simulate", "--format", "json", "--quiet",
        ]  # fmt: skip

    def award(self, rows, *options):
        name = f"rows-{rows}-{len(options)}"
        data = self.made(name, "generate_bids.py", "--rows", rows, "--seed", 1, *options)
        return [
            "award", "--bids", data / "bids.csv", "--reserves", data / "reserves.csv",
            "--format", "csv", "--quiet",
        ]  # fmt: skip


def axes(inputs, most):
    """For each kind of work the command for a part of the most of it, and its size."""
    items, draws, bids = most["items"], most["draws"], most["bids"]
    lots = most["lots of bids"]

    def simulate(**part):
        sizes = {"items": items // 4, "bids": 12, "draws": draws // 4} | part
        return inputs.simulate(*sizes.values(), "--orders")

    return {
        "items, 20 orders each": (items, lambda size: simulate(items=size)),
        "draws": (draws, lambda size: simulate(draws=size)),
        "bids a lot": (bids, lambda size: inputs.simulate(items // 4, size, lots // (items // 4))),
        "rows, grouped": (most["rows"], lambda size: inputs.award(size)),
        "rows, shuffled": (most["rows"], lambda size: inputs.award(size, "--shuffled")),
    }


def line(points):
    """The line a + b·x with the least sum of squared relative distances."""
    weights = [1 / time**2 for _, time in points]
    total = sum(weights)
    mean_x = sum(w * x for w, (x, _) in zip(weights, points)) / total
    mean_y = sum(w * y for w, (_, y) in zip(weights, points)) / total
    slope = sum(w * (x - mean_x) * (y - mean_y) for w, (x, y) in zip(weights, points))
    slope /= sum(w * (x - mean_x) ** 2 for w, (x, _) in zip(weights, points))
    return lambda x: mean_y + slope * (x - mean_x)


@dataclass
class Program:
    """A build of awardsim, its output in one file."""

    path: Path
    output: Path

    def run(self, command, threads):
        threads = ["--threads", threads, "--output", self.output, "--force"]
        return child.run([self.path, *command, *threads], f"{self.output}.said")

    def digest(self):
        with open(self.output, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def grow(name, most, command, program, rounds):
    """Prints the times of four sizes; says how far they lie from a line at most."""
    commands = {most * size // SIZES[-1]: command(most * size // SIZES[-1]) for size in SIZES}
    times = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for size, own in commands.items():
            times[size] = min(times[size], program.run(own, 1).cpu_seconds)
    expected = line(list(times.items()))
    distances = [time / expected(size) - 1 for size, time in times.items()]
    for (size, time), distance in zip(times.items(), distances):
        print(f"| {name} | {size:,} | {time:.2f} | {expected(size):.2f} | {100 * distance:+.1f} % |")
    sys.stdout.flush()
    return max(map(abs, distances))


def share(name, command, program, rounds):
    """Prints the wall times of one thread and more, up to the processors there are."""
    counts = range(1, (os.cpu_count() or 1) + 1)
    times, digests = dict.fromkeys(counts, float("inf")), set()
    for _ in range(rounds):
        for count in counts:
            times[count] = min(times[count], program.run(command, count).wall_seconds)
            digests.add(program.digest())
    if len(digests) > 1:
        sys.exit(f"{name}: threads differ")
    for count, time in times.items():
        ideal = times[1] / count
        distance, ratio = 100 * (time / ideal - 1), times[1] / time
        print(f"| {name} | {count} | {time:.2f} | {ideal:.2f} | {distance:+.1f} % | {ratio:.2f} |")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small inputs, about a minute")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--awardsim", type=Path, default=peers.BUILT)
    parser.add_argument("--only", default="", help="work whose name contains this")
    options = parser.parse_args()
    if not options.awardsim.exists():
        sys.exit(f"no {options.awardsim}; expected a build: swift build -c release")
    most = QUICK if options.quick else FULL
    print(f"{peers.machine()}\n")
    print("| work | size | CPU s | straight line | distance |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="awardsim-growth-") as name:
        inputs = Inputs(Path(name))
        program = Program(options.awardsim.resolve(), Path(name) / "output")
        distances = []
        for work, (size, command) in axes(inputs, most).items():
            if options.only in work:
                distances.append(grow(work, size, command, program, options.rounds))
        print(f"\nAt most {100 * max(distances, default=0):.1f} % from a straight line.\n")
        print("| work | threads | wall s | one ÷ threads | distance | times one |")
        print("|---|--:|--:|--:|--:|--:|")
        for work, command in {
            "threads, draws": inputs.simulate(most["items"] // 2, 12, most["draws"] // 2, "--orders"),
            "threads, rows": inputs.award(most["rows"] // 2),
        }.items():
            if options.only in work:
                share(work, command, program, options.rounds)


if __name__ == "__main__":
    main()
