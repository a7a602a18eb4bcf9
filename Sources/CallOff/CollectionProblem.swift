public import Policy
public import Quantities

/// Why a payment's row cannot be used.
public enum CollectionProblem: Hashable, Sendable {
  /// The amount is not above 0.
  case notAboveZero
  /// It names an order that is not there.
  case unknownOrder(OrderID)
  /// It came in before the order was placed, so before any fee accrued.
  case beforeOrder(OrderID, orderedOn: Day, collectedOn: Day)

  /// The problem in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch self {
    case .notAboveZero:
      Phrase("is not above 0; expected an amount above 0", "未大於 0；應為大於 0 之金額")
    case .unknownOrder(let order):
      Phrase(
        "order \(order) is not among the orders; expected the order that was paid for",
        "訂單 \(order) 不在訂單資料中；應為所繳費用之訂單")
    case .beforeOrder(let order, let orderedOn, let collectedOn):
      Phrase(
        "the payment on \(collectedOn) lies before order \(order) of \(orderedOn);"
          + " expected that day or a later one",
        "收款日 \(collectedOn) 早於訂單 \(order) 之訂購日 \(orderedOn)；應不早於訂購日")
    }
  }
}

/// The payments, each beside the order it is for.
struct MatchedCollections {
  /// Payments by the order's index, each list in the order of days and then of rows.
  private(set) var byOrder: [Int: [Collection]] = [:]
  /// What is wrong with the rows, in their order.
  private(set) var problems: [FeeProblem] = []

  /// Matches payments to orders.
  init(_ collections: [Collection], orders: [Order], indexByID: [OrderID: Int]) {
    for collection in collections {
      if collection.amount <= .zero { add(.notAboveZero, collection, column: "amount") }
      guard let index = indexByID[collection.orderID] else {
        add(.unknownOrder(collection.orderID), collection, column: "order_id")
        continue
      }
      let order = orders[index]
      if collection.collectedOn < order.orderedOn {
        let problem = CollectionProblem.beforeOrder(
          order.id, orderedOn: order.orderedOn, collectedOn: collection.collectedOn)
        add(problem, collection, column: "collected_on")
      }
      byOrder[index, default: []].append(collection)
    }
    for index in Array(byOrder.keys) { byOrder[index]?.sort(by: Collection.isEarlier) }
  }

  private mutating func add(
    _ problem: CollectionProblem, _ collection: Collection, column: String
  ) {
    problems.append(FeeProblem(.collection(problem), at: collection.position, column: column))
  }
}

extension Collection {
  /// The order of payments: by day, then by where their rows stand.
  static func isEarlier(_ left: Collection, _ right: Collection) -> Bool {
    if left.collectedOn != right.collectedOn { return left.collectedOn < right.collectedOn }
    if left.position.file != right.position.file {
      return left.position.file < right.position.file
    }
    return left.position.line < right.position.line
  }
}
