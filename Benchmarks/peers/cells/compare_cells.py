"""Says whether workbooks hold the same cells on their first sheets; nothing is held in memory.

    python3 compare_cells.py ROWS FILE FILE...

Compared are address, type, value and number format of every cell below the headings, blank ones
included, as they stand in the sheet's XML. The exit status is 1 where files differ.
"""

import itertools
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_ROW = 4
# Codes that files name by number alone (ECMA-376, 18.8.30).
BUILT_IN = {0: "General", 3: "#,##0", 10: "0.00%", 49: "@"}


def number_formats(archive):
    """The code of each cell style."""
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    codes = BUILT_IN | {
        int(element.get("numFmtId")): element.get("formatCode")
        for element in styles.iter(MAIN + "numFmt")
    }
    return [codes[int(xf.get("numFmtId"))] for xf in styles.find(MAIN + "cellXfs")]


def cells(path):
    """Address, type, value and number format of each cell below the headings, row by row."""
    with zipfile.ZipFile(path) as archive:
        codes = number_formats(archive)
        with archive.open("xl/worksheets/sheet1.xml") as sheet:
            data = None
            for event, element in ElementTree.iterparse(sheet, ("start", "end")):
                if event == "start":
                    if element.tag == MAIN + "sheetData":
                        data = element
                    continue
                if element.tag != MAIN + "row":
                    continue
                if int(element.get("r")) >= FIRST_ROW:
                    for cell in element:
                        value = "".join(cell.itertext())
                        kind = cell.get("t", "n")
                        if kind == "n" and value:
                            value = float(value)
                        yield cell.get("r"), kind, value, codes[int(cell.get("s", 0))]
                data.clear()


def main():
    rows, first, *others = int(sys.argv[1]), *sys.argv[2:]
    for other in others:
        count = 0
        for left, right in itertools.zip_longest(cells(first), cells(other)):
            if left != right:
                sys.exit(f"{first}: {left}\n{other}: {right}")
            count += 1
        if count != rows * 10:
            sys.exit(f"{count} cells; expected {rows * 10}")
        print(f"{count:,} equal cells in {first} and {other}")


if __name__ == "__main__":
    main()
