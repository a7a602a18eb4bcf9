public import Policy

/// Names with one value each, such as the particulars of a case; `{list.fact}` refers to one.
public struct FactList: Hashable, Sendable {
  /// What formulas and links refer to the list by; unique among lists and tables.
  public let key: String
  /// The line above the list.
  public let title: Phrase?
  /// The facts, in their order.
  public var facts: [Fact]

  /// Creates a list.
  public init(_ key: String, title: Phrase? = nil, facts: [Fact] = []) {
    self.key = key
    self.title = title
    self.facts = facts
  }

  /// One value with its name.
  public struct Fact: Hashable, Sendable {
    /// What formulas refer to the fact by; unique in the list.
    public let key: String
    /// The name.
    public let label: Phrase
    /// The value.
    public private(set) var cell: Cell
    /// Where the value comes from, or what it rests on.
    public let remark: Phrase?
    /// Whether people may change the value to see what follows.
    public private(set) var isInput = false
    /// The words that the value may be; none for any value.
    public private(set) var choices: [Phrase] = []

    /// The same fact with another cell.
    public func holding(_ cell: Cell) -> Fact {
      var fact = self
      fact.cell = cell
      return fact
    }

    /// The same fact, whose value people may change to see what follows.
    public func input(choosing choices: [Phrase] = []) -> Fact {
      var fact = self
      fact.isInput = true
      fact.choices = choices
      return fact
    }

    /// Creates a fact.
    public init(_ key: String, _ label: Phrase, _ cell: Cell, remark: Phrase? = nil) {
      self.key = key
      self.label = label
      self.cell = cell
      self.remark = remark
    }
  }
}
