public import Quantities

/// Every value that a policy file gives, by parameter and date.
public struct PolicyBook: Hashable, Sendable {
  /// One value of one parameter, from a date on.
  public struct Entry: Hashable, Sendable {
    /// The value.
    public let value: PolicyValue
    /// The first day it holds; `nil` for an assumed value, which has none.
    public let from: Day?
    /// What stands behind it.
    public let basis: Basis
    /// Where it is stated, or what the assumption rests on.
    public let citation: Citation

    /// Other values that an assumed one could have had; what is at stake is measured over them.
    ///
    /// A choice has every name of its key as an alternative, whether listed or not.
    public let alternatives: [PolicyValue]

    /// Creates an entry.
    public init(
      value: PolicyValue, from: Day?, basis: Basis, citation: Citation,
      alternatives: [PolicyValue] = []
    ) {
      self.value = value
      self.from = from
      self.basis = basis
      self.citation = citation
      self.alternatives = alternatives
    }
  }

  /// The name of the policy, for covers and reports.
  public let title: String
  /// The file it came from, as the user named it, or the name of the shipped policy.
  public let file: String
  /// The entries of each parameter, the earliest first; one without a date comes before all.
  public let entries: [PolicyKey: [Entry]]
  /// What each parameter means, in words.
  public let descriptions: [PolicyKey: Phrase]
  /// The security items of each kind of service; empty where the file has none.
  public let securityMatrices: [SecurityMatrix]

  /// Creates a book; entries are put in the order of their dates.
  public init(
    title: String, file: String, entries: [PolicyKey: [Entry]],
    descriptions: [PolicyKey: Phrase] = [:], securityMatrices: [SecurityMatrix] = []
  ) {
    self.title = title
    self.file = file
    self.entries = entries.mapValues { list in
      list.sorted { ($0.from?.daysSinceEpoch ?? .min) < ($1.from?.daysSinceEpoch ?? .min) }
    }
    self.descriptions = descriptions
    self.securityMatrices = securityMatrices
  }

  /// The entry in force on a day; the newest one when no day is given.
  ///
  /// - Throws: ``PolicyError`` when the parameter has no value, or none yet on that day.
  public func entry(for key: PolicyKey, on day: Day?) throws(PolicyError) -> Entry {
    guard let list = entries[key], let newest = list.last, let first = list.first else {
      throw .missing(key, file: file)
    }
    guard let day else { return newest }
    guard let inForce = list.last(where: { entry in entry.from.map { $0 <= day } ?? true }) else {
      throw .beforeFirstDate(key, day: day, first: first.from ?? day, file: file)
    }
    return inForce
  }
}

/// Why a parameter has no value.
public enum PolicyError: Error, Hashable, Sendable {
  /// The policy file does not have the parameter.
  case missing(PolicyKey, file: String)
  /// The parameter's first value starts later.
  case beforeFirstDate(PolicyKey, day: Day, first: Day, file: String)
  /// The value is not of the kind that the parameter takes, or out of its bounds.
  case wrongKind(PolicyKey, value: PolicyValue, file: String)

  /// The error in words: what is wrong, and what was expected.
  public var message: String {
    switch self {
    case .missing(let key, let file):
      "\(file): \(key.rawValue) has no value; expected one, in the file or by --set"
    case .beforeFirstDate(let key, let day, let first, let file):
      "\(file): \(key.rawValue) has no value on \(day); its first one starts on \(first);"
        + " expected a later date, or --set \(key.rawValue)=VALUE"
    case .wrongKind(let key, let value, let file):
      "\(file): \(key.rawValue) cannot be \(value.text); expected \(key.kind.expectation)"
    }
  }
}
