import Reporting

/// Turns the names of a formula into places.
struct FormulaResolver {
  let index: ReferenceIndex
  let definedNames: Set<String>
  private let memory = FormulaMemory()

  init(index: ReferenceIndex, definedNames: Set<String>) {
    self.index = index
    self.definedNames = definedNames
  }

  /// The longest formula that spreadsheets take, in characters.
  static let lengthLimit = 8_192

  /// Where a formula stands.
  struct Location {
    let sheetIndex: Int
    /// The key of the table; `nil` for a fact.
    let table: String?
    let row: Int
    /// Whether columns of the same row keep their place when the formula is applied to other cells.
    var keepsColumns = false
  }

  /// The formula with places in place of names.
  ///
  /// - Throws: ``WorkbookError`` when a name does not exist, is both a column and a defined name, or
  ///   the formula is too long.
  func text(of formula: Formula, at location: Location) throws(WorkbookError) -> String {
    let key = FormulaMemory.Key(
      template: formula.template, sheetIndex: location.sheetIndex, table: location.table,
      keepsColumns: location.keepsColumns)
    let placed: PlacedFormula
    if let known = memory.formulas[key], known.rows.contains(location.row) {
      placed = known
    } else {
      placed = try self.placed(formula, at: location)
      memory.formulas[key] = placed
    }
    let result = placed.text(row: location.row)
    // A text has at least as many bytes as UTF-16 units.
    guard
      result.utf8.count <= FormulaResolver.lengthLimit
        || result.utf16.count <= FormulaResolver.lengthLimit
    else {
      throw .formula(template: String(formula.template.prefix(80)), problem: "is too long")
    }
    return result
  }

  /// Works a formula out but for the numbers of rows.
  private func placed(
    _ formula: Formula, at location: Location
  ) throws(WorkbookError) -> PlacedFormula {
    let parts: [Formula.Part]
    do {
      parts = try formula.parts()
    } catch {
      throw .formula(template: error.template, problem: error.problem)
    }
    var placed = PlacedFormula()
    for part in parts {
      switch part {
      case .literal(let text): placed.append(FutureFunctions.prefixed(text))
      case .name(let name): try append(name: name, to: &placed, formula, location)
      case .range(let range): try append(range, to: &placed, formula, location)
      }
    }
    placed.endLiteral()
    return placed
  }

  private func append(
    _ range: CellRange, to placed: inout PlacedFormula, _ formula: Formula, _ location: Location
  ) throws(WorkbookError) {
    if range.rows == .same {
      guard let table = location.table,
        let beside = index.column(range, beside: table, row: location.row)
      else { throw .unresolved(reference: range.templateText, in: formula.template) }
      placed.restrict(to: beside.rows)
      placed.append(
        cell: beside.prefix(seenFrom: location.sheetIndex, index), rowOffset: beside.rowOffset)
      return
    }
    guard let block = index.block(range) else {
      throw .unresolved(reference: range.templateText, in: formula.template)
    }
    placed.append(index.text(of: block, seenFrom: location.sheetIndex))
  }

  private func append(
    name: String, to placed: inout PlacedFormula, _ formula: Formula, _ location: Location
  ) throws(WorkbookError) {
    let column = location.table.flatMap { index.column(name, of: $0) }
    let isDefined = definedNames.contains(name.lowercased())
    switch (column, isDefined) {
    case (.some(let column), false):
      let letters = CellAddress.letters(ofColumn: column)
      placed.append(cell: (location.keepsColumns ? "$" : "") + letters, rowOffset: 0)
    case (nil, true): placed.append(name)
    case (.some, true):
      throw .formula(
        template: formula.template, problem: "uses \(name), which is a column and a defined name")
    case (nil, false): throw .unresolved(reference: name, in: formula.template)
    }
  }
}

/// Functions that files must mark as newer than the format.
enum FutureFunctions {
  private static let names: Set<String> = [
    "CEILING.MATH", "CONCAT", "FLOOR.MATH", "IFNA", "IFS", "ISFORMULA", "MAXIFS", "MINIFS",
    "MODE.SNGL",
    "PERCENTILE.EXC", "PERCENTILE.INC", "QUARTILE.EXC", "QUARTILE.INC", "RANK.AVG", "RANK.EQ",
    "STDEV.P", "STDEV.S", "SWITCH", "TEXTJOIN", "VAR.P", "VAR.S", "XLOOKUP", "XOR",
  ]

  /// The text with `_xlfn.` before each newer function that it calls.
  static func prefixed(_ text: String) -> String {
    var result = ""
    var word = ""
    var isQuoted = false
    for character in text {
      if !isQuoted, character.isASCII,
        character.isLetter || character.isNumber || character == "."
          || character == "_"
      {
        word.append(character)
        continue
      }
      if character == "(", names.contains(word.uppercased()) { result += "_xlfn." }
      result += word
      word = ""
      if character == "\"" { isQuoted.toggle() }
      result.append(character)
    }
    return result + word
  }
}
