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

  /// Puts the sheet together.
  ///
  /// - Parameters:
  ///   - run: The case after its stages.
  ///   - formulas: The formulas of both sides of checks, by the checks' names.
  ///   - sheets: The sheets whose formulas are counted.
  /// - Returns: The sheet.
  /// - Throws: `ArithmeticOverflow` when a sum does not fit.
  static func sheet(
    of run: CaseRun, _ formulas: [String: CheckFormulas.Pair], counting sheets: [ReportSheet]
  ) throws(ArithmeticOverflow) -> ReportSheet {
    let checks = try run.checks()
    let counts = FormulaCounts.table(of: sheets)
    return ReportSheet(
      key, name: Phrase("Checks", "檢核"), title: Phrase("Checks", "檢核"),
      summary: Phrase(
        "Numbers that are arrived at apart and have to agree", "以不同方式得出而應相符之數字"),
      tab: .warning, isProtected: true,
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
        .table(table(of: checks, formulas, counts)), .table(counts),
      ])
  }

  private static func table(
    of checks: [RunCheck], _ formulas: [String: CheckFormulas.Pair], _ counts: ReportTable
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
    let difference = Formula("={found}-{expected}")
    for check in checks {
      let gap = check.found.subtractingReportingOverflow(check.expected).partialValue
      table.append(
        [
          .phrase(check.title),
          Cell.integer(check.expected).computed(by: formulas[check.key]?.expected),
          Cell.integer(check.found).computed(by: formulas[check.key]?.found),
          Cell.integer(gap).computed(by: difference),
        ], key: check.key)
    }
    guard !counts.rows.isEmpty else { return table }
    let count = Cell.count(FormulaCounts.total(of: counts))
    table.append(
      [
        .phrase(Phrase("formulas in the tables below", "下列各表之公式數")),
        count.computed(by: FormulaCounts.sum(of: "written")),
        count.computed(by: FormulaCounts.sum(of: "found")),
        Cell.integer(0).computed(by: difference),
      ], key: "formulas")
    return table
  }
}
