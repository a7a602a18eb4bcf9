public import Policy
public import Reporting

/// A table whose rows are written one by one and never held: its frame, and how many rows there are.
///
/// Past the last row of a sheet it continues on a further one, "Name (2)", with its headings again; a
/// line on each of them says so. The headings have filters and stay in view; a native table, which
/// must be known as a whole, it is not.
public struct StreamedTable: Hashable, Sendable {
  /// What links refer to the sheet by; unique in the workbook.
  public let key: String
  /// The name on the tab.
  public var name: Phrase
  /// The line at the top of the sheet.
  public var title: Phrase
  /// What the sheet shows, for a list of contents.
  public var summary: Phrase
  /// Paragraphs between the title and the headings.
  public var notes: [ReportNote]
  /// The colour of the tab.
  public var tab: ReportSheet.TabColor
  /// The columns, in their order; at least one.
  public let columns: [StreamedColumn]
  /// How many rows will be written.
  public let rowCount: Int
  /// How many columns stay in view at the left.
  public var frozenColumnCount: Int

  /// Creates the frame of a table.
  public init(
    _ key: String, name: Phrase, title: Phrase, summary: Phrase = Phrase(verbatim: ""),
    notes: [ReportNote] = [], tab: ReportSheet.TabColor = .result, columns: [StreamedColumn],
    rowCount: Int, frozenColumnCount: Int = 1
  ) {
    self.key = key
    self.name = name
    self.title = title
    self.summary = summary
    self.notes = notes
    self.tab = tab
    self.columns = columns
    self.rowCount = max(rowCount, 0)
    self.frozenColumnCount = frozenColumnCount
  }
}

/// A column whose cells are not known when its width and decimals are set.
public struct StreamedColumn: Hashable, Sendable {
  /// Name, heading and kind; an automatic width is that of the kind.
  public let column: ReportTable.Column
  /// Decimals that its numbers show; of a percentage, those of the percent.
  public let fractionDigitCount: Int

  /// Creates a column.
  ///
  /// - Parameters:
  ///   - column: Name, heading, kind and width.
  ///   - fractionDigitCount: Decimals that numbers show, at most 9; money shows 0 or 2.
  public init(_ column: ReportTable.Column, fractionDigitCount: Int = 0) {
    self.column = column
    self.fractionDigitCount = min(max(fractionDigitCount, 0), 9)
  }
}

extension StreamedColumn {
  /// How numbers of the column are shown.
  var numberFormat: NumberFormat {
    switch column.kind {
    case .text, .identifier: .text
    case .choice: .general
    case .integer: .integer
    case .money: .money(decimals: fractionDigitCount > 0 ? 2 : 0)
    case .decimal: .decimal(places: fractionDigitCount)
    case .percentage: .percent(places: fractionDigitCount)
    case .date: .date
    case .real: .real(places: fractionDigitCount)
    }
  }

  /// The column with a width that does not depend on its cells.
  var sized: ReportTable.Column {
    guard case .automatic = column.width else { return column }
    let characters =
      switch column.kind {
      case .text: 40
      case .identifier, .choice, .money: 18
      case .decimal, .real: 14
      case .date: 12
      case .integer, .percentage: 10
      }
    return ReportTable.Column(
      column.key, column.heading, column.kind, width: .characters(characters))
  }
}
