import Policy
import Reporting
import TestSupport
import Testing

/// The book under every rule: formulas recalculated by LibreOffice give what the engine gives.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"))
struct LivePolicyTests {
  /// Every tie rule with every rounding and base; every mode, measure, base and rounding of fees.
  static let policies: [[PolicyKey: String]] = {
    let roundings = ["half-up", "floor", "ceiling"]
    var awards: [[PolicyKey: String]] = []
    for tie in ["rebid-then-lot", "include-all", "exclude-all"] {
      for rounding in roundings {
        for base in ["valid", "submitted"] {
          awards.append([.awardTie: tie, .awardRounding: rounding, .awardBase: base])
        }
      }
    }
    var fees: [[PolicyKey: String]] = []
    for mode in ["slab", "marginal"] {
      for measure in ["amount", "quantity"] {
        for base in ["gross", "net-of"] {
          for rounding in roundings {
            fees.append([
              .feeMode: mode, .feeTierBy: measure, .feeBase: base, .feeRounding: rounding,
            ])
          }
        }
      }
    }
    let shares = ["0.9", "0.7", "0.85", "0.333", "1"]
    let caps = ["none", "200", "123.45"]
    return fees.indices.map { index in
      var policy = fees[index].merging(awards[index % awards.count]) { first, _ in first }
      policy[.awardCutoffShare] = shares[index % shares.count]
      policy[.awardMinimumWinners] = ["1", "0", "3"][index / 2 % 3]
      policy[.awardContractPrice] = ["own-bid", "match-lowest"][index / 3 % 2]
      policy[.feeCap] = caps[index / 4 % caps.count]
      return policy
    }
  }()

  /// The parameters are typed into the book of the policy as shipped; no lot is drawn.
  @Test func parametersTypedIntoTheBookGiveWhatTheEngineGives() throws {
    let folder = try ScratchFolder()
    let base = try LiveBook(of: SmallCase.full.run(), named: "base", in: folder)
    var expected: [LiveBook] = []
    var edited: [String] = []
    for (index, policy) in Self.policies.enumerated() {
      var small = SmallCase.full
      small.policy = policy
      expected.append(try LiveBook(of: small.run(), named: "expected-\(index)", in: folder))
      edited.append(folder.file("edited-\(index).xlsx"))
      try WorkbookEditor.edit(
        base.path, base.edits(setting: policy), savingAs: edited[index])
    }
    let found = try LibreOffice.convert(edited, to: "xlsx", in: folder)
    for (index, path) in found.enumerated() {
      let differences = try LiveDifferences(
        expected: expected[index], found: Spreadsheet(path: path))
      #expect(differences.formulaCount > 2_000)
      #expect(differences.cells.isEmpty, "\(Self.policies[index]): \(differences.cells.prefix(5))")
    }
  }

  /// Lots that awardsim drew stand in the book, and its formulas come to the same winners.
  @Test func booksWithLotsRecalculateToWhatIsStored() throws {
    let folder = try ScratchFolder()
    var books: [LiveBook] = []
    for (index, policy) in Self.policies.enumerated()
    where policy[.awardTie] == "rebid-then-lot" {
      var small = SmallCase.full
      small.policy = policy
      small.policy[.awardLotSeed] = "7"
      let language: Language = index.isMultiple(of: 2) ? .english : .traditionalChinese
      books.append(
        try LiveBook(of: small.run(), named: "lots-\(index)", in: folder, language: language))
    }
    #expect(books.count >= 6)
    let found = try LibreOffice.convert(books.map(\.path), to: "xlsx", in: folder)
    for (book, path) in zip(books, found) {
      let differences = try LiveDifferences(expected: book, found: Spreadsheet(path: path))
      #expect(differences.cells.isEmpty, "\(differences.cells.prefix(5))")
    }
  }
}
