import CallOff
public import Pipeline
public import Policy
public import Quantities
import Simulation

/// The workbook that a committee reviews, as a document: every stage of a run with what it rests on.
public enum CaseReport {
  /// Puts the document together.
  ///
  /// - Parameters:
  ///   - run: The case after every stage that it has the tables for.
  ///   - language: The language of the sheets.
  ///   - simulation: A simulation of the same case, whose sheets come before the others.
  ///   - record: What the workbook carries of how it was made, on its last sheet.
  ///   - limits: Up to how many rows of bids and orders the book holds formulas.
  /// - Returns: The document, its sheets in the order of the pipeline.
  /// - Throws: `ArithmeticOverflow` when a total does not fit.
  public static func document(
    of run: CaseRun, language: Language, simulation: SimulationReport? = nil,
    record: InputRecord? = nil, limits: FormulaLimits = .standard
  ) throws(ArithmeticOverflow) -> ReportDocument {
    let register = AssumptionRegister(of: run)
    let live = try LiveStages(of: run, limits: limits)
    var sheets = [
      CoverSheet.sheet(of: run, register), CoverSheet.contents,
      try SummarySheet.sheet(of: run, register, live.figures),
    ]
    let cutoff = try cutoff(of: run)
    if let cutoff { sheets.append(CutoffSheet.sheet(of: cutoff)) }
    if let simulation { sheets += try simulation.sheets(run) }
    sheets += CalendarSheet.sheets(of: try run.calendar())
    if let screening = run.screening { sheets += screeningSheets(of: screening, run.policy) }
    if let evidence = live.evidence { sheets += reserveSheets(of: evidence) }
    if let tender = run.tender, let awards = live.awards {
      sheets += try awardSheets(of: tender, awards)
      if let cutoff { sheets.append(ShareSheet.sheet(of: cutoff.analysis)) }
    }
    if let fees = live.fees { sheets += try feeSheets(of: fees, run.orderReview) }
    if let review = run.orderReview, review.isWorthASheet {
      sheets.append(OrderRuleSheet.sheet(of: review))
    }
    sheets.append(AssumptionSheet.sheet(of: run, register))
    sheets.append(try CheckSheet.sheet(of: run, live.checks, counting: sheets))
    if let lists = live.lists { sheets.append(lists) }
    if let record { sheets.append(InputRecordSheet.sheet(of: record)) }
    return document(of: run, sheets, live.definedNames, language)
  }

  /// The calendars of cases beside each other, without their pipelines.
  ///
  /// - Parameters:
  ///   - calendar: The calendars.
  ///   - language: The language of the sheets.
  ///   - createdOn: The day that the properties state.
  /// - Returns: A document of the sheets of the calendar alone.
  public static func document(
    of calendar: ProcurementCalendar, language: Language, createdOn: Day
  ) -> ReportDocument {
    let numbers = calendar.calendars.filter { $0.extent == .cycle }.map(\.caseNumber)
    return ReportDocument(
      title: Phrase("Calendar of the procurement cycle", "採購週期行事曆"),
      subject: Phrase(verbatim: numbers.joined(separator: ", ")),
      author: "awardsim", keywords: numbers.map { Phrase(verbatim: $0) }, createdOn: createdOn,
      language: language, sheets: CalendarSheet.sheets(of: calendar))
  }

  /// The reserve prices with their review, and the way back from them to the evidence.
  private static func reserveSheets(of evidence: LiveEvidence) -> [ReportSheet] {
    [
      ReserveSheet.sheet(of: evidence), ReviewSheet.sheet(of: evidence),
      MethodSheet.sheet(of: evidence), MethodPriceSheet.sheet(of: evidence),
      ClassPriceSheet.sheet(of: evidence), EvidenceReviewSheet.sheet(of: evidence),
      EvidenceSheet.sheet(of: evidence), ItemListSheet.sheet(of: evidence.stage),
    ] + [PriceIndexSheet.sheet(of: evidence)].compactMap(\.self)
  }

  /// What enters, and what is published about it.
  private static func screeningSheets(
    of stage: ScreeningStage, _ policy: PolicyView
  ) -> [ReportSheet] {
    var sheets = ScreeningSheet.sheets(of: stage)
    if let list = stage.disclosureList {
      sheets.append(DisclosureSheet.sheet(of: list, domestic: stage.domesticTerritories(policy)))
    }
    return sheets
  }

  /// From bids to awards: the input, then the results, each beside what it is worked out from.
  static func awardSheets(
    of stage: TenderStage, _ awards: AwardWorking
  ) throws(ArithmeticOverflow) -> [ReportSheet] {
    var sheets = [BidInputSheet.sheet(of: awards)]
    if awards.isLive {
      sheets += [ItemCalculationSheet.sheet(of: awards), BidCalculationSheet.sheet(of: awards)]
    }
    return sheets + [
      try ItemAwardSheet.sheet(of: awards), SpreadSheet.sheet(of: stage),
      AwardSheet.sheet(of: awards), ReadingsSheet.sheet(of: stage),
    ]
  }

  /// From orders to fees: the input, then the results, each beside what it is worked out from.
  static func feeSheets(
    of fees: FeeWorking, _ review: OrderReview?
  ) throws(ArithmeticOverflow) -> [ReportSheet] {
    var sheets = [OrderInputSheet.sheet(of: fees), FeeInputSheet.sheet(of: fees)]
    if fees.isLive {
      sheets += [OrderCalculationSheet.sheet(of: fees), FeeCalculationSheet.sheet(of: fees)]
    }
    return sheets + [
      try OrderSheet.sheet(of: fees, review), try FeeCalendarSheet.sheet(of: fees),
      try FeeStatementSheet.sheet(of: fees),
    ]
  }

  /// What the cutoff would do; `nil` for a case without items, or a policy without an award.
  private static func cutoff(of run: CaseRun) throws(ArithmeticOverflow) -> CutoffReport? {
    guard run.reserve != nil, let policy = try? AwardPolicy(run.policy) else { return nil }
    let analysis = try CutoffAnalysis(policy: policy, stage: run.tender)
    let equilibria = Result { () throws(EquilibriumError) in
      try CutoffEquilibria(policy: policy, shares: analysis.shares)
    }
    return CutoffReport(analysis, equilibria)
  }

  private static func document(
    of run: CaseRun, _ sheets: [ReportSheet], _ names: [ReportDocument.DefinedName],
    _ language: Language
  ) -> ReportDocument {
    let header = run.input.header
    return ReportDocument(
      title: Phrase(verbatim: header.title),
      subject: Phrase(
        "Case \(header.caseNumber): reserve prices, awards and service fees",
        "案號 \(header.caseNumber)：底價、決標及作業服務費"),
      author: "awardsim",
      keywords: [Phrase(verbatim: header.caseNumber)],
      comments: header.synthetic.map { Phrase("Synthetic: \($0)", "合成資料：\($0)") }
        ?? Phrase(verbatim: ""),
      createdOn: header.pricingDate, language: language,
      currency: Currency(code: header.currency), sheets: sheets,
      definedNames: AssumptionSheet.definedNames(of: run) + CoverSheet.names + names)
  }
}
