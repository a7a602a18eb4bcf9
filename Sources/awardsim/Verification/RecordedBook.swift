import ArgumentParser
import Foundation
import Intake
import Policy
import Quantities
import Reporting
import WorkbookReading

/// A workbook that carries the record of its input, read and held to its checksums.
struct RecordedBook {
  let path: String
  let cells: WorkbookCells
  let record: InputRecord

  /// Reads a workbook.
  ///
  /// - Parameter path: The file.
  /// - Throws: The exit status, after why was printed: 66 for a file that is not there, 65 for one that is
  ///   no workbook, has no record, or a broken one.
  init(_ path: String) throws {
    self.path = path
    let bytes = try InputFailure.reporting { () throws(IntakeError) in
      try InputFiles.contents(of: path)
    }
    cells = try RecordedBook.cells(of: bytes, path)
    guard let rows = RecordedBook.recordRows(of: cells) else {
      throw RecordedBook.refusal(
        path, "holds no record of its input",
        "a workbook that run --workbook or simulate --workbook wrote")
    }
    do throws(InputRecordError) {
      record = try InputRecord(rows: rows)
    } catch {
      throw RecordedBook.refusal(path, error.problem, error.expectation)
    }
    let broken = record.files.filter { file in
      guard let bytes = file.bytes else { return false }
      return bytes.count != file.byteCount || InputFiles.checksum(of: bytes) != file.sha256
    }
    guard broken.isEmpty else {
      throw StandardError.failure(
        broken.map {
          "\(path): \($0.name) of the record does not fit its checksum \($0.sha256.prefix(64)),"
            + " expected the lines as they were written"
        }, .inputErrors)
    }
  }

  /// Reads the cells of a workbook.
  static func cells(of bytes: [UInt8], _ path: String) throws -> WorkbookCells {
    do throws(WorkbookReadingError) {
      return try WorkbookCells(try WorkbookReader(bytes))
    } catch {
      let place = ([path] + [error.sheet, error.cell.map { "\($0)" }].compactMap { $0 })
      throw StandardError.failure(
        ["\(place.joined(separator: "!")): \(error.problem), expected \(error.expectation)"],
        .inputErrors)
    }
  }

  static func refusal(_ path: String, _ problem: String, _ expectation: String) -> ExitCode {
    StandardError.failure(["\(path): \(problem), expected \(expectation)"], .inputErrors)
  }

  // MARK: The record

  /// The rows of the sheet with the record, wherever it stands and whatever it is called.
  private static func recordRows(of cells: WorkbookCells) -> [[String]]? {
    for sheet in cells.sheets.reversed() {
      let head = rows(of: sheet.cells.prefix(200), cells.dateSystem)
      guard InputRecord.isRecord(head) else { continue }
      return rows(of: sheet.cells[...], cells.dateSystem)
    }
    return nil
  }

  /// The texts of the rows down to the last one, each from its first cell to the last that holds
  /// something.
  private static func rows(of cells: ArraySlice<SheetCell>, _ dates: DateSystem) -> [[String]] {
    // More columns and blank rows than a record has make no record.
    let columnLimit = 100
    var rows: [[String]] = []
    var row = 0
    for cell in cells where cell.reference.column <= columnLimit {
      if cell.reference.row > row {
        // One blank row parts tables as well as many.
        if cell.reference.row > row + 1 { rows.append([]) }
        rows.append([])
        row = cell.reference.row
      }
      let count = cell.reference.column - 1 - rows[rows.count - 1].count
      rows[rows.count - 1] += [String](repeating: "", count: max(count, 0))
      rows[rows.count - 1].append((try? cell.plainText(dates)) ?? "")
    }
    return rows
  }

  /// The files of the record by the paths that a replay reads them at.
  ///
  /// - Parameter folder: Where the case's files are taken from in place of the record, and others that
  ///   the record does not carry, by the last part of their names.
  /// - Returns: The bytes by path.
  /// - Throws: The exit status: 66 where a file is not carried and no folder is given, or it is not
  ///   there; 65 where one does not fit its checksum.
  func files(caseFolder folder: String?) throws -> [String: [UInt8]] {
    guard folder != nil || record.absentFiles.isEmpty else {
      throw StandardError.failure(
        record.absentFiles.map {
          "\(path): the record does not carry \($0.name), expected --case FOLDER with it"
        }, .inputMissing)
    }
    var files: [String: [UInt8]] = [:]
    var lines: [String] = []
    for file in record.files {
      var bytes = file.bytes
      if let folder, file.isOfCase || bytes == nil {
        let name =
          file.isOfCase ? file.name : (file.name.split(separator: "/").last.map(String.init) ?? "")
        let path = "\(folder)/\(name)"
        let read = try InputFailure.reporting { () throws(IntakeError) in
          try InputFiles.contents(of: path)
        }
        if InputFiles.checksum(of: read) != file.sha256 {
          lines.append(
            "\(path): is not the file that \(self.path) was made of, expected SHA-256 \(file.sha256.prefix(64))"
          )
        }
        bytes = read
      }
      files[WorkbookReplay.path(of: file)] = bytes
    }
    guard lines.isEmpty else { throw StandardError.failure(lines, .inputErrors) }
    return files
  }
}
