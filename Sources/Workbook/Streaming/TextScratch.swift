/// Where texts are put before the library takes them: bytes of a cell with a NUL behind them.
@safe
struct TextScratch: ~Copyable {
  private let memory: UnsafeMutablePointer<UInt8>
  /// Longer texts may be too long for a cell, since no character has more UTF-16 units than bytes.
  static let capacity = SheetLimits.textLength

  init() {
    unsafe memory = .allocate(capacity: TextScratch.capacity + 1)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// Puts a text in place that needs no cleaning; see `SheetText`.
  ///
  /// - Parameter text: UTF-8, or what is taken for it.
  /// - Returns: `nil` where the text must go the long way: it is too long, is no UTF-8, or has
  ///   characters that a workbook cannot hold as they are.
  @inline(__always)
  func place(_ text: Span<UInt8>) -> UnsafePointer<CChar>? {
    let count = text.count
    guard count <= TextScratch.capacity else { return nil }
    var high: UInt8 = 0
    var special: UInt8 = 0
    for index in 0..<count {
      let byte = text[index]
      unsafe memory[index] = byte
      high |= byte
      special |= byte < 0x20 || byte == UInt8(ascii: "_") ? 1 : 0
    }
    unsafe memory[count] = 0
    if high & 0x80 != 0 || special != 0 {
      guard TextScratch.isClean(text) else { return nil }
    }
    return unsafe UnsafeRawPointer(memory).assumingMemoryBound(to: CChar.self)
  }

  /// Whether a text is UTF-8 without controls, the beginning of an escape or noncharacters.
  ///
  /// Line feeds and tabs are clean.
  @inline(never)
  private static func isClean(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x09, 0x0A: continue
      case ..<0x20: return false
      case UInt8(ascii: "_") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "x"):
        return false
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      case 0xEF
      where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
        return false
      default: continue
      }
    }
    return (try? UTF8Span(validating: text)) != nil
  }
}
