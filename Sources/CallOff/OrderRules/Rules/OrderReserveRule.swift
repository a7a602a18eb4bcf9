import Policy
import Quantities

/// No order is above the item's reserve price, since no award may be (the Act, Art. 52 I 1).
struct OrderReserveRule {
  let reservePrices: [ItemID: Money]

  func judge(_ order: Order) -> OrderJudgement {
    guard let reserve = reservePrices[order.itemID] else {
      return .missing(
        Phrase("the item \(order.itemID) has no reserve price", "品項 \(order.itemID) 無底價"))
    }
    let price = "NT$\(order.unitPrice.decimalText)"
    guard order.unitPrice <= reserve else {
      return .flagged(
        Phrase(
          "the unit price \(price) is above the reserve price NT$\(reserve.decimalText)",
          "單價 \(price) 高於底價 NT$\(reserve.decimalText)"))
    }
    return .met(
      Phrase(
        "the unit price \(price) is not above the reserve price NT$\(reserve.decimalText)",
        "單價 \(price) 未逾底價 NT$\(reserve.decimalText)"))
  }
}
