import Policy
import Reporting

/// What refers to tables that are spread over several sheets.
struct SpreadScope {
  /// For each spread table, the part that each key of a row is in.
  private let partOfRow: [String: [String: Int]]
  /// Names of cells on several sheets, in lower case.
  private let spreadNames: Set<String>

  init(_ document: ReportDocument, _ parts: [TableParts]) {
    var partOfRow: [String: [String: Int]] = [:]
    for table in parts {
      var ofRow: [String: Int] = [:]
      for (part, range) in table.ranges.enumerated() {
        for row in table.table.rows[range] {
          if let key = row.key { ofRow[key] = part }
        }
      }
      for total in table.table.totals {
        if let key = total.key { ofRow[key] = table.ranges.count - 1 }
      }
      partOfRow[table.table.key] = ofRow
    }
    self.partOfRow = partOfRow
    spreadNames = Set(
      document.definedNames.filter { SpreadScope.isSpread($0.range, partOfRow) }
        .map { $0.name.lowercased() })
  }

  /// Whether a range has cells on several sheets.
  func isSpread(_ range: CellRange) -> Bool { SpreadScope.isSpread(range, partOfRow) }

  private static func isSpread(
    _ range: CellRange, _ partOfRow: [String: [String: Int]]
  ) -> Bool {
    guard let parts = partOfRow[range.table] else { return false }
    return switch range.rows {
    case .all, .same: true
    case .one: false
    case .span(let first, let last): parts[first] != parts[last]
    }
  }

  private func isSpread(_ formula: Formula) -> Bool {
    // A formula that cannot be read is reported where it is written.
    ((try? formula.parts()) ?? []).contains { part in
      switch part {
      // A name may stand without braces; one that only looks like it loses its formula as well.
      case .literal(let text): spreadNames.contains { text.lowercased().contains($0) }
      case .name(let name): spreadNames.contains(name.lowercased())
      case .range(let range): isSpread(range)
      }
    }
  }

  /// Refuses charts of whole columns, which have more points than a chart holds.
  func checkCharts(of document: ReportDocument) throws(WorkbookError) {
    for case .chart(let chart) in document.sheets.flatMap(\.blocks) {
      let ranges = chart.series.flatMap { [$0.values] + ($0.categories.map { [$0] } ?? []) }
      guard ranges.contains(where: isSpread) else { continue }
      throw .chart(
        title: chart.title[document.language],
        problem: "shows a column that is spread over several sheets")
    }
  }

  /// The sheet with values in place of formulas that cannot be written, and a line that counts them.
  func withValues(_ sheet: ReportSheet) -> ReportSheet {
    var result = sheet
    var cellCount = 0
    var markCount = 0
    let cell = { (cell: Cell) -> Cell in
      guard let formula = cell.formula, isSpread(formula) else { return cell }
      cellCount += 1
      return Cell(cell.value, link: cell.link).showing(fractionDigitCount: cell.fractionDigitCount)
    }
    result.blocks = sheet.blocks.map { block in
      switch block {
      case .table(let table):
        let kept = table.conditionalFormats.filter { format in
          if case .when(let formula, _, _) = format { !isSpread(formula) } else { true }
        }
        markCount += table.conditionalFormats.count - kept.count
        return .table(table.mapping(cell, conditionalFormats: kept))
      case .facts(var list):
        list.facts = list.facts.map { $0.holding(cell($0.cell)) }
        return .facts(list)
      case .heading, .note, .chart, .contents: return block
      }
    }
    if cellCount + markCount > 0 {
      result.blocks.insert(.note(SpreadScope.note(cellCount, markCount)), at: 0)
    }
    return result
  }

  private static func note(_ cellCount: Int, _ markCount: Int) -> ReportNote {
    var english = "\(cellCount) cells stand as values without their formulas"
    var chinese = "\(cellCount) 個儲存格僅列數值而無公式"
    if markCount > 0 {
      english += ", and \(markCount) marks are left out"
      chinese += "，\(markCount) 項格式化條件從略"
    }
    return ReportNote(
      Phrase(
        english + ": they would refer to a column that is spread over several sheets.",
        chinese + "：所參照之欄分列於數個工作表。"),
      kind: .warning)
  }
}

extension ReportTable {
  /// The table with other cells and marks; itself where nothing changes.
  fileprivate func mapping(
    _ cell: (Cell) -> Cell, conditionalFormats: [ConditionalFormat]
  ) -> ReportTable {
    let hasFormulas = (rows + totals).contains { $0.cells.contains { $0.formula != nil } }
    guard hasFormulas || conditionalFormats.count < self.conditionalFormats.count else {
      return self
    }
    var table = ReportTable(
      key, title: title, columns: columns, emptyNotice: emptyNotice,
      conditionalFormats: conditionalFormats, frozenColumnCount: frozenColumnCount)
    table.printedRowCount = printedRowCount
    for row in rows { table.append(row.cells.map(cell), key: row.key, style: row.style) }
    for row in totals { table.appendTotal(cells: row.cells.map(cell), key: row.key) }
    return table
  }
}
