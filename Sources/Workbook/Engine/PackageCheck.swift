import CZip

/// Looks at a workbook that was written, since the library does not notice when its temporary files
/// cannot hold everything.
enum PackageCheck {
  /// The bytes of a sheet, and of all, from which the file needs numbers of 64 bits.
  ///
  /// Rows are compressed to a tenth or so. Not every program reads such a file, so no other has them.
  private static let (largeSheetBytes, largeFileBytes) = (3_500_000_000, 12_000_000_000)

  /// Whether a file of streamed sheets may pass 4 GiB, or one of its sheets does.
  static func isLarge(_ sheetLengthsBytes: [Int: Int]) -> Bool {
    let lengths = sheetLengthsBytes.values
    return lengths.reduce(0, +) > largeFileBytes || lengths.contains { $0 > largeSheetBytes }
  }

  /// Checks that streamed sheets are in the file in full.
  ///
  /// - Parameters:
  ///   - path: The workbook.
  ///   - sheetLengthsBytes: The bytes of the rows of each sheet, by its number from 1.
  /// - Throws: ``WorkbookError`` when a sheet is shorter than its rows.
  static func check(_ path: String, sheetLengthsBytes: [Int: Int]) throws(WorkbookError) {
    guard !sheetLengthsBytes.isEmpty else { return }
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, Int32(ZIP_RDONLY), &code) else {
      throw .library(code: Int(code), message: "the file cannot be read back")
    }
    defer { unsafe zip_discard(archive) }
    for (number, length) in sheetLengthsBytes {
      var entry = unsafe zip_stat_t()
      let name = "xl/worksheets/sheet\(number).xml"
      guard unsafe zip_stat(archive, name, 0, &entry) == 0, unsafe entry.size >= UInt64(length)
      else { throw .incomplete }
    }
  }
}
