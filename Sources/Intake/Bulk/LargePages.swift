import Glibc

/// Asks for large pages in memory that will be used in full.
///
/// Fewer are set up, and a place anywhere in it is found faster. The system may have none; that changes
/// nothing else.
func useLargePages<Value>(_ start: UnsafeMutablePointer<Value>, count: Int) {
  let pageLengthBytes: UInt = 2 * 1_024 * 1_024
  let address = UInt(bitPattern: start)
  let end = address + UInt(bitPattern: count * MemoryLayout<Value>.stride)
  let first = (address + pageLengthBytes - 1) & ~(pageLengthBytes - 1)
  let last = end & ~(pageLengthBytes - 1)
  guard first < last else { return }
  _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), Int(last - first), MADV_HUGEPAGE)
}

/// An array in large pages.
///
/// - Parameters:
///   - capacity: Its room, which will be used in full.
///   - value: What it is filled with; `nil` leaves it empty.
/// - Returns: The array.
func largeArray<Value: BitwiseCopyable>(
  capacity: Int, filledWith value: Value? = nil
) -> [Value] {
  unsafe [Value](unsafeUninitializedCapacity: capacity) { buffer, count in
    if let base = buffer.baseAddress { unsafe useLargePages(base, count: buffer.count) }
    guard let value else { return }
    unsafe buffer.initialize(repeating: value)
    count = buffer.count
  }
}
