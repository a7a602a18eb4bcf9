public import Policy

/// How the values of a column are written.
public enum ColumnForm: Hashable, Sendable {
  /// A name that other rows may refer to.
  case name
  /// A text.
  case text
  /// A day.
  case date
  /// An amount above 0 in NT$.
  case price
  /// A whole number above 0.
  case count
  /// A whole number of 0 or more.
  case countOrNone
  /// A term in months.
  case months
  /// One of a few words, each in English and in Chinese.
  case choice([Phrase])
  /// A month.
  case month
  /// The value of an index.
  case index
  /// A share of an amount.
  case rate
  /// The inclusive lower end of a tier.
  case lowerBound
  /// The code of a territory.
  case territory
  /// Codes of territories.
  case territories
  /// A year.
  case year
  /// The round of a price reduction.
  case round

  /// Whether values are written as numbers.
  public var isNumeric: Bool {
    switch self {
    case .price, .count, .countOrNone, .months, .index, .rate, .lowerBound, .year, .round: true
    case .name, .text, .date, .choice, .month, .territory, .territories: false
    }
  }

  /// What values are counted in, where they are.
  public var unit: Phrase? {
    switch self {
    case .price: Phrase("NT$", "新臺幣元")
    case .months: Phrase("months", "月")
    case .date: Phrase("date", "日期")
    default: nil
    }
  }

  /// How a value is written, in words.
  public var rule: Phrase {
    switch self {
    case .name: Phrase("a name, up to 200 characters", "名稱或代碼，至多 200 字")
    case .text: Phrase("a text, up to 4,000 characters", "文字，至多 4,000 字")
    case .date:
      Phrase(
        "a date from 1990 on: a date cell, 2026-03-31 or 115/03/31",
        "1990 年以後之日期：日期儲存格、2026-03-31 或 115/03/31")
    case .price:
      Phrase(
        "an amount above 0 in NT$, at most two decimals", "大於 0 之新臺幣金額，至多二位小數")
    case .count: Phrase("a whole number above 0", "大於 0 之整數")
    case .countOrNone: Phrase("a whole number of 0 or more", "0 以上之整數")
    case .months: Phrase("whole months from 1 to 1200", "1 至 1200 之整數月數")
    case .choice(let words):
      Phrase(
        "one of: " + words.map(\.english).listed,
        "下列之一：" + words.map(\.traditionalChinese).joined(separator: "、"))
    case .month: Phrase("a month: 2026-03 or 115/03", "月份：2026-03 或 115/03")
    case .index: Phrase("a number above 0", "大於 0 之數值")
    case .rate: Phrase("a share such as 0.011 or 1.1%", "比率，如 0.011 或 1.1%")
    case .lowerBound:
      Phrase(
        "0 or more, ascending; the bound itself belongs to its tier",
        "0 以上，由小到大；下限本身屬於該級距")
    case .territory: Phrase("two letters (ISO 3166) such as TW", "二碼國別代碼（ISO 3166），如 TW")
    case .territories:
      Phrase(
        "two-letter codes divided by semicolons such as TW;JP, or none",
        "二碼國別代碼，以分號分隔，如 TW;JP；沒有則填「無」")
    case .year: Phrase("a year such as 2021", "西元年，如 2021")
    case .round:
      Phrase("0 for the priority reduction, 1 to 3 for the rounds", "優先減價為 0，各輪比減價格為 1 至 3")
    }
  }
}

extension Words {
  /// The usual words in both languages.
  var phrases: [Phrase] { list.map { Phrase($0.words[0], $0.words[1]) } }
}
