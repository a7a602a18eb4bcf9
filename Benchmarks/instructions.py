"""Counts the instructions of whole commands, and says which need more than before.

    python3 Benchmarks/instructions.py          # compares with instructions.json
    python3 Benchmarks/instructions.py --save   # puts the new counts there

Clocks differ from run to run, counts of instructions hardly do. They are those of one thread under
`valgrind --tool=callgrind`, of a release build; with more than 3 % above the counts of the file the exit
status is 1. A count belongs to a processor and a compiler, so compare on one machine.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNTS = HERE / "instructions.json"
BUILT = HERE.parent / ".build/release/awardsim"
SHIPPED = HERE.parent / "datasets/cloud-1150202"
TOLERANCE = 0.03


def simulate(case, *options):
    return [
        "simulate", case, "--behaviour", case.with_suffix(".yaml"), "--sampling", "random",
        "--threads", "1", *options,
    ]  # fmt: skip


def commands(folder):
    """Each command by a name, on inputs that are made in a folder."""
    make = [sys.executable, HERE / "peers/lots_case.py", "--lots", "100"]
    subprocess.run([*make, "--bids", "10", "--out", folder / "lots"], check=True)
    subprocess.run([*make, "--bids", "12", "--orders", "--out", folder / "orders"], check=True)
    rows = [sys.executable, HERE / "peers/generate_bids.py", "--rows", "100000", "--seed", "1"]
    subprocess.run([*rows, "--out", folder / "bids"], check=True, stdout=subprocess.DEVNULL)
    files = ["--bids", folder / "bids/bids.csv", "--reserves", folder / "bids/reserves.csv"]
    return {
        "start": ["--help"],
        "run, shipped case": ["run", SHIPPED, "--format", "csv"],
        "award, 100,000 bids": ["award", *files, "--format", "csv", "--set", "award.tie=include-all"],
        "simulate, 640 draws, lots of 10 bids": simulate(folder / "lots", "--draws", "640"),
        "simulate, 640 draws, orders": simulate(
            folder / "orders", "--draws", "640", "--set", "award.cutoff_share=1"
        ),
        "simulate, 320 draws, Sobol points": [
            "simulate", SHIPPED, "--draws", "320", "--sampling", "sobol", "--threads", "1",
        ],
    }  # fmt: skip


def instructions(program, arguments):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *arguments]
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"{' '.join(map(str, command))}\nended with {run.returncode}\n{run.stderr}")
    return int(found[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--awardsim", type=Path, default=BUILT)
    options = parser.parse_args()
    before = json.loads(COUNTS.read_text()) if COUNTS.exists() else {}
    with tempfile.TemporaryDirectory(prefix="awardsim-instructions-") as name:
        now = {
            what: instructions(options.awardsim.resolve(), arguments)
            for what, arguments in commands(Path(name)).items()
        }
    print("| command | instructions | change |\n|---|--:|--:|")
    for what, count in now.items():
        change = f"{count / before[what] - 1:+.1%}" if what in before else ""
        print(f"| {what} | {count:,} | {change} |")
    if options.save:
        COUNTS.write_text(json.dumps(now, indent=2) + "\n")
    elif any(count > (1 + TOLERANCE) * before.get(what, count) for what, count in now.items()):
        sys.exit("more instructions than before")


if __name__ == "__main__":
    main()
