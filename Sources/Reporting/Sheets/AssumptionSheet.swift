import CallOff
import Pipeline
import Policy
import Quantities

/// The sheet of assumptions: every parameter in force, and every assumed one by the NT$ at stake.
enum AssumptionSheet {
  static let key = "assumptions"
  /// The key of the list of parameters; facts are named by policy key.
  static let policyKey = "policy"

  static func sheet(of run: CaseRun, _ register: AssumptionRegister) -> ReportSheet {
    ReportSheet(
      key, name: Phrase("Assumptions", "假設登錄"),
      title: Phrase("Assumptions and parameters", "假設與參數"),
      summary: Phrase(
        "Every assumed value, ranked by the NT$ at stake, and every parameter with its source",
        "各項假設（依影響金額排序）及全部參數之依據"), tab: .policy,
      blocks: [
        .note(
          ReportNote(
            Phrase(
              "At stake: the largest less the smallest result over the value and its alternatives,"
                + " one parameter varied at a time, with bids and orders as they are.",
              "影響金額：該值與各替代值結果之最大與最小差額；一次僅變動一項，投標與訂單維持不變。"),
            kind: .assumption)),
        .table(registerTable(register)),
        .heading(Phrase("What every alternative comes to", "各替代值之結果")),
        .table(alternativeTable(register)),
        .heading(Phrase("Parameters in force", "適用之參數")),
        .facts(parameters(of: run)),
        .heading(Phrase("What formulas count with", "公式所用之常數")),
        .facts(FormulaConstants.list(of: run)),
        .heading(Phrase("Readings without a parameter", "未設參數之解讀")),
        .table(fixedReadings),
      ])
  }

  private static func registerTable(_ register: AssumptionRegister) -> ReportTable {
    var table = ReportTable(
      "assumption_register",
      columns: [
        .identifier("key", Phrase("parameter", "參數")),
        .text("meaning", Phrase("meaning", "意義"), width: .characters(32)),
        .text("value", Phrase("assumed value", "假設值")),
        .money("stake", Phrase("NT$ at stake", "影響金額")),
        .text("measure", Phrase("measured in", "衡量標的"), width: .characters(18)),
        .money("smallest", Phrase("smallest", "最小")),
        .money("largest", Phrase("largest", "最大")),
        .text("citation", Phrase("what it rests on", "假設依據"), width: .characters(48)),
      ],
      emptyNotice: Phrase("No assumed value is in force.", "無假設值。"))
    for entry in register.entries {
      let amounts = entry.outcomes.compactMap(\.amount)
      table.append([
        .text(entry.key.rawValue), .phrase(entry.meaning), .text(entry.entry.value.text),
        Cell.money(entry.stake).computed(by: Formula("={largest}-{smallest}")),
        .phrase(entry.measure.phrase), .money(amounts.min() ?? .zero),
        .money(amounts.max() ?? .zero), .text(entry.entry.citation.text),
      ])
    }
    return table
  }

  private static func alternativeTable(_ register: AssumptionRegister) -> ReportTable {
    var table = ReportTable(
      "assumption_alternatives",
      columns: [
        .identifier("key", Phrase("parameter", "參數")), .text("value", Phrase("value", "值")),
        .text("use", Phrase("use", "採用")), .money("amount", Phrase("result", "結果")),
        .text("measure", Phrase("measured in", "衡量標的"), width: .characters(18)),
      ], frozenColumnCount: 2)
    for entry in register.entries {
      for (index, outcome) in entry.outcomes.enumerated() {
        table.append(
          [
            .text(entry.key.rawValue), .text(outcome.value.text),
            .phrase(index == 0 ? Phrase("in force", "採用") : Phrase("alternative", "替代")),
            outcome.amount.map { .money($0) }
              ?? .phrase(Phrase("cannot be applied", "無法適用")),
            .phrase(entry.measure.phrase),
          ], style: index == 0 ? .good : .normal)
      }
    }
    return table
  }

  /// Every parameter with its basis and citation; formulas elsewhere refer to these cells.
  private static func parameters(of run: CaseRun) -> FactList {
    var facts: [FactList.Fact] = []
    let showsOrders = run.orderReview?.isWorthASheet == true
    for key in PolicyKey.allCases
    where (run.screening != nil || !key.isOfScreening) && (showsOrders || !key.isOfOrders) {
      if let fact = parameter(key, of: run.policy) {
        facts.append(PolicyCells.changeable(fact, of: key))
      }
    }
    return FactList(policyKey, facts: facts)
  }

  /// A parameter with its basis and citation; `nil` where the policy has none.
  static func parameter(_ key: PolicyKey, of policy: PolicyView) -> FactList.Fact? {
    guard let entry = try? policy.entry(for: key) else { return nil }
    let from = entry.from.map { Phrase(" from \($0)", "，自 \($0) 起") } ?? Phrase(verbatim: "")
    return FactList.Fact(
      key.rawValue, Phrase(verbatim: key.rawValue), entry.value.cell,
      remark: Phrase(
        "\(entry.basis.phrase.english)\(from.english): \(entry.citation.text)",
        "\(entry.basis.phrase.traditionalChinese)\(from.traditionalChinese)："
          + entry.citation.text))
  }

  /// The names that formulas on other sheets use.
  static func definedNames(of run: CaseRun) -> [ReportDocument.DefinedName] {
    PolicyCells.names(of: parameters(of: run)) + FormulaConstants.names(of: run)
  }

  /// Assumptions that are readings of a rule rather than values; none of them is varied.
  private static var fixedReadings: ReportTable {
    var table = ReportTable(
      "fixed_readings",
      columns: [
        .text("reading", Phrase("reading", "解讀"), width: .characters(90))
      ], frozenColumnCount: 0)
    let readings = [
      Phrase(
        "A bid above the published reserve price is not negotiated.",
        "超過公告底價之標不予減價或議價。"),
      Phrase(
        "An item's bid is read as a total against its own reserve price (80 %), with the 70 %"
          + " comparisons beside it, and every such bid is flagged.",
        "以品項標價為總標價與其底價（80%）比較，並列 70% 之比較；凡低於者均予列示。"),
      Phrase("There is no reserve list of winners.", "不列備取廠商。"),
      Phrase(
        "The performance period is read as the contract's own end; fees fall due on the day after.",
        "履約期限解為契約迄日；作業服務費於次日應繳。"),
      Phrase(
        "A cancelled order accrues on its order date and reverses on the date of the ruling; an order"
          + " whose return is pending does not accrue.",
        "取消之訂單於訂購日計列、於裁定日沖回；退件待裁定者不計列。"),
      Phrase(
        "In the calendar, products are listed for the contract's period.",
        "採購行事曆以契約期間為產品上架期間。"),
      Phrase(
        "A price for another term is carried to the item's term pro rata by months.",
        "期間不同之價格按月比例換算。"),
    ]
    for reading in readings { table.append([.phrase(reading)]) }
    return table
  }
}

extension AssumptionRegister.Entry {
  /// What the parameter means; its name where the policy does not say.
  fileprivate var meaning: Phrase { description ?? Phrase(verbatim: key.rawValue) }
}

extension AssumptionRegister.Measure {
  /// The measure in words.
  var phrase: Phrase {
    switch self {
    case .awardedSum: Phrase("awarded sum", "契約價合計")
    case .reserveSum: Phrase("sum of reserve prices", "底價合計")
    case .netFee: Phrase("net service fee", "作業服務費淨額")
    }
  }
}

extension PolicyValue {
  /// The value as a cell: a number where it is one.
  fileprivate var cell: Cell {
    switch self {
    case .share(let share): .decimal(share.value)
    case .rate(let rate): .decimal(rate.value)
    case .integer(let number): .integer(number)
    case .money(let money): .money(money)
    case .choice, .absent, .names, .period: .text(text)
    }
  }
}
