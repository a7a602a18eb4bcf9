"""Builds the writers of mixed cells, runs them by turns and prints what each takes.

    python3 Benchmarks/peers/cells/run.py [--rows 1000000] [--rounds 5]

Nothing is timed before all files hold the same cells. XlsxWriter takes part where it is installed, in
the first round only.
"""

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import child  # noqa: E402


def built(folder):
    """The commands, built with optimisation; awardsim's first."""
    package = HERE.parents[1]
    swift = ["swift", "build", "--package-path", package, "-c", "release", "--product", "write-cells"]
    subprocess.run(swift, check=True, stdout=sys.stderr)
    where = subprocess.run([*swift, "--show-bin-path"], check=True, capture_output=True, text=True)
    own = Path(where.stdout.strip()) / "write-cells"
    c = folder / "write_cells"
    flags = ["-O3", "-o", c, HERE / "write_cells.c", "-lxlsxwriter"]
    subprocess.run(["cc", *flags], check=True)
    commands = {"awardsim, StreamedWorkbook": [own], "C, libxlsxwriter": [c]}
    if importlib.util.find_spec("xlsxwriter"):
        commands["Python, XlsxWriter"] = [sys.executable, HERE / "write_cells.py"]
    return commands


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="awardsim-cells-") as name:
        folder = Path(name)
        commands = built(folder)
        files = {program: folder / f"{number}.xlsx" for number, program in enumerate(commands)}
        usages = {program: [] for program in commands}
        for number in range(options.rounds):
            for program, command in commands.items():
                if number and program.startswith("Python"):
                    continue
                run = [*command, options.rows, files[program]]
                usages[program].append(child.run(run, folder / "output"))
            if number == 0:
                compare = [sys.executable, HERE / "compare_cells.py", options.rows, *files.values()]
                print(child.run(compare, folder / "output").output, file=sys.stderr, flush=True)
    print(table(options.rows, usages))


def table(rows, usages):
    medians = {
        program: [
            statistics.median(getattr(usage, key) for usage in own)
            for key in ("cpu_seconds", "wall_seconds", "peak_bytes")
        ]
        for program, own in usages.items()
    }
    reference = medians["C, libxlsxwriter"]
    load = ", ".join(f"{own:.1f}" for own in os.getloadavg())
    lines = [
        f"{rows:,} × 10 cells, medians of {max(map(len, usages.values()))} rounds by turns, load {load}\n",
        "| program | CPU s | wall s | peak MiB | CPU ÷ C's | wall ÷ C's |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for program, (cpu, wall, peak) in medians.items():
        lines.append(
            f"| {program} | {cpu:.2f} | {wall:.2f} | {peak / 2**20:.1f}"
            f" | {cpu / reference[0]:.3f} | {wall / reference[1]:.3f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
