import WorkbookReading

extension OpenWorkbook {
  /// Finds the sheet that holds a table.
  ///
  /// The one that is named; else the one called like the table; else the only one; else the only visible
  /// one whose headings fit.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - named: The sheet that was asked for.
  ///   - fits: Whether a table of headings has the columns that are needed.
  ///   - diagnostics: Takes the errors.
  /// - Returns: `nil` when no sheet, or more than one, could be meant; that is reported.
  func sheet(
    for table: TableName, named: String?, fits: (CSVTable) -> Bool, _ diagnostics: inout Diagnostics
  ) -> SheetEntry? {
    let names = reader.sheets.map(\.name)
    if let named {
      if let sheet = sheet(named: named) { return sheet }
      let nearest = nearestName(to: named, among: names) ?? ""
      diagnostics.report(
        error(
          "there is no sheet \(named.quoted)",
          "a sheet of the workbook; the nearest is \(nearest.quoted)"))
      return nil
    }
    if let sheet = sheet(named: table.rawValue), sheet.hasCells { return sheet }
    let visible = tableSheets.filter { $0.visibility == .visible }
    if visible.count == 1 {
      warnOfHiddenSheets(&diagnostics)
      return visible[0]
    }
    let fitting = visible.filter { headings(of: $0).map(fits) ?? false }
    if fitting.count == 1 { return fitting[0] }
    diagnostics.report(
      error(
        fitting.isEmpty
          ? "no visible sheet has the columns of the table \(table.rawValue)"
          : "more than one sheet has the columns of the table \(table.rawValue): "
            + fitting.map(\.name.quoted).listed,
        "a sheet called \(table.rawValue), or FILE.xlsx!SHEET with one of: "
          + names.map(\.quoted).listed))
    return nil
  }

  /// The headings of a sheet as a table without rows; `nil` where it has none.
  private func headings(of sheet: SheetEntry) -> CSVTable? {
    let builder = SheetTableBuilder(
      file: name(of: sheet), dates: reader.dateSystem, endsAtHeadings: true)
    guard (try? reader.read(sheet, into: builder)) != nil else { return nil }
    var unneeded = Diagnostics()
    return builder.table(&unneeded)
  }

  private func warnOfHiddenSheets(_ diagnostics: inout Diagnostics) {
    let hidden = tableSheets.filter { $0.visibility != .visible }
    guard !hidden.isEmpty else { return }
    diagnostics.warn(
      error(
        "not read, as hidden: the sheets " + hidden.map(\.name.quoted).listed,
        "FILE.xlsx!SHEET where one of them is meant"))
  }
}
