public import Quantities

/// A dated value of the policy that starts on another day than the file says.
public struct MovedDate: Hashable, Sendable {
  /// The parameter.
  public let key: PolicyKey
  /// The value whose first day moves.
  public let value: PolicyValue
  /// Its first day.
  public let from: Day

  /// Creates a move.
  public init(_ key: PolicyKey, _ value: PolicyValue, from: Day) {
    self.key = key
    self.value = value
    self.from = from
  }
}

extension PolicyBook {
  /// The same policy with some values starting on other days; a moved value is assumed.
  ///
  /// Values that started between the new day and the old one are gone: a rule that becomes mandatory
  /// earlier stays so. A value that the parameter never had starts on its day as well.
  ///
  /// - Complexity: O(moves × entries of a parameter).
  public func moving(_ moves: [MovedDate]) -> PolicyBook {
    guard !moves.isEmpty else { return self }
    var entries = entries
    for move in moves {
      var list = entries[move.key] ?? []
      let stated = list.lastIndex { $0.value == move.value }.map { list.remove(at: $0) }
      let old = stated?.from ?? move.from
      list.removeAll { entry in
        guard let from = entry.from else { return false }
        return from == move.from || (move.from < from && from < old)
      }
      let citation =
        stated.map { "\($0.citation.text); its first day is moved for this run" }
        ?? "set for this run"
      list.append(
        Entry(
          value: move.value, from: move.from, basis: .assumed, citation: Citation(citation)))
      entries[move.key] = list
    }
    return PolicyBook(
      title: title, file: file, entries: entries, descriptions: descriptions,
      securityMatrices: securityMatrices)
  }
}
