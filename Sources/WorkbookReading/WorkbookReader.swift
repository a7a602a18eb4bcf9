/// Reads an XLSX workbook (ECMA-376) from the bytes of its file.
///
/// The archive is unpacked by libzip, its XML parsed by Foundation; both under
/// ``WorkbookReadingLimits``, piece by piece, so that memory does not grow with what a hostile file
/// claims. Nothing outside of the file is ever looked at. Macros, links and pictures are not read.
///
/// ```swift
/// let workbook = try WorkbookReader(bytes)
/// for sheet in workbook.sheets {
///   for cell in try workbook.contents(of: sheet).cells { … }
/// }
/// ```
public final class WorkbookReader {
  /// The sheets in their order, hidden ones too.
  public let sheets: [SheetEntry]
  /// The defined names, in the order of the file.
  public let definedNames: [WorkbookName]
  /// What the workbook counts its dates from.
  public let dateSystem: DateSystem

  private let archive: ZipArchive
  private let shared: SharedTexts
  private let formats: CellFormats

  /// Opens a workbook: reads everything but its sheets.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: ``WorkbookReadingError`` when it is no workbook, is encrypted, cut off, damaged, or
  ///   beyond the limits, and when it refers to parts outside of itself.
  public init(_ bytes: [UInt8]) throws(WorkbookReadingError) {
    guard bytes.count <= WorkbookReadingLimits.fileLengthBytes else {
      throw WorkbookReadingError(
        "the file is longer than is read",
        expected: "at most \(WorkbookReadingLimits.fileLengthBytes) bytes")
    }
    let archive = try ZipArchive(bytes)
    let main = try Relationships.read(of: "", in: archive).target(type: "officeDocument")
    guard let main, !main.hasSuffix(".bin"), let entry = archive.entry(main) else {
      throw WorkbookReadingError(
        "the file is not a workbook in XML", expected: "an XLSX workbook")
    }
    let workbook = WorkbookPart()
    try PartParser.parse(entry, of: archive, into: workbook)
    guard workbook.isWorkbook, !workbook.sheets.isEmpty else {
      throw WorkbookReadingError(
        "the file has no sheets; it may be a document of another kind",
        expected: "an XLSX workbook")
    }
    let relationships = try Relationships.read(of: main, in: archive)
    self.archive = archive
    sheets = try WorkbookReader.entries(of: workbook, relationships)
    definedNames = workbook.definedNames
    dateSystem = workbook.dateSystem
    shared = try WorkbookReader.sharedTexts(relationships, archive)
    formats = try WorkbookReader.formats(relationships, archive)
  }

  /// Reads a sheet cell by cell.
  ///
  /// - Parameters:
  ///   - sheet: One of ``sheets``.
  ///   - taker: Takes the cells that hold something.
  /// - Returns: What the sheet has besides; incomplete where the taker did not go on to the end.
  /// - Throws: ``WorkbookReadingError`` when the sheet is damaged, out of order or beyond the limits,
  ///   and what the taker throws; its ``WorkbookReadingError/sheet`` is the sheet's name.
  /// - Complexity: O(length of the part).
  public func read(
    _ sheet: SheetEntry, into taker: any SheetCellTaker
  ) throws(WorkbookReadingError) -> SheetFeatures {
    do throws(WorkbookReadingError) {
      guard sheet.hasCells else {
        throw WorkbookReadingError("the sheet holds a chart alone", expected: "a sheet of cells")
      }
      guard let entry = archive.entry(sheet.part) else {
        throw .broken("the sheet's part \(sheet.part)", "is not in the file")
      }
      let part = SheetPart(sheet.part, shared: shared, formats: formats, taker: taker)
      try PartParser.parse(entry, of: archive, into: part)
      guard part.hasSheet else { throw .broken(sheet.part, "is not a sheet of cells") }
      return part.features
    } catch {
      var located = error
      located.sheet = sheet.name
      throw located
    }
  }

  /// Reads a whole sheet.
  ///
  /// - Parameter sheet: One of ``sheets``.
  /// - Returns: Its cells and what it has besides.
  /// - Throws: ``WorkbookReadingError`` as ``read(_:into:)``, and beyond
  ///   ``WorkbookReadingLimits/keptCellCount`` and ``WorkbookReadingLimits/keptTextBytes``.
  /// - Complexity: O(length of the part) in time and memory.
  public func contents(of sheet: SheetEntry) throws(WorkbookReadingError) -> SheetContents {
    let collector = CellCollector()
    let features = try read(sheet, into: collector)
    return SheetContents(cells: collector.cells, features: features)
  }

  // MARK: Parts

  private static func entries(
    of workbook: WorkbookPart, _ relationships: Relationships
  ) throws(WorkbookReadingError) -> [SheetEntry] {
    var entries: [SheetEntry] = []
    var names: Set<String> = []
    for (index, sheet) in workbook.sheets.enumerated() {
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw .broken("the workbook", "has two sheets “\(sheet.name)”")
      }
      let part = try relationships.target(id: sheet.relationshipID)
      entries.append(
        SheetEntry(
          name: sheet.name, index: index, visibility: sheet.visibility,
          hasCells: relationships.isWorksheet(id: sheet.relationshipID), part: part))
    }
    return entries
  }

  private static func sharedTexts(
    _ relationships: Relationships, _ archive: ZipArchive
  ) throws(WorkbookReadingError) -> SharedTexts {
    guard let name = try relationships.target(type: "sharedStrings"),
      let entry = archive.entry(name)
    else { return SharedTexts() }
    let part = SharedTextsPart(name)
    try PartParser.parse(entry, of: archive, into: part)
    return part.texts
  }

  private static func formats(
    _ relationships: Relationships, _ archive: ZipArchive
  ) throws(WorkbookReadingError) -> CellFormats {
    guard let name = try relationships.target(type: "styles"), let entry = archive.entry(name)
    else { return CellFormats() }
    let part = CellFormatsPart(name)
    try PartParser.parse(entry, of: archive, into: part)
    return part.formats
  }
}

/// A whole sheet.
public struct SheetContents: Hashable, Sendable {
  /// The cells that hold something, row by row, each row from left to right.
  public let cells: [SheetCell]
  /// What the sheet has besides.
  public let features: SheetFeatures
}

/// Keeps cells, up to the limits.
private final class CellCollector: SheetCellTaker {
  private(set) var cells: [SheetCell] = []
  private var textByteCount = 0

  func take(_ cell: SheetCell) throws(WorkbookReadingError) -> Bool {
    textByteCount += cell.textByteCount
    guard cells.count < WorkbookReadingLimits.keptCellCount,
      textByteCount <= WorkbookReadingLimits.keptTextBytes
    else {
      throw .tooMany(
        "cells or longer texts", limit: WorkbookReadingLimits.keptCellCount, in: "the sheet",
        at: cell.reference)
    }
    cells.append(cell)
    return true
  }
}
