/// Some of the vendors.
struct VendorSet: Hashable, Sendable {
  /// 64 vendors a word, vendor v as the bit v mod 64.
  private(set) var words: [UInt64] = []

  /// Creates a set of vendors by their indices among all.
  init(_ vendors: [Int32]) {
    for vendor in vendors where vendor >= 0 {
      let (word, bit) = Int(vendor).quotientAndRemainder(dividingBy: 64)
      while words.count <= word { words.append(0) }
      words[word] |= 1 << UInt64(bit)
    }
  }
}
