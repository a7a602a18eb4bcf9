import Quantities
import Testing

struct CaseNumberTests {
  /// Cases of the deck (slides 3, 12, 16, 17) with their nominal months of solicitation and tender.
  @Test(
    "The stages of the deck's cases",
    arguments: [
      ("1130206", 113, 6, "2024-04", "2024-09"), ("1140202", 114, 2, "2024-10", "2025-03"),
      ("1140206", 114, 6, "2025-04", "2025-09"), ("1150202", 115, 2, "2025-10", "2026-03"),
      ("1130202", 113, 2, "2023-10", "2024-03"),
    ])
  func deck(text: String, year: Int, sequence: Int, solicitation: String, tender: String) throws {
    let number = try CaseNumber(text: text)
    #expect(number.rocYear == year)
    #expect(number.sequence == sequence)
    #expect(number.description == text)
    let cycle = try #require(number.cycle)
    #expect(cycle.month(of: .solicitation).isoText == solicitation)
    #expect(cycle.month(of: .tender).isoText == tender)
  }

  @Test("All stages of both cycles: Apr May Jun Jul Sep Oct, and Oct Nov Dec Jan Mar Apr")
  func stages() throws {
    let months = { (text: String) in
      let cycle = try CaseNumber(text: text).cycle
      return ProcurementCycle.Stage.allCases.map { cycle?.month(of: $0).isoText }
    }
    #expect(
      try months("1140206") == ["2025-04", "2025-05", "2025-06", "2025-07", "2025-09", "2025-10"])
    #expect(
      try months("1150202") == ["2025-10", "2025-11", "2025-12", "2026-01", "2026-03", "2026-04"])
    #expect(ProcurementCycle.Stage.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6])
  }

  @Test(
    "A sequence that is in no example has no cycle", arguments: ["1140201", "1140203", "1140299"])
  func otherSequences(text: String) throws {
    #expect(try CaseNumber(text: text).cycle == nil)
  }

  @Test(
    "What is no case number is refused",
    arguments: [
      "", "114020", "11402020", "1140302", "0000202", "1140200", "11402a2", "114-202", "+140202",
      "１１４０２０２", "114 0202",
    ])
  func malformed(text: String) {
    #expect(throws: QuantityFormatError.self) { try CaseNumber(text: text) }
  }

  @Test("Early years keep their leading zeros")
  func leadingZeros() throws {
    #expect(try CaseNumber(text: " 0990206 ").description == "0990206")
  }
}
