import Glibc

/// How the text of an input table is encoded; the raw values are what `--encoding` takes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without byte order mark.
  case utf8 = "utf-8"
  /// Big5 in the variant that Taiwanese office software writes, code page 950.
  case big5

  /// The bytes as UTF-8.
  ///
  /// UTF-8 passes unchanged: the table reader checks it, and knows in which field it is broken.
  ///
  /// - Returns: `nil` when the bytes are not in this encoding; each place is reported.
  func utf8(
    from bytes: [UInt8], file: String, diagnostics: inout Diagnostics
  ) -> [UInt8]? {
    switch self {
    case .utf8: return bytes
    case .big5: return utf8FromCodePage950(bytes, file: file, diagnostics: &diagnostics)
    }
  }

  /// A text in this encoding; `nil` when it has a character that the encoding has not.
  func bytes(of text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .big5: return codePage950(from: Array(text.utf8))
    }
  }
}

/// Converts code page 950 with the C library's `iconv`.
///
/// Line breaks, commas and quotation marks are never the second byte of a character in Big5, so a
/// converted table has the lines and fields of the original.
private func utf8FromCodePage950(
  _ bytes: [UInt8], file: String, diagnostics: inout Diagnostics
) -> [UInt8]? {
  let opened = unsafe iconv_open("UTF-8", "CP950")
  // The C library says (iconv_t)-1 where it has no such converter.
  guard let converter = unsafe opened, Int(bitPattern: converter) != -1 else {
    diagnostics.report(
      Diagnostic(
        file: file, line: 1, column: 1, problem: "this system cannot read code page 950",
        expectation: "a C library with the CP950 converter, or a file in UTF-8"))
    return nil
  }
  defer { unsafe _ = iconv_close(converter) }

  var source = bytes
  // No character takes more than three bytes in UTF-8 for one of its own in code page 950.
  var target = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
  var read = 0
  var written = 0
  var cursor = FieldCursor()
  var isSound = true
  while read < source.count {
    let step = unsafe convert(converter, &source, from: read, to: &target, from: written)
    read += step.readCount
    written += step.writtenCount
    if read >= source.count { break }
    isSound = false
    cursor.advance(to: read, in: source)
    diagnostics.report(
      Diagnostic(
        file: file, line: cursor.line, column: cursor.column,
        problem: "the byte 0x\(String(source[read], radix: 16)) starts no Big5 character",
        expectation: "text in code page 950 (Big5)"))
    // Past the broken character, and on: every broken place is reported in one run.
    read += 1
  }
  guard isSound else { return nil }
  target.removeLast(target.count - written)
  return target
}

/// Converts UTF-8 to code page 950; `nil` when a character is not in it.
private func codePage950(from text: [UInt8]) -> [UInt8]? {
  let opened = unsafe iconv_open("CP950", "UTF-8")
  guard let converter = unsafe opened, Int(bitPattern: converter) != -1 else { return nil }
  defer { unsafe _ = iconv_close(converter) }
  var source = text
  var target = [UInt8](repeating: 0, count: text.count * 2 + 16)
  let step = unsafe convert(converter, &source, from: 0, to: &target, from: 0)
  guard step.readCount == text.count else { return nil }
  return Array(target.prefix(step.writtenCount))
}

private func convert(
  _ converter: iconv_t, _ source: inout [UInt8], from read: Int,
  to target: inout [UInt8], from written: Int
) -> (readCount: Int, writtenCount: Int) {
  var sourceLeft = source.count - read
  var targetLeft = target.count - written
  unsafe source.withUnsafeMutableBytes { sourceBuffer in
    unsafe target.withUnsafeMutableBytes { targetBuffer in
      var input = unsafe sourceBuffer.baseAddress.map { base in
        unsafe (base + read).assumingMemoryBound(to: CChar.self)
      }
      var output = unsafe targetBuffer.baseAddress.map { base in
        unsafe (base + written).assumingMemoryBound(to: CChar.self)
      }
      unsafe _ = iconv(converter, &input, &sourceLeft, &output, &targetLeft)
    }
  }
  return (source.count - read - sourceLeft, target.count - written - targetLeft)
}

/// Follows lines and fields through a table that is not parsed yet.
private struct FieldCursor {
  private(set) var line = 1
  private(set) var column = 1
  private var isQuoted = false
  private var offset = 0

  /// Moves forward to a byte.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    while offset < target {
      switch bytes[offset] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: column += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        let isSecondOfPair = bytes[offset] == 10 && offset > 0 && bytes[offset - 1] == 13
        if !isSecondOfPair { line += 1 }
        if !isQuoted { column = 1 }
      default: break
      }
      offset += 1
    }
  }
}
