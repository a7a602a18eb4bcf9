public import Quantities

/// A policy at one date with overrides laid over it: what a run computes with.
///
/// Values are looked up one by one, so that a run needs only the parameters of its own stages.
public struct PolicyView: Hashable, Sendable {
  /// The values by date.
  public let book: PolicyBook
  /// The day the values are looked up at; `nil` for the newest ones.
  public let day: Day?
  /// Values that win over the book: a scenario.
  public let overrides: [PolicyKey: PolicyValue]

  /// Creates a view of a book.
  public init(_ book: PolicyBook, on day: Day?, overrides: [PolicyKey: PolicyValue] = [:]) {
    self.book = book
    self.day = day
    self.overrides = overrides
  }

  /// The same policy with one more value changed.
  public func setting(_ key: PolicyKey, to value: PolicyValue) -> PolicyView {
    var changed = overrides
    changed[key] = value
    return PolicyView(book, on: day, overrides: changed)
  }

  /// The entry in force: an override is assumed, whatever the book's own value rests on.
  ///
  /// - Throws: ``PolicyError`` when there is none.
  public func entry(for key: PolicyKey) throws(PolicyError) -> PolicyBook.Entry {
    if let value = overrides[key] {
      return PolicyBook.Entry(
        value: value, from: nil, basis: .assumed, citation: Citation("set for this run"))
    }
    return try book.entry(for: key, on: day)
  }

  /// The rule behind a parameter, for derivations; `nil` when the parameter has no value.
  public func rule(for key: PolicyKey) -> Derivation.Rule? {
    guard let entry = try? entry(for: key) else { return nil }
    return Derivation.Rule(entry.citation, entry.basis)
  }
}

// Typed access. A value is of the kind of its key wherever a book or an override is made, so the
// fallbacks below are never taken; they stand in place of a trap.
extension PolicyView {
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: PolicyKey, _ fallback: Choice
  ) throws(PolicyError) -> Choice where Choice.RawValue == String {
    guard case .choice(let name) = try entry(for: key).value else { return fallback }
    return Choice(rawValue: name) ?? fallback
  }

  func rate(_ key: PolicyKey) throws(PolicyError) -> Rate {
    guard case .rate(let rate) = try entry(for: key).value else { return .zero }
    return rate
  }

  func share(_ key: PolicyKey) throws(PolicyError) -> Share {
    guard case .share(let share) = try entry(for: key).value else {
      throw .missing(key, file: book.file)
    }
    return share
  }

  func integer(_ key: PolicyKey) throws(PolicyError) -> Int64 {
    guard case .integer(let number) = try entry(for: key).value else {
      throw .missing(key, file: book.file)
    }
    return number
  }

  func optionalInteger(_ key: PolicyKey) throws(PolicyError) -> Int64? {
    guard case .integer(let number) = try entry(for: key).value else { return nil }
    return number
  }

  func optionalMoney(_ key: PolicyKey) throws(PolicyError) -> Money? {
    guard case .money(let money) = try entry(for: key).value else { return nil }
    return money
  }
}
