import Policy
import Quantities

/// Orders go to vendors that were awarded the item (slide 3, stages 5 and 6).
struct AwardedVendorRule {
  let awards: [OrderPlace: OrderFacts.Award]

  func judge(_ order: Order) -> OrderJudgement {
    let (vendor, item) = (order.vendorID, order.itemID)
    switch awards[OrderPlace(itemID: item, vendorID: vendor)] {
    case .awarded:
      return .met(Phrase("\(vendor) was awarded \(item)", "\(vendor) 為 \(item) 得標廠商"))
    case .pending:
      return .missing(
        Phrase(
          "\(vendor) is tied for \(item), and the tie is undecided",
          "\(vendor) 就 \(item) 同價待決，尚未決標"))
    case .notAwarded(let reason, let record):
      return .flagged(
        Phrase(
          "\(vendor) was not awarded \(item): \(reason.english)",
          "\(vendor) 非 \(item) 得標廠商：\(reason.traditionalChinese)"), at: record)
    case nil:
      return .flagged(
        Phrase("\(vendor) made no bid for \(item)", "\(vendor) 未投標 \(item)"))
    }
  }
}
