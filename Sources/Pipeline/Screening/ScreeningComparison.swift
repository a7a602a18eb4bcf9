import CallOff
public import Policy
public import Quantities
public import Tendering

/// What another policy changes in a case: who and what enters, then awards and fees, each by name.
///
/// The bids and orders stay as they are, since nobody knows what vendors and agencies would have done.
/// An order of the case's own contract carries its fee while its vendor is awarded its item; so a fee
/// falls away with the award behind it (assumed).
public struct ScreeningComparison: Sendable {
  /// A vendor, product or item that enters under one policy alone.
  public struct Admission: Hashable, Sendable {
    /// What enters or not.
    public let subject: ScreeningSubject
    /// What keeps it out of the baseline; `nil` where it enters.
    public let before: ScreeningFinding?
    /// What keeps it out of the scenario; `nil` where it enters.
    public let after: ScreeningFinding?
  }

  /// A vendor with another number of bids that take part.
  public struct Bidder: Hashable, Sendable {
    /// The vendor.
    public let vendorID: VendorID
    /// Its bids that are not disqualified in the baseline.
    public let before: Int
    /// Its bids that are not disqualified in the scenario.
    public let after: Int
  }

  /// A bid with another outcome or contract price.
  public struct Award: Hashable, Sendable {
    /// The bid in the baseline; `nil` where its item was not put up.
    public let before: BidAward?
    /// The bid in the scenario; `nil` where its item was not put up.
    public let after: BidAward?
  }

  /// An order whose fee is carried by an award under one policy alone.
  public struct OrderFee: Hashable, Sendable {
    /// The order.
    public let orderID: OrderID
    /// Its item.
    public let itemID: ItemID
    /// Its vendor.
    public let vendorID: VendorID
    /// The fee in the baseline.
    public let before: Money
    /// The fee in the scenario.
    public let after: Money
    /// Where the order stands.
    public let position: SourcePosition
  }

  /// A sum under both policies.
  public struct Total: Hashable, Sendable {
    /// The sum in the baseline.
    public let before: Money
    /// The sum in the scenario.
    public let after: Money
  }

  /// The scenario's name.
  public let name: String
  /// Vendors, then products, then items that change.
  public let admissions: [Admission]
  /// Vendors that change with what they offer, in the order of their first bids.
  public let bidders: [Bidder]
  /// Bids that change, in the order of the bids.
  public let awards: [Award]
  /// Orders whose fee changes, in the order of the orders.
  public let fees: [OrderFee]
  /// The sum of all contract prices; `nil` without awards.
  public let awardedSum: Total?
  /// The net fee of the orders that awards carry, and of other contracts; `nil` without fees.
  public let feeSum: Total?

  /// Compares two runs of one case.
  ///
  /// - Parameters:
  ///   - name: The scenario's name.
  ///   - baseline: The run under the policy as it stands.
  ///   - scenario: The run under the scenario.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  public init(
    _ name: String, baseline: CaseRun, scenario: CaseRun
  ) throws(ArithmeticOverflow) {
    self.name = name
    admissions = ScreeningComparison.admissions(baseline, scenario)
    bidders = ScreeningComparison.bidders(baseline, scenario)
    awards = ScreeningComparison.awards(baseline, scenario)
    let (before, after) = (baseline.carriedFees, scenario.carriedFees)
    fees = zip(before, after).compactMap { before, after in
      guard before.fee != after.fee else { return nil }
      return OrderFee(
        orderID: before.order.id, itemID: before.order.itemID, vendorID: before.order.vendorID,
        before: before.fee, after: after.fee, position: before.order.position)
    }
    if let first = baseline.tender, let second = scenario.tender {
      awardedSum = Total(before: try first.awardedSum(), after: try second.awardedSum())
    } else {
      awardedSum = nil
    }
    feeSum =
      baseline.callOff == nil
      ? nil : Total(before: try before.map(\.fee).total(), after: try after.map(\.fee).total())
  }

  private static func admissions(_ baseline: CaseRun, _ scenario: CaseRun) -> [Admission] {
    guard let first = baseline.screening, let second = scenario.screening else { return [] }
    return first.subjects.compactMap { subject in
      let before = first.screening.barriers[subject]
      let after = second.screening.barriers[subject]
      guard (before == nil) != (after == nil) else { return nil }
      return Admission(subject: subject, before: before, after: after)
    }
  }

  private static func bidders(_ baseline: CaseRun, _ scenario: CaseRun) -> [Bidder] {
    let (before, after) = (baseline.admittedBidCounts, scenario.admittedBidCounts)
    var vendors: [VendorID] = []
    var seen: Set<VendorID> = []
    for bid in baseline.input.bids ?? [] where seen.insert(bid.vendorID).inserted {
      vendors.append(bid.vendorID)
    }
    return vendors.compactMap { vendor in
      let (before, after) = (before[vendor] ?? 0, after[vendor] ?? 0)
      return before == after ? nil : Bidder(vendorID: vendor, before: before, after: after)
    }
  }

  private static func awards(_ baseline: CaseRun, _ scenario: CaseRun) -> [Award] {
    let key = { (bid: Bid) in bid.position }
    let after = Dictionary(
      (scenario.tender?.bidAwards ?? []).map { (key($0.bid.bid), $0.bid) },
      uniquingKeysWith: { first, _ in first })
    return (baseline.tender?.bidAwards ?? []).compactMap { _, before in
      let after = after[key(before.bid)]
      guard before.outcomeText != after?.outcomeText || before.contractPrice != after?.contractPrice
      else { return nil }
      return Award(before: before, after: after)
    }
  }
}

extension ScreeningStage {
  /// Every vendor, product and item, in the order of the tables.
  public var subjects: [ScreeningSubject] {
    let vendors = (tables.vendors ?? []).map { ScreeningSubject.vendor($0.id) }
    let products = (tables.products ?? []).map {
      ScreeningSubject.product($0.id, item: $0.itemID)
    }
    return vendors + products + items.map { ScreeningSubject.item($0.id) }
  }
}

extension CaseRun {
  /// How many bids of each vendor are not disqualified.
  fileprivate var admittedBidCounts: [VendorID: Int] {
    var counts: [VendorID: Int] = [:]
    for (_, bid) in tender?.bidAwards ?? [] {
      if case .disqualified = bid.outcome { continue }
      counts[bid.bid.vendorID, default: 0] += 1
    }
    return counts
  }

  /// Every order with the fee that an award carries; orders of other contracts carry their own.
  fileprivate var carriedFees: [(order: Order, fee: Money)] {
    guard let callOff else { return [] }
    var awarded: Set<Place> = []
    for (_, bid) in tender?.bidAwards ?? [] where bid.contractPrice != nil {
      awarded.insert(Place(itemID: bid.bid.itemID, vendorID: bid.bid.vendorID))
    }
    let own = input.header.caseNumber
    return callOff.ledger.assessments.map { assessment in
      let order = assessment.order
      let isOwn = order.caseNumber == nil || order.caseNumber == own
      let isCarried =
        tender == nil || !isOwn
        || awarded.contains(Place(itemID: order.itemID, vendorID: order.vendorID))
      return (order, isCarried ? assessment.netFee : .zero)
    }
  }

  private struct Place: Hashable {
    let itemID: ItemID
    let vendorID: VendorID
  }
}
