/// The formulas of checks both of whose sides are in the book.
enum CheckFormulas {
  /// What is expected and what is found; `nil` where the side is a value.
  struct Pair {
    var expected: String?
    var found: String?
  }
}

extension Cell {
  /// The same cell with a formula, where there is one.
  func computed(by formula: String?) -> Cell {
    formula.map { computed(by: Formula($0)) } ?? self
  }
}
