import Quantities
import Synchronization

/// The items of a table of reserve prices, found by the bytes of their names.
///
/// A slot holds an index and a part of the hash; the names lie in the order of the indices, so that a
/// table of bids in the same order walks along them.
final class NameTable: Sendable {
  private struct Slot: BitwiseCopyable {
    /// The first eight bytes of the name.
    var first: UInt64 = 0
    var index = NameTable.none
    /// A part of the hash; its last bit says whether the name has no more bytes.
    var tag: UInt32 = 0
  }

  static let none = UInt32.max

  private let seed: UInt64
  private let slots: [Slot]
  private let shift: UInt64
  private let keys: [NameKey]
  /// The bytes of long names, by index.
  private let longNames: [UInt32: [UInt8]]
  private let touched = Atomic<UInt64>(0)
  private let canonical = Mutex<[ItemID: UInt32]?>(nil)

  /// The number of names.
  var count: Int { keys.count }

  /// Builds the table.
  ///
  /// - Parameters:
  ///   - names: The key of each row's name, in the order of the rows.
  ///   - longName: The bytes of a long name, by row.
  /// - Returns: The table, and the index of each row's name, ``none`` for an empty one; indices count
  ///   names as they first come.
  /// - Complexity: O(names).
  static func build(
    _ names: [NameKey], longName: (Int) -> [UInt8]
  ) -> (table: NameTable, indexOfRow: [UInt32]) {
    let seed = UInt64.random(in: .min ... .max)
    // At most four of five slots are taken; fewer and wider apart they would not stay in a cache.
    let bitCount = max(4, Int.bitWidth - (names.count * 5 / 4).leadingZeroBitCount)
    let shift = UInt64(64 - bitCount)
    var slots = largeArray(capacity: 1 << bitCount, filledWith: Slot())
    var keys: [NameKey] = largeArray(capacity: names.count)
    var longNames: [UInt32: [UInt8]] = [:]
    var indexOfRow: [UInt32] = []
    indexOfRow.reserveCapacity(names.count)
    for (row, key) in names.enumerated() {
      guard key != .empty else {
        indexOfRow.append(none)
        continue
      }
      let hash = key.hash(seed: seed)
      let tag = NameTable.tag(of: key, hash)
      var place = Int(truncatingIfNeeded: hash >> shift)
      let long = key.isLong ? longName(row) : nil
      while true {
        let slot = slots[place]
        if slot.index == none {
          let index = UInt32(truncatingIfNeeded: keys.count)
          slots[place] = Slot(first: key.low, index: index, tag: tag)
          keys.append(key)
          if let long { longNames[index] = long }
          indexOfRow.append(index)
          break
        }
        if slot.tag == tag, keys[Int(slot.index)] == key,
          long == nil || longNames[slot.index] == long
        {
          indexOfRow.append(slot.index)
          break
        }
        place = (place + 1) & (slots.count - 1)
      }
    }
    let table = NameTable(
      seed: seed, slots: slots, shift: shift, keys: keys, longNames: longNames)
    return (table, indexOfRow)
  }

  private init(
    seed: UInt64, slots: [Slot], shift: UInt64, keys: [NameKey], longNames: [UInt32: [UInt8]]
  ) {
    self.seed = seed
    self.slots = slots
    self.shift = shift
    self.keys = keys
    self.longNames = longNames
  }

  /// The index of a name by its bytes.
  ///
  /// - Parameters:
  ///   - key: The name's key.
  ///   - matches: Whether the bytes of a long name are the name's.
  /// - Returns: ``none`` where the bytes are no name's.
  @inline(__always)
  func index(of key: NameKey, matches: ([UInt8]) -> Bool) -> UInt32 {
    let hash = key.hash(seed: seed)
    let tag = NameTable.tag(of: key, hash)
    var place = Int(truncatingIfNeeded: hash >> shift)
    while true {
      let slot = slots[place]
      if slot.index == NameTable.none { return NameTable.none }
      if slot.tag == tag, keys[Int(slot.index)] == key {
        if !key.isLong || matches(longNames[slot.index] ?? []) { return slot.index }
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// Whether an index is that of a short name.
  @inline(__always)
  func isName(_ index: UInt32, _ key: NameKey) -> Bool {
    Int(index) < keys.count && keys[Int(index)] == key && !key.isLong
  }

  // The steps of a look-up, to be taken for many keys at a time.

  /// The hash of a key.
  @inline(__always)
  func hash(of key: NameKey) -> UInt64 { key.hash(seed: seed) }

  /// What stands in the slot where the look-up of a hash begins.
  @inline(__always)
  func firstSlot(of hash: UInt64) -> UInt64 {
    UInt64(slots[Int(truncatingIfNeeded: hash >> shift)].index)
  }

  /// The first index whose name may be that of a key, and is where the key has eight bytes or fewer;
  /// ``none`` where no name is.
  @inline(__always)
  func candidate(of key: NameKey, hash: UInt64) -> UInt32 {
    let tag = NameTable.tag(of: key, hash)
    var place = Int(truncatingIfNeeded: hash >> shift)
    while true {
      let slot = slots[place]
      if slot.index == NameTable.none || slot.tag == tag && slot.first == key.low {
        return slot.index
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  @inline(__always)
  private static func tag(of key: NameKey, _ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash) & ~1 | (key.high == 0 ? 1 : 0)
  }

  /// A part of the name of an index.
  @inline(__always)
  func firstBytes(of index: UInt32) -> UInt64 {
    Int(index) < keys.count ? keys[Int(index)].low : 0
  }

  /// Keeps what was read ahead, so that the reading is not left out.
  func keep(_ sum: UInt64) { touched.store(sum, ordering: .relaxed) }

  /// The index of a name of any form, by canonical equivalence.
  ///
  /// - Complexity: O(names) at the first name that is no plain text.
  func index(of item: ItemID) -> UInt32? {
    let (index, isPlain) = NameKey.withKey(of: item.text) { key, bytes in
      let isPlain = PlainText.isPlain(bytes)
      return (
        bytes.isEmpty
          ? NameTable.none : self.index(of: key) { $0 == Array(item.text.utf8) }, isPlain
      )
    }
    if index != NameTable.none { return index }
    guard !isPlain else { return nil }
    return canonical.withLock { names in
      if let names { return names[item] }
      var all: [ItemID: UInt32] = [:]
      all.reserveCapacity(keys.count)
      for index in keys.indices { all[name(of: index)] = UInt32(truncatingIfNeeded: index) }
      names = all
      return all[item]
    }
  }

  /// The name of an index.
  func name(of index: Int) -> ItemID {
    let key = keys[index]
    if key.isLong {
      return ItemID(
        String(decoding: longNames[UInt32(truncatingIfNeeded: index)] ?? [], as: UTF8.self))
    }
    var bytes: [UInt8] = []
    for word in [key.low, key.high] {
      for place in 0..<8 {
        let byte = UInt8(truncatingIfNeeded: word >> UInt64(8 * place))
        if byte != 0 { bytes.append(byte) }
      }
    }
    return ItemID(String(decoding: bytes, as: UTF8.self))
  }
}
