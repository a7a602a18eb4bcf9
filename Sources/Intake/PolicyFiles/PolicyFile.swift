public import Policy
import Quantities
import Yams

/// Reads a policy file: every parameter with its values, each with date, basis and citation.
///
/// ```yaml
/// title: …
/// parameters:
///   award.cutoff_share:
///     description: {en: …, zh-Hant: …}         # optional
///     values:
///       - value: 0.9
///         from: 2024-04-01                      # not for assumed values, required for all others
///         basis: seed                           # seed, law or assumed
///         citation: Deck …, slide 3             # for assumed: what the assumption rests on
///       - {value: 0.8, basis: assumed, citation: …, alternatives: [0.7, 0.85]}
/// ```
public enum PolicyFile {
  /// The name that reports give the policy inside the program.
  public static let shippedName = "cloud-framework.yaml (shipped)"

  /// The policy that the program carries inside itself.
  ///
  /// - Throws: ``IntakeError/invalid(_:)`` when it has errors; the tests keep it free of them.
  public static func shipped() throws(IntakeError) -> PolicyBook {
    try book(from: PackageResources.cloud_framework_yaml, file: shippedName)
  }

  /// Reads a policy file.
  ///
  /// - Throws: ``IntakeError`` when it is missing, cannot be read or has errors.
  public static func read(_ path: String) throws(IntakeError) -> PolicyBook {
    try book(from: inputBytes(at: path), file: path)
  }

  /// Reads a policy from the bytes of a file.
  ///
  /// - Throws: ``IntakeError/invalid(_:)`` when it has errors.
  static func book(from bytes: [UInt8], file: String) throws(IntakeError) -> PolicyBook {
    var diagnostics = Diagnostics()
    guard let book = book(from: bytes, file: file, diagnostics: &diagnostics) else {
      throw .invalid(diagnostics)
    }
    return book
  }

  /// Reads a policy from the bytes of a file.
  ///
  /// - Returns: `nil` when it has errors; they are reported.
  static func book(
    from bytes: [UInt8], file: String, diagnostics: inout Diagnostics
  ) -> PolicyBook? {
    let errorCountBefore = diagnostics.errorCount
    var parser = PolicyParser(YAMLReader(file: file, diagnostics: diagnostics))
    let book = parser.book(from: bytes)
    diagnostics = parser.yaml.diagnostics
    return diagnostics.errorCount == errorCountBefore ? book : nil
  }
}
