public import Pipeline
public import Policy

extension ProcurementCalendar {
  /// The dates, then the contracts side by side where there are several, as tables for a terminal.
  public func text(_ language: Language) -> String {
    let dates = dateTable.selecting(columns: ProcurementCalendar.compactColumns)
    let tables = contracts.count > 1 ? [dates, overlapTable, monthTable] : [dates]
    return tables.map { TerminalTable.text(of: $0, language: language) }.joined(separator: "\n")
  }

  /// The same as an object: the rows of csv under `dates`, beside them the other two parts.
  public func json(_ language: Language) -> JSONValue {
    .members([
      "dates": JSONValue(rowsOf: dateTable, language: language),
      "overlaps": JSONValue(rowsOf: overlapTable, language: language),
      "months": JSONValue(rowsOf: monthRows, language: language),
    ])
  }
}
