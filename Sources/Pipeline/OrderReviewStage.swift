public import CallOff
public import Policy
import Pricing
import Quantities
import Tendering

/// The orders of a case under the rules of orders.
public enum OrderReviewStage {
  /// Reviews the orders of a case.
  ///
  /// The parameters are those on the first day of the solicitation that an order's contract came from,
  /// since terms are those of a case (slides 13, 14); the pricing date's where a case number has no
  /// cycle, or the policy no value that early. Where a run looks on another day than the pricing date,
  /// on that day.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: The policy, on the case's pricing date unless another day was asked for.
  ///   - reserve: The case's reserve prices, where they were computed.
  ///   - tender: The case's awards, where they were decided.
  ///   - screening: Who and what enters, where that was looked at.
  /// - Returns: `nil` for a case without a table of orders.
  /// - Throws: `FeeProblems` when a contract's period is at fault.
  public static func review(
    of input: Case, policy: PolicyView, reserve: ReserveStage?, tender: TenderStage?,
    screening: ScreeningStage?
  ) throws(FeeProblems) -> OrderReview? {
    guard let orders = input.orders else { return nil }
    let contracts = try ContractCalendar(
      own: input.header.contract, others: input.otherContracts)
    var facts = OrderFacts()
    facts.agencies = input.agencies
    facts.columns = input.orderColumns
    facts.listsOtherContracts = !input.otherContracts.isEmpty
    if input.evidence != nil || !input.reserveOverrides.isEmpty {
      // Without reserve prices no bid is awarded, which says nothing of the vendors.
      facts.reservePrices = reserve?.pricesByItem
      facts.awards = tender?.awardsByPlace
    }
    facts.addSites(of: input, screening)
    return OrderReview(
      orders, facts: facts, contracts: contracts, policies: policies(of: input, orders, policy))
  }

  /// Reviews the orders of a case of which no stage has run yet.
  ///
  /// A stage whose parameters the policy does not have says nothing.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: The policy, on the case's pricing date unless another day was asked for.
  /// - Returns: `nil` for a case without a table of orders.
  /// - Throws: `FeeProblems` when a contract's period is at fault.
  public static func review(
    of input: Case, policy: PolicyView
  ) throws(FeeProblems) -> OrderReview? {
    guard input.orders != nil else { return nil }
    let screening = (try? ScreeningStage(input, policy: policy)) ?? nil
    var reserve: ReserveStage?
    if input.items != nil, let parameters = try? ReservePolicy(policy) {
      reserve = ReserveStage(input, policy: parameters, bootstrap: nil, tracesInfluence: false)
    }
    var tender: TenderStage?
    if let reserve, let parameters = try? AwardPolicy(policy) {
      tender = TenderStage(input, lots: reserve.lots, screening: screening, policy: parameters)
    }
    return try review(
      of: input, policy: policy, reserve: reserve, tender: tender, screening: screening)
  }

  /// Reviews orders that belong to no case.
  ///
  /// - Parameters:
  ///   - orders: The orders.
  ///   - columns: Which records their table has a column for.
  ///   - policy: The policy on the day that it is looked up.
  ///   - contracts: What was stated of their contracts.
  /// - Returns: The review under what the orders themselves tell.
  public static func review(
    of orders: [Order], columns: OrderRecordColumns, policy: PolicyView,
    contracts: ContractCalendar
  ) -> OrderReview {
    var facts = OrderFacts()
    facts.columns = columns
    return OrderReview(
      orders, facts: facts, contracts: contracts,
      policies: OrderPolicies(own: try? OrderPolicy(policy)))
  }

  private static func policies(
    of input: Case, _ orders: [Order], _ policy: PolicyView
  ) -> OrderPolicies {
    let header = input.header
    let onPricingDate = try? OrderPolicy(policy)
    guard policy.day == header.pricingDate else { return OrderPolicies(own: onPricingDate) }
    let terms = { (caseNumber: String) -> OrderPolicy? in
      let dates = ScreeningDates(
        caseNumber: caseNumber, pricingDate: header.pricingDate, listingEnd: header.contract.end)
      let view = PolicyView(
        policy.book, on: dates.solicitationStart, overrides: policy.overrides)
      return (try? OrderPolicy(view)) ?? onPricingDate
    }
    var byCaseNumber: [String: OrderPolicy] = [:]
    for number in Set(orders.compactMap(\.caseNumber)) { byCaseNumber[number] = terms(number) }
    return OrderPolicies(own: terms(header.caseNumber), byCaseNumber: byCaseNumber)
  }
}

extension ReserveStage {
  /// The reserve price of each item that has one.
  fileprivate var pricesByItem: [ItemID: Money] {
    Dictionary(
      lots.compactMap { lot in lot.reservePrice.map { (lot.itemID, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension TenderStage {
  /// What became of each bid.
  fileprivate var awardsByPlace: [OrderPlace: OrderFacts.Award] {
    var places: [OrderPlace: OrderFacts.Award] = [:]
    for (_, award) in bidAwards {
      let bid = award.bid
      let place = OrderPlace(itemID: bid.itemID, vendorID: bid.vendorID)
      if award.contractPrice != nil {
        places[place] = .awarded
      } else if case .pendingTie = award.outcome {
        places[place] = .pending
      } else {
        places[place] = .notAwarded(award.reason, bid.position)
      }
    }
    return places
  }
}

extension OrderFacts {
  /// Notes where the data of each item is stored: at the sites of its products that enter.
  fileprivate mutating func addSites(of input: Case, _ screening: ScreeningStage?) {
    for product in input.screening.products ?? [] {
      let subject = ScreeningSubject.product(product.id, item: product.itemID)
      guard screening?.screening.admits(subject) ?? true else { continue }
      let place = OrderPlace(itemID: product.itemID, vendorID: product.vendorID)
      for site in product.storageSites {
        if sitesOfVendor[place]?.contains(site) != true {
          sitesOfVendor[place, default: []].append(site)
        }
        if sitesOfItem[product.itemID]?.contains(site) != true {
          sitesOfItem[product.itemID, default: []].append(site)
        }
      }
    }
  }
}
