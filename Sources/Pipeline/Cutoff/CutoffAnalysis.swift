public import Policy
public import Quantities
import Statistics
import Tendering

// What a cutoff does, in the order CutoffReading, WinnerCount, ItemCutoff, PaddedOutcome, here, and
// CutoffTotal.

/// What the share-of-bidders cutoff would do: by the number of bids, and on the items of a case.
///
/// To be looked at before a reserve price is published: where every valid bid wins, the cutoff brings
/// no competition, and where one bid more raises k, a bid that loses pays for somebody. The share is
/// stated (slide 3); rounding, base, ties and minimum winners are assumed.
public struct CutoffAnalysis: Sendable {
  /// The parameters in force.
  public let policy: AwardPolicy
  /// The shares and roundings that are compared.
  public let readings: [CutoffReading]
  /// The winners for every number of valid bids from 1 to ``largestBidCount``, within it for every
  /// reading.
  public let counts: [WinnerCount]
  /// Every item under every reading, in the order of the items; `nil` for a case without bids.
  public let items: [ItemCutoff]?

  /// The largest number of valid bids in ``counts``.
  public static let largestBidCount = 20

  /// Analyses the cutoff.
  ///
  /// - Parameters:
  ///   - policy: The parameters in force.
  ///   - stage: The tenders of a case; `nil` where it has no bids.
  /// - Throws: `ArithmeticOverflow` when a share of a number of bids has no exact representation.
  /// - Complexity: O(n log n) in the number of bids, and the number of readings times O(n), on all
  ///   cores.
  public init(policy: AwardPolicy, stage: TenderStage?) throws(ArithmeticOverflow) {
    let readings = CutoffReading.all(beside: policy)
    var counts: [WinnerCount] = []
    for bidCount in 1...CutoffAnalysis.largestBidCount {
      for reading in readings {
        counts.append(try WinnerCount(bidCount: bidCount, reading: reading, policy: policy))
      }
    }
    let lot = TenderStage.rule(policy).lot
    self.policy = policy
    self.readings = readings
    self.counts = counts
    items = stage?.tenders.concurrentMap {
      ItemCutoff($0, readings: readings, policy: policy, lot: lot)
    }
  }

  /// The shares that are compared, the largest first.
  public var shares: [Share] { CutoffReading.shares(beside: policy) }

  /// The policy's own share and rounding.
  public var ownReading: CutoffReading { CutoffReading(of: policy) }

  /// The smallest number of valid bids that the policy's own cutoff bites on; `nil` where there is none
  /// up to ``largestBidCount``.
  public var smallestBitingCount: Int? {
    counts.first { $0.reading == ownReading && $0.bites }?.bidCount
  }

  /// The items on which every valid bid wins under the policy's own reading.
  public var itemsWithoutEffect: [ItemID] {
    (items ?? []).filter { $0.outcome(under: ownReading)?.everyBidWins == true }.map(\.itemID)
  }
}
