/// Bounds of tables that are read piece by piece.
public enum BulkLimits {
  /// The length of a file: 16 GiB.
  public static let fileLengthBytes = 16 * 1_024 * 1_024 * 1_024
  /// The rows of a table, blank ones not counted.
  public static let rows = 1 << 27
  /// The length of a row.
  public static let rowLengthBytes = 1_024 * 1_024
  /// The rows with errors that are read once more, to say what is wrong with them; of a table that
  /// ``CSVLimits`` admits, all.
  public static let excerptRows = 1_000_000
  /// The stretch of a file that a thread reads at a time.
  ///
  /// With what is written of it, some three times as much, it stays in a processor's own cache: the
  /// system's copies of larger pieces were measured to take up to four times as long.
  public static let chunkLengthBytes = 64 * 1_024
}
