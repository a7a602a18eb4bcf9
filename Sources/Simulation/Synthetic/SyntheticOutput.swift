/// Takes the next bytes of a file of a synthetic case; called with the files in turn.
public typealias SyntheticCaseSink = (_ file: String, _ bytes: [UInt8]) throws -> Void

/// The files of a synthetic case, each with the text that has not been handed on yet.
struct SyntheticOutput {
  private var texts = SyntheticFile.allCases.map { CSVText(delimiter: $0.delimiter) }

  /// Bytes of one file that are collected before they are handed on.
  private static let chunkLength = 1 << 16

  /// Creates the files with their headings.
  init() {
    for file in SyntheticFile.allCases {
      guard let table = SyntheticTable.of(file) else { continue }
      for field in table.fields { self[file].add(field.name) }
      self[file].endRow()
    }
  }

  /// The text of one file.
  subscript(file: SyntheticFile) -> CSVText {
    get { texts[file.rawValue] }
    _modify { yield &texts[file.rawValue] }
  }

  /// Hands on the files that have collected enough; all of them at the end.
  mutating func flush(isAtEnd: Bool = false, to sink: SyntheticCaseSink) throws {
    let least = isAtEnd ? 1 : SyntheticOutput.chunkLength
    for file in SyntheticFile.allCases where self[file].bytes.count >= least {
      try sink(file.name, self[file].take())
    }
  }
}
