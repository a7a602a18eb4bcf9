import Policy
import Quantities

/// k as a spreadsheet computes it, in whole numbers as the rule has it.
enum CutoffFormula {
  /// share × n, rounded: part × n ÷ whole.
  ///
  /// - Parameters:
  ///   - product: part × n as a formula.
  ///   - whole: The share's denominator as a formula.
  ///   - rounding: How the quotient becomes a whole number.
  /// - Returns: A part of a formula.
  static func shareCount(of product: String, over whole: String, _ rounding: Rounding) -> String {
    switch rounding {
    case .halfUp: "INT((2*\(product)+\(whole))/(2*\(whole)))"
    case .floor: "INT(\(product)/\(whole))"
    case .ceiling: "-INT(-\(product)/\(whole))"
    }
  }
}
