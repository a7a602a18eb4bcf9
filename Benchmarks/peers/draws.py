"""Draw and award: lots of N bids, each a lognormal part of the reserve price, the lowest 90 % awarded.

    python3 draws.py --bids 10 --seed 1 --version plain
    python3 draws.py --bids 10 --seed 1 --version blocked

`plain` is what a user writes: 2-D arrays over all lots. `blocked` is the fastest NumPy we know of:
blocks that stay in cache, bids drawn through a table of quantiles, no sorting.
"""

import argparse
from statistics import NormalDist

import numpy as np

from measured import Measured

LOG_MEAN, LOG_DEVIATION = -0.05, 0.06
RESERVE = 1_000_000
BLOCK_BIDS = 1 << 16


def awarded_count(valid):
    """The lowest 90 % of the valid bids: half-up, at least one where there is one."""
    return np.minimum(np.maximum((9 * valid + 5) // 10, 1), valid)


# As a user writes it


def plain_prices(rng, lots, bids):
    ratios = rng.lognormal(LOG_MEAN, LOG_DEVIATION, size=(lots, bids))
    return np.floor(ratios * RESERVE + 0.5).astype(np.int64)


def plain_award(prices, reserve=RESERVE):
    """Awarded sum and number of awards of each row of prices."""
    ranked = np.sort(prices, axis=1)
    count = awarded_count((ranked <= reserve).sum(axis=1))
    is_awarded = np.arange(prices.shape[1]) < count[:, None]
    return np.where(is_awarded, ranked, 0).sum(axis=1), count


def plain(rng, lots, bids):
    return plain_award(plain_prices(rng, lots, bids))


# Best blocked


class PriceTable:
    """Prices by the upper 16 bits of a random word, linear in the lower 16.

    Rounding to whole NT$ is the conversion to an integer: half is in the table already.
    """

    def __init__(self):
        cells = 1 << 16
        normal = NormalDist(LOG_MEAN, LOG_DEVIATION)
        inner = np.array([normal.inv_cdf(cell / cells) for cell in range(1, cells)])
        edges = RESERVE * np.exp(np.concatenate([inner[:1], inner, inner[-1:]]))
        # The two outer cells end where they keep the mean price of their share of the bids.
        shifted = NormalDist(LOG_MEAN + LOG_DEVIATION**2, LOG_DEVIATION)
        mean = RESERVE * np.exp(LOG_MEAN + LOG_DEVIATION**2 / 2)
        edges[0] = 2 * cells * mean * shifted.cdf(inner[0]) - edges[1]
        edges[-1] = 2 * cells * mean * (1 - shifted.cdf(inner[-1])) - edges[-2]
        self._starts = (edges[:-1] + 0.5).astype(np.float32)
        self._slopes = (np.diff(edges) / cells).astype(np.float32)

    def fill(self, prices, words, scratch):
        """Turns pairs of 16-bit words into prices."""
        upper, lower = words.reshape(2, *prices.shape)
        start, slope = scratch
        # Any 16-bit word is within the table: nothing wraps.
        self._starts.take(upper, out=start, mode="wrap")
        self._slopes.take(upper, out=slope, mode="wrap")
        np.multiply(slope, lower, out=slope)
        np.add(start, slope, out=start)
        np.copyto(prices, start, casting="unsafe")


class LowestBids:
    """Awards lots without ranking all their bids.

    The lowest k of v valid bids come to all of them less the v − k highest, and these are few: none
    of 5, at most 1 of 10, 2 of 20, 4 of 40. Small lots lie in columns, and the highest bids are
    kept bid by bid in whole rows; large lots lie in rows, and are sorted.
    """

    SORTED_FROM = 32

    def __init__(self, bids, lots):
        self.axis = 1 if bids >= self.SORTED_FROM else 0
        self.shape = (lots, bids) if self.axis else (bids, lots)
        self._bids = bids
        self._above = np.empty(self.shape, np.int32)
        self._highest = np.empty((bids - int(awarded_count(bids)), lots), np.int32)
        self._rest = np.empty((2, lots), np.int32)

    def award(self, prices, reserve=RESERVE):
        """Awarded sum and number of awards of each lot; overwrites the prices."""
        above = np.subtract(reserve, prices, out=self._above)
        # −1 above the reserve price, else 0: such a bid counts as 0 from here on.
        np.right_shift(above, 31, out=above)
        valid = np.add.reduce(above, axis=self.axis, dtype=np.int32) + np.int32(self._bids)
        np.invert(above, out=above)
        np.bitwise_and(prices, above, out=prices)
        total = np.add.reduce(prices, axis=self.axis, dtype=np.int32)
        count = awarded_count(valid)
        dropped = valid - count
        for place, highest in enumerate(self._highest_of(prices)):
            total -= highest * (dropped > place)
        return total, count

    def _highest_of(self, prices):
        """As many of the highest bids of each lot as may be dropped, in falling order."""
        highest = self._highest
        if self.axis:
            prices.sort(axis=1)
            return prices.T[: -len(highest) - 1 : -1]
        highest[:] = 0
        for rest in prices if len(highest) else []:
            for place, best in enumerate(highest[:-1]):
                lower = np.minimum(best, rest, out=self._rest[place % 2])
                np.maximum(best, rest, out=best)
                rest = lower
            np.maximum(highest[-1], rest, out=highest[-1])
        return highest


def blocked(seed, lots, bids, table):
    """Awarded sums and numbers of awards, block by block."""
    # The sum of a lot fits 32 bits, and a price the 24 of a float.
    assert bids * RESERVE < 1 << 31 and 4 * RESERVE < 1 << 24
    words = np.random.SFC64(seed)
    block = max(2, BLOCK_BIDS // bids // 2 * 2)
    lowest = LowestBids(bids, block)
    prices = np.empty(lowest.shape, np.int32)
    scratch = np.empty((2, *lowest.shape), np.float32)
    sums, counts = np.empty(lots, np.int32), np.empty(lots, np.int32)
    for first in range(0, lots, block):
        table.fill(prices, words.random_raw(prices.size // 2).view(np.uint16), scratch)
        total, count = lowest.award(prices)
        last = min(first + block, lots)
        sums[first:last], counts[first:last] = total[: last - first], count[: last - first]
    return sums, counts


def summary(sums, counts):
    """Totals as exact integers; means with their errors."""
    lots = len(sums)
    return {
        "awarded_sum": int(sums.sum(dtype=np.int64)),
        "awarded_bids": int(counts.sum(dtype=np.int64)),
        "mean_awarded_sum": float(sums.mean(dtype=float)),
        "mean_awarded_sum_error": float(sums.std(ddof=1, dtype=float) / lots**0.5),
        "mean_awarded_bids": float(counts.mean(dtype=float)),
        "mean_awarded_bids_error": float(counts.std(ddof=1, dtype=float) / lots**0.5),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bids", type=int, default=10)
    parser.add_argument("--lots", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", choices=["plain", "blocked"], default="blocked")
    options = parser.parse_args()
    table = PriceTable() if options.version == "blocked" else None
    with Measured() as measured:
        if table:
            sums, counts = blocked(options.seed, options.lots, options.bids, table)
        else:
            sums, counts = plain(np.random.default_rng(options.seed), options.lots, options.bids)
    measured.print(
        {"version": options.version, "bids_per_lot": options.bids, "lots": options.lots}
        | summary(sums, counts),
        bids=options.lots * options.bids,
    )


if __name__ == "__main__":
    main()
