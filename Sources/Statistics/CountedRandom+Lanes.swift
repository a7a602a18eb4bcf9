import CDrawKernels

extension CountedRandom {
  /// The blocks of some slots of one unit in many draws at once, as ``block(unit:draw:slot:)`` has
  /// them.
  ///
  /// - Parameters:
  ///   - rows: Room for four rows of words a slot: word w of slot i of draw d comes to place
  ///     (4 · i + w) · draws.count + d. More room is made where it is needed.
  ///   - unit: The unit.
  ///   - draws: The draws.
  ///   - firstSlot: The first slot; the others follow four apart.
  ///   - slotCount: How many slots there are.
  /// - Complexity: O(draws · slots), several draws at a time.
  public func fill(
    _ rows: inout [UInt32], unit: UInt32, draws: [UInt32], firstSlot: UInt32, slotCount: Int
  ) {
    rows.makeRoom(4 * draws.count * slotCount)
    unsafe awardsim_philox_rows(
      seed, stream, unit, draws, draws.count, firstSlot, max(0, slotCount), &rows)
  }

  /// The blocks of many places of one unit, one after the other.
  ///
  /// - Parameters:
  ///   - words: Room for four words a place. More room is made where it is needed.
  ///   - unit: The unit.
  ///   - draws: The draw of each place.
  ///   - slots: The slot of each place.
  ///   - count: How many places there are.
  ///   - slotOffset: What is added to every slot.
  /// - Complexity: O(places), several at a time.
  public func fill(
    _ words: inout [UInt32], unit: UInt32, draws: [UInt32], slots: [UInt32], count: Int,
    slotOffset: UInt32
  ) {
    let count = max(0, min(count, draws.count, slots.count))
    words.makeRoom(4 * count)
    unsafe awardsim_philox_blocks(seed, stream, unit, draws, slots, count, slotOffset, &words)
  }
}

extension UInt32 {
  /// A hash of the number that each of its digits acts on, one to one: the finaliser of MurmurHash3
  /// (Appleby).
  public var mixed: UInt32 {
    var word = self ^ self >> 16
    word &*= 0x85EB_CA6B
    word ^= word >> 13
    word &*= 0xC2B2_AE35
    return word ^ word >> 16
  }
}

extension Array where Element: FixedWidthInteger {
  /// Lengthens an array that serves as room; what is in it is not kept in any order.
  @inlinable
  package mutating func makeRoom(_ count: Int) {
    if self.count < count { self = Array(repeating: 0, count: count + count / 2) }
  }
}
