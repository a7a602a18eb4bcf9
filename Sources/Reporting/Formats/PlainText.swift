public import Policy
import Quantities

extension CellValue {
  /// The value as files state it: numbers plain, dates in ISO form, choices by name, nothing empty.
  ///
  /// An exact fraction whose decimals do not end has twelve of them, rounded half-up.
  public func plainText(_ language: Language) -> String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .phrase(let phrase): phrase[language]
    case .choice(let name, _): name
    case .integer(let number): String(number)
    case .money(let money): money.decimalText
    case .amount(let number), .decimal(let number), .percentage(let number): number.decimalText()
    case .day(let day): day.isoText
    case .real(let number): number.isFinite ? number.plainDecimalText : ""
    }
  }
}

extension Double {
  /// The shortest decimal that reads back as the same number, without an exponent.
  var plainDecimalText: String {
    let text = description
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
      let exponent = Int(text[text.index(after: mark)...])
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    let mantissa = text[..<mark]
    let isNegative = mantissa.hasPrefix("-")
    let parts = (isNegative ? mantissa.dropFirst() : mantissa).split(separator: ".")
    let whole = parts.first.map(String.init) ?? "0"
    let fraction = parts.dropFirst().first.map { $0 == "0" ? "" : String($0) } ?? ""
    let digits = whole + fraction
    let pointIndex = whole.count + exponent
    let sign = isNegative ? "-" : ""
    if pointIndex <= 0 {
      return sign + "0." + String(repeating: "0", count: -pointIndex) + digits
    }
    if pointIndex >= digits.count {
      return sign + digits + String(repeating: "0", count: pointIndex - digits.count)
    }
    return sign + String(digits.prefix(pointIndex)) + "." + String(digits.dropFirst(pointIndex))
  }
}
