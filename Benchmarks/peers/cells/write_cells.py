"""Writes a workbook of mixed cells with XlsxWriter, row by row in constant memory.

    python3 write_cells.py ROWS FILE

The rows are those of write_cells.c, cell by cell.
"""

import sys
from datetime import datetime

import xlsxwriter

HEADING_ROW = 2
HEADINGS = ("item", "vendor", "outcome", "rank", "bid", "quantity", "share", "note", "ordered on",
            "contract price")  # fmt: skip
WIDTHS = (12.5, 12.5, 12.5, 8.5, 18.5, 10.5, 10.5, 32.5, 14.5, 18.5)
OUTCOMES = ("決標", "未決標", "超底價", "不合格標")
LOOK = {
    "font_name": "Calibri", "font_size": 11, "valign": "vcenter", "border": 1,
    "border_color": "#D0D0D0",
}  # fmt: skip
TEXT = LOOK | {"align": "left", "indent": 1}
NUMBER = LOOK | {"align": "right"}


def write(path, count):
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    book.set_properties({"title": "Cells", "created": datetime(2026, 4, 1)})
    sheet = book.add_worksheet("Cells")
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, "Cells", book.add_format({"bold": True, "font_size": 16}))
    sheet.write_row(HEADING_ROW, 0, HEADINGS, book.add_format({"bold": True, "bottom": 2}))
    sheet.freeze_panes(HEADING_ROW + 1, 1)
    sheet.autofilter(HEADING_ROW, 0, HEADING_ROW + count, len(HEADINGS) - 1)
    text = book.add_format(TEXT | {"num_format": "@"})
    words = book.add_format(TEXT)
    whole = book.add_format(NUMBER | {"num_format": "#,##0"})
    money = book.add_format(NUMBER | {"num_format": '"NT$"#,##0.00;-"NT$"#,##0.00'})
    share = book.add_format(NUMBER | {"num_format": "0.00%"})
    date = book.add_format(TEXT | {"num_format": "yyyy-mm-dd"})
    for row in range(count):
        line = HEADING_ROW + 1 + row
        price = (100_000 + row * 7919 % 99_000_100) / 100
        sheet.write_string(line, 0, f"I{row // 12:07}", text)
        sheet.write_string(line, 1, f"V{row * 31 % 997}", text)
        sheet.write_string(line, 2, OUTCOMES[row % 4], words)
        sheet.write_number(line, 3, row % 12 + 1, whole)
        sheet.write_number(line, 4, price, money)
        sheet.write_number(line, 5, row * 104_729 % 5000 + 1, whole)
        sheet.write_number(line, 6, row * 613 % 10_000 / 10_000, share)
        if row % 5 == 0:
            sheet.write_string(line, 7, f"第 {row} 列：維護 & 支援 <年>", text)
        else:
            sheet.write_blank(line, 7, None, words)
        sheet.write_number(line, 8, 46_113 + row % 365, date)
        if row % 4 == 0:
            sheet.write_number(line, 9, price, money)
        else:
            sheet.write_blank(line, 9, None, words)
    book.close()


if __name__ == "__main__":
    write(sys.argv[2], int(sys.argv[1]))
