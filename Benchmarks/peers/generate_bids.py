"""Writes bids.csv and reserves.csv of any length, for the bulk award.

    python3 generate_bids.py --rows 1000000 --seed 1 --out FOLDER [--shuffled] [--disqualified 0.02]

An item has 1 to 23 bids, 12 on average, of different vendors; some lie above the reserve price. Half
of the items have bids in steps of 1 % of the reserve, so that many are equal, also at the cutoff.
With `--disqualified` a share of the bids is, in a column `status`.
"""

import argparse
from pathlib import Path

import numpy as np
import polars as pl

MOST_BIDS = 23
VENDORS = 997
BLOCK_ITEMS = 200_000
BLOCK_ROWS = 2_000_000


def reserves(rng, items):
    """Reserve prices around NT$30,000, as whole NT$."""
    return np.maximum(rng.lognormal(10.3, 1.0, items), 100).astype(np.int64)


def bids(rng, first, prices):
    """The bids for some items, item after item: item number, vendor number, price."""
    counts = rng.integers(1, MOST_BIDS + 1, len(prices))
    item = np.repeat(np.arange(len(prices)), counts)
    place = np.arange(len(item)) - np.repeat(np.cumsum(counts) - counts, counts)
    # Steps through a prime number of vendors meet none twice.
    start, stride = rng.integers(0, VENDORS, len(prices)), rng.integers(1, VENDORS, len(prices))
    vendor = (start[item] + stride[item] * place) % VENDORS + 1
    ratio = rng.lognormal(-0.05, 0.06, len(item))
    step = np.where(rng.random(len(prices)) < 0.5, np.maximum(prices // 100, 1), 1)[item]
    price = np.maximum(np.round(ratio * prices[item] / step) * step, 1).astype(np.int64)
    return item + first, vendor, price


def frame(rng, item, vendor, price, disqualified):
    columns = {
        "item_id": "I" + pl.Series(item).cast(pl.String).str.zfill(7),
        "vendor_id": "V" + pl.Series(vendor).cast(pl.String),
        "unit_price": price,
    }
    if disqualified > 0:
        is_refused = rng.random(len(item)) < disqualified
        columns["status"] = np.where(is_refused, "disqualified", "valid")
    return pl.DataFrame(columns)


class Bids:
    """All bids as columns of small integers: 10 bytes a row."""

    def __init__(self, rng, rows):
        # More items than are needed; the last one is cut short.
        items = rows * 2 // (MOST_BIDS + 1) * 102 // 100 + 100
        self.reserves = reserves(rng, items)
        self.item = np.empty(rows, np.int32)
        self.vendor = np.empty(rows, np.int16)
        self.price = np.empty(rows, np.int32)
        filled = first = 0
        while filled < rows:
            block = self.reserves[first : first + BLOCK_ITEMS]
            columns = bids(rng, first, block)
            taken = min(len(columns[0]), rows - filled)
            for own, column in zip((self.item, self.vendor, self.price), columns):
                own[filled : filled + taken] = column[:taken]
            filled, first = filled + taken, first + len(block)
        self.reserves = self.reserves[: self.item[-1] + 1]


def generate(folder, rows, seed, shuffled=False, disqualified=0.0):
    """Writes both files into a folder."""
    rng = np.random.default_rng(seed)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    data = Bids(rng, rows)
    order = np.arange(rows, dtype=np.int32)
    if shuffled:
        rng.shuffle(order)
    with open(folder / "bids.csv", "wb") as file:
        for first in range(0, rows, BLOCK_ROWS):
            place = order[first : first + BLOCK_ROWS]
            columns = data.item[place] + 1, data.vendor[place], data.price[place]
            table = frame(rng, *columns, disqualified)
            table.write_csv(file, include_header=first == 0)
    numbers = pl.Series(np.arange(1, len(data.reserves) + 1)).cast(pl.String)
    table = {"item_id": "I" + numbers.str.zfill(7), "reserve_price": data.reserves}
    pl.DataFrame(table).write_csv(folder / "reserves.csv")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--disqualified", type=float, default=0.0)
    options = parser.parse_args()
    generate(options.out, options.rows, options.seed, options.shuffled, options.disqualified)


if __name__ == "__main__":
    main()
