"""Whether two files of awards agree, column by column, whatever other columns they have.

    python3 compare_awards.py awardsim.csv peer.csv

Both are brought to the same columns, plain, and compared byte by byte, so files of any length fit.
"""

import filecmp
import sys
import tempfile
from pathlib import Path

import polars as pl

COLUMNS = ["item_id", "vendor_id", "unit_price", "rank", "outcome", "contract_price"]


def project(source, target):
    """Writes the compared columns as text, in the order of the rows."""
    pl.scan_csv(source, infer_schema=False).select(COLUMNS).sink_csv(target)


def agree(first, second):
    """Whether the compared columns of two files are the same, row by row."""
    with tempfile.TemporaryDirectory(dir=Path(first).parent) as folder:
        left, right = Path(folder, "first.csv"), Path(folder, "second.csv")
        project(first, left)
        project(second, right)
        return filecmp.cmp(left, right, shallow=False)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if not agree(*sys.argv[1:]):
        sys.exit("the awards differ")
    print("the awards agree")
