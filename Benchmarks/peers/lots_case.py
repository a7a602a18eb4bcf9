"""A case for awardsim that is the same as draws.py: lots with a reserve price of NT$1,000,000.

    python3 lots_case.py --lots 100 --bids 10 --out CASE [--orders]

Beside the case it writes CASE.yaml, the behaviour: so many lognormal bids a lot. With `--orders`
twelve vendors, all of them awarded at a share of 1, and orders like those of orders.py.
"""

import argparse
from pathlib import Path

HEADER = """case_no: "1150202"
title: "Lots with a reserve price of NT$1,000,000"
currency: TWD
pricing_date: "2026-01-20"
contract_start: "2026-04-01"
contract_end: "2027-03-31"
synthetic: "everything"
"""
BIDDING = """vendor_levels: false
entry_counts: {{{bids}: 1}}
potential_vendors: {bids}
{ratio}
"""
LOGNORMAL = "bid_ratio: lognormal(-0.05, 0.06)"
WITHIN_THE_RESERVE = "bid_ratio_quantiles: {0: 0.85, 1: 1}"
ORDERING = """orders_per_item: 20
order_count_size: 2
order_quantity: pareto(20, 1.5)
cancellation_rate: 3%
month_profile: [6, 7, 8, 8, 7, 7, 8, 9, 11, 12, 9, 8]
"""
TIERS = "lower_bound,rate\n0,1.1%\n1000000,1%\n"


def write(folder, lots, bids, with_orders):
    folder.mkdir(parents=True)
    (folder / "case.yaml").write_text(HEADER)
    items = [f"I{lot:07},iaas,Lot {lot}\n" for lot in range(lots)]
    quotes = [f"M{lot:07},I{lot:07},web,2026-01-05,1000000\n" for lot in range(lots)]
    (folder / "items.csv").write_text("item_id,category,name\n" + "".join(items))
    (folder / "market_quotes.csv").write_text(
        "evidence_id,item_id,channel,quote_date,unit_price\n" + "".join(quotes)
    )
    (folder / "fee_tiers.csv").write_text(TIERS)
    behaviour = BIDDING.format(bids=bids, ratio=WITHIN_THE_RESERVE if with_orders else LOGNORMAL)
    folder.with_suffix(".yaml").write_text(behaviour + (ORDERING if with_orders else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lots", type=int, default=100)
    parser.add_argument("--bids", type=int, default=10)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--orders", action="store_true")
    options = parser.parse_args()
    write(options.out, options.lots, options.bids, options.orders)


if __name__ == "__main__":
    main()
