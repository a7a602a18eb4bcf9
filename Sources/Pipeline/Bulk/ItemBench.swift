import CTableKernels
import Policy
import Tendering

/// Where one item after another is awarded; each thread has one.
struct ItemBench {
  private var kernel: LotKernel
  private let reservePrices: [Int64]
  private let leftToRule: [Bool]
  private(set) var findings = AwardFindings()

  init(_ table: BulkBids, _ policy: AwardPolicy) {
    kernel = LotKernel(policy: policy)
    reservePrices = table.reservePrices
    leftToRule = table.leftToRule
  }

  /// Awards an item.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - prices: The prices of its bids, as ``BidColumns`` has them.
  ///   - vendorHashes: The numbers of their vendors.
  ///   - verdicts: Takes a verdict for each.
  ///   - row: The row of the table that a bid of the item stands on.
  mutating func award(
    _ item: UInt32, _ prices: Span<Int64>, _ vendorHashes: Span<UInt32>,
    into verdicts: inout MutableSpan<UInt32>, row: (Int) -> Int
  ) {
    if ItemBench.hasEqual(vendorHashes) { noteEqualVendors(vendorHashes, row) }
    let index = Int(item)
    if index < leftToRule.count, leftToRule[index] {
      findings.itemsForRule.append(item)
      for place in prices.indices { verdicts[place] = PackedVerdict.undecided.rawValue }
      return
    }
    let reservePrice = index < reservePrices.count ? reservePrices[index] : 0
    switch kernel.award(prices: prices, reservePrice: reservePrice, into: &verdicts) {
    case .decided(let pendingCount): findings.pendingCount += pendingCount
    case .needsRule: findings.itemsForRule.append(item)
    }
  }

  private static func hasEqual(_ hashes: Span<UInt32>) -> Bool {
    guard hashes.count > Int(AWARDSIM_MOST_BIDS) else {
      return unsafe hashes.withUnsafeBufferPointer {
        unsafe awardsim_has_equal($0.baseAddress, $0.count) != 0
      }
    }
    let sorted = hashes.indices.map { hashes[$0] }.sorted()
    return zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
  }

  private mutating func noteEqualVendors(_ hashes: Span<UInt32>, _ row: (Int) -> Int) {
    var firsts: [UInt32: Int] = [:]
    var noted: Set<Int> = []
    for place in hashes.indices {
      guard let first = firsts[hashes[place]] else {
        firsts[hashes[place]] = place
        continue
      }
      noted.insert(first)
      noted.insert(place)
    }
    findings.equalVendorRows += noted.map { row($0) }
  }
}
