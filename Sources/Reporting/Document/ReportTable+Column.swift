public import Policy

extension ReportTable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// The machine name: the heading of csv, the name in json, the name in formulas.
    public let key: String
    /// The heading that people read.
    public let heading: Phrase
    /// What the cells hold.
    public let kind: Kind
    /// How wide the column is.
    public let width: Width
    /// Whether people fill the cells in; what differs there is an intended edit.
    public private(set) var isEntry = false

    /// What the cells of a column hold; a cell may hold a reason in words instead.
    public enum Kind: Hashable, Sendable {
      /// Words; long ones are wrapped.
      case text
      /// A name that is never wrapped.
      case identifier
      /// One of some names.
      case choice
      /// A whole number.
      case integer
      /// Money; all cells show cents when one of them has any.
      case money
      /// An exact number or an amount before rounding, shown with at most so many decimals.
      case decimal(fractionDigitLimit: Int)
      /// A rate or share in percent, shown with at most so many decimals.
      case percentage(fractionDigitLimit: Int)
      /// A date.
      case date
      /// A simulated or estimated number, shown with so many decimals.
      case real(fractionDigitCount: Int)

      /// Whether the cells are numbers, at the right of the column.
      public var isNumeric: Bool {
        switch self {
        case .text, .identifier, .choice, .date: false
        case .integer, .money, .decimal, .percentage, .real: true
        }
      }
    }

    /// How wide a column is; CJK characters count as two.
    public enum Width: Hashable, Sendable {
      /// As wide as its texts, within bounds.
      case automatic
      /// So many characters.
      case characters(Int)
    }

    /// Creates a column.
    public init(_ key: String, _ heading: Phrase, _ kind: Kind, width: Width = .automatic) {
      self.key = key
      self.heading = heading
      self.kind = kind
      self.width = width
    }

    /// The same column, whose cells people fill in.
    public func entry() -> Column {
      var column = self
      column.isEntry = true
      return column
    }
  }
}

extension ReportTable.Column {
  /// A column of words.
  public static func text(_ key: String, _ heading: Phrase, width: Width = .automatic) -> Self {
    Self(key, heading, .text, width: width)
  }

  /// A column of names.
  public static func identifier(_ key: String, _ heading: Phrase) -> Self {
    Self(key, heading, .identifier)
  }

  /// A column of choices.
  public static func choice(
    _ key: String, _ heading: Phrase, width: Width = .automatic
  ) -> Self {
    Self(key, heading, .choice, width: width)
  }

  /// A column of whole numbers.
  public static func integer(
    _ key: String, _ heading: Phrase, width: Width = .automatic
  ) -> Self {
    Self(key, heading, .integer, width: width)
  }

  /// A column of money.
  public static func money(
    _ key: String, _ heading: Phrase, width: Width = .automatic
  ) -> Self {
    Self(key, heading, .money, width: width)
  }

  /// A column of exact numbers.
  public static func decimal(
    _ key: String, _ heading: Phrase, fractionDigitLimit: Int = 4
  ) -> Self {
    Self(key, heading, .decimal(fractionDigitLimit: fractionDigitLimit))
  }

  /// A column of rates or shares.
  public static func percentage(
    _ key: String, _ heading: Phrase, fractionDigitLimit: Int = 2, width: Width = .automatic
  ) -> Self {
    Self(key, heading, .percentage(fractionDigitLimit: fractionDigitLimit), width: width)
  }

  /// A column of dates.
  public static func date(_ key: String, _ heading: Phrase) -> Self {
    Self(key, heading, .date)
  }

  /// A column of simulated or estimated numbers.
  public static func real(
    _ key: String, _ heading: Phrase, fractionDigitCount: Int = 2
  ) -> Self {
    Self(key, heading, .real(fractionDigitCount: fractionDigitCount))
  }
}
