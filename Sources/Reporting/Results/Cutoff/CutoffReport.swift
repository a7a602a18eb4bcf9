public import Pipeline
public import Policy
import Quantities
public import Simulation

/// What `awardsim cutoff` prints: the analysis, with the equilibrium where there is one.
public struct CutoffReport: Sendable {
  /// By number of bids, and by item.
  public let analysis: CutoffAnalysis
  /// By number of vendors, or why there is none.
  public let equilibria: Result<CutoffEquilibria, EquilibriumError>

  /// Puts the parts together.
  public init(
    _ analysis: CutoffAnalysis, _ equilibria: Result<CutoffEquilibria, EquilibriumError>
  ) {
    self.analysis = analysis
    self.equilibria = equilibria
  }

  /// How many items a sentence names.
  static let namedItemLimit = 60

  /// The findings, then the items, the numbers of bids and the numbers of vendors as tables.
  public func text(_ language: Language) -> String {
    var parts = [Phrase](analysis.findings)
    parts += [analysis.namesOfItemsWithoutEffect(limit: CutoffReport.namedItemLimit)]
      .compactMap(\.self)
    var sections = [parts.map { $0[language] + "\n" }.joined()]
    if analysis.items != nil {
      let items = analysis.itemTable.selecting(columns: analysis.compactColumns)
      sections.append(TerminalTable.text(of: items, language: language))
    }
    sections.append(TerminalTable.text(of: analysis.countTable, language: language))
    switch equilibria {
    case .success(let equilibria):
      sections.append(TerminalTable.text(of: equilibria.table, language: language))
      sections.append(equilibria.assumption[language] + "\n")
    case .failure(let error): sections.append(error.phrase[language] + "\n")
    }
    return sections.joined(separator: "\n")
  }

  /// The same as an object: the rows of csv under `items`, beside them the other two parts.
  ///
  /// `items` is null for a case without bids.
  public func json(_ language: Language) -> JSONValue {
    .members([
      "policy": .members([
        "cutoff_share": .number(analysis.policy.cutoffShare.decimalText),
        "rounding": .string(analysis.policy.rounding.rawValue),
      ]),
      "items": analysis.items == nil
        ? .null : JSONValue(rowsOf: analysis.resultTable, language: language),
      "winners_by_bids": .array(analysis.counts.map(\.json)),
      "equilibrium": equilibriumJSON(language),
    ])
  }

  private func equilibriumJSON(_ language: Language) -> JSONValue {
    switch equilibria {
    case .failure(let error): .members(["reason": .string(error.phrase[language])])
    case .success(let equilibria):
      .members([
        "cost": .string(equilibria.costs.text), "basis": .string(Basis.assumed.rawValue),
        "rounding": .string(equilibria.rounding.rawValue),
        "rows": .array(equilibria.rows.flatMap { $0.json(equilibria.shares) }),
      ])
    }
  }
}

extension WinnerCount {
  fileprivate var json: JSONValue {
    .members([
      "bids": .integer(bidCount), "cutoff_share": .number(reading.share.decimalText),
      "rounding": .string(reading.rounding.rawValue), "winners": .integer(winnerCount),
      "bites": .bool(bites), "padding_winners": .integer(paddedWinnerCount),
      "padding_bid_wins": .bool(paddingWins),
    ])
  }
}

extension CutoffEquilibria.Row {
  fileprivate func json(_ shares: [Share]) -> [JSONValue] {
    zip(shares, points).map { share, point in
      let point = try? point.get()
      return .members([
        "vendors": .integer(vendorCount), "cutoff_share": .number(share.decimalText),
        "mean_price": point.map { .number($0.meanPrice.decimalText()) } ?? .null,
        "lowest_cost_bid": point.map { .number($0.lowestCostBid.decimalText()) } ?? .null,
      ])
    }
  }
}
