import Foundation
import TestSupport
import Testing

/// Books of made-up cases under policies that differ in everything: another spreadsheet program comes
/// to the same values in every formula, and `verify` finds its copies as they were written.
@Suite(.enabled(if: LibreOffice.isAvailable, "LibreOffice or unzip is not installed"))
struct GeneratedBookTests {
  private static let policies: [[String]] = [
    [],
    ["reserve.combine=median", "award.rounding=floor", "award.tie=include-all", "fee.base=net-of"],
    ["reserve.combine=quantile", "reserve.quantile=0.25", "award.base=submitted", "fee.cap=500"],
    ["reserve.combine=weighted-mean", "reserve.weights.agency=0.5", "fee.mode=marginal"],
    ["reserve.combine=agency", "award.rounding=ceiling", "award.tie=exclude-all"],
    ["reserve.combine=market", "award.contract_price=match-lowest", "fee.rounding=floor"],
    ["reserve.outlier_z=1.2", "award.cutoff_share=0.65", "fee.rounding=ceiling"],
    ["reserve.rounding_unit=100", "award.cutoff_share=0.5", "fee.tier_by=quantity"],
    ["reserve.minimum_effective_sources=14", "award.lot_seed=5", "award.minimum_winners=3"],
    [
      "reserve.tax_rate=0.1", "reserve.fee_uplift=0.011", "award.cutoff_share=1",
      "fee.mode=marginal", "fee.base=net-of", "fee.tier_by=quantity",
    ],
  ]

  @Test func everyFormulaComesToTheSameElsewhere() throws {
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for (index, policy) in Self.policies.enumerated() {
      let made = try Program.run(
        [
          "generate", "case-\(index)", "--items", "\(8 + index % 3)", "--vendors", "12",
          "--evidence", "120", "--bids", "60", "--orders", "60", "--seed", "\(index + 1)",
          "--quiet",
        ], in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let book = "book-\(index).xlsx"
      let language = index.isMultiple(of: 2) ? "en" : "zh-Hant"
      let run = try Program.run(
        ["run", "case-\(index)", "--workbook", book, "--language", language, "--quiet"]
          + policy.flatMap { ["--set", $0] }, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      paths.append(folder.path(book))
    }
    let scratch = try ScratchFolder()
    let copies = try LibreOffice.convert(paths, to: "xlsx", in: scratch)
    for (index, comparison) in try LibreOffice.compare(paths, with: copies).enumerated() {
      #expect(comparison.formulaCount > 4_000, "\(index)")
      #expect(
        comparison.differences.map(\.description) == [], "\(index) \(Self.policies[index])")
    }
    // Recomputing takes as long as making a book, so a few stand for all.
    for (index, copy) in copies.enumerated() where index.isMultiple(of: 4) {
      let verified = try Program.run(["verify", copy], in: folder)
      #expect(verified.status == 0, "\(index): \(verified.output) \(verified.errors)")
    }
  }
}
