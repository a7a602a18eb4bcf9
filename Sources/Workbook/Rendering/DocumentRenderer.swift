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

  /// Lays a document out.
  ///
  /// - Parameters:
  ///   - source: The document; its last tables of sheets may have any number of rows.
  ///   - rowLimit: The rows of a sheet.
  /// - Throws: ``WorkbookError`` when the document has a fault.
  init(
    _ source: ReportDocument, rowLimit: Int = SheetLimits.rowCount
  ) throws(WorkbookError) {
    let continued = try ContinuedDocument(source, rowLimit: rowLimit)
    let document = continued.document
    self.document = document
    context = RenderContext(language: document.language, currency: document.currency)
    let names = SheetNames.unique(document.sheets.map { $0.name[document.language] })
    var layouts: [SheetLayout] = []
    for (index, sheet) in document.sheets.enumerated() {
      layouts.append(
        try SheetLayout(
          sheet, name: names[index], index: index, sheetCount: names.count, context: context,
          rowLimit: rowLimit))
    }
    self.layouts = layouts
    index = try ReferenceIndex(layouts, partKeys: continued.partKeys)
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
    // Whole tables, for charts of some rows of theirs.
    for block in source.sheets.flatMap(\.blocks) {
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
    for renderer in try begin(book, isStreamed: { layouts[$0].isStreamed }) {
      try renderer.render()
    }
    try book.close()
  }

  /// Begins a workbook: its properties, sheets and names.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - isStreamed: Whether the sheet of an index leaves the memory row by row.
  /// - Returns: What writes each sheet.
  /// - Throws: ``WorkbookError`` when a name refers to nothing, or the library reports a fault.
  func begin(
    _ book: XLSXBook, isStreamed: (Int) -> Bool
  ) throws(WorkbookError) -> [SheetRenderer] {
    try book.setProperties(of: document)
    // All sheets first, because charts refer to sheets by name.
    var sheets: [XLSXSheet] = []
    for (index, layout) in layouts.enumerated() {
      sheets.append(try book.addSheet(layout.name, isStreamed: isStreamed(index)))
    }
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
    return sheets.enumerated().map { sheetIndex, sheet in
      SheetRenderer(
        document: self, layout: layouts[sheetIndex], sheetIndex: sheetIndex, book: book,
        sheet: sheet, tableNames: tableNames)
    }
  }
}
