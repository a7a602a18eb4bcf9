"""Writes a workbook of mixed cells with XlsxWriter, row by row in constant memory.

    python3 write_cells.py --rows 1000000 --out cells.xlsx

Ten columns: three of text, three of whole numbers, two of decimals, two of dates.
"""

import argparse
from datetime import date, timedelta

import xlsxwriter

from measured import Measured

HEADINGS = (
    "item_id", "vendor_id", "outcome", "rank", "unit_price", "quantity", "share", "rate",
    "ordered_on", "due_on",
)  # fmt: skip
OUTCOMES = ("awarded", "not-awarded", "above-reserve", "disqualified")
FIRST_DAY = date(2026, 4, 1)


def rows(count):
    """The cells of each row; the same on every run."""
    days = [FIRST_DAY + timedelta(days=day) for day in range(365)]
    for row in range(count):
        price = 1000 + row * 7919 % 990_001
        yield (
            f"I{row // 12:07}", f"V{row * 31 % 997}", OUTCOMES[row % 4], row % 12 + 1, price,
            row * 104_729 % 5000 + 1, row * 613 % 10_007 / 10_007, 0.011 if price < 500_000 else 0.01,
            days[row % 365], days[(row + 90) % 365],
        )  # fmt: skip


def write(path, count):
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    whole = workbook.add_format({"num_format": "#,##0"})
    decimal = workbook.add_format({"num_format": "0.0000"})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    sheet = workbook.add_worksheet("cells")
    sheet.write_row(0, 0, HEADINGS)
    for line, cells in enumerate(rows(count), start=1):
        for column in range(0, 3):
            sheet.write_string(line, column, cells[column])
        for column in range(3, 6):
            sheet.write_number(line, column, cells[column], whole)
        for column in range(6, 8):
            sheet.write_number(line, column, cells[column], decimal)
        for column in range(8, 10):
            sheet.write_datetime(line, column, cells[column], day)
    workbook.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    with Measured() as measured:
        write(options.out, options.rows)
    measured.print({"rows": options.rows}, cells=options.rows * len(HEADINGS))


if __name__ == "__main__":
    main()
