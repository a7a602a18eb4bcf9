"""Whether draws.py agrees with awardsim: the same awards of the same bids, the same means.

    python3 check_draws.py --awardsim ../../.build/release/awardsim

The same bids go through `awardsim award` and both versions: the sum and number of awards of every lot
are equal. Both versions draw many lots: their means are within four standard errors of those that
`awardsim simulate --method exact` works out without draws.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

import draws
import lots_case

WIDTH = 4


def awardsim(program, *arguments):
    run = subprocess.run([program, *map(str, arguments), "--quiet"], check=True, capture_output=True)
    return run.stdout.decode()


def same_awards(program, folder, bids, lots, seed):
    """Prices of which many are equal, awarded three times over."""
    prices = draws.plain_prices(np.random.default_rng(seed), lots, bids)
    prices[::2] = prices[::2] // 10_000 * 10_000
    with open(folder / "bids.csv", "w") as file:
        file.write("item_id,vendor_id,unit_price\n")
        file.writelines(f"I{i},V{j},{p}\n" for i, lot in enumerate(prices) for j, p in enumerate(lot))
    with open(folder / "reserves.csv", "w") as file:
        file.write("item_id,reserve_price\n")
        file.writelines(f"I{lot},{draws.RESERVE}\n" for lot in range(lots))
    table = awardsim(
        program, "award", "--bids", folder / "bids.csv", "--reserves", folder / "reserves.csv",
        "--format", "csv", "--set", "award.lot_seed=1",
    )  # fmt: skip
    sums, counts = np.zeros(lots, np.int64), np.zeros(lots, np.int64)
    for row in csv.DictReader(table.splitlines()):
        if row["outcome"] == "awarded":
            sums[int(row["item_id"][1:])] += int(row["contract_price"])
            counts[int(row["item_id"][1:])] += 1
    lowest = draws.LowestBids(bids, lots)
    columns = (prices if lowest.axis else prices.T).astype(np.int32, order="C")
    peers = {"plain": draws.plain_award(prices), "blocked": lowest.award(columns)}
    return [
        f"{name}: awards of {bids} bids differ"
        for name, (own_sums, own_counts) in peers.items()
        if not (np.array_equal(own_sums, sums) and np.array_equal(own_counts, counts))
    ]


def same_means(program, folder, bids, lots, seed):
    case = folder / f"lots-{bids}"
    lots_case.write(case, 1, bids, False)
    answer = json.loads(
        awardsim(
            program, "simulate", case, "--behaviour", case.with_suffix(".yaml"),
            "--method", "exact", "--format", "json",
        )
    )  # fmt: skip
    exact = answer["scenarios"][0]["metrics"]
    peers = {
        "plain": draws.plain(np.random.default_rng(seed), lots, bids),
        "blocked": draws.blocked(seed, lots, bids, draws.PriceTable()),
    }
    faults = []
    for name, results in peers.items():
        for metric, values in zip(("awarded_sum", "awarded_bids"), results):
            error = values.std(ddof=1, dtype=float) / lots**0.5
            apart = (values.mean(dtype=float) - exact[metric]["mean"]) / error
            if not abs(apart) <= WIDTH:
                faults.append(f"{name}: {metric} of {bids} bids, {apart:+.1f} standard errors")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--awardsim", required=True)
    parser.add_argument("--bids", type=int, nargs="+", default=[5, 10, 20, 40])
    parser.add_argument("--lots", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as name:
        for bids in options.bids:
            own = options.awardsim, Path(name), bids
            faults += same_awards(*own, 500, options.seed)
            faults += same_means(*own, options.lots, options.seed)
    if faults:
        sys.exit("\n".join(faults))
    print(f"draws.py agrees for {', '.join(map(str, options.bids))} bids")


if __name__ == "__main__":
    main()
