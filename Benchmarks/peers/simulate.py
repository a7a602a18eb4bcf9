"""Tender and contract year over many draws, under several cutoff shares: `awardsim simulate` in NumPy.

    awardsim reserve CASE --format csv --output reserves.csv
    python3 simulate.py CASE --reserves reserves.csv --draws 1000 --seed 1

The model is that of awardsim with `vendor_levels: false`: past lots, bids and orders resampled by
category, vendors without replacement by how often they bid, a logit among the awarded ones. Scenarios
differ in the cutoff share alone, the first one being the baseline; luck is drawn once for all of them.
"""

import argparse
import csv
from collections import Counter, defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np

from measured import Measured

METRICS = (
    "fee_revenue", "award_to_reserve", "awarded_vendors", "failed_items", "order_value",
    "awarded_sum", "awarded_bids",
)  # fmt: skip
SENSITIVITY = 10
SMALLEST_SIZE = 0.25
BLOCK_DRAWS = 2000
MOST_VENDORS = 64


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Bidders:
    """Past lots of one category: numbers of bids, ratios, vendors."""

    def __init__(self, lots, vendors):
        bids = [bid for lot, _ in lots for bid in lot]
        valid = [
            (int(bid["unit_price"]), reserve)
            for lot, reserve in lots
            for bid in lot
            if bid["status"] in ("", "valid")
        ]
        self.entry_counts = np.array([len(lot) for lot, _ in lots])
        # In 10⁻⁹ of the reserve, half-up.
        self.ratios = np.sort([(2 * 10**9 * price + r) // (2 * r) for price, r in valid])
        self.disqualified_share = 1 - len(valid) / max(len(bids), 1)
        often = Counter(vendors[bid["vendor_id"]] for bid in bids)
        self.vendors = np.array(sorted(often), dtype=np.int32)
        self.rates = np.array([often[vendor] for vendor in self.vendors], np.float32)


class Case:
    """What a case shows of bidding and ordering."""

    def __init__(self, folder, reserves):
        folder = Path(folder)
        prices = {row["item_id"]: int(row["reserve_price"] or 0) for row in rows(reserves)}
        self.items = rows(folder / "items.csv")
        self.reserves = [prices[item["item_id"]] for item in self.items]
        bids = rows(folder / "bids.csv")
        self.vendors = {name: i for i, name in enumerate({bid["vendor_id"]: 0 for bid in bids})}
        if len(self.vendors) > MOST_VENDORS:
            raise SystemExit(f"{len(self.vendors)} vendors; expected at most {MOST_VENDORS}")
        self.fees = Fees(rows(folder / "fee_tiers.csv"))
        header = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()
        own = next(line for line in header if line.startswith("case_no:")).split('"')[1]
        self._bidding(bids)
        self._ordering(rows(folder / "orders.csv"), own)

    def _bidding(self, bids):
        bids_of = defaultdict(list)
        for bid in bids:
            bids_of[bid["item_id"]].append(bid)
        lots = defaultdict(list)
        for item, reserve in zip(self.items, self.reserves):
            if reserve > 0:
                lots[item["category"]].append((bids_of[item["item_id"]], reserve))
        self.bidders = {name: Bidders(own, self.vendors) for name, own in lots.items()}

    def _ordering(self, orders, own):
        status = Counter(order["status"] for order in orders)
        self.cancelled_share = status["cancelled"] / (status["active"] + status["cancelled"])
        contracts = Counter(order["case_no"] or own for order in orders)
        busiest = max(contracts, key=contracts.get)
        self.order_means = Counter(
            order["item_id"] for order in orders if (order["case_no"] or own) == busiest
        )
        self.quantities = defaultdict(list)
        for order in orders:
            self.quantities[order["item_id"]].append(int(order["quantity"]))
        counts = defaultdict(list)
        for item in self.items:
            counts[item["category"]].append(self.order_means[item["item_id"]])
        self.order_sizes = {name: negative_binomial_size(own) for name, own in counts.items()}


class Fees:
    """One rate on the whole order, by its amount; half-up to NT$1, exact."""

    def __init__(self, tiers):
        rates = [Fraction(tier["rate"].rstrip("%")) / 100 for tier in tiers]
        self._denominator = int(np.lcm.reduce([rate.denominator for rate in rates]))
        self._factors = [int(rate * self._denominator) for rate in rates]
        self._bounds = [int(tier["lower_bound"]) for tier in tiers]

    def of(self, amounts):
        factor = self._factors[0]
        for bound, own in zip(self._bounds[1:], self._factors[1:]):
            factor = np.where(amounts >= bound, own, factor)
        return (amounts * factor + self._denominator // 2) // self._denominator


def negative_binomial_size(counts):
    """The size by moments; infinite where counts are no more spread than Poisson ones."""
    mean, variance = np.mean(counts), np.var(counts, ddof=1)
    return max(mean**2 / (variance - mean), SMALLEST_SIZE) if variance > mean else np.inf


def count_thresholds(mean, size):
    """Cumulative probabilities of a negative binomial or Poisson count."""
    number = np.arange(1, int(mean + 60 * (mean + mean**2 / size) ** 0.5) + 60)
    if np.isinf(size):
        start, ratios = np.exp(-mean), mean / number
    else:
        start = (size / (size + mean)) ** size
        ratios = (number - 1 + size) / number * (mean / (mean + size))
    return np.cumsum(start * np.cumprod(np.concatenate([[1.0], ratios])))


@cache
def awarded_counts(share, most_bids):
    """Awards for each number of valid bids: half-up, at least one where there is one."""
    exact = [Fraction(share) * valid + Fraction(1, 2) for valid in range(most_bids + 1)]
    return np.array([min(max(int(count), 1), valid) for valid, count in enumerate(exact)])


class Lots:
    """The bids for one item in each draw of a block, ranked; row r holds the r-th lowest."""

    def __init__(self, rng, bidders, reserve, draws):
        most = min(int(bidders.entry_counts.max()), len(bidders.vendors))
        counts = np.minimum(rng.choice(bidders.entry_counts, draws), most)
        # The upper half of a key is a past ratio, by its place; the lower half decides between equal
        # ones, but for six bits: the bidder. A key that is no bid is higher than any.
        places = np.arange(most)
        keys = rng.integers(0, 1 << 32, (draws, most), np.uint32).astype(np.int64)
        keys *= len(bidders.ratios)
        keys = (keys & -MOST_VENDORS) | places
        is_bid = rng.random((draws, most), np.float32) >= bidders.disqualified_share
        is_bid &= places < counts[:, None]
        keys[~is_bid] = len(bidders.ratios) << 32
        keys.sort(axis=1)
        ranked = np.ascontiguousarray(keys.T)
        ratio = ranked >> 32

        prices = np.floor(bidders.ratios * (reserve * 1e-9) + 0.5)
        prices[bidders.ratios <= 10**9] = np.minimum(
            np.maximum(prices[bidders.ratios <= 10**9], 1), reserve
        )
        is_valid = prices <= reserve
        self.most = most
        self.valid = np.count_nonzero(ratio < np.count_nonzero(is_valid), axis=0)
        # What is not valid costs nothing and is never chosen.
        table = np.append(np.where(is_valid, prices, 0), 0).astype(np.int64)
        self.prices = np.zeros((most + 1, draws), np.int64)
        table.take(ratio, out=self.prices[:most], mode="clip")
        weights = np.exp(-SENSITIVITY * prices / reserve)
        self._weights = np.append(np.where(is_valid, weights, 0), 0).take(ratio, mode="clip")
        self._vendors = self._successive(rng, bidders, draws).take(
            (ranked & (MOST_VENDORS - 1)) + np.arange(draws) * len(bidders.vendors), mode="clip"
        )

    @staticmethod
    def _successive(rng, bidders, draws):
        """Vendors without replacement by weight: the order in which exponential clocks ring."""
        clocks = 1 - rng.random((draws, len(bidders.vendors)), np.float32)
        np.log(clocks, out=clocks)
        clocks /= -bidders.rates
        # Floats that are not negative rise with their bits; the lowest six name the vendor.
        clocks = clocks.view(np.int32)
        clocks &= -MOST_VENDORS
        clocks |= bidders.vendors
        clocks.sort(axis=1)
        return clocks & (MOST_VENDORS - 1)

    def cumulative(self):
        """Prices, weights and vendors (a bit each) of the lowest 0, 1, 2, … bids."""
        vendors = np.left_shift(1, self._vendors, dtype=np.int64)
        adding = [(np.add, self.prices[:-1]), (np.add, self._weights), (np.bitwise_or, vendors)]
        for merge, values in adding:
            # Row by row: far faster than along an axis of few.
            sums = np.zeros((self.most + 1, values.shape[1]), values.dtype)
            for row, value in enumerate(values):
                merge(sums[row], value, out=sums[row + 1])
            yield sums


class Orders:
    """The orders for one item that stand in each draw of a block, before a vendor is chosen."""

    def __init__(self, rng, thresholds, quantities, cancelled_share, draws):
        drawn = np.searchsorted(thresholds, rng.random(draws), side="right")
        self.counts = rng.binomial(drawn, 1 - cancelled_share)
        self.draw = np.repeat(np.arange(draws), self.counts)
        self.quantity = quantities.take(rng.integers(0, len(quantities), len(self.draw), np.int32))
        self._luck = rng.random(len(self.draw))
        self._ends = np.cumsum(self.counts)

    def amounts(self, cumulative_weights, totals, prices):
        """The amount of each order, the vendor chosen by weight; 0 where nobody is awarded.

        A binary search in all draws at once. Where nobody is awarded it ends past the last bid, in a
        row of `prices` that holds 0.
        """
        rows, draws = prices.shape
        steps = 1 << np.arange((rows - 1).bit_length())[::-1]
        sums = np.full((2 * steps[0], draws), np.inf)
        sums[: rows - 1] = cumulative_weights[1:]
        sums = sums.ravel()
        target = self._luck * np.repeat(totals, self.counts)
        place = self.draw.copy()
        for step in steps:
            passed = sums.take(place + (step - 1) * draws, mode="clip") <= target
            place += passed * (step * draws)
        return prices.ravel().take(place, mode="clip") * self.quantity

    def sums(self, values):
        """The sum of each draw."""
        ends = np.concatenate([[0], np.cumsum(values)]).take(np.concatenate([[0], self._ends]))
        return np.diff(ends)


def play(case, shares, thresholds, rng, draws):
    """Every metric of some draws: an array of metric, scenario and draw."""
    value = {name: np.zeros((len(shares), draws), np.int64) for name in METRICS}
    reserve_sum = np.zeros((len(shares), draws), np.int64)
    vendors = np.zeros((len(shares), draws), np.int64)
    for item, reserve, threshold in zip(case.items, case.reserves, thresholds):
        if reserve == 0:
            value["failed_items"] += 1
            continue
        lots = Lots(rng, case.bidders[item["category"]], reserve, draws)
        awarded, weights, bidders = lots.cumulative()
        quantities = np.array(case.quantities[item["item_id"]], dtype=np.int64)
        orders = (
            Orders(rng, threshold, quantities, case.cancelled_share, draws)
            if len(quantities)
            else None
        )
        lane = np.arange(draws)
        for scenario, share in enumerate(shares):
            count = awarded_counts(share, lots.most)[lots.valid]
            value["awarded_bids"][scenario] += count
            value["awarded_sum"][scenario] += awarded[count, lane]
            value["failed_items"][scenario] += count == 0
            reserve_sum[scenario] += count * reserve
            vendors[scenario] |= bidders[count, lane]
            if orders:
                amounts = orders.amounts(weights, weights[count, lane], lots.prices)
                value["order_value"][scenario] += orders.sums(amounts)
                value["fee_revenue"][scenario] += orders.sums(case.fees.of(amounts))
    value["awarded_vendors"] = np.bitwise_count(vendors)
    with np.errstate(invalid="ignore"):
        value["award_to_reserve"] = value["awarded_sum"] / reserve_sum
    return np.array([value[name] for name in METRICS], float)


def simulate(case, shares, draws, seed):
    """Every metric of every draw, some draws at a time so that memory does not grow with them."""
    rng = np.random.Generator(np.random.SFC64(seed))
    thresholds = [
        count_thresholds(case.order_means[item["item_id"]], case.order_sizes[item["category"]])
        for item in case.items
    ]
    blocks = [
        play(case, shares, thresholds, rng, min(BLOCK_DRAWS, draws - first))
        for first in range(0, draws, BLOCK_DRAWS)
    ]
    return np.concatenate(blocks, axis=2)


def summary(values, shares):
    """Means with standard errors, and paired differences to the first scenario."""

    def answer(own):
        own = own[~np.isnan(own)]
        return {"mean": own.mean(), "standard_error": own.std(ddof=1) / len(own) ** 0.5}

    scenarios = [
        {"cutoff_share": share, "metrics": {n: answer(values[m, s]) for m, n in enumerate(METRICS)}}
        for s, share in enumerate(shares)
    ]
    differences = [
        {"cutoff_share": share, "metric": name} | answer(values[m, s] - values[m, 0])
        for s, share in enumerate(shares)
        for m, name in enumerate(METRICS)
        if s > 0
    ]
    return {"scenarios": scenarios, "differences": differences}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case")
    parser.add_argument("--reserves", required=True, help="of awardsim reserve CASE --format csv")
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shares", default="0.9,1,0.8,0.7", help="the baseline first")
    options = parser.parse_args()
    shares = options.shares.split(",")
    with Measured() as measured:
        case = Case(options.case, options.reserves)
        values = simulate(case, shares, options.draws, options.seed)
    measured.print({"seed": options.seed} | summary(values, shares), draws=options.draws)


if __name__ == "__main__":
    main()
