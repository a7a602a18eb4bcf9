/// A 64-bit hash of text that is the same in every run and on every machine.
///
/// It numbers a ``RandomStream`` by name, so that each thing has luck of its own whatever the order
/// or number of the others. FNV-1a over UTF-8, by Fowler, Noll and Vo.
public enum StableHash {
  /// The hash of a text.
  ///
  /// - Complexity: O(n) in UTF-8 bytes.
  public static func hash(of text: some StringProtocol) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
