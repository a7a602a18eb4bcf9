/// How input tables are read: what `--encoding` and `--map` say.
public struct ReadOptions: Hashable, Sendable {
  /// The encoding of the tables; YAML files are always UTF-8.
  public var encoding: TextEncoding
  /// The path of a mapping file; its form is that of the files in `datasets/mappings`.
  public var mappingPath: String?

  /// Creates the options; without any, tables are UTF-8 with their own headings.
  public init(encoding: TextEncoding = .utf8, mappingPath: String? = nil) {
    self.encoding = encoding
    self.mappingPath = mappingPath
  }
}
