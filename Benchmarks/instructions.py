"""Counts the instructions of whole commands, and says which need more than before.

    python3 Benchmarks/instructions.py          # compares with instructions.json
    python3 Benchmarks/instructions.py --save   # puts the new counts there

Clocks differ from run to run, counts of instructions hardly do. They are those of one thread under
`valgrind --tool=callgrind`, of a release build; with more than 3 % above the counts of the file the
exit status is 1. A count belongs to a compiler and a processor: with others than those of the file
nothing is compared. Valgrind has no vectors of 512 bits, so the loops counted are those for 256 or
for 128. Beside valgrind it takes the packages of `peers/requirements.txt`.
"""

import argparse
import json
import os
import platform
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
# The same input under the same names, hashed alike.
ENVIRONMENT = {"SWIFT_DETERMINISTIC_HASHING": "1", "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}

BULK = ["--reserves", "bids/reserves.csv", "--threads", "1", "--format", "csv", "--quiet"]
SIMULATE = ["--method", "simulate", "--threads", "1", "--format", "json", "--quiet"]
RANDOM = [*SIMULATE, "--sampling", "random"]
COMMANDS = {
    "awardsim --help": ["--help"],
    "run, shipped case": ["run", "shipped", "--format", "csv", "--quiet"],
    "award, 300,000 bids, grouped": ["award", "--bids", "bids/bids.csv", *BULK],
    "award, 300,000 bids, shuffled": ["award", "--bids", "bids/shuffled.csv", *BULK],
    "simulate, 640,000 lots of 10": [
        "simulate", "lots", "--behaviour", "lots.yaml", "--draws", "6400", *RANDOM,
    ],
    "simulate, 256,000 lots of 12, 5,120,000 orders": [
        "simulate", "orders", "--behaviour", "orders.yaml", "--draws", "2560", *RANDOM,
    ],
    "simulate, shipped case, Sobol points": [
        "simulate", "shipped", "--draws", "128", "--sampling", "sobol", *SIMULATE,
    ],
}  # fmt: skip


def prepare(folder, program):
    """Makes the inputs and a copy of the program in a folder."""

    def make(script, *arguments):
        command = [sys.executable, HERE / "peers" / script, *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    make("lots_case.py", "--lots", "100", "--bids", "10", "--out", "lots")
    make("lots_case.py", "--lots", "100", "--bids", "12", "--orders", "--out", "orders")
    rows = ["--rows", "300000", "--seed", "1", "--out"]
    make("generate_bids.py", *rows, "shuffled", "--shuffled")
    make("generate_bids.py", *rows, "bids")
    (folder / "shuffled/bids.csv").rename(folder / "bids/shuffled.csv")
    (folder / "shipped").symlink_to(SHIPPED)
    # Valgrind gives up on debugging information that is newer than itself.
    subprocess.run(["strip", "--strip-debug", "-o", folder / "awardsim", program], check=True)


def instructions(arguments, folder):
    """What one command takes, wherever its output goes."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "./awardsim", *arguments]
    run = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"{' '.join(map(str, command))}\nended with {run.returncode}\n{run.stderr}")
    return int(found[1])


def conditions():
    """What counts belong to."""
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    model = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    processor = model[1] if model else platform.machine()
    return {"compiler": swift.splitlines()[0].strip(), "processor": processor}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--awardsim", type=Path, default=BUILT)
    options = parser.parse_args()
    own = conditions()
    saved = json.loads(COUNTS.read_text()) if COUNTS.exists() else own | {"instructions": {}}
    if not options.save and any(saved[key] != own[key] for key in own):
        sys.exit(f"the counts of {COUNTS.name} belong to {saved['compiler']} on {saved['processor']}")
    before, now = saved["instructions"], {}
    print("| command | instructions | change |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="awardsim-instructions-") as name:
        prepare(Path(name), options.awardsim)
        for what, arguments in COMMANDS.items():
            count = now[what] = instructions(arguments, name)
            change = f"{100 * (count / before[what] - 1):+.2f} %" if what in before else ""
            print(f"| {what} | {count:,} | {change} |", flush=True)
    if options.save:
        COUNTS.write_text(json.dumps(own | {"instructions": now}, indent=2) + "\n")
    elif any(count > (1 + TOLERANCE) * before.get(what, count) for what, count in now.items()):
        sys.exit("more instructions than before")


if __name__ == "__main__":
    main()
