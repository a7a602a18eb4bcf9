public import Policy
public import Quantities

/// Why a row of evidence does not take part in the price.
public enum Exclusion: Hashable, Sendable {
  /// Its price cannot be carried to the item's terms.
  case notNormalised(NormalisingFault)
  /// It is no evidence of its own.
  case notIndependent(IndependenceFault)
  /// Its score lies above the limit of its class's outlier test.
  case outlier(score: Rational, limit: Rational)
  /// The item's prices cannot be computed exactly, so none of its rows is used.
  case notExact(ArithmeticOverflow)

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .notNormalised(let fault): fault.phrase
    case .notIndependent(let fault): fault.phrase
    case .outlier(let score, let limit):
      Phrase(
        "outlier: its score \(score.decimalText(fractionDigitLimit: 4)) is above"
          + " \(limit.decimalText())",
        "離群值：分數 \(score.decimalText(fractionDigitLimit: 4)) 逾 \(limit.decimalText())")
    case .notExact(let overflow):
      Phrase(
        "the item cannot be computed exactly: \(overflow.operation) does not fit",
        "本品項無法精確計算（\(overflow.operation)：超出數值範圍）")
    }
  }
}
