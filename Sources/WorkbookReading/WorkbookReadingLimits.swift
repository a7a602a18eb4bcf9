/// Bounds of what is read from a workbook, so that no file takes memory or time without end.
///
/// The sizes of a zip archive are held to twice: as the archive declares them, before anything is
/// unpacked, and as they come out, while it is.
public enum WorkbookReadingLimits {
  /// The length of the file.
  public static let fileLengthBytes = 256 * 1_024 * 1_024
  /// The parts of the archive.
  public static let partCount = 10_000
  /// The length of a part's name.
  public static let partNameLengthBytes = 1_000
  /// The length of one part, unpacked: a sheet of ten million cells.
  public static let partLengthBytes = 512 * 1_024 * 1_024
  /// The length of all parts together, unpacked.
  public static let unpackedLengthBytes = 1_024 * 1_024 * 1_024
  /// How many times its packed length a part may have unpacked; real sheets have up to 60.
  public static let unpackingRatio = 200
  /// Parts up to this length may have any ratio: a short text of one letter packs well.
  public static let ratioFreeLengthBytes = 1_024 * 1_024
  /// The elements of a part: each takes the parser a microsecond or two, whatever it holds.
  public static let elementCount = 40_000_000
  /// How deep elements of XML may stand in each other.
  public static let elementDepth = 64
  /// The attributes of an element.
  public static let attributeCount = 64
  /// The bytes between two beginnings of elements: a tag and the text behind it.
  ///
  /// The parser compares every attribute of a tag with every other, so a tag has to end somewhere.
  public static let markupGapBytes = 256 * 1_024
  /// The sheets of a workbook.
  public static let sheetCount = 1_000
  /// The defined names of a workbook.
  public static let definedNameCount = 100_000
  /// The formats of cells (Excel has 65,490).
  public static let cellFormatCount = 100_000
  /// The texts that cells share.
  public static let sharedTextCount = 10_000_000
  /// The length of a cell's text or formula in UTF-8 (Excel has 32,767 characters).
  public static let textLengthBytes = 100_000
  /// The cells of a sheet, empty ones that have a format too.
  public static let cellCount = 20_000_000
  /// The merged ranges, and the ranges of hidden columns, of a sheet.
  public static let rangeCount = 100_000
  /// The cells that are kept at once, where a whole sheet is asked for.
  public static let keptCellCount = 4_000_000
  /// The texts and formulas that are kept at once, in UTF-8.
  public static let keptTextBytes = 256 * 1_024 * 1_024
}
