import CallOff
import Policy

/// What formulas say about orders and fees, as they name it and as people read it.
enum FeeWords {
  /// The standing of an order, by the names of the input.
  static let standings = TokenWords(
    key: "order_standings", title: Phrase("Standings of orders", "訂單狀態"),
    entries: [
      ("active", Phrase("active", "有效")),
      ("return-pending", Phrase("return pending", "退件待裁定")),
      ("cancelled", Phrase("cancelled", "已取消")),
    ])

  /// What stands in place of a fee that cannot be charged.
  static let errors = TokenWords(
    key: "fee_errors", title: Phrase("In place of a fee", "無法計費時"),
    entries: [("no-tier", Phrase("no tier covers it", "無適用級距"))])

  static let lists = [standings, errors]

  /// The names of the words that the looks of rows follow.
  static let definedNames = [
    standings.definedName("order_active", for: "active"),
    standings.definedName("order_cancelled", for: "cancelled"),
    standings.definedName("order_return_pending", for: "return-pending"),
  ]
}
