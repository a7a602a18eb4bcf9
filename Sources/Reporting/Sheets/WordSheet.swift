import Policy

/// The sheet of the words that formulas put into the results.
enum WordSheet {
  static let key = "words"

  /// - Returns: `nil` where no formula needs a word.
  static func sheet(awards: AwardWorking?, fees: FeeWorking?) -> ReportSheet? {
    var lists: [TokenWords] = []
    if awards?.isLive == true { lists += AwardWords.lists }
    if fees?.isLive == true { lists += FeeWords.lists }
    guard !lists.isEmpty else { return nil }
    var sheet = ReportSheet(
      key, name: Phrase("Words", "公式用語"), title: Phrase("Words of the formulas", "公式用語"),
      summary: Phrase(
        "The words that formulas put into the results, by their names in formulas",
        "公式填入結果之文字及其代稱"), tab: .calculation, blocks: lists.map { .table($0.table) })
    sheet.isProtected = true
    return sheet
  }

  /// The names of the words that the looks of rows follow.
  static func definedNames(
    awards: AwardWorking?, fees: FeeWorking?
  ) -> [ReportDocument.DefinedName] {
    (awards?.isLive == true ? AwardWords.definedNames : [])
      + (fees?.isLive == true ? FeeWords.definedNames : [])
  }
}
