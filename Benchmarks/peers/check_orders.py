"""Whether orders.py agrees with awardsim, and with the distributions that it draws from.

    python3 check_orders.py --awardsim ../../.build/release/awardsim

The orders of some lots go through `awardsim fees`: amounts, fees and their sums by month are equal.
Numbers of orders, quantities, prices, months and cancellations have the means that they should.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

import lots_case
import orders

WIDTH = 4
HEADINGS = (
    "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status,returned_on,ruled_on\n"
)


def same_fees(program, folder, drawn):
    """The same orders through `awardsim fees`."""
    quantity, price, month, lot = drawn
    (folder / "tiers.csv").write_text(lots_case.TIERS)
    with open(folder / "orders.csv", "w") as file:
        file.write(HEADINGS)
        for number, (q, p, m, i) in enumerate(zip(quantity, price, month, lot)):
            day = f"{2026 + (m + 3) // 12}-{(m + 3) % 12 + 1:02}-15"
            end = "active,,"
            if m == orders.MONTHS:
                day, end = "2026-04-15", "cancelled,2026-05-01,2026-05-02"
            file.write(f"O{number},I{i},V,A,{day},{q},{p},{end}\n")
    run = subprocess.run(
        [program, "fees", "--orders", folder / "orders.csv", "--tiers", folder / "tiers.csv",
         "--contract-end", "2027-03-31", "--format", "csv", "--quiet"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    table = list(csv.DictReader(run.stdout.splitlines()))
    amounts = np.array([int(row["amount"]) for row in table])
    charged = np.array([int(row["fee"]) for row in table])
    stands = month < orders.MONTHS
    by_month = np.zeros(orders.MONTHS, np.int64)
    for row, fee in zip(table, charged):
        year, name, _ = row["accrued_on"].split("-")
        by_month[(int(year) - 2026) * 12 + int(name) - 4] += fee
    fees = np.where(stands, orders.fees(quantity * price), 0)
    own_by_month = np.bincount(month[stands], fees[stands], orders.MONTHS)
    faults = [
        (np.array_equal(amounts, quantity * price), "amounts"),
        (np.array_equal(charged, fees), "fees"),
        (np.array_equal(by_month, own_by_month), "fees by month"),
    ]
    return [f"{what} differ" for agrees, what in faults if not agrees]


def same_distributions(given, drawn):
    """Every mean within four standard errors of its exact value."""
    reserves, prices, quantities = given
    quantity, price, month, place = drawn
    vendor, lot = np.divmod(place, len(reserves))
    weights = np.exp(-orders.SENSITIVITY * (prices - prices.min(axis=0)) / reserves)
    shares = weights / weights.sum(axis=0)
    expected = (shares * prices).sum(axis=0)
    counts = np.bincount(lot, minlength=len(reserves))
    samples = {
        "number of orders": (counts, orders.COUNT_MEAN),
        "its square": (counts.astype(float) ** 2, 400 + 20 + 400 / orders.COUNT_SIZE),
        "quantity": (quantity, quantities.mean()),
        "price": (price / reserves[lot] - expected[lot] / reserves[lot], 0),
        "cancellation": (month == orders.MONTHS, orders.CANCELLED_SHARE),
    }
    for number, share in enumerate(orders.MONTH_PROFILE):
        exact = share / sum(orders.MONTH_PROFILE) * (1 - orders.CANCELLED_SHARE)
        samples[f"month {number}"] = month == number, exact
    for number, share in enumerate(shares):
        samples[f"vendor {number}"] = (vendor == number) - share[lot], 0
    faults = []
    for name, (values, exact) in samples.items():
        apart = (values.mean() - exact) / (values.std(ddof=1) / len(values) ** 0.5)
        if not abs(apart) <= WIDTH:
            faults.append(f"{name}: {apart:+.1f} standard errors from its exact mean")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--awardsim", required=True)
    parser.add_argument("--lots", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    few = orders.inputs(options.seed, options.lots)
    many = orders.inputs(options.seed, 50 * options.lots)
    with tempfile.TemporaryDirectory() as name:
        *drawn, place = orders.Orders(options.seed, few[2]).draw(*few[:2])
        faults = same_fees(options.awardsim, Path(name), (*drawn, place % options.lots))
    faults += same_distributions(many, orders.Orders(options.seed, many[2]).draw(*many[:2]))
    if faults:
        sys.exit("\n".join(faults))
    print(f"orders.py agrees on {len(drawn[0])} orders")


if __name__ == "__main__":
    main()
