import Quantities
import Statistics
public import Tendering

/// A lot that anyone can repeat from its seed.
///
/// Each item has a draw of its own, keyed by the seed and the item's name: neither the order of the
/// input nor the other items change it.
public enum SeededLot {
  /// The draw of a seed.
  public static func draw(seed: UInt64) -> LotDraw {
    { itemID, vendors in
      var stream = RandomStream(seed: seed, stream: StableHash.hash(of: itemID.text))
      return stream.shuffled(vendors)
    }
  }
}
