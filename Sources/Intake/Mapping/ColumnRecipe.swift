import Quantities

/// A mapping's rule for a column, its headings found in a table.
struct ColumnRecipe: Sendable {
  /// A piece of a value.
  enum Part: Sendable {
    case field(Int)
    case constant(String)
    case rowNumber
  }

  let parts: [Part]
  let changes: ValueChanges
  /// Where the rule stands, if it takes nothing from the table.
  let constantPlace: MappingPlace?

  /// The first field that the value is made of; `nil` for a constant or the row's number.
  var firstField: Int? {
    for case .field(let field) in parts { return field }
    return nil
  }

  /// The value in a row.
  func cell(row: Int, in table: CSVTable) -> Cell {
    var field: Int?
    var isMissing = false
    var problem: QuantityFormatError?
    let texts = parts.map { part in
      switch part {
      case .constant(let text): return text
      case .rowNumber: return String(row + 1)
      case .field(let index):
        field = field ?? index
        let text = cleaned(
          changes.trims && changes.stripped.isEmpty
            ? table.text(row: row, field: index) : table.untrimmedText(row: row, field: index))
        if text.isEmpty { isMissing = true }
        problem = problem ?? table.problem(row: row, field: index)
        return text
      }
    }
    var cell = Cell(text: "", field: field ?? 0, constantPlace: constantPlace)
    if !isMissing {
      cell.text = texts.count == 1 ? texts[0] : texts.joined(separator: changes.separator)
    }
    if changes.foldsCase { cell.text = cell.text.lowercased() }
    // A mapping may say that an error such as #N/A means nothing.
    if changes.nullWords.contains(cell.text) { cell.text = "" }
    if !cell.text.isEmpty, let problem {
      cell.problem = problem
      return cell
    }
    if let map = changes.map { cell.text = map[cell.text] ?? changes.otherwise ?? cell.text }
    convertDate(&cell)
    return cell
  }

  private func cleaned(_ text: String) -> String {
    guard !changes.stripped.isEmpty else { return text }
    var rest = text[...]
    rest.removeAll { changes.stripped.contains($0) }
    guard changes.trims else { return String(rest) }
    let isSpace: (Character) -> Bool = { $0.isWhitespace || $0.isNewline }
    rest = rest.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }

  private func convertDate(_ cell: inout Cell) {
    guard let pattern = changes.datePattern, !cell.text.isEmpty else { return }
    do throws(QuantityFormatError) {
      cell.text = try pattern.day(cell.text).isoText
    } catch {
      cell.problem = error
    }
  }
}
