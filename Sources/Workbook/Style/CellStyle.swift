import Reporting

/// Everything that decides how a cell looks.
struct CellStyle: Hashable {
  /// The part that the cell plays in its sheet.
  enum Role: Hashable {
    case title
    case heading
    case tableHeading(isNumeric: Bool)
    case body(ReportTable.RowStyle)
    case label
    case fact
    case remark
    case note(ReportNote.Kind)
    /// A mark laid over other cells by their values.
    case mark(ReportTable.RowStyle)
  }

  var role: Role
  var number: NumberFormat = .general
  var isLink = false
  var wraps = false
  var isAtRight = false
  /// Whether people may change the cell where the sheet is guarded, and why.
  var filling: Filling?

  /// What people write into a cell.
  enum Filling: Hashable {
    /// Data that came in, to see what follows.
    case input
    /// A decision.
    case entry
  }
}

/// The colours of a workbook: dark enough to print, and told apart by borders and words as well.
enum Palette {
  static let ink = 0x1F3864
  static let headingFill = 0xD9E2F0
  static let labelFill = 0xF2F2F2
  static let hairline = 0xD0D0D0
  static let mutedInk = 0x767676
  static let mutedFill = 0xF5F5F5
  static let attentionFill = 0xFFE9B8
  static let goodFill = 0xE2F0D9
  static let cutoffFill = 0xB9DBA5
  static let assumptionFill = 0xFFF6DD
  static let assumptionEdge = 0xBF9000
  static let warningFill = 0xFCE4D6
  static let warningEdge = 0xC00000
  static let inputFill = 0xE8F4FD
  static let entryFill = 0xFFFBE0
  static let cutoffEdge = 0xC00000
  static let link = 0x0B5394
  static let dataBar = 0x9DC3E6
  /// Colours of chart series that colour-blind readers tell apart (Okabe and Ito, 2008).
  static let series = [0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0xCC79A7, 0x56B4E9, 0x595959]

  static func tab(_ tab: ReportSheet.TabColor) -> Int {
    switch tab {
    case .guide: 0x7F7F7F
    case .input: 0x56B4E9
    case .policy: 0xE69F00
    case .calculation: 0x8064A2
    case .result: 0x009E73
    case .warning: 0xC00000
    }
  }
}
