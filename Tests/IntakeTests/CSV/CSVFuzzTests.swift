import Testing

@testable import Intake

private let sample = #"""
  order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status,ruled_on
  O1,I1,"雲端, 公司",A1,2026-04-02,"1,200",NT$99.50,active,
  O2,I1,"say ""hi""",A2,115/04/03,3,100,cancelled,2026-05-01
  O3,I2,"two
  lines",A1,2026-04-05,7,12.25,return-pending,

  """#

/// Whatever the bytes, reading ends, and what it returns is consistent with itself.
@Test(arguments: [1, 2, 3, 4] as [UInt64]) func brokenTablesAreReportedAndNeverTrap(seed: UInt64) {
  var random = LinearCongruentialGenerator(state: seed)
  let bytes = Array(sample.utf8)
  let lineLimit = bytes.count
  for _ in 0..<500 {
    var diagnostics = Diagnostics()
    let changed = mutated(bytes, &random)
    let read = CSVReader.read(changed, file: "orders.csv", diagnostics: &diagnostics)
    guard let read else {
      #expect(diagnostics.hasErrors)
      continue
    }
    #expect(read.isComplete != diagnostics.hasErrors)
    let lines = (0..<read.rowCount).map { read.line(ofRow: $0) }
    #expect(lines == lines.sorted() && Set(lines).count == lines.count)
    #expect(lines.allSatisfy { $0 > read.headingLine && $0 <= lineLimit })
    if let bound = BoundTable(read, TableSchema.of(.orders), diagnostics: &diagnostics) {
      decode(bound, KnownNames(), &diagnostics)
    }
    #expect(diagnostics.errors.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    #expect(diagnostics.errorLines.allSatisfy { !$0.contains("\n") })
  }
}

@Test func brokenBig5IsReportedAndNeverTraps() {
  var random = LinearCongruentialGenerator(state: 7)
  for _ in 0..<500 {
    var diagnostics = Diagnostics()
    let changed = mutated(Array(sample.utf8), &random)
    let text = TextEncoding.big5.utf8(from: changed, file: "f", diagnostics: &diagnostics)
    #expect((text == nil) == diagnostics.hasErrors)
  }
}
