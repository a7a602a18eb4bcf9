/// The texts that cells share, kept in one block of bytes.
struct SharedTexts {
  fileprivate var bytes: [UInt8] = []
  fileprivate var ends: [UInt32] = []

  /// A text; `nil` where there is none of this number, counted from 0.
  func text(at index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
  }
}

/// Reads the part with the shared texts.
final class SharedTextsPart: PartReader {
  private let part: String
  private(set) var texts = SharedTexts()
  private var current: String?
  private var isText = false
  private var phoneticDepth = 0

  init(_ part: String) {
    self.part = part
  }

  func start(_ name: String, _ attributes: [String: String]) throws(WorkbookReadingError) {
    switch name {
    case "si": current = ""
    case "rPh": phoneticDepth += 1
    case "t": isText = current != nil && phoneticDepth == 0
    default: break
    }
  }

  func text(_ text: String) throws(WorkbookReadingError) {
    guard isText else { return }
    current?.append(text)
    guard current?.utf8.count ?? 0 <= WorkbookReadingLimits.textLengthBytes else {
      throw WorkbookReadingError(
        "\(part) has a text that is too long",
        expected: "at most \(WorkbookReadingLimits.textLengthBytes) bytes")
    }
  }

  func end(_ name: String) throws(WorkbookReadingError) {
    switch name {
    case "t": isText = false
    case "rPh": phoneticDepth -= 1
    case "si":
      guard texts.ends.count < WorkbookReadingLimits.sharedTextCount else {
        throw .tooMany("texts", limit: WorkbookReadingLimits.sharedTextCount, in: part)
      }
      texts.bytes.append(contentsOf: EscapedText.decoded(current ?? "").utf8)
      // A part is shorter than 4 GiB, and a text is no longer than what the part has of it.
      texts.ends.append(UInt32(clamping: texts.bytes.count))
      current = nil
    default: break
    }
  }
}
