"""Writes the workbooks that other programs make, and what their cells are expected to read as.

Run in this folder, with openpyxl and LibreOffice installed: python3 generate.py
The expected texts are computed here from the values that are written, not by the reader under test.
"""

import datetime
import decimal
import json
import pathlib
import subprocess
import tempfile

import openpyxl
from openpyxl.styles import Font
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = pathlib.Path(__file__).parent


def number(value):
    """The decimal of at most 15 significant digits, without an exponent."""
    with decimal.localcontext(decimal.Context(prec=15, rounding=decimal.ROUND_HALF_UP)):
        rounded = +decimal.Decimal(repr(value))
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def date(value):
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return value.strftime("%Y-%m-%d %H:%M") + (value.strftime(":%S") if value.second else "")
    return value.strftime("%Y-%m-%d")


NUMBERS = [0, 1, -1, 0.1, 0.1 + 0.2, 1234567.89, 9999999999999.99, 1e-7, 123456789012345678, 0.011,
           2 / 3, -12.5, 1e15]
DATES = [datetime.date(2026, 3, 31), datetime.date(1990, 1, 1), datetime.date(2024, 2, 29),
         datetime.date(9999, 12, 31), datetime.datetime(2026, 3, 31, 10, 30),
         datetime.datetime(2026, 3, 31, 23, 59, 59)]
DATE_FORMATS = ["yyyy-mm-dd", "m/d/yy", "[$-404]e/m/d", 'yyyy"年"m"月"d"日"', "yyyy/m/d h:mm",
                "yyyy/m/d h:mm:ss"]
TEXTS = ["雲端主機 4 vCPU", "=1+1 as text", " spaces ", "a\nb", "quote \" and <tag> & more", "0012", "😀"]


def fill(book):
    expected = {}
    sheet = book.active
    sheet.title = "Values"
    cells = expected["Values"] = {}
    for row, value in enumerate(NUMBERS, 1):
        sheet.cell(row, 1, value)
        cells[f"A{row}"] = number(value)
    for row, (value, code) in enumerate(zip(DATES, DATE_FORMATS), 1):
        cell = sheet.cell(row, 2, value)
        cell.number_format = code
        cells[f"B{row}"] = date(value)
    for row, value in enumerate(TEXTS, 1):
        cell = sheet.cell(row, 3, value)
        cell.data_type = "s"
        cells[f"C{row}"] = value
    for row, value in enumerate([True, False], 1):
        sheet.cell(row, 4, value)
        cells[f"D{row}"] = "true" if value else "false"
    sheet["E1"] = 1234567
    sheet["E1"].number_format = "00000000"
    cells["E1"] = "01234567"
    sheet["F1"] = CellRichText("rich ", TextBlock(InlineFont(b=True), "text"))
    cells["F1"] = "rich text"
    sheet.merge_cells("H1:H3")
    sheet["H1"] = "merged"
    cells["H1"] = "merged"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True

    hidden = book.create_sheet("Hidden 工作表")
    hidden["B2"] = 5
    hidden.sheet_state = "hidden"
    expected["Hidden 工作表"] = {"B2": "5"}
    return expected


def convert(source, name):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "xlsx", "--outdir", folder, source], check=True, capture_output=True)
        (HERE / name).write_bytes((pathlib.Path(folder) / pathlib.Path(source).name).read_bytes())


def main():
    expected = {}
    for epoch in (1900, 1904):
        book = openpyxl.Workbook()
        if epoch == 1904:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        cells = fill(book)
        name = f"openpyxl-{epoch}.xlsx"
        book.save(HERE / name)
        converted = f"libreoffice-{epoch}.xlsx"
        convert(str(HERE / name), converted)
        expected[name] = expected[converted] = cells

    # Formulas without results, as openpyxl writes them; LibreOffice computes and stores the results.
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Formulas"
    for row in range(1, 6):
        sheet.cell(row, 1, row)
        sheet.cell(row, 2, f"=A{row}*1.1")
    sheet["C1"] = "=SUM(A1:A5)"
    sheet["C2"] = "=1/0"
    sheet["C3"] = '="合計："&C1'
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/formulas.xlsx"
        book.save(path)
        convert(path, "libreoffice-formulas.xlsx")
    products = {f"B{row}": number(row * 1.1) for row in range(1, 6)}
    expected["libreoffice-formulas.xlsx"] = {
        "Formulas": {f"A{row}": str(row) for row in range(1, 6)} | products
        | {"C1": "15", "C2": "error #DIV/0!", "C3": "合計：15"}}
    text = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


main()
