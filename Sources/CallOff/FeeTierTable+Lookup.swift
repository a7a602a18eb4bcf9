public import Policy
import Quantities

extension FeeTierTable {
  /// The index of the tier that covers a measure; lower bounds are inclusive.
  ///
  /// - Parameter hundredths: Minor units of an amount, or units of a quantity times 100.
  /// - Returns: `nil` below the first bound.
  /// - Complexity: O(log n) in the number of tiers.
  public func tierIndex(coveringHundredths hundredths: Int64) -> Int? {
    var (low, high) = (0, tiers.count)
    while low < high {
      let middle = low + (high - low) / 2
      if tiers[middle].lowerBoundHundredths <= hundredths {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? nil : low - 1
  }

  /// The exclusive upper bound of a tier in hundredths; `nil` for the last tier.
  public func upperBoundHundredths(ofTier index: Int) -> Int64? {
    tiers.indices.contains(index + 1) ? tiers[index + 1].lowerBoundHundredths : nil
  }
}

extension TierMeasure {
  /// A measure in words: `NT$500000`, or `20 units`.
  public func phrase(hundredths: Int64) -> Phrase {
    // A quantity times 100 reads as an amount does: whole, or with two decimals.
    let number = Money(minorUnits: hundredths).decimalText
    return switch self {
    case .amount: Phrase(verbatim: "NT$\(number)")
    case .quantity: Phrase("\(number) units", "\(number) 單位")
    }
  }
}
