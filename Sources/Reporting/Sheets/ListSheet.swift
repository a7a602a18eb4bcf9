import Policy

/// The sheet of lists that formulas look up: numbers and the words they stand for.
enum ListSheet {
  static let key = "lists"

  static func sheet(of tables: [ReportTable]) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Lists", "代碼對照"), title: Phrase("Lists that formulas look up", "公式所用之對照表"),
      summary: Phrase(
        "The words and numbers that formulas look up", "公式所查詢之文字與代碼"), tab: .calculation,
      isProtected: true,
      blocks: tables.map { .table($0) })
  }
}
