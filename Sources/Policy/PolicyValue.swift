public import Quantities

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
  /// Some names, in their order.
  case names([String])
  /// A length of time.
  case period(CalendarPeriod)

  /// The word that stands for no value in policy files.
  public static let absentText = "none"

  /// Reads the text of a value.
  ///
  /// - Throws: `QuantityFormatError`; for a choice its expectation lists every name.
  public init(text: String, kind: PolicyValueKind) throws(QuantityFormatError) {
    switch kind {
    case .choice(let names):
      guard names.contains(text) else {
        throw QuantityFormatError("is not one of the values", expected: kind.expectation)
      }
      self = .choice(text)
    case .share: self = .share(try Share(text: text))
    case .rate: self = .rate(try Rate(text: text))
    case .optionalInteger where text == PolicyValue.absentText,
      .optionalMoney where text == PolicyValue.absentText:
      self = .absent
    case .integer(let bounds), .optionalInteger(let bounds):
      self = .integer(try PolicyValue.integer(text, bounds, expected: kind.expectation))
    case .optionalMoney:
      self = .money(try PolicyValue.moneyAboveZero(text, expected: kind.expectation))
    case .names: self = .names(try PolicyValue.names(text, expected: kind.expectation))
    case .period: self = .period(try CalendarPeriod(text: text))
    }
  }

  private static func names(
    _ text: String, expected: String
  ) throws(QuantityFormatError) -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard names.allSatisfy({ !$0.isEmpty }) else {
      throw QuantityFormatError("has an empty name", expected: expected)
    }
    guard Set(names).count == names.count else {
      throw QuantityFormatError("has a name twice", expected: expected)
    }
    return names
  }

  private static func integer(
    _ text: String, _ bounds: ClosedRange<Int64>, expected: String
  ) throws(QuantityFormatError) -> Int64 {
    guard let number = Int64(text) else {
      throw QuantityFormatError("is not a whole number", expected: expected)
    }
    guard bounds.contains(number) else {
      throw QuantityFormatError("is out of bounds", expected: expected)
    }
    return number
  }

  private static func moneyAboveZero(
    _ text: String, expected: String
  ) throws(QuantityFormatError) -> Money {
    let money: Money
    do throws(QuantityFormatError) {
      money = try Money(text: text)
    } catch {
      throw QuantityFormatError(error.problem, expected: expected)
    }
    guard money > .zero else { throw QuantityFormatError("is not above 0", expected: expected) }
    return money
  }

  /// The value as a policy file writes it, with every digit that a file can state.
  public var text: String {
    // 18 digits are the most that a policy file can state, and a percent sign moves the point by two.
    let digitLimit = 20
    return switch self {
    case .choice(let name): name
    case .share(let share): share.value.decimalText(fractionDigitLimit: digitLimit)
    case .rate(let rate): rate.value.decimalText(fractionDigitLimit: digitLimit)
    case .integer(let number): String(number)
    case .money(let money): money.decimalText
    case .absent: PolicyValue.absentText
    case .names(let names): names.joined(separator: ", ")
    case .period(let period): period.text
    }
  }
}
