import Policy
import Reporting

/// Writes one cell: link, then value or formula.
struct CellRenderer {
  let sheet: SheetRenderer
  let location: FormulaResolver.Location

  func render(_ cell: Cell, at address: CellAddress, _ style: CellStyle) throws(WorkbookError) {
    let place = layoutName + "!" + address.text(absoluteColumn: false, absoluteRow: false)
    var style = style
    if let target = cell.link, !cell.value.isEmpty,
      let link = try sheet.document.index.address(of: target, from: place)
    {
      style.isLink = true
      if try !sheet.sheet.link(to: link, at: address, style) { style.isLink = false }
    }
    try write(cell, at: address, style)
  }

  private var layoutName: String { sheet.layout.name }

  private func write(_ cell: Cell, at address: CellAddress, _ style: CellStyle)
    throws(WorkbookError)
  {
    let content = SheetNumber(cell.value, context: sheet.document.context)
    // A number that a spreadsheet would change is written as its digits, without the formula.
    let isExactText = cell.value.isNumeric && content.isText
    if let formula = cell.formula, !isExactText {
      return try write(formula, yielding: content, at: address, style)
    }
    switch content {
    case .nothing: try sheet.sheet.writeBlank(at: address, style)
    case .number(let number): try sheet.sheet.write(number, at: address, style)
    case .text(let text):
      var textStyle = style
      // A text format keeps a formula-like text a text when someone edits the cell.
      if isExactText { textStyle.number = .text }
      if isExactText { textStyle.isAtRight = true }
      try sheet.sheet.write(text, at: address, textStyle)
    }
  }

  private func write(
    _ formula: Formula, yielding content: SheetNumber, at address: CellAddress, _ style: CellStyle
  ) throws(WorkbookError) {
    let text = try sheet.document.resolver.text(of: formula, at: location)
    var style = style
    // A cell with the text format would show its formula.
    if style.number == .text { style.number = .general }
    switch content {
    case .number(let number):
      try sheet.sheet.write(
        formula: text, isArray: formula.isArray, yielding: number, at: address, style)
    case .nothing, .text:
      guard !formula.isArray else {
        throw .formula(template: formula.template, problem: "is an array that yields no number")
      }
      let result = if case .text(let text) = content { text } else { "" }
      try sheet.sheet.write(formula: text, yielding: result, at: address, style)
    }
  }
}

extension SheetNumber {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}
