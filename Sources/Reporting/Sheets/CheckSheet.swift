import Pipeline
import Policy
import Quantities

/// The sheet of checks: numbers that are arrived at apart and have to agree, one row each.
enum CheckSheet {
  static let key = "checks"
  /// The key of the table.
  static let tableKey = "run_checks"
  /// The key of the list that holds the one answer to all checks.
  static let masterKey = "master_check"

  static func sheet(
    of run: CaseRun, _ formulas: [String: CheckFormulas.Pair]
  ) throws(ArithmeticOverflow) -> ReportSheet {
    let checks = try run.checks()
    return ReportSheet(
      key, name: Phrase("Checks", "檢核"), title: Phrase("Checks", "檢核"),
      summary: Phrase(
        "Numbers that are arrived at apart and have to agree", "以不同方式得出而應相符之數字"),
      tab: .warning,
      blocks: [
        .facts(
          FactList(
            masterKey,
            facts: [
              .init(
                "failed", Phrase("checks that do not hold", "不相符之檢核數"),
                Cell.count(checks.count { !$0.holds }).computed(
                  by: Formula(
                    "=COUNTIF(\(Formula.reference(CellRange(tableKey, "difference"))),\"<>0\")")))
            ])),
        .table(table(of: checks, formulas)),
      ])
  }

  private static func table(
    of checks: [RunCheck], _ formulas: [String: CheckFormulas.Pair]
  ) -> ReportTable {
    var table = ReportTable(
      tableKey,
      columns: [
        .text("check", Phrase("what must hold", "應成立事項"), width: .characters(60)),
        .integer("expected", Phrase("expected", "應為")),
        .integer("found", Phrase("found", "實為")),
        .integer("difference", Phrase("difference", "差異")),
      ],
      conditionalFormats: [
        .when(Formula("={difference}<>0"), style: .attention)
      ])
    for check in checks {
      let difference = check.found.subtractingReportingOverflow(check.expected).partialValue
      table.append(
        [
          .phrase(check.title),
          Cell.integer(check.expected).computed(by: formulas[check.key]?.expected),
          Cell.integer(check.found).computed(by: formulas[check.key]?.found),
          Cell.integer(difference).computed(by: Formula("={found}-{expected}")),
        ], key: check.key)
    }
    return table
  }
}
