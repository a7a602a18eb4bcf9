import Benchmark
import Pipeline
import Policy
import Quantities
import Statistics
import Tendering

/// The award of bids that stand in a table, item after item or shuffled.
struct GivenBids: TimedWork {
  private static let chunkLength = 50_000
  private static let reservePrice: Int64 = 3_000_000

  let count: Int
  private let policy: AwardPolicy
  private let items: [UInt32]
  private let prices: [Int64]
  private let reservePrices: [Int64]
  private let chunks: [BidColumns]

  /// Makes a million bids, 1 to 23 an item, some above the reserve price and many of them equal.
  init(isShuffled: Bool) throws {
    let share = try Share(text: "0.7")
    policy = AwardPolicy(
      cutoffShare: try Share(text: "0.9"), tie: .includeAll, lowPriceItem: share,
      lowPriceTotal: share)
    var random = RandomStream(seed: 42, stream: 1)
    var rows: [(item: UInt32, price: Int64, vendorHash: UInt32)] = []
    var item: UInt32 = 0
    while rows.count < 1_000_000 {
      for vendor in 0...random.nextWord() % 23 {
        let step = Int64(random.nextWord() % 25)
        rows.append((item, GivenBids.reservePrice * (78 + step) / 100, vendor.mixed))
      }
      item += 1
    }
    if isShuffled {
      for place in rows.indices.reversed().dropLast() {
        rows.swapAt(place, random.nextWord().scaled(below: place + 1))
      }
    }
    count = rows.count
    items = rows.map(\.item)
    prices = rows.map(\.price)
    reservePrices = Array(repeating: GivenBids.reservePrice, count: Int(item))
    chunks = stride(from: 0, to: rows.count, by: GivenBids.chunkLength).map { first in
      let part = rows[first..<min(rows.count, first + GivenBids.chunkLength)]
      return BidColumns(
        items: part.map(\.item), prices: part.map(\.price), vendorHashes: part.map(\.vendorHash))
    }
  }

  private func award() -> BulkAward {
    BulkAward(of: chunks, reservePrices: reservePrices, policy: policy, threads: 1)
  }

  /// Counts, for every bid, the lower ones for its item.
  func isRight() -> Bool {
    var valid = [[Int64]](repeating: [], count: reservePrices.count)
    for (item, price) in zip(items, prices) where price <= GivenBids.reservePrice {
      valid[Int(item)].append(price)
    }
    let award = award()
    return award.itemsForRule.isEmpty
      && zip(items, prices).enumerated().allSatisfy { row, bid in
        let verdict = award.verdicts[row]
        guard bid.1 <= GivenBids.reservePrice else { return verdict.outcome == .aboveReserve }
        let others = valid[Int(bid.0)]
        let rank = 1 + others.count { $0 < bid.1 }
        let isAwarded = rank <= max(1, (others.count * 9 + 5) / 10)
        return verdict.rank == rank && verdict.outcome.isAwarded == isAwarded
      }
  }

  func run() {
    blackHole(award())
  }
}
