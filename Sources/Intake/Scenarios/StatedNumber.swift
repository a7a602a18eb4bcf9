import Quantities

/// Reads numbers of a behaviour file within their bounds.
enum StatedNumber {
  /// A number that is not negative.
  static func rate(
    _ text: String, upTo bound: Int64, isAboveZero: Bool
  ) throws(QuantityFormatError) -> Rate {
    let expected =
      (isAboveZero ? "a number above 0 and at most " : "a number from 0 to ") + "\(bound)"
    let rate: Rate
    do throws(QuantityFormatError) {
      rate = try Rate(text: text)
    } catch {
      throw QuantityFormatError(error.problem, expected: expected)
    }
    guard rate.value <= Rational(bound), !isAboveZero || rate.value > .zero else {
      throw QuantityFormatError("is out of bounds", expected: expected)
    }
    return rate
  }

  /// A whole number.
  static func integer(
    _ text: String, _ bounds: ClosedRange<Int>
  ) throws(QuantityFormatError) -> Int {
    let expected = "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    guard let number = Int(text) else {
      throw QuantityFormatError("is not a whole number", expected: expected)
    }
    guard bounds.contains(number) else {
      throw QuantityFormatError("is out of bounds", expected: expected)
    }
    return number
  }

  /// A binary number, such as the parameter of a distribution; neither infinite nor hexadecimal.
  static func real(
    _ text: String, _ bounds: ClosedRange<Double>
  ) throws(QuantityFormatError) -> Double {
    let expected = "a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    let isPlain = text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
    guard isPlain, let number = Double(text) else {
      throw QuantityFormatError("is not a number", expected: expected)
    }
    guard bounds.contains(number) else {
      throw QuantityFormatError("is out of bounds", expected: expected)
    }
    return number
  }
}
