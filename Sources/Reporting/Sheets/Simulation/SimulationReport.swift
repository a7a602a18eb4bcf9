import Pipeline
import Policy
import Quantities
public import Simulation

/// A simulation as it stands in a workbook, beside the case's own sheets.
public struct SimulationReport: Sendable {
  /// What the scenarios came to, divided by every dimension.
  let answer: SimulationAnswer
  /// What moving single parameters does; `nil` where it was not asked for.
  let tornado: Tornado?
  /// The bidder models fitted to the case's own bids; `nil` where it has none.
  let calibration: Calibration?

  /// Puts the parts of a simulation together.
  public init(_ answer: SimulationAnswer, tornado: Tornado?, calibration: Calibration?) {
    self.answer = answer
    self.tornado = tornado
    self.calibration = calibration
  }

  /// What is simulated and what it rests on, for the top of its sheets.
  var noteBlocks: [ReportSheet.Block] {
    let header = answer.header
    let start = ReportNote(
      Phrase(
        "Simulated: \(header.draws) draws, seed \(header.seed). A mean is exact over the draws; its"
          + " standard error says how far other draws would have come out. All scenarios see the same"
          + " luck.",
        "模擬：\(header.draws) 次，種子 \(header.seed)。平均值為各次模擬之精確平均，"
          + "標準誤表示其他隨機情境可能之差異；各情境採相同隨機情境。"))
    return [.note(start)]
  }

  /// Everything that was calibrated and assumed.
  var assumptionBlocks: [ReportSheet.Block] {
    [.heading(Phrase("What it rests on", "模擬依據"))]
      + answer.notes.map { .note(ReportNote($0, kind: $0.isAssumption ? .assumption : .plain)) }
  }
}

extension Phrase {
  /// Whether the text says that it rests on no source.
  fileprivate var isAssumption: Bool { english.contains("(assumed)") }
}

extension SimulationReport {
  /// Every sheet of the simulation, the scenarios first.
  ///
  /// - Parameter run: The case.
  /// - Returns: The sheets.
  /// - Throws: `ArithmeticOverflow` when a sum of recorded fees does not fit.
  func sheets(_ run: CaseRun) throws(ArithmeticOverflow) -> [ReportSheet] {
    var sheets = [ScenarioSheet.sheet(of: self)]
    if answer.header.scenarios.count > 1 { sheets.append(DifferenceSheet.sheet(of: self)) }
    if let tornado { sheets.append(TornadoSheet.sheet(of: tornado)) }
    let fan = try FeeFanSheet.sheet(of: self, run)
    let others = [
      fan, BreakdownSheet.items(of: self, run.input.items ?? []), BreakdownSheet.groups(of: self),
    ]
    sheets += others.compactMap { $0 }
    if let calibration { sheets.append(CalibrationSheet.sheet(of: calibration)) }
    return sheets
  }
}
