/// A workbook or one of its sheets, as users name them: `bids.xlsx`, `bids.xlsx!Sheet1`.
struct WorkbookLocation: Hashable {
  /// The endings of workbooks; those with macros are read like others, without the macros.
  static let endings = [".xlsx", ".xlsm"]

  /// The path of the file.
  let file: String
  /// The name of the sheet, where one is named.
  let sheet: String?

  /// Reads a path.
  ///
  /// - Returns: `nil` when the path names no workbook.
  init?(_ path: String) {
    let folded = path.lowercased()
    if WorkbookLocation.endings.contains(where: folded.hasSuffix) {
      file = path
      sheet = nil
      return
    }
    // The first mark, since a sheet's name may have one as well.
    let marks = WorkbookLocation.endings.compactMap { folded.firstRange(of: $0 + "!")?.upperBound }
    guard let mark = marks.min() else { return nil }
    // Small letters may be longer than capitals: counted from the end, which both share.
    let sheetLength = folded.distance(from: mark, to: folded.endIndex)
    let name = path.suffix(sheetLength)
    guard !name.isEmpty else { return nil }
    sheet = String(name)
    file = String(path.dropLast(sheetLength + 1))
  }
}
