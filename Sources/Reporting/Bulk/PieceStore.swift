import Tendering

/// A short text among others in a ``PieceStore``.
struct Piece: BitwiseCopyable, Sendable {
  var offset: Int32 = 0
  var count: Int32 = 0
}

/// Short texts before they are stored.
struct PieceTexts {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) -> Piece {
    let offset = bytes.count
    bytes.append(contentsOf: text.utf8)
    return Piece(
      offset: Int32(truncatingIfNeeded: offset),
      count: Int32(truncatingIfNeeded: bytes.count - offset))
  }
}

/// Short texts that are written again and again, sixteen bytes at a time, and the tails made of them.
@safe
final class PieceStore: @unchecked Sendable {
  /// The bytes that a copy may read, or write, behind a text.
  static let slackBytes = 16

  private let memory: UnsafeMutablePointer<UInt8>
  private let tails: UnsafeMutablePointer<AwardLineForm.Tail>

  init(_ bytes: [UInt8], tails: [AwardLineForm.Tail]) {
    let count = bytes.count
    unsafe memory = .allocate(capacity: count + PieceStore.slackBytes)
    unsafe memory.initialize(repeating: 0, count: count + PieceStore.slackBytes)
    for (index, byte) in bytes.enumerated() { unsafe memory[index] = byte }
    // One for each kind of verdict, whatever is given.
    unsafe self.tails = .allocate(capacity: PackedVerdict.kindCount)
    for kind in 0..<PackedVerdict.kindCount {
      unsafe (self.tails + kind).initialize(to: kind < tails.count ? tails[kind] : .init())
    }
  }

  /// The tail of a kind of verdict.
  @inline(__always)
  func tail(_ verdict: PackedVerdict) -> AwardLineForm.Tail { unsafe tails[verdict.kind & 31] }

  deinit {
    unsafe memory.deallocate()
    unsafe tails.deallocate()
  }

  /// Copies a text; up to ``slackBytes`` behind it are written as well.
  @inline(__always)
  func copy(_ piece: Piece, to target: UnsafeMutablePointer<UInt8>) {
    let source = unsafe UnsafeRawPointer(memory + Int(piece.offset))
    let target = UnsafeMutableRawPointer(target)
    var done = 0
    // The first sixteen bytes are copied in any case: most texts are no longer.
    repeat {
      let sixteen = unsafe source.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: sixteen, toByteOffset: done, as: SIMD16<UInt8>.self)
      done += 16
    } while done < Int(piece.count)
  }
}
