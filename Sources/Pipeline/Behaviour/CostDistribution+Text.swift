public import Quantities

extension CostDistribution {
  /// The families in words, for messages and help.
  public static let families =
    "uniform(low,high), lognormal(mu,sigma), beta(a,b,low,high) or triangular(a,c,b)"

  /// Reads a distribution such as `uniform(0.6,1.2)`; spaces do not matter.
  ///
  /// - Throws: `QuantityFormatError` for an unknown family, a wrong number of parameters, something
  ///   that is no number, or parameters that do not fit together.
  public init(text: String) throws(QuantityFormatError) {
    let compact = text.filter { $0 != " " }
    guard let opening = compact.firstIndex(of: "("), compact.last == ")" else {
      throw QuantityFormatError("is no distribution", expected: CostDistribution.families)
    }
    let name = compact[..<opening]
    let inside = compact[compact.index(after: opening)...].dropLast()
    let fields = inside.split(separator: ",", omittingEmptySubsequences: false)
    var numbers: [Double] = []
    for field in fields { numbers.append(try CostDistribution.number(field)) }
    self = try CostDistribution.named(name, numbers)
  }

  /// A family with its parameters, each the shortest decimal that reads back.
  static func text(_ family: String, _ parameters: [Double]) -> String {
    let numbers = parameters.map { number in
      let text = "\(number)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    return "\(family)(\(numbers.joined(separator: ",")))"
  }

  private static func named(
    _ name: Substring, _ numbers: [Double]
  ) throws(QuantityFormatError) -> CostDistribution {
    switch (name, numbers.count) {
    case ("uniform", 2): try .uniform(low: numbers[0], high: numbers[1])
    case ("lognormal", 2): try .lognormal(mu: numbers[0], sigma: numbers[1])
    case ("beta", 4):
      try .beta(alpha: numbers[0], beta: numbers[1], low: numbers[2], high: numbers[3])
    case ("triangular", 3):
      try .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
    case ("uniform", _), ("lognormal", _), ("beta", _), ("triangular", _):
      throw QuantityFormatError("has \(numbers.count) parameters", expected: families)
    default:
      throw QuantityFormatError("is of an unknown family", expected: families)
    }
  }

  /// Reads a plain decimal, with or without an exponent; neither infinities nor hexadecimals.
  ///
  /// - Throws: `QuantityFormatError` for anything else, and beyond ``largestParameter``.
  public static func number(_ text: some StringProtocol) throws(QuantityFormatError) -> Double {
    let isPlain = text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
    guard isPlain, let number = Double(String(text)) else {
      throw QuantityFormatError("has “\(text)”, which is no number", expected: "such as 0.6")
    }
    guard abs(number) <= largestParameter else {
      throw QuantityFormatError("has “\(text)”, which is too large", expected: "at most 1e15")
    }
    return number
  }
}
