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

// Typed access. A value that is not of its key's kind is an error here and never read as a default.
extension PolicyView {
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: PolicyKey
  ) throws(PolicyError) -> Choice where Choice.RawValue == String {
    let value = try value(key)
    guard case .choice(let name) = value, let choice = Choice(rawValue: name) else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return choice
  }

  func rate(_ key: PolicyKey) throws(PolicyError) -> Rate {
    let value = try value(key)
    guard case .rate(let rate) = value else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return rate
  }

  func share(_ key: PolicyKey) throws(PolicyError) -> Share {
    let value = try value(key)
    guard case .share(let share) = value else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return share
  }

  func integer(_ key: PolicyKey) throws(PolicyError) -> Int64 {
    let value = try value(key)
    guard case .integer(let number) = value else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return number
  }

  func optionalInteger(_ key: PolicyKey) throws(PolicyError) -> Int64? {
    guard case .integer(let number) = try value(key) else { return nil }
    return number
  }

  func names(_ key: PolicyKey) throws(PolicyError) -> [String] {
    let value = try value(key)
    guard case .names(let names) = value else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return names
  }

  func period(_ key: PolicyKey) throws(PolicyError) -> CalendarPeriod {
    let value = try value(key)
    guard case .period(let period) = value else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return period
  }

  func optionalMoney(_ key: PolicyKey) throws(PolicyError) -> Money? {
    guard case .money(let money) = try value(key) else { return nil }
    return money
  }

  /// The value in force, of the kind that the key takes and within its bounds.
  private func value(_ key: PolicyKey) throws(PolicyError) -> PolicyValue {
    let value = try entry(for: key).value
    guard key.kind.accepts(value) else {
      throw .wrongKind(key, value: value, file: book.file)
    }
    return value
  }
}
