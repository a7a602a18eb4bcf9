import Testing

@testable import Statistics

@Test(arguments: [(0, 0, 0, 0, 0), (7, 1, 2, 3, 4), (UInt64.max, 5, .max, 0, 9)] as [Place])
func everyPlaceIsACounterOfThePublishedGenerator(place: Place) {
  let (seed, stream, unit, draw, slot) = place
  let random = CountedRandom(seed: seed, stream: stream)
  let generator = Philox4x32x10(key: SIMD2(UInt32(seed & 0xFFFF_FFFF), UInt32(seed >> 32)))
  #expect(
    random.block(unit: unit, draw: draw, slot: slot)
      == generator.block(at: SIMD4(slot, unit, draw, stream)))
}

typealias Place = (UInt64, UInt32, UInt32, UInt32, UInt32)

@Test func neighbouringPlacesHaveWordsOfTheirOwn() {
  var seen: Set<SIMD4<UInt32>> = []
  for stream in UInt32(0)..<3 {
    let random = CountedRandom(seed: 1, stream: stream)
    for place in 0..<125 {
      let (unit, draw, slot) = (UInt32(place / 25), UInt32(place / 5 % 5), UInt32(place % 5))
      seen.insert(random.block(unit: unit, draw: draw, slot: slot))
    }
  }
  #expect(seen.count == 375)
}

@Test(arguments: [1, 2, 3, 10, 1_000])
func aScaledWordIsTheFloorOfItsShare(bound: Int) {
  for word in [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] as [UInt32] {
    let expected = Int(UInt64(word) * UInt64(bound) / (1 << 32))
    #expect(word.scaled(below: bound) == expected)
  }
  #expect(UInt32.max.scaled(below: 0) == 0)
}
