import CallOff
public import Policy
import Pricing
import Quantities
public import Tendering

/// Who and what enters the tender of a case.
public struct ScreeningStage: Sendable {
  /// Every rule's result for every vendor, product and item.
  public let screening: Screening
  /// The parameters, on the first day of the solicitation.
  public let policy: ScreeningPolicy
  /// The days that were measured against.
  public let dates: ScreeningDates
  /// The case's tables.
  public let tables: ScreeningTables
  /// The case's items, in their order.
  public let items: [ScreenedItem]

  /// Screens a case; `nil` where it has none of the tables, or the policy says nothing about it.
  ///
  /// Values of the policy are looked up on the first day of the solicitation, since the phases of the
  /// deck are those of solicitations (slides 16, 17); where a run looks on another day than the pricing
  /// date, on that day.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: The policy, on the case's pricing date unless another day was asked for.
  /// - Throws: `PolicyError` when a parameter has no value on the day.
  public init?(_ input: Case, policy: PolicyView) throws(PolicyError) {
    guard !input.screening.isEmpty, policy.statesScreening else { return nil }
    try self.init(ofAnyCase: input, policy: policy)
  }

  /// Screens a case whatever tables it has: without any, no rule is applied.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - policy: The policy, on the case's pricing date unless another day was asked for.
  /// - Throws: `PolicyError` when a parameter has no value on the day.
  public init(ofAnyCase input: Case, policy: PolicyView) throws(PolicyError) {
    let header = input.header
    dates = ScreeningDates(
      caseNumber: header.caseNumber, pricingDate: header.pricingDate,
      listingEnd: header.contract.end)
    self.policy = try ScreeningPolicy(
      policy.moved(from: header.pricingDate, to: dates.solicitationStart))
    tables = input.screening
    items = (input.items ?? []).map { item in
      ScreenedItem(
        id: item.id, category: item.category.rawValue, brand: item.brand, position: item.position)
    }
    screening = Screening(tables, items: items, policy: self.policy, dates: dates)
  }

  /// The territories in which data is not abroad; `nil` where the policy says nothing of it.
  ///
  /// - Parameter policy: The policy that the stage was made with.
  /// - Returns: ISO 3166 codes.
  public func domesticTerritories(_ policy: PolicyView) -> [String]? {
    let view = PolicyView(
      policy.book, on: dates.solicitationStart, overrides: policy.overrides)
    return (try? OrderPolicy(view))?.domesticTerritories
  }

  /// What is published for agencies about the products that enter; `nil` for a case without a table of
  /// products.
  public var disclosureList: DisclosureList? {
    guard tables.products != nil else { return nil }
    return DisclosureList(
      tables, items: items, screening: screening, policy: policy, dates: dates)
  }

  /// The names of all rules, as results write them.
  public static let ruleNames: [String] = PolicyKey.allCases.filter { key in
    key.isOfScreening && key.kind == PolicyKey.screeningDemand.kind
  }.map(\.ruleName)

  /// The items that are put up: those that enter, and those that were bid for all the same, so that
  /// every bid has an outcome.
  public func lots(_ lots: [TenderStage.Lot], bids: [Bid]) -> [TenderStage.Lot] {
    let bidFor = Set(bids.map(\.itemID))
    return lots.filter { screening.admits(.item($0.itemID)) || bidFor.contains($0.itemID) }
  }

  /// The bids, those that screening refuses disqualified with the reason.
  public func bids(_ bids: [Bid]) -> [Bid] {
    bids.map { bid in
      guard bid.status == .valid,
        let barrier = screening.barrier(toBidOf: bid.vendorID, for: bid.itemID)
      else { return bid }
      var refused = bid
      refused.status = .disqualified
      refused.refusal = barrier.bidReason
      return refused
    }
  }
}

extension PolicyView {
  /// The policy on the first day of a solicitation; where a run looks on another day than the pricing
  /// date, on that day.
  func moved(from pricingDate: Day, to solicitationStart: Day) -> PolicyView {
    PolicyView(book, on: day == pricingDate ? solicitationStart : day, overrides: overrides)
  }

  /// Whether the policy has any value of screening: one made before screening has none.
  fileprivate var statesScreening: Bool {
    overrides.keys.contains(where: \.isOfScreening)
      || book.entries.keys.contains(where: \.isOfScreening)
  }
}

extension ScreeningFinding {
  /// The finding as the reason of a bid that is refused for it.
  fileprivate var bidReason: Phrase {
    Phrase(
      "screening (\(requirement.name)): \(reason.english) [\(record)]",
      "審查（\(requirement.title.traditionalChinese)）：\(reason.traditionalChinese)［\(record)］")
  }
}
