import Policy
import Reporting

/// Lays out a document and writes it, sheet by sheet.
struct DocumentRenderer {
  let document: ReportDocument
  let context: RenderContext
  let layouts: [SheetLayout]
  let index: ReferenceIndex
  let resolver: FormulaResolver
  let tables: [String: ReportTable]
  let lists: [String: FactList]

  init(_ document: ReportDocument) throws(WorkbookError) {
    self.document = document
    context = RenderContext(language: document.language, currency: document.currency)
    let names = SheetNames.unique(document.sheets.map { $0.name[document.language] })
    var layouts: [SheetLayout] = []
    for (index, sheet) in document.sheets.enumerated() {
      layouts.append(
        try SheetLayout(
          sheet, name: names[index], index: index, sheetCount: names.count, context: context))
    }
    self.layouts = layouts
    index = try ReferenceIndex(layouts)
    var definedNames: Set<String> = []
    for definition in document.definedNames {
      let name = definition.name
      guard SheetNames.isDefinedName(name), definedNames.insert(name.lowercased()).inserted else {
        throw .definedName(name)
      }
    }
    resolver = FormulaResolver(index: index, definedNames: definedNames)

    var tables: [String: ReportTable] = [:]
    var lists: [String: FactList] = [:]
    for block in document.sheets.flatMap(\.blocks) {
      switch block {
      case .table(let table): tables[table.key] = table
      case .facts(let list): lists[list.key] = list
      case .heading, .note, .chart, .contents: break
      }
    }
    self.tables = tables
    self.lists = lists
  }

  /// Writes the workbook to a path.
  func render(to path: String) throws(WorkbookError) {
    let book = try XLSXBook(path: path, context: context)
    try book.setProperties(of: document)
    // All sheets first, because charts refer to sheets by name.
    var sheets: [XLSXSheet] = []
    for layout in layouts { sheets.append(try book.addSheet(layout.name)) }
    for definition in document.definedNames {
      guard let block = index.block(definition.range) else {
        throw .unresolved(reference: definition.range.templateText, in: definition.name)
      }
      try book.define(name: definition.name, as: index.text(of: block, seenFrom: nil))
    }
    let tableNames = SheetNames.uniqueTableNames(
      layouts.flatMap(\.sheet.blocks).compactMap { block in
        if case .table(let table) = block { table.key } else { nil }
      })
    for (sheetIndex, sheet) in sheets.enumerated() {
      let renderer = SheetRenderer(
        document: self, layout: layouts[sheetIndex], sheetIndex: sheetIndex, book: book,
        sheet: sheet, tableNames: tableNames)
      try renderer.render()
    }
    try book.close()
  }
}
