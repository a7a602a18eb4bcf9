import Quantities

/// The text of a CSV file as it grows (RFC 4180, lines ending in LF).
struct CSVText: Sendable {
  /// What stands between two fields.
  let delimiter: UInt8
  /// What has not been taken yet.
  private(set) var bytes: [UInt8] = []
  private var isRowStarted = false

  init(delimiter: UInt8 = UInt8(ascii: ",")) {
    self.delimiter = delimiter
  }

  /// Adds a text field, quoted where it has to be.
  mutating func add(_ text: String) {
    startField()
    let special: (UInt8) -> Bool = { [delimiter] byte in
      byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard text.utf8.contains(where: special) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds an amount, or an empty field.
  mutating func add(_ amount: Money?) { add(amount?.decimalText ?? "") }

  /// Adds a date, or an empty field.
  mutating func add(_ day: Day?) { add(day?.isoText ?? "") }

  /// Adds a whole number, or an empty field.
  mutating func add(_ number: Int64?) { add(number.map { String($0) } ?? "") }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isRowStarted = false
  }

  /// Adds text as it is: a file that is no table.
  mutating func addVerbatim(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Hands over what has been written so far.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func startField() {
    if isRowStarted { bytes.append(delimiter) }
    isRowStarted = true
  }
}
