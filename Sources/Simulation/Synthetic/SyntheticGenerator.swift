import CallOff
public import Policy
import Pricing
import Quantities
import Statistics
import Tendering

extension SyntheticCase {
  /// Makes the case and hands its files on piece by piece.
  ///
  /// Reserve prices and awards are those of the real rules under `policy`, so that orders go to
  /// awarded vendors at their contract prices. The same size and policy give the same bytes on every
  /// machine. At any time one block of ``blockLength`` items is in memory, and no order.
  ///
  /// - Parameters:
  ///   - policy: The parameters that prices, awards and fees follow.
  ///   - sink: Takes each file's bytes in order; the files come interleaved.
  /// - Throws: `PolicyError` when the policy lacks a parameter, and whatever `sink` throws.
  /// - Complexity: O(rows) time; memory does not grow with any count but the vendors'.
  public func generate(under policy: PolicyView, to sink: SyntheticCaseSink) throws {
    var generator = try SyntheticGenerator(size: self, policy: policy)
    try generator.run(to: sink)
  }
}

/// Makes a synthetic case block by block.
struct SyntheticGenerator {
  private let size: SyntheticCase
  private let evidence: SyntheticEvidence
  private let bids: SyntheticBids
  private let tender: SyntheticTender
  private let fees: SyntheticFees
  private let index: SyntheticPriceIndex
  private let contracts: SyntheticContracts
  private let parties: SyntheticParties
  private let screening: SyntheticScreening
  private var records: SyntheticOrderRecords
  private var output = SyntheticOutput()
  private var orderNumber = 0

  init(size: SyntheticCase, policy: PolicyView) throws {
    let awardPolicy = try AwardPolicy(policy)
    let reservePolicy = try ReservePolicy(policy)
    self.size = size
    index = SyntheticPriceIndex(
      seed: size.seed, pricingMonth: size.calendar.pricingDate.month)
    evidence = SyntheticEvidence(
      seed: size.seed, vendorCount: size.vendorCount, calendar: size.calendar, index: index,
      policy: reservePolicy)
    bids = SyntheticBids(seed: size.seed, vendorCount: size.vendorCount, policy: awardPolicy)
    tender = SyntheticTender(
      size: size, reservePolicy: reservePolicy, awardPolicy: awardPolicy,
      index: try index.priceIndex())
    fees = try SyntheticFees(policy: FeePolicy(policy))
    contracts = SyntheticContracts(size.calendar)
    // The newest rules, so that every defect has a rule that finds it.
    let newest = PolicyView(policy.book, on: nil, overrides: policy.overrides)
    let screeningPolicy = try ScreeningPolicy(newest)
    records = SyntheticOrderRecords(policy: try OrderPolicy(newest), calendar: size.calendar)
    parties = SyntheticParties(policy: screeningPolicy, calendar: size.calendar)
    screening = SyntheticScreening(policy: screeningPolicy, calendar: size.calendar)
  }

  /// Makes every block and hands on what is left at the end.
  mutating func run(to sink: SyntheticCaseSink) throws {
    output.writeHeader(of: size, index: index, otherContracts: contracts.earlier)
    parties.write(vendorCount: size.vendorCount, to: &output)
    SyntheticAgencies.write(to: &output)
    var start = 0
    while start < size.itemCount {
      let block = start..<min(start + SyntheticCase.blockLength, size.itemCount)
      try makeBlock(block, to: sink)
      start = block.upperBound
    }
    try output.flush(isAtEnd: true, to: sink)
  }

  private mutating func makeBlock(_ block: Range<Int>, to sink: SyntheticCaseSink) throws {
    let items = block.map { SyntheticItem(index: $0, seed: size.seed) }
    let evidenceCounts = Apportionment.split(
      quota(of: size.evidenceCount, block), weights: items.map(\.evidenceWeight),
      bounds: items.map { _ in 1...SyntheticCase.largestCount })
    let bidCounts = Apportionment.split(
      quota(of: size.bidCount, block), weights: items.map(\.bidWeight),
      bounds: items.map { $0.story.bidBounds(most: size.largestBidCountPerItem) })
    var sources: [OrderSource] = []
    for (place, item) in items.enumerated() {
      sources.append(
        try makeItem(item, evidenceCount: evidenceCounts[place], bidCount: bidCounts[place]))
      try output.flush(to: sink)
    }
    let orderCounts = Apportionment.split(
      quota(of: size.orderCount, block),
      weights: sources.map { $0.offers.isEmpty ? 0 : $0.item.demandWeight },
      bounds: items.map { _ in 0...SyntheticCase.largestCount })
    try makeOrders(
      from: block.lowerBound,
      zip(sources, orderCounts).flatMap { source, count in
        contracts.streams(of: source, count: count, seed: size.seed)
      }, to: sink)
  }

  private func quota(of total: Int, _ block: Range<Int>) -> Int {
    Apportionment.quota(of: total, over: size.itemCount, to: block)
  }

  /// Makes an item's evidence, reserve price, bids and award, and writes all but the award.
  private mutating func makeItem(
    _ item: SyntheticItem, evidenceCount: Int, bidCount: Int
  ) throws -> OrderSource {
    let drafts = evidence.rows(of: item, count: evidenceCount)
    let rows = try SyntheticTender.evidence(drafts, of: item)
    let reserve = try tender.reserve(of: item, evidence: rows.map(\.evidence))
    let bidDrafts = bids.bids(
      on: item, count: bidCount,
      reservePrice: reserve.price.map { $0.minorUnits / Money.minorUnitsPerUnit }
        ?? item.marketPrice,
      hasReservePrice: reserve.price != nil)
    let finished = try tender.bids(bidDrafts, on: item)
    let rebids = try tender.rebids(bids.rebids(for: bidDrafts, of: item), of: item)

    output.write(item.item)
    for row in rows { output.write(row.evidence, in: row.file) }
    if let override = reserve.override { output.write(override) }
    output.write(screening, of: item, bids: finished)
    output.write(finished)
    output.write(rebids)
    output.write(
      SyntheticTender.oddities(of: item, reserve: reserve, rows: rows, bids: bidDrafts, finished),
      of: item.item.id)
    return OrderSource(
      item: item, reservePrice: reserve.price,
      offers: tender.offers(item, reserve: reserve.price, finished, rebids),
      earlierOffers: contracts.earlier.map { SyntheticTender.offers(under: $0, rows) })
  }

  /// Makes a block's orders in order of date, taking the earliest of all streams each time.
  private mutating func makeOrders(
    from firstItem: Int, _ all: [OrderStream], to sink: SyntheticCaseSink
  ) throws {
    var streams = all
    var collectionDraws = RandomStream(seed: size.seed, item: firstItem, .collections)
    while true {
      var earliest: (day: Day, stream: Int)?
      for (place, stream) in streams.enumerated() {
        guard let day = stream.nextDay, earliest.map({ day < $0.day }) ?? true else { continue }
        earliest = (day, place)
      }
      guard let (day, place) = earliest else { return }
      orderNumber += 1
      let id = OrderID("O" + SyntheticNames.number(orderNumber, like: 10_000_000))
      let drawn = try streams[place].next(id: id, on: day)
      let (order, defect) = try records.finish(drawn, of: streams[place])
      output.write(order)
      if let defect { output.writeExpectation(of: order.id, defect) }
      let contract = streams[place].contract
      if contract.contract.end < size.calendar.current.contractStart {
        output.write(
          try fees.collections(
            for: order, contractEnd: contract.contract.end, &collectionDraws))
      }
      try output.flush(to: sink)
    }
  }
}
