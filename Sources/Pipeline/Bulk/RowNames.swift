/// Where the names of a row of bids lie.
public struct RowNames: BitwiseCopyable, Sendable {
  /// Where the item's name begins; below 0 for texts that are put aside.
  @usableFromInline let itemStart: Int32
  @usableFromInline let itemEnd: Int32
  @usableFromInline let vendorStart: Int32
  @usableFromInline let vendorEnd: Int32

  /// Notes where the names are.
  ///
  /// - Parameters:
  ///   - item: Where the item's name lies, below 2³¹.
  ///   - vendor: Where the vendor's name lies.
  ///   - isAside: Whether the names are among the texts put aside, whose characters may need care when
  ///     they are written, rather than in the table's own bytes.
  @inlinable
  public init(item: Range<Int>, vendor: Range<Int>, isAside: Bool) {
    let start = Int32(truncatingIfNeeded: item.lowerBound)
    itemStart = isAside ? ~start : start
    itemEnd = Int32(truncatingIfNeeded: item.upperBound)
    vendorStart = Int32(truncatingIfNeeded: vendor.lowerBound)
    vendorEnd = Int32(truncatingIfNeeded: vendor.upperBound)
  }

  /// Whether the names are among the texts put aside.
  @inlinable
  public var isAside: Bool { itemStart < 0 }

  /// Where the item's name lies.
  @inlinable
  public var item: Range<Int> {
    let start = Int(isAside ? ~itemStart : itemStart)
    return start..<max(start, Int(itemEnd))
  }

  /// Where the vendor's name lies.
  @inlinable
  public var vendor: Range<Int> {
    let start = Int(vendorStart)
    return start..<max(start, Int(vendorEnd))
  }

  /// Where both names lie with a single byte between them, which separates them in the table; `nil`
  /// where they do not lie so.
  @inlinable
  public var pair: Range<Int>? {
    guard itemStart >= 0, vendorStart == itemEnd &+ 1, itemStart < itemEnd,
      vendorStart < vendorEnd
    else { return nil }
    return Int(itemStart)..<Int(vendorEnd)
  }
}
