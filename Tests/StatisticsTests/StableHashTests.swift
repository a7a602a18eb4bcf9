import Statistics
import Testing

@Suite struct StableHashTests {
  /// The test vectors of the hash's authors, for 64 bits.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func givesKnownAnswers(text: String, expected: UInt64) {
    #expect(StableHash.hash(of: text) == expected)
  }
}
