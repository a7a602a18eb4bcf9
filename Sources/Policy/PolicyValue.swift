public import Quantities

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
}

/// A value of the policy, of the kind that its key asks for.
public enum PolicyValue: Hashable, Sendable {
  /// One of the names that the key allows.
  case choice(String)
  /// A share from 0 to 1.
  case share(Share)
  /// A number that is not negative.
  case rate(Rate)
  /// A whole number.
  case integer(Int64)
  /// An amount.
  case money(Money)
  /// The value `none`: the rule has no such parameter in force.
  case absent

  /// The word that stands for no value in policy files.
  public static let absentText = "none"

  /// Reads the text of a value.
  ///
  /// - Throws: ``QuantityFormatError``; for a choice its expectation lists every name.
  public init(text: String, kind: PolicyValueKind) throws(QuantityFormatError) {
    switch kind {
    case .choice(let names):
      guard names.contains(text) else {
        throw QuantityFormatError(
          "is not one of the values", expected: names.joined(separator: ", "))
      }
      self = .choice(text)
    case .share: self = .share(try Share(text: text))
    case .rate: self = .rate(try Rate(text: text))
    case .integer(let bounds): self = .integer(try PolicyValue.integer(text, bounds, ""))
    case .optionalInteger(let bounds):
      self =
        text == PolicyValue.absentText
        ? .absent : .integer(try PolicyValue.integer(text, bounds, ", or none"))
    case .optionalMoney: self = try PolicyValue.optionalMoney(text)
    }
  }

  private static func integer(
    _ text: String, _ bounds: ClosedRange<Int64>, _ suffix: String
  ) throws(QuantityFormatError) -> Int64 {
    let expected = "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)\(suffix)"
    guard let number = Int64(text) else {
      throw QuantityFormatError("is not a whole number", expected: expected)
    }
    guard bounds.contains(number) else {
      throw QuantityFormatError("is out of bounds", expected: expected)
    }
    return number
  }

  private static func optionalMoney(_ text: String) throws(QuantityFormatError) -> PolicyValue {
    if text == absentText { return .absent }
    let money = try Money(text: text)
    guard money > .zero else {
      throw QuantityFormatError("is not above 0", expected: Money.expectedFormat + ", or none")
    }
    return .money(money)
  }

  /// The value as a policy file writes it.
  public var text: String {
    switch self {
    case .choice(let name): name
    case .share(let share): share.decimalText
    case .rate(let rate): rate.decimalText
    case .integer(let number): String(number)
    case .money(let money): money.decimalText
    case .absent: PolicyValue.absentText
    }
  }
}
