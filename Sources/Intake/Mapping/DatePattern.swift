import Quantities

/// The order in which a date is written, such as `YYYYMMDD` or `M/D/YY`.
///
/// | token | digits | meaning |
/// |---|---|---|
/// | `YYYY` | 4 | Gregorian year |
/// | `YY` | 2 | 69–99 is 1969–1999, 00–68 is 2000–2068 (POSIX `strptime`, `%y`) |
/// | `RRR` | 3 | ROC year |
/// | `MM`, `DD` | 2 | month, day |
/// | `M`, `D` | 1 or 2 | month, day |
///
/// Every other character stands for itself. A pattern has each of year, month and day once; `M` and
/// `D` are followed by a character that is no digit, or by the end.
struct DatePattern: Hashable, Sendable {
  private enum Token: Hashable, Sendable {
    case gregorianYear
    case shortYear
    case rocYear
    case month(digits: ClosedRange<Int>)
    case day(digits: ClosedRange<Int>)
    case literal(Character)

    var digitCounts: ClosedRange<Int>? {
      switch self {
      case .gregorianYear: 4...4
      case .shortYear: 2...2
      case .rocYear: 3...3
      case .month(let digits), .day(let digits): digits
      case .literal: nil
      }
    }
  }

  /// The pattern as it was written.
  let text: String
  private let tokens: [Token]

  /// What a pattern should look like, for error messages.
  private static let expected = "a pattern such as YYYYMMDD, M/D/YY or RRR/MM/DD"

  /// Reads a pattern.
  ///
  /// - Throws: ``QuantityFormatError`` when a part is missing, doubled or runs into the next one.
  init(_ text: String) throws(QuantityFormatError) {
    self.text = text
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      switch (first, run.count) {
      case ("Y", 4): tokens.append(.gregorianYear)
      case ("Y", 2): tokens.append(.shortYear)
      case ("R", 3): tokens.append(.rocYear)
      case ("M", 1): tokens.append(.month(digits: 1...2))
      case ("M", 2): tokens.append(.month(digits: 2...2))
      case ("D", 1): tokens.append(.day(digits: 1...2))
      case ("D", 2): tokens.append(.day(digits: 2...2))
      default:
        guard !first.isNumber, !"YRMD".contains(first) else {
          throw QuantityFormatError("is not a date pattern", expected: DatePattern.expected)
        }
        tokens += run.map { .literal($0) }
      }
    }
    let kinds = tokens.compactMap(DatePattern.kind).sorted()
    guard kinds == ["day", "month", "year"] else {
      throw QuantityFormatError(
        "has not each of year, month and day once", expected: DatePattern.expected)
    }
    for (token, next) in zip(tokens, tokens.dropFirst())
    where token.digitCounts == 1...2 && next.digitCounts != nil {
      throw QuantityFormatError(
        "runs a number of one or two digits into the next", expected: DatePattern.expected)
    }
    self.tokens = tokens
  }

  private static func kind(_ token: Token) -> String? {
    switch token {
    case .gregorianYear, .shortYear, .rocYear: "year"
    case .month: "month"
    case .day: "day"
    case .literal: nil
    }
  }

  /// Reads a date that is written in this order.
  ///
  /// - Throws: ``QuantityFormatError`` when it is not, or no calendar has the day.
  func day(_ text: String) throws(QuantityFormatError) -> Day {
    let expected = "a date written \(self.text)"
    var (year, month, dayOfMonth) = (0, 0, 0)
    var rest = Substring(text)
    for token in tokens {
      if case .literal(let character) = token {
        guard rest.first == character else {
          throw QuantityFormatError("is not a date", expected: expected)
        }
        rest.removeFirst()
        continue
      }
      let counts = token.digitCounts ?? 1...1
      let digits = rest.prefix(counts.upperBound).prefix { $0.isASCII && $0.isNumber }
      guard counts.contains(digits.count), let number = Int(digits) else {
        throw QuantityFormatError("is not a date", expected: expected)
      }
      rest = rest.dropFirst(digits.count)
      switch token {
      case .gregorianYear: year = number
      case .shortYear: year = number + (number >= 69 ? 1900 : 2000)
      case .rocYear: year = number + Day.rocEpochYear
      case .month: month = number
      case .day: dayOfMonth = number
      case .literal: break
      }
    }
    guard rest.isEmpty else { throw QuantityFormatError("is not a date", expected: expected) }
    guard let day = Day(year: year, month: month, day: dayOfMonth) else {
      throw QuantityFormatError("is a day that no calendar has", expected: expected)
    }
    return day
  }
}
