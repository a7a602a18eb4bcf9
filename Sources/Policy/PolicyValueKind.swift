import Quantities

/// The kind of value that a parameter takes, with its bounds.
public enum PolicyValueKind: Hashable, Sendable {
  /// One of some names, the default first.
  case choice([String])
  /// A share from 0 to 1.
  case share
  /// A number that is not negative.
  case rate
  /// A whole number within bounds.
  case integer(ClosedRange<Int64>)
  /// A whole number within bounds, or `none`.
  case optionalInteger(ClosedRange<Int64>)
  /// An amount above zero, or `none`.
  case optionalMoney
  /// One or more names, divided by commas.
  case names
  /// Calendar days or months.
  case period

  /// Whether a value is of this kind and within its bounds.
  public func accepts(_ value: PolicyValue) -> Bool {
    switch (self, value) {
    case (.choice(let names), .choice(let name)): names.contains(name)
    case (.share, .share), (.rate, .rate): true
    case (.integer(let bounds), .integer(let number)): bounds.contains(number)
    case (.optionalInteger(let bounds), .integer(let number)): bounds.contains(number)
    case (.optionalMoney, .money(let money)): money > .zero
    case (.optionalInteger, .absent), (.optionalMoney, .absent): true
    case (.names, .names(let names)): !names.isEmpty
    case (.period, .period(let period)): period.isWithinBounds
    default: false
    }
  }

  /// What a text of this kind should look like, for error messages.
  public var expectation: String {
    switch self {
    case .choice(let names): names.joined(separator: ", ")
    case .share: "a share from 0 to 1 such as 0.9 or 90%"
    case .rate: "a rate such as 0.011 or 1.1%"
    case .integer(let bounds):
      "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .optionalInteger(let bounds):
      "a whole number from \(bounds.lowerBound) to \(bounds.upperBound), or none"
    case .optionalMoney: Money.expectedFormat + ", or none"
    case .names: "one or more names, divided by commas"
    case .period: CalendarPeriod.expectedFormat
    }
  }
}
