import Policy
import Quantities

/// No order is above the item's reserve price, since no award may be.
///
/// Government Procurement Act, Art. 52 I 1.
struct OrderReserveRule {
  let reservePrices: [ItemID: Money]

  func judge(_ order: Order) -> OrderJudgement {
    guard let reserve = reservePrices[order.itemID] else {
      return .missing(
        Phrase("the item \(order.itemID) has no reserve price", "品項 \(order.itemID) 無底價"))
    }
    guard order.unitPrice <= reserve else {
      return .flagged(words(order, reserve, "is above", "高於"))
    }
    return .met(words(order, reserve, "is not above", "未逾"))
  }

  private func words(
    _ order: Order, _ reserve: Money, _ english: String, _ chinese: String
  ) -> Phrase {
    let (price, reserve) = ("NT$\(order.unitPrice.decimalText)", "NT$\(reserve.decimalText)")
    return Phrase(
      "the unit price \(price) \(english) the reserve price \(reserve)",
      "單價 \(price) \(chinese)底價 \(reserve)")
  }
}
