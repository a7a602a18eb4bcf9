import Policy
import Pricing
import Quantities
import Tendering
import Testing

@testable import Simulation

/// Every planted oddity is found by the rule that it is planted for, and nothing else is excluded but
/// chance outliers.
@Suite struct PlantedOddityTests {
  struct Planted: Hashable {
    let table: String
    let row: String
    let item: ItemID
  }

  let made: GeneratedCase
  let items: [PricedItem]
  let awards: [ItemID: ItemAward]
  let planted: [OddityKind: [Planted]]

  init() throws {
    made = try GeneratedCase.ofDefaultSize()
    items = try made.pricedItems()
    awards = try made.awards(of: items)
    planted = try Dictionary(
      grouping: made.rows("planted").map { row in
        (
          try #require(OddityKind(rawValue: row["kind"] ?? "")),
          Planted(
            table: row["table"] ?? "", row: row["row_id"] ?? "",
            item: ItemID(row["item_id"] ?? ""))
        )
      }, by: \.0
    ).mapValues { $0.map(\.1) }
  }

  @Test func everyKindIsPresent() {
    for kind in OddityKind.allCases { #expect(planted[kind]?.isEmpty == false, "\(kind)") }
  }

  private func row(_ planted: Planted) throws -> ReviewedRow {
    try #require(
      items.lazy.filter { $0.item.id == planted.item }.flatMap(\.rows).first {
        $0.evidence.id.text == planted.row
      })
  }

  private func bid(_ planted: Planted) throws -> BidAward {
    try #require(
      awards[planted.item]?.bids.first { $0.bid.vendorID.text == planted.row })
  }

  @Test func evidenceOdditiesAreExcludedForTheirReason() throws {
    let rules: [(OddityKind, (Exclusion?) -> Bool)] = [
      (.outlierHigh, { if case .outlier? = $0 { true } else { false } }),
      (.outlierLow, { if case .outlier? = $0 { true } else { false } }),
      (.repeatedQuote, { if case .notIndependent(.repeats)? = $0 { true } else { false } }),
      (.selfMatchCase, { if case .notIndependent(.caseBeingPriced)? = $0 { true } else { false } }),
      (.selfMatchOrder, { if case .notIndependent(.frameworkOrder)? = $0 { true } else { false } }),
      (.stale, { if case .notIndependent(.tooOld)? = $0 { true } else { false } }),
      (
        .afterPricingDate,
        { if case .notIndependent(.afterPricingDate)? = $0 { true } else { false } }
      ),
      (.otherUnit, { if case .notNormalised(.unit)? = $0 { true } else { false } }),
      (.otherTier, { if case .notNormalised(.tier)? = $0 { true } else { false } }),
    ]
    for (kind, isExpected) in rules {
      for planted in planted[kind] ?? [] {
        let exclusion = try row(planted).disposition.exclusion
        #expect(isExpected(exclusion), "\(kind) \(planted.row)")
      }
    }
  }

  @Test func otherTermsAndTaxAreCarriedToTheItems() throws {
    for planted in (planted[.otherTerm] ?? []) + (planted[.withoutTax] ?? []) {
      let row = try row(planted)
      let isTaxIncluded = row.evidence.isTaxIncluded
      let steps = try #require(row.normalised).steps
      #expect(
        steps.contains { step in
          switch step.cause {
          case .term: isTaxIncluded
          case .tax: !isTaxIncluded
          default: false
          }
        })
    }
  }

  /// What is not planted is excluded by chance alone, as an outlier, and seldom.
  @Test func otherRowsAreUsed() throws {
    let rows = Set(planted.values.joined().map(\.row))
    let stale = Set(planted[.noReserve, default: []].map(\.item))
    var chanceCount = 0
    for item in items where !stale.contains(item.item.id) {
      for row in item.rows where !rows.contains(row.evidence.id.text) {
        switch row.disposition.exclusion {
        case nil: break
        case .outlier: chanceCount += 1
        case let other?: Issue.record("\(row.evidence.id) \(other)")
        }
      }
    }
    #expect(chanceCount * 20 < items.reduce(0) { $0 + $1.rows.count })
  }

  @Test func constantClassesHaveNoMedianDeviation() throws {
    for item in Set((planted[.constantClass] ?? []).map(\.item)) {
      let priced = try #require(items.first { $0.item.id == item })
      guard case .meanDeviation = priced.classes.agency.outlierTest else {
        Issue.record("\(item): \(priced.classes.agency.outlierTest)")
        continue
      }
    }
  }

  @Test func itemsAreAsTheirStorySays() throws {
    for (kind, list) in planted {
      for entry in list where entry.table == "items" {
        let item = try #require(items.first { $0.item.id == entry.item })
        let award = try #require(awards[entry.item])
        switch kind {
        case .singleClass:
          #expect(EvidenceClass.allCases.count { item.classes[$0].representative != nil } == 1)
        case .noReserve:
          #expect(item.statusText == "too-few-sources")
          #expect(!item.rows.isEmpty)
          #expect(award.bids.allSatisfy { $0.outcomeText == "no-reserve" })
        case .decidedReserve: #expect(item.statusText == "overridden")
        case .noBids: #expect(award.outcome == .failed(.noBids))
        case .singleBid: #expect(award.submittedCount == 1)
        case .allAboveReserve:
          #expect(award.submittedCount > 0)
          #expect(award.bids.allSatisfy { $0.outcomeText == "above-reserve" })
        default: Issue.record("\(kind) in items")
        }
      }
    }
  }

  @Test func bidsAreAsTheyWerePlanted() throws {
    for (kind, list) in planted {
      for entry in list where entry.table == "bids" {
        let award = try bid(entry)
        let price = award.bid.unitPrice
        let reserve = try #require(awards[entry.item]?.reservePrice)
        let tie = awards[entry.item]?.tie
        switch kind {
        case .atReserve: #expect(price == reserve)
        case .aboveReserve: #expect(award.outcomeText == "above-reserve")
        case .disqualified: #expect(award.outcomeText == "disqualified" && price != nil)
        case .disqualifiedWithoutPrice:
          #expect(award.outcomeText == "disqualified" && price == nil)
        case .veryLow: #expect(award.lowPriceFlagText.contains("below-item"))
        case .tieRebid:
          #expect(tie?.resolution == .rebids)
          #expect(tie?.vendors.contains(award.bid.vendorID) == true)
        case .tieEqualRebid, .tiePending:
          #expect(award.outcomeText == "pending-tie")
          #expect(tie?.rebids.isEmpty == (kind == .tiePending))
        default: Issue.record("\(kind) in bids")
        }
      }
    }
    #expect(awards.values.allSatisfy { $0.unusedRebids.isEmpty })
  }

  /// The ratios of the bids that are not planted, over the reserves as the rules price them.
  @Test func bidRatiosHaveTheMeasuredQuantiles() throws {
    var pairs: [(price: Double, reserve: Double)] = []
    let rows = Set(planted.values.joined())
    for award in awards.values {
      guard let reserve = award.reservePrice else { continue }
      for bid in award.bids {
        let entry = Planted(table: "bids", row: bid.bid.vendorID.text, item: award.itemID)
        guard !rows.contains(entry), let price = bid.bid.unitPrice else { continue }
        pairs.append((Double(price.minorUnits), Double(reserve.minorUnits)))
      }
    }
    let count = Double(pairs.count)
    #expect(count > 500)
    for (share, quantile) in [
      (0.01, 0.706), (0.05, 0.818), (0.25, 0.955), (0.5, 0.976), (0.75, 0.985), (0.95, 0.994),
    ] {
      // Prices are whole NT$, so each lies within 50 cents of its ratio times the reserve.
      let fewest = Double(pairs.count { $0.price + 50 < quantile * $0.reserve }) / count
      let most = Double(pairs.count { $0.price - 50 <= quantile * $0.reserve }) / count
      let tolerance = 5 * (share * (1 - share) / count).squareRoot()
      #expect(fewest < share + tolerance && share - tolerance < most)
    }
  }

  @Test func ordersGoToAwardedVendorsAtTheirContractPrice() throws {
    let planted = Set(made.rows("planted_orders").map { $0["order_id"] })
    for order in made.rows("orders")
    where order["case_no"] == "" && !planted.contains(order["order_id"]) {
      let item = ItemID(order["item_id"] ?? "")
      let bid = try bid(Planted(table: "bids", row: order["vendor_id"] ?? "", item: item))
      #expect(bid.outcomeText == "awarded")
      #expect(bid.contractPrice == (try Money(text: order["unit_price"] ?? "")))
    }
  }
}
