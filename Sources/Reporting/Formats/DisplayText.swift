import Foundation
public import Policy
import Quantities

extension CellValue {
  /// The value as people read it: thousands separated, rates in percent, choices in words.
  public func displayText(_ language: Language, precision: ColumnPrecision) -> String {
    switch self {
    case .empty, .text, .phrase, .day: plainText(language)
    case .choice(_, let words): words[language]
    case .integer(let number): String(number).groupingThousands()
    case .money(let money):
      money.decimalText.paddingFraction(to: precision.moneyDecimals).groupingThousands()
    case .amount(let number), .decimal(let number):
      number.decimalText(fractionDigitLimit: precision.decimals)
        .paddingFraction(to: precision.decimals).groupingThousands()
    case .percentage(let number):
      percentText(number, decimals: precision.percentDecimals)
    case .real(let number):
      number.isFinite ? realText(number, decimals: precision.realDecimals) : ""
    }
  }

  private func percentText(_ number: Rational, decimals: Int) -> String {
    guard let percent = try? number * Rational(100) else { return number.decimalText() }
    return percent.text(decimals: decimals) + "%"
  }

  private func realText(_ number: Double, decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", number)
    // A small negative number rounds to zero, which has no sign.
    let isZero = text.allSatisfy { "-0.".contains($0) }
    return (isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text).groupingThousands()
  }
}

extension Rational {
  fileprivate func text(decimals: Int) -> String {
    decimalText(fractionDigitLimit: decimals).paddingFraction(to: decimals).groupingThousands()
  }
}

extension String {
  /// A plain decimal with zeros up to so many decimals.
  fileprivate func paddingFraction(to count: Int) -> String {
    guard count > 0 else { return self }
    guard let point = firstIndex(of: ".") else {
      return self + "." + String(repeating: "0", count: count)
    }
    let present = distance(from: point, to: endIndex) - 1
    return self + String(repeating: "0", count: max(0, count - present))
  }

  /// A plain decimal with commas between the thousands.
  fileprivate func groupingThousands() -> String {
    let sign = hasPrefix("-") ? "-" : ""
    let unsigned = dropFirst(sign.count)
    let whole = unsigned.prefix { $0 != "." }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + unsigned.dropFirst(whole.count)
  }
}
