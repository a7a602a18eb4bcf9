import Glibc

/// The place that a thread reads chunks into.
@safe
final class ChunkBuffer {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  let starts: UnsafeMutablePointer<Int32>
  let ends: UnsafeMutablePointer<Int32>
  let width: Int
  /// The stretch of the file that is here.
  private(set) var range = 0..<0

  init(width: Int) {
    self.width = width
    capacity = BulkLimits.chunkLengthBytes + 2 * ChunkBuffer.slackBytes
    unsafe memory = .allocate(byteCount: capacity, alignment: 64)
    unsafe starts = .allocate(capacity: width)
    unsafe ends = .allocate(capacity: width)
  }

  deinit {
    unsafe memory.deallocate()
    unsafe starts.deallocate()
    unsafe ends.deallocate()
  }

  /// Bytes that are read beyond a chunk, for the row that reaches over its end.
  static let slackBytes = 1_024

  /// Reads a stretch of a file; what is here already of the same start is kept.
  func load(_ wanted: Range<Int>, of file: BulkFile) throws(IntakeError) {
    let kept = wanted.lowerBound == range.lowerBound ? min(range.count, wanted.count) : 0
    let needed = wanted.count + RowScanner.paddingBytes
    if capacity < needed {
      let larger = UnsafeMutableRawPointer.allocate(byteCount: needed, alignment: 64)
      unsafe larger.copyMemory(from: memory, byteCount: kept)
      unsafe memory.deallocate()
      unsafe memory = larger
      capacity = needed
    }
    range = 0..<0
    let rest = unsafe UnsafeMutableRawBufferPointer(
      start: memory + kept, count: wanted.count - kept)
    try unsafe file.read(wanted.lowerBound + kept..<wanted.upperBound, into: rest)
    range = wanted
    unsafe memory.storeBytes(of: CSVByte.lineFeed, toByteOffset: wanted.count, as: UInt8.self)
    for place in wanted.count + 1..<needed {
      unsafe memory.storeBytes(of: 0, toByteOffset: place, as: UInt8.self)
    }
  }

  /// The bytes, followed by the padding of ``RowScanner``.
  var base: UnsafeRawPointer { unsafe UnsafeRawPointer(memory) }

  /// The first place of a byte.
  func firstIndex(of byte: UInt8) -> Int? {
    guard let found = unsafe memchr(base, Int32(byte), range.count) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }

  /// Some of the bytes.
  func withBytes<Result>(_ part: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    let inside = part.clamped(to: 0..<range.count)
    let bytes = unsafe UnsafeRawBufferPointer(start: base + inside.lowerBound, count: inside.count)
    return unsafe body(Span<UInt8>(_unsafeBytes: bytes))
  }
}
