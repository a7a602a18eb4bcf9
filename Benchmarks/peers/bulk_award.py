"""Awards a file of bids with a data frame library, as awardsim does with ties at the cutoff included.

    python3 bulk_award.py --engine polars --bids bids.csv --reserves reserves.csv --out awards.csv

Per item the lowest 90 % of the valid bids are awarded, half-up, at least one; all bids that equal the
last of them as well. Rows come out as they went in, with rank (1, 2, 2, 4), outcome and contract
price.
"""

import argparse
import os

from measured import Measured

AWARDED, NOT_AWARDED = "awarded", "not-awarded"
ABOVE, DISQUALIFIED, NO_RESERVE = "above-reserve", "disqualified", "no-reserve"


def with_polars(options):
    """A lazy scan, windows over the item, and a sink that keeps the order."""
    os.environ["POLARS_MAX_THREADS"] = str(options.threads)
    import polars as pl

    bids = pl.scan_csv(options.bids, schema_overrides={"item_id": pl.String})
    if "status" not in bids.collect_schema():
        bids = bids.with_columns(status=pl.lit(None, pl.String))
    # An item is its row in the table of reserves: windows over numbers are faster than over text.
    reserves = pl.scan_csv(
        options.reserves, schema_overrides={"item_id": pl.String, "reserve_price": pl.Int64}
    ).with_row_index("item")

    refused = pl.col("status") == DISQUALIFIED
    valid = (pl.col("unit_price") <= pl.col("reserve_price")) & ~refused.fill_null(False)
    price = pl.when(valid).then("unit_price")
    cutoff = ((pl.col("valid_price").count() * 9 + 5) // 10).clip(1).over("item")
    outcome = (
        pl.when(refused).then(pl.lit(DISQUALIFIED))
        .when(pl.col("reserve_price").is_null()).then(pl.lit(NO_RESERVE))
        .when(pl.col("rank").is_null()).then(pl.lit(ABOVE))
        .when(pl.col("rank") <= cutoff).then(pl.lit(AWARDED))
        .otherwise(pl.lit(NOT_AWARDED))
    )  # fmt: skip
    return (
        bids.join(reserves, on="item_id", how="left", maintain_order="left")
        .with_columns(valid_price=price)
        .with_columns(rank=pl.col("valid_price").rank("min").over("item"))
        .with_columns(outcome=outcome)
        .with_columns(contract_price=pl.when(pl.col("outcome") == AWARDED).then("unit_price"))
        .select("item_id", "vendor_id", "unit_price", "rank", "outcome", "contract_price")
        .sink_csv(options.out)
    )


def with_duckdb(options):
    """One query: windows over the item, copied out in the order of the rows."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {options.threads}")
    bids = connection.read_csv(options.bids, dtype={"item_id": "VARCHAR"})
    reserves = connection.read_csv(options.reserves, dtype={"item_id": "VARCHAR"})
    status = "status" if "status" in bids.columns else "NULL"
    connection.execute(
        f"""
        COPY (
          WITH lots AS (
            SELECT row_number() OVER () AS item, * FROM reserves
          ), numbered AS (
            SELECT row_number() OVER () AS line, *, {status} = '{DISQUALIFIED}' AS is_refused
            FROM bids
          ), judged AS (
            SELECT numbered.*, item, reserve_price,
              CASE WHEN unit_price <= reserve_price AND is_refused IS NOT TRUE
                THEN unit_price END AS valid_price
            FROM numbered LEFT JOIN lots USING (item_id)
          ), ranked AS (
            SELECT *,
              rank() OVER (PARTITION BY item ORDER BY valid_price NULLS LAST) AS place,
              count(valid_price) OVER (PARTITION BY item) AS valid
            FROM judged
          ), settled AS (
            SELECT *,
              CASE
                WHEN is_refused THEN '{DISQUALIFIED}'
                WHEN reserve_price IS NULL THEN '{NO_RESERVE}'
                WHEN valid_price IS NULL THEN '{ABOVE}'
                WHEN place <= greatest((valid * 9 + 5) // 10, 1) THEN '{AWARDED}'
                ELSE '{NOT_AWARDED}'
              END AS outcome
            FROM ranked
          )
          SELECT item_id, vendor_id, unit_price,
            CASE WHEN valid_price IS NOT NULL THEN place END AS rank, outcome,
            CASE WHEN outcome = '{AWARDED}' THEN unit_price END AS contract_price
          FROM settled ORDER BY line
        ) TO '{options.out}' (HEADER)
        """
    )


def with_pandas(options):
    """Group-by transforms, which keep the order."""
    import numpy as np
    import pandas as pd
    import pyarrow

    pyarrow.set_cpu_count(options.threads)
    kinds = {"item_id": "str", "unit_price": "Int64", "reserve_price": "Int64"}
    bids = pd.read_csv(options.bids, engine="pyarrow", dtype=kinds)
    reserves = pd.read_csv(options.reserves, engine="pyarrow", dtype=kinds)
    # An item is its row in the table of reserves, as above.
    item = pd.Index(reserves["item_id"]).get_indexer(bids["item_id"])
    reserve = reserves["reserve_price"].to_numpy(float, na_value=np.nan)[item]
    is_refused = np.zeros(len(bids), bool)
    if "status" in bids:
        is_refused = bids["status"].eq(DISQUALIFIED).to_numpy(bool, na_value=False)
    # Prices are whole numbers far below 2⁵³.
    price = bids["unit_price"].to_numpy(float, na_value=np.nan)
    groups = pd.Series(price).where((price <= reserve) & ~is_refused).groupby(item)
    rank = groups.rank(method="min")
    cutoff = ((groups.transform("count") * 9 + 5) // 10).clip(lower=1)
    bids["rank"] = rank.astype("Int64")
    bids["outcome"] = np.select(
        [is_refused, np.isnan(reserve), rank.isna(), rank <= cutoff],
        [DISQUALIFIED, NO_RESERVE, ABOVE, AWARDED],
        NOT_AWARDED,
    )
    bids["contract_price"] = bids["unit_price"].where(bids["outcome"] == AWARDED)
    columns = ["item_id", "vendor_id", "unit_price", "rank", "outcome", "contract_price"]
    bids[columns].to_csv(options.out, index=False)


ENGINES = {"polars": with_polars, "duckdb": with_duckdb, "pandas": with_pandas}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", choices=ENGINES, required=True)
    parser.add_argument("--bids", required=True)
    parser.add_argument("--reserves", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    with Measured() as measured:
        ENGINES[options.engine](options)
    measured.print({"engine": options.engine, "threads": options.threads})


if __name__ == "__main__":
    main()
