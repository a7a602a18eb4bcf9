public import Policy
public import Quantities

/// When a fee falls due: the day after the contract's end.
///
/// The fee is collected per order after the performance period (履約期限) expires (slide 3). Reading
/// that period as the contract's own is an assumption.
public enum DueDate {
  /// Where the collection after the performance period is stated.
  public static let collection = Derivation.Rule(
    Citation("Slide 3 of the deck (《雲端服務共同供應契約調整說明》)"), .seed)
  /// The reading of the performance period.
  public static let reading = Derivation.Rule(
    Citation(
      "Stated in no public source: the performance period is read as the contract's"
        + "（履約期限解為契約期間，未見於公開資料）"), .assumed)

  /// The due date of the fees under a contract; `nil` where its end is not known.
  public static func due(under contract: OrderContract) -> Day? {
    contract.end.map { $0 + 1 }
  }
}

extension OrderContract {
  /// The day the fees of the contract's orders fall due; `nil` where the end is not known.
  public var dueOn: Day? { DueDate.due(under: self) }

  /// Whether an order date lies outside what is known of the contract's period.
  func excludes(_ day: Day) -> Bool {
    switch self {
    case .listed(let contract): day < contract.start || day > contract.end
    case .endStated(_, let end): day > end
    case .unknown: false
    }
  }
}
