import Foundation
import Policy
import Quantities
import Testing

@testable import WorkbookReading

/// Workbooks of openpyxl and LibreOffice; `Fixtures/generate.py` writes them and what is expected.
@Suite struct FixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  private static let expected: [String: [String: [String: String]]] = {
    let data = try? Data(contentsOf: folder.appending(path: "expected.json"))
    let decoded = data.flatMap {
      try? JSONDecoder().decode([String: [String: [String: String]]].self, from: $0)
    }
    return decoded ?? [:]
  }()

  private static func reader(_ name: String) throws -> WorkbookReader {
    try WorkbookReader(Array(try Data(contentsOf: folder.appending(path: name))))
  }

  @Test func thereAreFiveWorkbooks() {
    #expect(FixtureTests.expected.count == 5)
  }

  @Test(arguments: expected.keys.sorted())
  func readsEveryCell(_ name: String) throws {
    let reader = try FixtureTests.reader(name)
    let expected = try #require(FixtureTests.expected[name])
    #expect(Set(reader.sheets.map(\.name)) == Set(expected.keys))
    for sheet in reader.sheets {
      var texts: [String: String] = [:]
      for cell in try reader.contents(of: sheet).cells {
        if case .error(let error) = cell.value {
          texts["\(cell.reference)"] = "error \(error)"
        } else {
          texts["\(cell.reference)"] = try cell.plainText(reader.dateSystem)
        }
      }
      #expect(texts == expected[sheet.name])
    }
  }

  @Test(arguments: [
    "openpyxl-1900.xlsx", "openpyxl-1904.xlsx", "libreoffice-1900.xlsx", "libreoffice-1904.xlsx",
  ])
  func statesWhatIsHiddenAndMerged(_ name: String) throws {
    let reader = try FixtureTests.reader(name)
    #expect(reader.dateSystem == (name.contains("1904") ? .from1904 : .from1900))
    #expect(reader.sheets.map(\.visibility) == [.visible, .hidden])
    let values = try reader.contents(of: reader.sheets[0])
    #expect(values.features.mergedRanges.map(\.description) == ["H1:H3"])
    let hidden = values.cells.filter(\.isHidden).map(\.reference)
    let expected = values.cells.map(\.reference).filter { $0.row == 5 || $0.column == 4 }
    #expect(hidden == expected)
    #expect(!hidden.isEmpty)
  }

  @Test func keepsFormulasBesideTheirResults() throws {
    let reader = try FixtureTests.reader("libreoffice-formulas.xlsx")
    let formulas = try reader.contents(of: reader.sheets[0]).cells
      .reduce(into: [String: String]()) { $0["\($1.reference)"] = $1.formula?.text }
    #expect(
      formulas == [
        "B1": "A1*1.1", "B2": "A2*1.1", "B3": "A3*1.1", "B4": "A4*1.1", "B5": "A5*1.1",
        "C1": "SUM(A1:A5)", "C2": "1/0", "C3": "\"合計：\"&C1",
      ])
  }
}
