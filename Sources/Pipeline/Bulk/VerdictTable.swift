public import Tendering

/// A verdict for each row of a large table of bids, filled in by several threads.
///
/// Each row belongs to one item and each item to one thread, so no two threads write one place.
@safe
public final class VerdictTable: @unchecked Sendable {
  private let verdicts: UnsafeMutablePointer<UInt32>
  /// The number of rows.
  public let count: Int

  init(count: Int) {
    self.count = count
    unsafe verdicts = .allocate(capacity: max(count, 1))
    unsafe verdicts.initialize(repeating: PackedVerdict.undecided.rawValue, count: max(count, 1))
  }

  deinit {
    unsafe verdicts.deallocate()
  }

  /// The verdict on a row; undecided where there is no such row.
  @inline(__always)
  public subscript(row: Int) -> PackedVerdict {
    guard row >= 0, row < count else { return .undecided }
    return unsafe PackedVerdict(rawValue: verdicts[row])
  }

  /// Some rows' verdicts, the first of them at `row`; rows that do not exist are left out.
  public func withVerdicts<Result>(
    from row: Int, count wanted: Int, _ body: (Span<UInt32>) -> Result
  ) -> Result {
    let start = min(max(row, 0), count)
    let length = min(max(wanted, 0), count - start)
    return unsafe body(Span(_unsafeStart: verdicts + start, count: length))
  }

  /// Sets a row's verdict.
  @inline(__always)
  func set(_ row: Int, _ verdict: UInt32) {
    guard row >= 0, row < count else { return }
    unsafe verdicts[row] = verdict
  }

  /// Sets the verdicts of neighbouring rows.
  func set(_ row: Int, _ new: Span<UInt32>) {
    for index in new.indices { set(row + index, new[index]) }
  }

  /// Lets neighbouring rows' verdicts be set in place; rows that do not exist are left out.
  @inline(__always)
  func withMutableVerdicts<Result>(
    from row: Int, count wanted: Int, _ body: (inout MutableSpan<UInt32>) -> Result
  ) -> Result {
    let start = min(max(row, 0), count)
    let length = min(max(wanted, 0), count - start)
    var span = unsafe MutableSpan(_unsafeStart: verdicts + start, count: length)
    return body(&span)
  }
}
