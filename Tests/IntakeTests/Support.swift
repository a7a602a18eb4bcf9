import CallOff
import Foundation
import Pipeline
import Policy
import Pricing
import Quantities

@testable import Intake

/// The project's folder, for files that tests share with users.
let projectFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path()

/// Reads a table from text; a broken one gives `nil`.
func table(_ text: String, file: String = "t.csv") -> (CSVTable?, Diagnostics) {
  var diagnostics = Diagnostics()
  let table = CSVReader.read(Array(text.utf8), file: file, diagnostics: &diagnostics)
  return (table, diagnostics)
}

/// The error lines of a table's text, decoded as the table it is.
func errors(_ name: TableName, _ text: String, _ known: KnownNames = KnownNames()) -> [String] {
  var diagnostics = Diagnostics()
  let file = name.fileName
  let read = CSVReader.read(Array(text.utf8), file: file, diagnostics: &diagnostics)
  if let read, let bound = BoundTable(read, TableSchema.of(name), diagnostics: &diagnostics) {
    decode(bound, known, &diagnostics)
  }
  return diagnostics.errorLines
}

/// Decodes a table for its errors alone.
func decode(_ bound: BoundTable, _ known: KnownNames, _ diagnostics: inout Diagnostics) {
  var first = FirstPlaces<EvidenceID>()
  switch bound.schema.table {
  case .items: _ = bound.items(&diagnostics)
  case .historicalAwards: _ = bound.evidence(.historical, known, first: &first, &diagnostics)
  case .agencyPrices: _ = bound.evidence(.agency, known, first: &first, &diagnostics)
  case .marketQuotes: _ = bound.evidence(.market, known, first: &first, &diagnostics)
  case .demand: _ = bound.demand(known, &diagnostics)
  case .vendors: _ = bound.vendors(&diagnostics)
  case .products: _ = bound.products(known, &diagnostics)
  case .certificates: _ = bound.certificates(known, &diagnostics)
  case .tests: _ = bound.tests(known, &diagnostics)
  case .securityItems: _ = bound.securityItems(known, &diagnostics)
  case .restrictedBrands: _ = bound.restrictedBrands(&diagnostics)
  case .listings: _ = bound.listings(known, &diagnostics)
  case .priceIndex: _ = bound.priceIndex(&diagnostics)
  case .reserveOverrides: _ = bound.reserveOverrides(known, &diagnostics)
  case .reserves: _ = bound.reserves(&diagnostics)
  case .bids: _ = bound.bids(known, &diagnostics)
  case .rebids: _ = bound.rebids(known, &diagnostics)
  case .reductions: _ = bound.reductions(known, &diagnostics)
  case .orders: _ = bound.orders(known, &diagnostics)
  case .agencies: _ = bound.agencies(&diagnostics)
  case .feeTiers: _ = bound.feeTiers(&diagnostics)
  case .collections: _ = bound.collections(known, &diagnostics)
  case .contracts: _ = bound.contracts(besides: nil, &diagnostics)
  }
}

/// A table of which every column is found by its own heading.
func bound(_ name: TableName, _ text: String) -> BoundTable? {
  var diagnostics = Diagnostics()
  let read = CSVReader.read(Array(text.utf8), file: name.fileName, diagnostics: &diagnostics)
  return read.flatMap { BoundTable($0, TableSchema.of(name), diagnostics: &diagnostics) }
}

/// A folder that lives as long as one test.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String]) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path()
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path).appending(path: name))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A sequence of numbers that is the same in every run (Knuth's MMIX constants).
struct LinearCongruentialGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

/// The same bytes with a few changed, inserted or taken out.
func mutated(_ bytes: [UInt8], _ random: inout LinearCongruentialGenerator) -> [UInt8] {
  let notable: [UInt8] =
    Array("\",\n\r:#-[]{}&*'|> \t0.9".utf8) + [0, 0x7F, 0xC2, 0x80, 0xEF, 0xFF]
  var changed = bytes
  for _ in 0..<Int.random(in: 1...6, using: &random) where !changed.isEmpty {
    let index = Int.random(in: 0..<changed.count, using: &random)
    let byte = notable[Int.random(in: 0..<notable.count, using: &random)]
    switch Int.random(in: 0..<3, using: &random) {
    case 0: changed[index] = byte
    case 1: changed.insert(byte, at: index)
    default: changed.removeSubrange(index..<min(index + 3, changed.count))
    }
  }
  return changed
}

/// A text without its marks `▸`, and where they stood: `LINE:COLUMN`, the marks not counted.
func marked(_ text: String) -> (text: String, places: [String]) {
  var places: [String] = []
  var (line, column) = (1, 1)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "▸": places.append("\(line):\(column)")
    case "\n": (line, column) = (line + 1, 1)
    default: column += 1
    }
  }
  return (text.replacing("▸", with: ""), places)
}
