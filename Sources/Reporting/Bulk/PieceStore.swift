import Tendering

/// A short text among others in a ``PieceStore``.
struct Piece: BitwiseCopyable, Sendable {
  var offset: Int32 = 0
  var count: Int32 = 0

  var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
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

  /// Adds a text that others make with a number between them.
  mutating func add(_ before: Piece, _ number: Int?, _ after: Piece) -> Piece {
    let offset = bytes.count
    for place in before.range { bytes.append(bytes[place]) }
    if let number { bytes.append(contentsOf: String(number).utf8) }
    for place in after.range { bytes.append(bytes[place]) }
    return Piece(
      offset: Int32(truncatingIfNeeded: offset),
      count: Int32(truncatingIfNeeded: bytes.count - offset))
  }
}

/// Short texts that are written again and again, sixteen bytes at a time, and the tails made of them.
@safe
final class PieceStore: @unchecked Sendable {
  /// The bytes that a copy may read, or write, behind a text.
  static let slackBytes = 48
  /// Ranks below have texts of their own.
  static let rankLimit = 64

  private let memory: UnsafeMutablePointer<UInt8>
  private let tails: UnsafeMutablePointer<AwardLineForm.Tail>
  private let ranked: UnsafeMutablePointer<Piece>
  private static let rankedCount = rankLimit * PackedVerdict.kindCount

  /// - Parameters:
  ///   - bytes: The texts.
  ///   - tails: One for each kind of verdict.
  ///   - ranked: For each verdict with a rank below ``rankLimit``, or none, by its bits, what stands
  ///     from the price to the end of the middle; empty where there is no such verdict.
  init(_ bytes: [UInt8], tails: [AwardLineForm.Tail], ranked: [Piece] = []) {
    let count = bytes.count
    unsafe memory = .allocate(capacity: count + PieceStore.slackBytes)
    unsafe memory.initialize(repeating: 0, count: count + PieceStore.slackBytes)
    for (index, byte) in bytes.enumerated() { unsafe memory[index] = byte }
    // One for each kind of verdict, whatever is given.
    unsafe self.tails = .allocate(capacity: PackedVerdict.kindCount)
    for kind in 0..<PackedVerdict.kindCount {
      unsafe (self.tails + kind).initialize(to: kind < tails.count ? tails[kind] : .init())
    }
    unsafe self.ranked = .allocate(capacity: PieceStore.rankedCount)
    for place in 0..<PieceStore.rankedCount {
      unsafe (self.ranked + place).initialize(
        to: place < ranked.count ? ranked[place] : Piece())
    }
  }

  /// The tail of a kind of verdict.
  @inline(__always)
  func tail(_ verdict: PackedVerdict) -> AwardLineForm.Tail { unsafe tails[verdict.kind & 31] }

  /// What stands from the price to the end of the middle; empty where that is not prepared.
  @inline(__always)
  func ranked(_ verdict: PackedVerdict) -> Piece {
    let place = Int(verdict.rawValue)
    return place < PieceStore.rankedCount ? unsafe ranked[place] : Piece()
  }

  deinit {
    unsafe memory.deallocate()
    unsafe tails.deallocate()
    unsafe ranked.deallocate()
  }

  /// Copies a text; up to ``slackBytes`` behind it are written as well.
  ///
  /// - Parameters:
  ///   - piece: The text.
  ///   - target: Where it goes.
  ///   - most: What most texts are no longer than, at most ``slackBytes``: so many bytes are copied in
  ///     any case, without a branch.
  @inline(__always)
  func copy(_ piece: Piece, to target: UnsafeMutablePointer<UInt8>, most: Int = 16) {
    let source = unsafe UnsafeRawPointer(memory + Int(piece.offset))
    unsafe copyBytes(source, Int(piece.count), to: target, most: most)
  }
}

/// Copies bytes, sixteen at a time.
///
/// - Parameters:
///   - source: The bytes, and as many more as are copied in any case.
///   - count: How many.
///   - target: Where they go, and some more behind them.
///   - most: So many are copied in any case; a multiple of sixteen.
@inline(__always)
func copyBytes(
  _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutablePointer<UInt8>, most: Int
) {
  let target = UnsafeMutableRawPointer(target)
  var done = 0
  while done < most || done < count {
    let sixteen = unsafe source.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self)
    unsafe target.storeBytes(of: sixteen, toByteOffset: done, as: SIMD16<UInt8>.self)
    done += 16
  }
}
