"""Runs awardsim and its peers on the same input, one after the other, and prints what each takes.

    python3 run.py [--quick] [--rounds 3] [--awardsim ../../.build/release/awardsim]

Nothing is printed for a task before its results agree; where they do not, the exit status is 1.
"""

import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import child
import tasks

BUILT = Path(__file__).resolve().parents[2] / ".build/release/awardsim"
LIBRARIES = ("numpy", "polars", "duckdb", "pandas", "pyarrow", "xlsxwriter")


def machine():
    with open("/proc/cpuinfo") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = ", ".join(f"{own:.1f}" for own in os.getloadavg())
    return f"{len(models)} cores of {models[0]}, {memory:.0f} GiB, load before the run {load}"


def heading(awardsim):
    own = subprocess.run([awardsim, "--version"], capture_output=True, text=True).stdout.strip()
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{datetime.date.today()}, {machine()}\n\n"
        f"{own}, Python {platform.python_version()}, {libraries}\n"
    )


def play(task, rounds, folder):
    """The usage of each program in each round; raises `ProgramFailed` where results disagree.

    The checks follow the first round, so a disagreement is found before more is timed.
    """
    outputs = [folder / f"output-{number}" for number in range(len(task.programs))]
    places = {f"OUTPUT {number}": path for number, path in enumerate(outputs)}
    scratch = folder / "output-check"
    for command in task.prepare:
        child.run(command, scratch)
    usages = [[] for _ in task.programs]
    for number in range(rounds):
        for program, path, own in zip(task.programs, outputs, usages):
            own.append(child.run(program.command, path))
        if number == 0:
            for command in task.checks:
                child.run([places.get(part, part) for part in command], scratch)
    return usages


def table(task, usages):
    """Medians over the rounds; the ratio is CPU time to awardsim's."""
    lines = [
        f"### {task.name}\n",
        "| program | CPU s | wall s | peak MiB | CPU ÷ awardsim's | CPU ns a bid or order |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    first = None
    for program, own in zip(task.programs, usages):
        cpu = statistics.median(usage.cpu_seconds for usage in own)
        wall = statistics.median(usage.wall_seconds for usage in own)
        peak = statistics.median(usage.peak_bytes for usage in own) / 2**20
        costs = [cost for usage in own if (cost := program.unit_cost(usage)) is not None]
        cost = f"{statistics.median(costs):.1f}" if costs else ""
        first = first or cpu
        ratio = f"{cpu / first:.2f}" if len(task.programs) > 1 else ""
        lines.append(f"| {program.name} | {cpu:.2f} | {wall:.2f} | {peak:.0f} | {ratio} | {cost} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small inputs, about a minute")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--awardsim", type=Path, default=BUILT)
    parser.add_argument("--only", default="", help="tasks whose names contain this")
    options = parser.parse_args()
    if not options.awardsim.exists():
        sys.exit(f"no {options.awardsim}; expected a build: swift build -c release")
    print(heading(options.awardsim), flush=True)
    disagreements = 0
    with tempfile.TemporaryDirectory(prefix="awardsim-peers-") as name:
        folder = Path(name)
        sizes = tasks.QUICK if options.quick else tasks.FULL
        for task in tasks.all_tasks(options.awardsim.resolve(), folder, sizes):
            if options.only not in task.name:
                continue
            try:
                usages = play(task, task.rounds or options.rounds, folder)
            except child.ProgramFailed as failure:
                disagreements += 1
                print(f"### {task.name}\n\nno times: {failure}\n", flush=True)
            else:
                print(table(task, usages), flush=True)
    if disagreements:
        sys.exit(1)


if __name__ == "__main__":
    main()
