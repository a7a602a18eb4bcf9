/// What a spreadsheet can hold (Excel specifications and limits; the same in LibreOffice).
enum SheetLimits {
  static let rowCount = 1_048_576
  static let columnCount = 16_384
  /// UTF-16 code units of a cell.
  static let textLength = 32_767
  /// UTF-16 code units of a sheet's name.
  static let nameLength = 31
  /// UTF-16 code units of a header or footer.
  static let headerLength = 255
  /// Links of a sheet.
  static let linkCount = 65_530
  /// Points that a chart's series caches.
  static let chartPointCount = 32_000
  /// The largest whole number whose digits are all kept and shown.
  ///
  /// Numbers keep 15 digits, but LibreOffice 7.4 shows 9,999,999,999,999.99 as ten trillion: one
  /// digit is left free.
  static let exactInteger: Int64 = 99_999_999_999_999
  /// Rows up to which a table is a native one; beyond, only filters are set.
  static let nativeTableRowCount = 100_000
}
