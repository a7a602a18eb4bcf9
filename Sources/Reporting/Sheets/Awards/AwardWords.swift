import Policy
import Quantities
import Tendering

/// The outcomes of bids, ties and items, as formulas name them and as people read them.
enum AwardWords {
  /// What a bid can come to.
  static let bids = TokenWords(
    key: "bid_outcomes", title: Phrase("Outcomes of bids", "標之結果"),
    entries: [
      BidOutcome.awarded(.withinCutoff), .notAwarded(.beyondCutoff),
      .aboveReserve(reservePrice: .zero), .disqualified(.refused), .pendingTie, .noReserve,
    ].map { ($0.text, $0.name) })

  /// How equal bids across the cutoff can be decided.
  static let ties = TokenWords(
    key: "tie_decisions", title: Phrase("Decisions of ties", "同價之處理"),
    entries: [
      ("none", Phrase("no tie", "無同價")),
      ("included", Phrase("all tied bids are awarded", "同價者全數決標")),
      ("excluded", Phrase("none of the tied bids is awarded", "同價者均不決標")),
      ("rebids", Phrase("decided by re-bids", "以比減價格決定")),
      ("lot", Phrase("decided by lot", "以抽籤決定")),
      ("pending", Phrase("pending", "待決")),
    ])

  /// What an item can come to.
  static let items = TokenWords(
    key: "item_outcomes", title: Phrase("Outcomes of items", "品項之結果"),
    entries: [
      ("awarded", Phrase("awarded", "決標")),
      ("pending", Phrase("pending: equal bids for the last places", "同價爭取名額，待決")),
      ("no-reserve", Phrase("failed: no reserve price", "未能決標：未訂底價")),
      ("no-bids", Phrase("failed: no bids", "未能決標：無廠商投標")),
      ("no-valid-bid", Phrase("failed: no valid bid", "未能決標：無有效標")),
      ("cutoff-is-zero", Phrase("failed: the cutoff leaves room for nobody", "未能決標：決標名額為零")),
      (
        "tie-excluded",
        Phrase("failed: all that could win are tied and excluded", "未能決標：可決標者均同價而不決標")
      ),
    ])

  /// What stands beside a bid.
  static let remarks = TokenWords(
    key: "bid_remarks", title: Phrase("Remarks on bids", "標之註記"),
    entries: [
      ("cutoff", Phrase("— cutoff —", "－決標界線－")),
      (
        "changed",
        Phrase("changed in this book: run awardsim again", "本表已變更：請重新執行 awardsim")
      ),
    ])

  static let lists = [bids, ties, items, remarks]

  /// The names of the words that the looks of rows follow.
  static let definedNames = [
    bids.definedName("outcome_awarded", for: "awarded"),
    bids.definedName("outcome_pending", for: "pending-tie"),
    items.definedName("item_awarded", for: "awarded"),
    items.definedName("item_pending", for: "pending"),
  ]
}

extension TieRecord.Resolution {
  /// The decision's name in formulas.
  var token: String {
    switch self {
    case .includedAll: "included"
    case .excludedAll: "excluded"
    case .rebids: "rebids"
    case .lot: "lot"
    case .pending: "pending"
    }
  }
}

extension ItemOutcome {
  /// The outcome's name in formulas; `nil` where no formula comes to it.
  var token: String? {
    switch self {
    case .awarded: "awarded"
    case .pending: "pending"
    case .failed(.noReserve): "no-reserve"
    case .failed(.noBids): "no-bids"
    case .failed(.noValidBid): "no-valid-bid"
    case .failed(.cutoffIsZero): "cutoff-is-zero"
    case .failed(.tieExcludedAll): "tie-excluded"
    case .failed(.repeatedBid), .failed(.arithmetic): nil
    }
  }
}

extension BidOutcome {
  /// The outcome's name in words.
  var name: Phrase {
    switch self {
    case .awarded: Phrase("awarded", "決標")
    case .notAwarded: Phrase("not awarded", "未決標")
    case .aboveReserve: Phrase("above the reserve", "超底價")
    case .disqualified: Phrase("disqualified", "不合格標")
    case .pendingTie: Phrase("pending: tied", "同價待決")
    case .noReserve: Phrase("no reserve", "未訂底價")
    }
  }
}
