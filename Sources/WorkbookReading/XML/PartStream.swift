import Foundation

/// The bytes of a part as the XML parser pulls them, refused before the parser sees what it would
/// take too much time or reach outside for.
///
/// A workbook has no document type, and without one there are no entities but the five of XML.
@safe final class PartStream: InputStream {
  private let reader: ZipEntryReader
  /// Why reading ended early.
  private(set) var failure: WorkbookReadingError?
  private var isAtStart = true
  private var gap = 0
  private var matched = 0

  private static let documentType = Array("<!DOCTYPE".utf8)

  init(_ reader: ZipEntryReader) {
    self.reader = reader
    super.init(data: Data())
  }

  override func open() {}
  override func close() {}
  override var hasBytesAvailable: Bool { failure == nil }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    guard failure == nil else { return 0 }
    do throws(WorkbookReadingError) {
      let count = unsafe try reader.read(
        into: UnsafeMutableRawBufferPointer(start: buffer, count: maxLength))
      try unsafe check(Span(_unsafeStart: buffer, count: count))
      return count
    } catch {
      // An end, not an error: Foundation would ask a stream below for its own error, and trap.
      failure = error
      return 0
    }
  }

  private func check(_ bytes: Span<UInt8>) throws(WorkbookReadingError) {
    if isAtStart, bytes.count > 0 {
      isAtStart = false
      try checkDeclaration(bytes)
    }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        gap = 0
        matched = 1
        continue
      }
      gap += 1
      if matched > 0 {
        matched = byte == PartStream.documentType[matched] ? matched + 1 : 0
        guard matched < PartStream.documentType.count else {
          throw .broken(reader.entry.name, "has a document type, which may declare entities")
        }
      }
      guard gap <= WorkbookReadingLimits.markupGapBytes else {
        throw .broken(reader.entry.name, "has a tag or a text that does not end")
      }
    }
  }

  /// Holds the part to UTF-8, in which the bytes that are looked for mean what they seem to.
  private func checkDeclaration(_ bytes: Span<UInt8>) throws(WorkbookReadingError) {
    var head = (0..<min(bytes.count, 300)).map { bytes[$0] }[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    guard head.first == UInt8(ascii: "<") else {
      throw .broken(reader.entry.name, "is not XML in UTF-8")
    }
    guard head.starts(with: Array("<?xml".utf8)) else { return }
    let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
      .lowercased()
    guard let encoding = declaration.firstRange(of: "encoding") else { return }
    let name = declaration[encoding.upperBound...].drop { " \t\r\n='\"".contains($0) }
    guard ["utf-8", "utf8", "us-ascii"].contains(where: name.hasPrefix) else {
      throw .broken(reader.entry.name, "is not XML in UTF-8")
    }
  }
}
