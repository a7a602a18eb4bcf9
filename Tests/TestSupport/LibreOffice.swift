import Foundation

/// LibreOffice as an independent judge of workbooks: it recomputes every formula.
public enum LibreOffice {
  /// Whether LibreOffice and what reads its output are installed.
  public static var isAvailable: Bool {
    program.path != nil && Spreadsheet.isReadable
  }

  /// A formula whose stored value is not what LibreOffice computes.
  public struct Difference: CustomStringConvertible {
    /// The sheet and the cell, such as `Awards!B5`.
    public let cell: String
    /// The formula.
    public let formula: String
    /// The value in the file.
    public let stored: String
    /// The value after recalculation.
    public let recalculated: String

    /// The difference on one line.
    public var description: String {
      "\(cell): =\(formula) is stored as \(stored) but computes to \(recalculated)"
    }
  }

  /// What a comparison found.
  public struct Comparison {
    /// How many formulas were compared; a check of a workbook expects some.
    public let formulaCount: Int
    /// The formulas that differ, in the order of sheets and addresses.
    public let differences: [Difference]
  }

  /// Recomputes every formula of a workbook and compares with the stored values.
  ///
  /// - Throws: ``ExternalProgramFailure`` when LibreOffice fails.
  public static func recompute(_ path: String) throws -> Comparison {
    let comparisons = try recompute([path])
    guard let comparison = comparisons.first else {
      throw ExternalProgramFailure("LibreOffice made nothing of \(path)")
    }
    return comparison
  }

  /// Recomputes every formula of several workbooks, which is quicker than one after the other.
  ///
  /// - Throws: ``ExternalProgramFailure`` when LibreOffice fails.
  public static func recompute(_ paths: [String]) throws -> [Comparison] {
    let folder = try ScratchFolder()
    return try compare(paths, with: try convert(paths, to: "xlsx", in: folder))
  }

  /// Compares the stored values of every formula with those of recomputed copies.
  ///
  /// - Throws: ``ExternalProgramFailure`` when a file is no workbook.
  public static func compare(_ paths: [String], with copies: [String]) throws -> [Comparison] {
    try zip(paths, copies).map { path, copy in try comparison(of: path, with: copy) }
  }

  private static func comparison(of path: String, with converted: String) throws -> Comparison {
    let before = try Spreadsheet(path: path)
    let after = try Spreadsheet(path: converted)
    guard before.sheets.map(\.name) == after.sheets.map(\.name) else {
      throw ExternalProgramFailure("the sheets changed their names")
    }
    var count = 0
    var differences: [Difference] = []
    for (old, new) in zip(before.sheets, after.sheets) {
      for (address, cell) in old.cells.sorted(by: { $0.key < $1.key }) {
        guard let formula = cell.formula else { continue }
        count += 1
        let value = new.cells[address]?.value ?? ""
        guard !isSame(cell.value, value) else { continue }
        differences.append(
          Difference(
            cell: "\(old.name)!\(address)", formula: formula, stored: cell.value,
            recalculated: value))
      }
    }
    return Comparison(formulaCount: count, differences: differences)
  }

  /// Converts a workbook to another format, such as `pdf`, with every formula recomputed.
  ///
  /// - Returns: The path of the converted file in the folder.
  /// - Throws: ``ExternalProgramFailure`` when LibreOffice fails.
  public static func convert(
    _ path: String, to format: String, in folder: ScratchFolder
  ) throws -> String {
    try convert([path], to: format, in: folder).joined()
  }

  /// Converts workbooks of different names in one go, with every formula recomputed.
  ///
  /// - Returns: The paths of the converted files in the folder, in the same order.
  /// - Throws: ``ExternalProgramFailure`` when LibreOffice fails.
  public static func convert(
    _ paths: [String], to format: String, in folder: ScratchFolder
  ) throws -> [String] {
    let profile = folder.file("profile")
    try FileManager.default.createDirectory(
      atPath: profile + "/user", withIntermediateDirectories: true)
    try Data(settings.utf8).write(
      to: URL(filePath: profile + "/user/registrymodifications.xcu"))
    let output = folder.file("converted")
    try program.run(
      [
        "-env:UserInstallation=file://\(profile)", "--headless", "--convert-to", format, "--outdir",
        output,
      ] + paths)
    return try paths.map { path in
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      let converted = "\(output)/\(name).\(format)"
      guard FileManager.default.fileExists(atPath: converted) else {
        throw ExternalProgramFailure("LibreOffice made no \(format) of \(path)")
      }
      return converted
    }
  }

  private static let program = ExternalProgram("soffice")

  /// Whether two stored values are the same: binary arithmetic leaves traces behind the 12th digit, and
  /// text must be the same.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    guard let left = Double(first), let right = Double(second) else { return first == second }
    return abs(left - right) <= 1e-12 * max(abs(left), abs(right), 1)
  }

  /// Always recalculate on loading; by default LibreOffice believes the values in a file.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
        <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
      </item>
    </oor:items>
    """
}
