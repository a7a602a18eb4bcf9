public import Pipeline

/// Reads a behaviour file: what bidders and agencies do, where the case's data should not say.
///
/// ```yaml
/// entry: negative-binomial(8, 3)           # bids for an item: mean and size
/// bid_ratio: discount-lognormal(-3.7, 0.9) # 1 − bid ÷ reserve price
/// at_reserve: 2%
/// vendor_correlation: 0.2
/// orders_per_item: 40
/// order_quantity: pareto(1, 1.5)
/// price_sensitivity: 10
/// cancellation_rate: 2%
/// categories:                              # all but the last few keys may differ by category
///   iaas: {entry_mean: 12}
/// ```
public enum BehaviourFile {
  /// Reads a behaviour file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - files: Where it is read from; the disk if not given.
  /// - Returns: What it states.
  /// - Throws: ``IntakeError`` when the file is missing, cannot be read or has errors.
  public static func read(
    _ path: String, from files: InputFiles = InputFiles()
  ) throws(IntakeError) -> BehaviourSettings {
    try settings(from: files.bytes(at: path, named: path), file: path)
  }

  static func settings(
    from bytes: [UInt8], file: String
  ) throws(IntakeError) -> BehaviourSettings {
    var parser = BehaviourParser(yaml: YAMLReader(file: file))
    let root = parser.yaml.root(of: bytes)
    let settings = root.map { parser.settings($0, "a behaviour file") }
    guard let settings, !parser.yaml.diagnostics.hasErrors else {
      throw .invalid(parser.yaml.diagnostics)
    }
    return settings
  }
}
