/// Bounds of what is read as a table, so that no input makes the program run without end.
public enum CSVLimits {
  /// The length of a file: 512 MiB, some fifty times the framework's orders of a decade.
  public static let fileLengthBytes = 512 * 1_024 * 1_024
  /// The fields of a row.
  public static let fieldsPerRow = 1_000
  /// The fields of a table that is read from a sheet; most of them may be empty there.
  public static let fieldsPerSheet = 32_000_000
  /// The length of a field in UTF-8.
  public static let fieldLengthBytes = 100_000
}
