public import Policy
public import Quantities

/// Why an order's row cannot be computed with.
public enum OrderProblem: Hashable, Sendable {
  /// The quantity or the unit price is not above 0.
  case notAboveZero
  /// The order's name stands on an earlier row, too.
  case repeated(OrderID, first: SourcePosition)
  /// The agency returned the order before it placed it.
  case returnedBeforeOrdered(orderedOn: Day, returnedOn: Day)
  /// The ruling came before the order.
  case ruledBeforeOrdered(orderedOn: Day, ruledOn: Day)
  /// The ruling came before the agency returned the order.
  case ruledBeforeReturned(returnedOn: Day, ruledOn: Day)

  /// The problem in words: what is wrong, and what was expected.
  public var phrase: Phrase {
    switch self {
    case .notAboveZero:
      Phrase("is not above 0; expected a number above 0", "未大於 0；應為大於 0 之數")
    case .repeated(let order, let first):
      Phrase(
        "order \(order) already stands at \(first); expected one row an order",
        "訂單 \(order) 已見於 \(first)；每一訂單應僅有一列")
    case .returnedBeforeOrdered(let orderedOn, let returnedOn):
      Phrase(
        "the return on \(returnedOn) lies before the order of \(orderedOn);"
          + " expected that day or a later one",
        "退件日 \(returnedOn) 早於訂購日 \(orderedOn)；應不早於訂購日")
    case .ruledBeforeOrdered(let orderedOn, let ruledOn):
      Phrase(
        "the ruling on \(ruledOn) lies before the order of \(orderedOn);"
          + " expected that day or a later one",
        "裁定日 \(ruledOn) 早於訂購日 \(orderedOn)；應不早於訂購日")
    case .ruledBeforeReturned(let returnedOn, let ruledOn):
      Phrase(
        "the ruling on \(ruledOn) lies before the return on \(returnedOn);"
          + " expected that day or a later one",
        "裁定日 \(ruledOn) 早於退件日 \(returnedOn)；應不早於退件日")
    }
  }
}

extension Order {
  /// What is wrong with the row by itself; empty when nothing is.
  var ownProblems: [FeeProblem] {
    var problems: [FeeProblem] = []
    if quantity <= 0 { problems.append(problem(.notAboveZero, column: "quantity")) }
    if unitPrice <= .zero { problems.append(problem(.notAboveZero, column: "unit_price")) }
    if let returnedOn, returnedOn < orderedOn {
      problems.append(
        problem(
          .returnedBeforeOrdered(orderedOn: orderedOn, returnedOn: returnedOn),
          column: "returned_on"))
    }
    if case .cancelled(_, let ruledOn) = status {
      if ruledOn < orderedOn {
        problems.append(
          problem(.ruledBeforeOrdered(orderedOn: orderedOn, ruledOn: ruledOn), column: "ruled_on"))
      }
      if let returnedOn, ruledOn < returnedOn {
        problems.append(
          problem(
            .ruledBeforeReturned(returnedOn: returnedOn, ruledOn: ruledOn), column: "ruled_on"))
      }
    }
    return problems
  }

  /// The day the agency returned the order, where it did and the day is stated.
  public var returnedOn: Day? {
    switch status {
    case .active: nil
    case .returnPending(let day), .cancelled(let day, _): day
    }
  }

  func problem(_ problem: OrderProblem, column: String) -> FeeProblem {
    FeeProblem(.order(problem), at: position, column: column)
  }
}
