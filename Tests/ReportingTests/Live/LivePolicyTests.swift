import Policy
import TestSupport
import Testing

/// The book under every rule: formulas recalculated by LibreOffice give what the engine gives.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"))
struct LivePolicyTests {
  private static let ties = ["rebid-then-lot", "include-all", "exclude-all"]
  private static let roundings = ["half-up", "floor", "ceiling"]

  /// Every pair of a tie rule and a rounding, and every pair of two rules of fees.
  static let policies: [[PolicyKey: String]] = (0..<9).map { index in
    let (first, second) = (index / 3, index % 3)
    let isOdd = { (number: Int) in number.isMultiple(of: 2) ? 0 : 1 }
    return [
      .awardTie: ties[first], .awardRounding: roundings[second],
      .awardBase: ["valid", "submitted"][isOdd(index)],
      .awardContractPrice: ["own-bid", "match-lowest"][isOdd(index / 2)],
      .awardMinimumWinners: ["1", "0", "3"][(first + second) % 3],
      .awardCutoffShare: ["0.9", "0.7", "0.85", "0.333", "1"][index % 5],
      .feeRounding: roundings[second],
      .feeMode: ["slab", "marginal"][isOdd(index)],
      .feeTierBy: ["amount", "quantity"][isOdd(first)],
      .feeBase: ["gross", "net-of"][isOdd(index / 2)],
      .feeCap: ["none", "200", "123.45"][(2 * first + second) % 3],
    ]
  }

  /// Each choice of a rule of fees meets each choice of another, and likewise with awards.
  @Test(arguments: [
    [PolicyKey.awardTie, .awardRounding, .awardBase],
    [.feeMode, .feeTierBy, .feeBase, .feeRounding],
  ])
  func everyPairOfRulesIsTried(keys: [PolicyKey]) throws {
    for (index, left) in keys.enumerated() {
      for right in keys[(index + 1)...] {
        let pairs = Set(Self.policies.map { [$0[left], $0[right]] })
        let counts = [left, right].map { key in Set(Self.policies.map { $0[key] }).count }
        #expect(pairs.count == counts[0] * counts[1], "\(left.rawValue) \(right.rawValue)")
      }
    }
  }

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
      try WorkbookEditor.edit(base.path, base.edits(setting: policy), savingAs: edited[index])
    }
    let found = try LibreOffice.convert(edited, to: "xlsx", in: folder)
    for (index, path) in found.enumerated() {
      let (count, differences) = try expected[index].differences(from: base, recalculated: path)
      #expect(count > 3_000)
      #expect(differences.isEmpty, "\(index): \(differences.prefix(4))")
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
    let found = try LibreOffice.convert(books.map(\.path), to: "xlsx", in: folder)
    for (book, path) in zip(books, found) {
      let (_, differences) = try book.differences(from: book, recalculated: path)
      #expect(differences.isEmpty, "\(differences.prefix(4))")
    }
  }
}
