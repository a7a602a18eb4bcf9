import Glibc
import Pipeline

/// Looks up the items of one row after another.
///
/// Where the items follow one another as the reserve prices do, the name before or the next one is the
/// right one. Where they are scattered, rows are looked up by the block, so that the waits for memory
/// overlap.
struct ItemLookUp: ~Copyable {
  private static let blockLength = 256
  /// Items of so many rows that do not follow one another are scattered.
  private static let strayLimit = 64

  struct Wanted {
    var key: NameKey
    var start: Int
    var length: Int
    var hash: UInt64 = 0
    var candidate = NameTable.none
  }

  private var block = ColumnBuilder<Wanted>(capacity: ItemLookUp.blockLength)
  private var last = NameTable.none
  /// The key of the item before where it is a short name.
  private var lastKey = NameKey.empty
  /// Whether rows wait in the block, since their items did not follow one another.
  private var isScattered = false
  /// Items that did not follow the one before since some row of the chunk.
  private var strayCount = 0
  private var strayStart = 0

  init() {}

  /// Takes the item of a row.
  @inline(__always)
  mutating func add(
    _ place: Range<Int>, of base: UnsafeRawPointer, _ names: NameTable,
    into items: inout ColumnBuilder<UInt32>
  ) {
    let key = unsafe NameKey(base, place.lowerBound, length: place.count)
    if !isScattered {
      if key == lastKey { return items.append(last) }
      let next = last &+ 1
      if names.isName(next, key) {
        (last, lastKey) = (next, key)
        return items.append(next)
      }
    }
    unsafe addStray(
      Wanted(key: key, start: place.lowerBound, length: place.count), base, names, &items)
  }

  @inline(never)
  private mutating func addStray(
    _ wanted: Wanted, _ base: UnsafeRawPointer, _ names: NameTable,
    _ items: inout ColumnBuilder<UInt32>
  ) {
    if isScattered {
      block.append(wanted)
      if block.count == ItemLookUp.blockLength { unsafe flush(base, names, &items) }
    } else {
      unsafe note(find(wanted, base, names), wanted.key, &items)
      guard strayCount == ItemLookUp.strayLimit else { return }
      isScattered = items.count - strayStart < ItemLookUp.blockLength
      (strayCount, strayStart) = (0, items.count)
    }
  }

  /// Takes a row without an item.
  mutating func addNone(into items: inout ColumnBuilder<UInt32>) {
    if block.count > 0 {
      block.append(Wanted(key: .empty, start: 0, length: 0))
    } else {
      items.append(BidColumns.noItem)
    }
  }

  /// Looks up the items of all rows taken, and ends the chunk.
  mutating func finish(
    _ base: UnsafeRawPointer, _ names: NameTable, into items: inout ColumnBuilder<UInt32>
  ) {
    unsafe flush(base, names, &items)
    (strayCount, strayStart) = (0, 0)
  }

  private mutating func flush(
    _ base: UnsafeRawPointer, _ names: NameTable, _ items: inout ColumnBuilder<UInt32>
  ) {
    guard block.count > 0 else { return }
    findCandidates(names)
    strayCount = 0
    for index in 0..<block.count {
      let wanted = block[index]
      if wanted.key == .empty {
        items.append(BidColumns.noItem)
      } else {
        let isFound = wanted.key.high == 0 || names.isName(wanted.candidate, wanted.key)
        let found = isFound ? wanted.candidate : unsafe find(wanted, base, names)
        note(found, wanted.key, &items)
      }
    }
    isScattered = strayCount * ItemLookUp.blockLength > ItemLookUp.strayLimit * block.count
    (strayCount, strayStart) = (0, items.count)
    block.removeAll()
  }

  private func find(
    _ wanted: Wanted, _ base: UnsafeRawPointer, _ names: NameTable
  ) -> UInt32 {
    names.index(of: wanted.key) { name in
      unsafe name.count == wanted.length && memcmp(name, base + wanted.start, name.count) == 0
    }
  }

  @inline(__always)
  private mutating func note(
    _ found: UInt32, _ key: NameKey, _ items: inout ColumnBuilder<UInt32>
  ) {
    if found != last, found != last &+ 1 { strayCount += 1 }
    last = found
    lastKey = key.isLong || found == NameTable.none ? .empty : key
    items.append(found)
  }

  /// Reads what the look-ups will read, first all slots, then all keys.
  @inline(never)
  private mutating func findCandidates(_ names: NameTable) {
    var sum: UInt64 = 0
    for index in 0..<block.count {
      let hash = names.hash(of: block[index].key)
      block[index].hash = hash
      sum &+= names.firstSlot(of: hash)
    }
    for index in 0..<block.count {
      let key = block[index].key
      let candidate = names.candidate(of: key, hash: block[index].hash)
      block[index].candidate = candidate
      // A short name is found without its key.
      if key.high != 0 { sum &+= names.firstBytes(of: candidate) }
    }
    names.keep(sum)
  }
}
