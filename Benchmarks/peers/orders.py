"""Orders with fees: call-off orders of lots with awarded vendors at given prices.

    python3 orders.py --lots 50000 --seed 1

An item's number of orders is negative binomial with mean 20 and size 2; quantities are drawn from
given ones; the vendor by weights exp(−10 · (price − lowest) / reserve); a twelve-month profile; 3 %
are cancelled and count for nothing. The fee is 1.1 % of an order below NT$1,000,000, 1 % from there,
half-up to NT$1.
"""

import argparse

import numpy as np

from measured import Measured

VENDORS, MONTHS = 12, 12
COUNT_MEAN, COUNT_SIZE = 20, 2
SENSITIVITY = 10
CANCELLED_SHARE = 0.03
MONTH_PROFILE = [6, 7, 8, 8, 7, 7, 8, 9, 11, 12, 9, 8]
TIER_BOUND = 1_000_000
RATES_PER_MILLE = (11, 10)
BLOCK_LOTS = 2048


def inputs(seed, lots):
    """Made-up reserves, prices (a column a lot) and past quantities."""
    rng = np.random.default_rng(seed)
    reserves = np.floor(rng.lognormal(9, 1, lots)).astype(np.int32) + 1000
    ratios = np.minimum(rng.lognormal(-0.05, 0.06, (VENDORS, lots)), 1)
    prices = np.maximum(np.floor(ratios * reserves + 0.5), 1).astype(np.int32)
    quantities = np.ceil(rng.pareto(1.5, 2000) * 20).astype(np.int64)
    return reserves, prices, np.maximum(quantities, 1)


def count_thresholds():
    """Cumulative probabilities of the numbers of orders, as shares of 2³² words."""
    success = COUNT_SIZE / (COUNT_SIZE + COUNT_MEAN)
    numbers = np.arange(1, 1000)
    ratios = (numbers - 1 + COUNT_SIZE) / numbers * (1 - success)
    chances = success**COUNT_SIZE * np.cumprod(np.concatenate([[1.0], ratios]))
    return np.minimum(np.cumsum(chances) * 2.0**32, 2.0**32 - 1).astype(np.uint32)


def month_table():
    """The month of a 16-bit word; the month after the last stands for cancelled orders."""
    shares = np.array(MONTH_PROFILE) / sum(MONTH_PROFILE) * (1 - CANCELLED_SHARE)
    ends = np.round(np.cumsum(shares) * (1 << 16)).astype(int)
    return np.searchsorted(ends, np.arange(1 << 16), side="right")


def fees(amounts):
    """The fee of each order in whole NT$, exact."""
    rates = np.where(amounts < TIER_BOUND, *RATES_PER_MILLE)
    return (amounts * rates + 500) // 1000


class Orders:
    """Draws the orders of a block of lots at a time."""

    def __init__(self, seed, quantities):
        self._words = np.random.SFC64(seed)
        self._quantities = quantities
        self._counts = count_thresholds()
        self._months = month_table()

    def draw(self, reserves, prices):
        """Quantity, unit price, month (12 where cancelled) and place in `prices` of each order."""
        lots = len(reserves)
        count_words = self._words.random_raw((lots + 1) // 2).view(np.uint32)[:lots]
        counts = np.searchsorted(self._counts, count_words, side="right")
        number = int(counts.sum())
        lot = np.repeat(np.arange(lots), counts)
        words = self._words.random_raw(number).view(np.uint32)
        quantity_words, vendor_words = words[:number], words[number:]
        month_words = self._words.random_raw(number // 4 + 1).view(np.uint16)[:number]

        places = np.multiply(quantity_words, len(self._quantities), dtype=np.uint64)
        np.right_shift(places, 32, out=places)
        quantity = self._quantities.take(places.view(np.int64), mode="clip")
        place = self._vendors(reserves, prices, lot, counts, vendor_words)
        price = prices.ravel().take(place, mode="clip")
        month = self._months.take(month_words, mode="wrap")
        return quantity, price, month, place

    @staticmethod
    def _vendors(reserves, prices, lot, counts, words):
        """The place in `prices`, row after row, of each order's vendor."""
        lots = len(reserves)
        weights = np.full((16, lots), np.inf, np.float32)
        offers = weights[:VENDORS]
        np.subtract(prices, prices.min(axis=0), out=offers)
        offers *= np.float32(-SENSITIVITY) / reserves.astype(np.float32)
        np.exp(offers, out=offers)
        # Row by row: five times as fast as a sum along the axis.
        for lower, upper in zip(offers, offers[1:]):
            upper += lower
        share = offers[-1] * np.float32(2.0**-31)
        # Nothing lies beyond the last vendor, whatever the rounding.
        offers[-1] = np.inf
        target = (words >> 1).view(np.int32).astype(np.float32)
        target *= np.repeat(share, counts)
        cumulative = weights.ravel()
        place = lot.copy()
        for step in (8, 4, 2, 1):
            passed = cumulative.take(place + (step - 1) * lots, mode="clip") <= target
            place += passed * (step * lots)
        return place


def totals(seed, reserves, prices, quantities):
    """Numbers and sums of all lots, as exact integers."""
    orders = Orders(seed, quantities)
    drawn = cancelled = value = 0
    by_month = np.zeros(MONTHS, np.int64)
    for first in range(0, len(reserves), BLOCK_LOTS):
        block = slice(first, first + BLOCK_LOTS)
        quantity, price, month, _ = orders.draw(reserves[block], prices[:, block])
        amount = quantity * price
        # Sums of a block are whole numbers below 2⁵³.
        by_month += np.bincount(month, fees(amount), MONTHS + 1)[:MONTHS].astype(np.int64)
        stands = month < MONTHS
        value += int(np.dot(amount, stands))
        drawn += len(month)
        cancelled += len(month) - int(np.count_nonzero(stands))
    return {
        "orders": drawn,
        "cancelled": cancelled,
        "order_value": value,
        "fee": int(by_month.sum()),
        "fee_by_month": by_month.tolist(),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lots", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    given = inputs(options.seed, options.lots)
    with Measured() as measured:
        results = totals(options.seed, *given)
    measured.print({"lots": options.lots} | results, orders=results["orders"])


if __name__ == "__main__":
    main()
