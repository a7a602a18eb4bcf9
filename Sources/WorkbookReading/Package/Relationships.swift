/// The relationships of a part: which other parts belong to it.
final class Relationships: PartReader {
  /// One relationship.
  private struct Relationship {
    let type: String
    let target: String
    let isExternal: Bool
  }

  private let part: String
  private var byID: [String: Relationship] = [:]

  private init(_ part: String) {
    self.part = part
  }

  /// Reads the relationships of a part, of the file itself for an empty name.
  static func read(
    of part: String, in archive: ZipArchive
  ) throws(WorkbookReadingError) -> Relationships {
    let name = PartName.relationships(of: part)
    guard let entry = archive.entry(name) else {
      throw WorkbookReadingError("the file has no part \(name)", expected: "an XLSX workbook")
    }
    let relationships = Relationships(part)
    try PartParser.parse(entry, of: archive, into: relationships)
    return relationships
  }

  func start(_ name: String, _ attributes: [String: String]) throws(WorkbookReadingError) {
    guard name == "Relationship", let id = attributes["Id"] else { return }
    guard byID.count < WorkbookReadingLimits.partCount else {
      throw .tooMany("relationships", limit: WorkbookReadingLimits.partCount, in: part)
    }
    byID[id] = Relationship(
      type: attributes["Type"] ?? "", target: attributes["Target"] ?? "",
      isExternal: attributes["TargetMode"] == "External")
  }

  /// The part that a relationship leads to.
  ///
  /// - Throws: ``WorkbookReadingError`` when there is no such relationship, or it leads elsewhere.
  func target(id: String) throws(WorkbookReadingError) -> String {
    guard let relationship = byID[id] else {
      throw .broken(part, "refers to a relationship \(id.prefix(100)) that is not there")
    }
    return try target(of: relationship)
  }

  /// Whether a relationship leads to a sheet of cells.
  func isWorksheet(id: String) -> Bool { byID[id]?.type.hasSuffix("/worksheet") ?? false }

  /// The part of a type; `nil` where there is none.
  ///
  /// - Parameter type: The last word of the type's address, which both forms of the standard share.
  /// - Returns: The part's name.
  /// - Throws: ``WorkbookReadingError`` when it leads elsewhere.
  func target(type: String) throws(WorkbookReadingError) -> String? {
    // The first by name, so that the answer does not hang on the order of a hash table.
    let found = byID.filter { $0.value.type.hasSuffix("/" + type) }.min { $0.key < $1.key }
    guard let found else { return nil }
    return try target(of: found.value)
  }

  private func target(of relationship: Relationship) throws(WorkbookReadingError) -> String {
    guard !relationship.isExternal,
      let target = PartName.resolved(relationship.target, from: part)
    else {
      throw WorkbookReadingError(
        "the workbook refers to “\(relationship.target.prefix(100))” outside of the file",
        expected: "a workbook that holds all its parts itself")
    }
    return target
  }
}
