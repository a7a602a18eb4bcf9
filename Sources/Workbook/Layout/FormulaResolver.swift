import Reporting

/// Turns the names of a formula into places.
struct FormulaResolver {
  let index: ReferenceIndex
  let definedNames: Set<String>

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
    let parts: [Formula.Part]
    do {
      parts = try formula.parts()
    } catch {
      throw .formula(template: error.template, problem: error.problem)
    }
    var result = ""
    for part in parts {
      switch part {
      case .literal(let text): result += FutureFunctions.prefixed(text)
      case .name(let name): result += try self.text(ofName: name, formula, location)
      case .range(let range):
        result += try self.text(of: range, formula, location)
      }
    }
    guard result.utf16.count <= FormulaResolver.lengthLimit else {
      throw .formula(template: String(formula.template.prefix(80)), problem: "is too long")
    }
    return SheetText.cleaned(result)
  }

  private func text(
    of range: CellRange, _ formula: Formula, _ location: Location
  ) throws(WorkbookError) -> String {
    if range.rows == .same {
      guard let table = location.table,
        let cell = index.cell(range, besideRow: location.row, of: table)
      else { throw .unresolved(reference: range.templateText, in: formula.template) }
      return cell.text(seenFrom: location.sheetIndex, index)
    }
    guard let block = index.block(range) else {
      throw .unresolved(reference: range.templateText, in: formula.template)
    }
    return index.text(of: block, seenFrom: location.sheetIndex)
  }

  private func text(
    ofName name: String, _ formula: Formula, _ location: Location
  ) throws(WorkbookError) -> String {
    let column = location.table.flatMap { index.column(name, of: $0) }
    let isDefined = definedNames.contains(name.lowercased())
    switch (column, isDefined) {
    case (.some(let column), false):
      return CellAddress(row: location.row, column: column)
        .text(absoluteColumn: location.keepsColumns, absoluteRow: false)
    case (nil, true): return name
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
