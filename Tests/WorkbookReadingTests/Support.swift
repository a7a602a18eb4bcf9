import Foundation
import Policy
import TestSupport

@testable import WorkbookReading

/// Opens a workbook made of pieces.
func reader(_ workbook: TestWorkbook) throws -> WorkbookReader {
  try WorkbookReader(try workbook.bytes())
}

/// The cells of the first sheet of a workbook.
func cells(_ workbook: TestWorkbook) throws -> [SheetCell] {
  let reader = try reader(workbook)
  return try reader.contents(of: reader.sheets[0]).cells
}

/// The cells of one sheet of one row, `sheetData` being what stands within `row`.
func cells(row: String) throws -> [SheetCell] {
  try cells(TestWorkbook(sheetData: "<row r=\"1\">\(row)</row>"))
}

/// Why a workbook is refused, its sheets included; empty when it is not.
func refusal(_ workbook: TestWorkbook) throws -> String {
  refusal(try workbook.bytes())
}

/// Why a file is refused, its sheets included; empty when it is not.
func refusal(_ bytes: [UInt8]) -> String {
  do throws(WorkbookReadingError) {
    let reader = try WorkbookReader(bytes)
    for sheet in reader.sheets { _ = try reader.contents(of: sheet) }
    return ""
  } catch {
    let place = [error.sheet, error.cell?.description].compactMap(\.self).joined(separator: "!")
    return (place.isEmpty ? "" : place + ": ") + error.problem + ", expected " + error.expectation
  }
}
