public import Policy
public import Quantities

/// An error in the input of a tender that no rule can decide over.
///
/// The award ignores what is wrong (the re-bid or reduction has no effect, an item with a repeated
/// bid fails) and says so; whoever reads the input should refuse it and show these.
public struct TenderProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The vendor's bid stands on an earlier row.
    case repeatedBid(first: SourcePosition)
    /// An admitted bid has no price above zero.
    case bidNotAboveZero
    /// A re-bid of a vendor that has no bid for the item.
    case rebidWithoutBid
    /// A re-bid that could never have an effect.
    case rebid(UnusedRebidReason)
    /// A reduction that could never have an effect.
    case reduction(UnusedReduction.Reason)
  }

  /// What is wrong.
  public let kind: Kind
  /// The vendor of the row.
  public let vendorID: VendorID
  /// The row.
  public let position: SourcePosition

  /// The column at fault, as the input tables name it.
  public var column: String {
    switch kind {
    case .repeatedBid, .rebidWithoutBid: "vendor_id"
    case .bidNotAboveZero, .rebid, .reduction: "unit_price"
    }
  }

  /// What is wrong, in words.
  public var phrase: Phrase {
    switch kind {
    case .repeatedBid(let first):
      Phrase(
        "a second bid of \(vendorID) for the item; the first is at \(first)",
        "\(vendorID) 於本品項重複投標；前一筆見 \(first)")
    case .bidNotAboveZero:
      Phrase("the bid of \(vendorID) has no price above zero", "\(vendorID) 之投標未報高於零之價格")
    case .rebidWithoutBid:
      Phrase("a re-bid of \(vendorID), which has no bid", "\(vendorID) 未投標，卻有比減價格")
    case .rebid(let reason):
      Phrase("the re-bid of \(vendorID): ", "\(vendorID) 之比減價格：") + reason.phrase
    case .reduction(let reason):
      Phrase("the reduction of \(vendorID): ", "\(vendorID) 之減價：") + reason.phrase
    }
  }
}

extension Tender {
  /// All errors in the tender's rows, bids, then re-bids, then reductions by round.
  ///
  /// Errors whatever the policy; a re-bid or reduction that is merely not needed is none, and is
  /// reported by the ``ItemAward``.
  ///
  /// - Complexity: O(n) in the number of rows.
  public func problems() -> [TenderProblem] {
    bidProblems() + rebidProblems() + reductionProblems()
  }

  private func bidProblems() -> [TenderProblem] {
    var problems: [TenderProblem] = []
    var firstOfVendor: [VendorID: SourcePosition] = [:]
    for bid in bids {
      if let first = firstOfVendor[bid.vendorID] {
        problems.append(bid.problem(.repeatedBid(first: first)))
      } else {
        firstOfVendor[bid.vendorID] = bid.position
      }
      if BidValidity.admission(of: bid) == .noPrice {
        problems.append(bid.problem(.bidNotAboveZero))
      }
    }
    return problems
  }

  private func rebidProblems() -> [TenderProblem] {
    guard !rebids.isEmpty else { return [] }
    let bidOfVendor = Dictionary(
      bids.map { ($0.vendorID, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<VendorID> = []
    return rebids.compactMap { rebid in
      let kind: TenderProblem.Kind? =
        if !seen.insert(rebid.vendorID).inserted {
          .rebid(.repeated)
        } else if let bid = bidOfVendor[rebid.vendorID] {
          rebid.refusal(against: bid.unitPrice ?? rebid.unitPrice).map { .rebid($0) }
        } else {
          .rebidWithoutBid
        }
      return kind.map {
        TenderProblem(kind: $0, vendorID: rebid.vendorID, position: rebid.position)
      }
    }
  }

  private func reductionProblems() -> [TenderProblem] {
    guard !reductions.isEmpty else { return [] }
    return PriceReductionPath(of: self).record.unused.filter(\.reason.isInputError).map { unused in
      TenderProblem(
        kind: .reduction(unused.reason), vendorID: unused.reduction.vendorID,
        position: unused.reduction.position)
    }
  }
}

extension Bid {
  fileprivate func problem(_ kind: TenderProblem.Kind) -> TenderProblem {
    TenderProblem(kind: kind, vendorID: vendorID, position: position)
  }
}

extension Phrase {
  fileprivate static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(
      left.english + right.english, left.traditionalChinese + right.traditionalChinese)
  }
}
