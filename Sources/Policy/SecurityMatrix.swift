/// The security items of one kind of cloud service, by level of protection (slides 9, 10).
public struct SecurityMatrix: Hashable, Sendable {
  /// The name of the matrix in policy files.
  public let name: String
  /// The service categories it holds for, as tables write them.
  public let categories: [String]
  /// Where it is stated.
  public let rule: Derivation.Rule
  /// Its parts, in the order of the source.
  public let parts: [Part]

  /// Creates a matrix.
  public init(name: String, categories: [String], rule: Derivation.Rule, parts: [Part]) {
    self.name = name
    self.categories = categories
    self.rule = rule
    self.parts = parts
  }

  /// One line of a matrix.
  public struct Part: Hashable, Sendable {
    /// The name that tables use.
    public let name: String
    /// The item that the part belongs to.
    public let item: Phrase
    /// The part in words.
    public let text: Phrase
    /// Its mark at the level high.
    public let high: SecurityMark
    /// Its mark at the level moderate.
    public let moderate: SecurityMark
    /// Its mark at the level basic.
    public let basic: SecurityMark

    /// Creates a line.
    public init(
      name: String, item: Phrase, text: Phrase, high: SecurityMark, moderate: SecurityMark,
      basic: SecurityMark
    ) {
      self.name = name
      self.item = item
      self.text = text
      self.high = high
      self.moderate = moderate
      self.basic = basic
    }

    /// The mark at a level.
    public subscript(level: SecurityLevel) -> SecurityMark {
      switch level {
      case .high: high
      case .moderate: moderate
      case .basic: basic
      }
    }
  }
}

/// A level of protection: 高, 中, 普.
public enum SecurityLevel: String, CaseIterable, Sendable {
  /// 高.
  case high
  /// 中.
  case moderate
  /// 普.
  case basic

  /// The level in words.
  public var phrase: Phrase {
    switch self {
    case .high: Phrase("high", "高")
    case .moderate: Phrase("moderate", "中")
    case .basic: Phrase("basic", "普")
    }
  }
}

/// A cell of a security matrix; the raw values are the source's own marks.
public enum SecurityMark: String, CaseIterable, Sendable {
  /// 建議辦理.
  case recommended = "●"
  /// 經機關評估個案有必要辦理時.
  case whereNecessary = "◎"

  /// The mark in words.
  public var phrase: Phrase {
    switch self {
    case .recommended: Phrase("recommended", "建議辦理")
    case .whereNecessary:
      Phrase("where the agency judges it necessary", "經機關評估個案有必要辦理時")
    }
  }
}
