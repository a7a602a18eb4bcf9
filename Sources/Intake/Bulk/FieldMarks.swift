import CTableKernels

/// The places where fields of a stretch may end, found ahead of the rows, some thousand at a time.
///
/// A row between its marks that has as many fields as there are headings, and no mark but commas and a
/// line feed, is known without a second look. What any other row is, ``RowScanner`` finds out byte by
/// byte; ``skip(to:)`` goes on behind it.
@safe
struct FieldMarks: ~Copyable {
  /// Bytes behind the stretch that are read with its last ones.
  static let overreadBytes = 63

  private static let room = 1_536
  private let base: UnsafeRawPointer
  private let count: Int
  private let width: Int
  /// Behind the first place, which stands for the byte before the row at hand.
  private let marks: UnsafeMutablePointer<UInt32>
  private var next = 0
  private var markCount = 0
  /// The first byte that was not looked at.
  private var reached: Int

  /// - Parameters:
  ///   - base: The stretch, and ``overreadBytes`` more.
  ///   - count: Its length, below 2³¹.
  ///   - start: Where its first row begins.
  ///   - width: The number of headings, above 0.
  init(_ base: UnsafeRawPointer, count: Int, from start: Int, width: Int) {
    unsafe self.base = base
    self.count = count
    self.width = width
    reached = start
    unsafe marks = .allocate(capacity: FieldMarks.room + 1)
    unsafe (marks + 1).initialize(repeating: 0, count: FieldMarks.room)
    unsafe marks.initialize(to: UInt32(truncatingIfNeeded: start &- 1))
  }

  deinit {
    unsafe marks.deallocate()
  }

  /// Takes the row that begins behind the last one taken or skipped.
  ///
  /// - Returns: `nil` for a row that calls for care; ``skip(to:)`` must follow.
  @inline(__always)
  mutating func row() -> MarkedRow? {
    if next + width > markCount { refill() }
    guard next + width <= markCount else { return nil }
    let own = unsafe marks + (next + 1)
    for field in 0..<width - 1 {
      guard unsafe byte(at: own[field]) == CSVByte.comma else { return nil }
    }
    guard unsafe byte(at: own[width - 1]) == CSVByte.lineFeed else { return nil }
    next += width
    return unsafe MarkedRow(base, own, width: width)
  }

  @inline(__always)
  private func byte(at mark: UInt32) -> UInt8 {
    unsafe base.load(fromByteOffset: Int(mark), as: UInt8.self)
  }

  /// Goes on at a row.
  ///
  /// - Parameter start: Where it begins, not before the row at hand.
  @inline(never)
  mutating func skip(to start: Int) {
    while next < markCount, Int(unsafe marks[next + 1]) < start { next += 1 }
    unsafe marks[next] = UInt32(truncatingIfNeeded: start &- 1)
    reached = max(reached, start)
  }

  /// Finds more places behind those that are left.
  @inline(never)
  private mutating func refill() {
    let left = markCount - next
    // The byte before the row at hand comes along.
    unsafe marks.update(from: marks + next, count: left + 1)
    var reached = reached
    let found = unsafe awardsim_mark_fields(
      base.assumingMemoryBound(to: UInt8.self), reached, count, marks + (left + 1),
      FieldMarks.room - left, &reached)
    self.reached = reached
    next = 0
    markCount = left + found
  }
}
