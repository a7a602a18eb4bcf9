/// The physical line of a row that begins at an offset.
struct CSVLineMark {
  let offset: Int
  let line: Int
}

/// Walks through the bytes of a CSV file, row by row.
///
/// A field with doubled quotation marks is made plain in place, so a field is always one range of
/// ``bytes``.
struct CSVScanner {
  private(set) var bytes: [UInt8]
  let file: String
  /// Ranges of the fields of all kept rows, then of the row at hand.
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var rowLines: [UInt32] = []
  /// The lines of each field, for rows that embedded line breaks spread over several lines.
  private(set) var spreadRowLines: [Int: [UInt32]] = [:]
  /// Whether the row at hand has an error.
  private(set) var isRowFaulty = false
  private(set) var isComplete = true

  private var position: Int
  private var line = 1
  private var rowStart = 0
  private var fieldLines: [UInt32] = []
  private var width = 0
  /// Where rows that stand elsewhere in the file begin.
  private let lineMarks: [CSVLineMark]
  private var nextMark = 0

  init(_ bytes: [UInt8], from start: Int, file: String, lineMarks: [CSVLineMark] = []) {
    self.bytes = bytes
    self.file = file
    self.lineMarks = lineMarks
    position = start
  }

  /// The texts of the row at hand.
  var rowTexts: [String] {
    (rowStart..<starts.count).map { index in
      let range = CSVTable.trimmed(Int(starts[index])..<Int(ends[index]), in: bytes)
      return String(decoding: bytes[range], as: UTF8.self)
    }
  }

  /// Goes on behind the headings.
  mutating func keepHeadings(count: Int, line: Int) {
    width = count
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    // A row of average shape fixes the capacity well enough.
    let expectedRowCount = bytes.count / max(position, 1)
    starts.reserveCapacity(expectedRowCount * count)
    ends.reserveCapacity(expectedRowCount * count)
  }

  /// Keeps the row at hand when it has as many fields as there are headings.
  mutating func keepRow(line: Int, _ diagnostics: inout Diagnostics) {
    let count = starts.count - rowStart
    if !isRowFaulty, count == width {
      if self.line > line + 1, fieldLines.contains(where: { $0 != UInt32(line) }) {
        spreadRowLines[rowLines.count] = fieldLines
      }
      rowLines.append(UInt32(line))
      return
    }
    if !isRowFaulty {
      let column = min(count, width) + 1
      let lineOfField = count > width ? Int(fieldLines[width]) : Int(fieldLines[count - 1])
      diagnostics.report(
        Diagnostic(
          file: file, line: lineOfField, column: column,
          problem: "the row has \(count) field\(count == 1 ? "" : "s")",
          expectation: "\(width), as many as there are headings"))
    }
    isComplete = false
    starts.removeLast(count)
    ends.removeLast(count)
  }

  /// Reads the next row that is not blank.
  ///
  /// - Returns: The physical line it starts on; `nil` at the end of the file.
  mutating func scanRow(_ diagnostics: inout Diagnostics) -> Int? {
    while position < bytes.count {
      if nextMark < lineMarks.count, position == lineMarks[nextMark].offset {
        line = lineMarks[nextMark].line
        nextMark += 1
      }
      let rowLine = line
      let rowOffset = position
      rowStart = starts.count
      fieldLines.removeAll(keepingCapacity: true)
      isRowFaulty = false
      while scanField(&diagnostics) {}
      let isBlank =
        starts.count == rowStart + 1 && bytes[rowOffset] != CSVByte.quote
        && CSVTable.trimmed(Int(starts[rowStart])..<Int(ends[rowStart]), in: bytes).isEmpty
      if !isBlank || isRowFaulty { return rowLine }
      starts.removeLast()
      ends.removeLast()
    }
    return nil
  }

  /// Reads one field and what ends it.
  ///
  /// - Returns: Whether another field follows in the row.
  private mutating func scanField(_ diagnostics: inout Diagnostics) -> Bool {
    let fieldLine = line
    if fieldLines.count <= CSVLimits.fieldsPerRow { fieldLines.append(UInt32(fieldLine)) }
    let isQuoted = position < bytes.count && bytes[position] == CSVByte.quote
    let (range, hasWideCharacters) =
      isQuoted ? scanQuoted(&diagnostics) : scanPlain(&diagnostics)
    // Fields beyond the bound are passed over, so that a row of commas takes no memory.
    if starts.count - rowStart <= CSVLimits.fieldsPerRow {
      starts.append(UInt32(range.lowerBound))
      ends.append(UInt32(range.upperBound))
      check(range, hasWideCharacters, line: fieldLine, &diagnostics)
    }
    guard position < bytes.count else { return false }
    if bytes[position] == CSVByte.comma {
      position += 1
      return true
    }
    passLineBreak()
    return false
  }

  private mutating func scanPlain(
    _ diagnostics: inout Diagnostics
  ) -> (Range<Int>, hasWideCharacters: Bool) {
    let start = position
    var hasWideCharacters = false
    var isFaulty = false
    while position < bytes.count {
      let byte = bytes[position]
      // Letters, digits and most signs lie above the comma: one comparison passes them.
      if byte > CSVByte.comma, byte < 0x7F {
        position += 1
        continue
      }
      if byte == CSVByte.comma || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        break
      }
      if byte >= 0x80 { hasWideCharacters = true }
      if !isFaulty, byte == CSVByte.quote || CSVByte.isControl(byte) {
        isFaulty = true
        byte == CSVByte.quote
          ? fault("a quotation mark inside an unquoted field", CSVByte.quoting, &diagnostics)
          : faultControl(byte, &diagnostics)
      }
      position += 1
    }
    return (start..<position, hasWideCharacters)
  }

  private mutating func scanQuoted(
    _ diagnostics: inout Diagnostics
  ) -> (Range<Int>, hasWideCharacters: Bool) {
    let openingLine = line
    position += 1
    let start = position
    var end = position
    var hasWideCharacters = false
    var isFaulty = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == CSVByte.quote {
        let isDoubled = position + 1 < bytes.count && bytes[position + 1] == CSVByte.quote
        guard isDoubled else {
          position += 1
          passTextBehindQuote(&diagnostics)
          return (start..<end, hasWideCharacters)
        }
        position += 1
      } else if byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        let breakStart = position
        passLineBreak()
        // Both bytes of a CR LF belong to the text.
        for index in breakStart..<position {
          bytes[end] = bytes[index]
          end += 1
        }
        continue
      } else if byte >= 0x80 {
        hasWideCharacters = true
      } else if CSVByte.isControl(byte), !isFaulty {
        isFaulty = true
        faultControl(byte, &diagnostics)
      }
      bytes[end] = bytes[position]
      end += 1
      position += 1
    }
    fault(
      "a quotation mark that opens here is never closed",
      "a closing quotation mark before the end of the file", line: openingLine, &diagnostics)
    return (start..<end, hasWideCharacters)
  }

  private mutating func passTextBehindQuote(_ diagnostics: inout Diagnostics) {
    var isFaulty = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == CSVByte.comma || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn {
        return
      }
      if !isFaulty {
        isFaulty = true
        fault("text behind a closing quotation mark", CSVByte.quoting, &diagnostics)
      }
      position += 1
    }
  }

  /// Passes CR LF, LF or CR; each is one physical line.
  private mutating func passLineBreak() {
    let isPair =
      bytes[position] == CSVByte.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == CSVByte.lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  private mutating func check(
    _ range: Range<Int>, _ hasWideCharacters: Bool, line: Int, _ diagnostics: inout Diagnostics
  ) {
    let number = starts.count - rowStart
    if range.count > CSVLimits.fieldLengthBytes {
      fault(
        "the field has \(range.count) bytes", "at most \(CSVLimits.fieldLengthBytes)",
        line: line, column: number, &diagnostics)
    }
    if number == CSVLimits.fieldsPerRow + 1 {
      fault(
        "the row has more than \(CSVLimits.fieldsPerRow) fields", "fewer fields",
        line: line, column: number, &diagnostics)
    }
    guard hasWideCharacters else { return }
    if let invalid = CSVByte.firstInvalidUTF8(in: bytes, range) {
      fault(
        "the byte 0x\(String(bytes[invalid], radix: 16)) is not valid UTF-8",
        "UTF-8, or Big5 with --encoding big5", line: line, column: number, &diagnostics)
    } else if CSVByte.hasWideControl(in: bytes, range) {
      fault(
        "the field holds a control character (U+0080 to U+009F)", "text without control characters",
        line: line, column: number, &diagnostics)
    }
  }

  private mutating func faultControl(_ byte: UInt8, _ diagnostics: inout Diagnostics) {
    let digits = String(byte, radix: 16, uppercase: true)
    let name = byte == 0 ? "NUL" : "U+00" + (digits.count < 2 ? "0" : "") + digits
    fault(
      "the field holds a control character (\(name))", "text without control characters",
      &diagnostics)
  }

  /// Reports an error at the field at hand, which is not yet among the ranges.
  private mutating func fault(
    _ problem: String, _ expectation: String, line: Int? = nil, column: Int? = nil,
    _ diagnostics: inout Diagnostics
  ) {
    isRowFaulty = true
    isComplete = false
    diagnostics.report(
      Diagnostic(
        file: file, line: line ?? self.line, column: column ?? starts.count - rowStart + 1,
        problem: problem, expectation: expectation))
  }
}
