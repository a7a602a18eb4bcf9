import Pipeline
import Policy
import Quantities

extension CutoffReading {
  /// Share and rounding in words: `90 %, half-up`.
  var phrase: Phrase {
    Phrase(
      "\(share.phrase.english), \(rounding.phrase.english)",
      "\(share.phrase.traditionalChinese)（\(rounding.phrase.traditionalChinese)）")
  }

  /// What names the reading in the keys of columns and rows.
  var key: String { "\(share.key)_\(rounding.rawValue)" }
}

extension Share {
  /// The share in percent, every digit.
  var phrase: Phrase {
    let percent = (try? value * Rational(100))?.decimalText(fractionDigitLimit: 18) ?? decimalText
    return Phrase("\(percent) %", "\(percent)%")
  }

  /// What names the share in the keys of columns; without a dot, which has a meaning there.
  var key: String { String(decimalText.map { $0 == "." ? "_" : $0 }) }
}

extension Rounding {
  /// The rounding in words.
  var phrase: Phrase {
    switch self {
    case .halfUp: Phrase("half-up", "四捨五入")
    case .floor: Phrase("floor", "無條件捨去")
    case .ceiling: Phrase("ceiling", "無條件進位")
    }
  }
}

extension PaddedOutcome.Standing {
  /// Whether the padding bid wins, in a word.
  var phrase: Phrase {
    switch self {
    case .wins: Phrase("yes", "是")
    case .loses: Phrase("no", "否")
    case .pending: Phrase("pending", "待決")
    }
  }
}
