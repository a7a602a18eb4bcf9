import Foundation

/// The `openxml-audit` program of Python as an independent judge of workbooks: it holds every part of
/// a package to the schema of Office Open XML (ECMA-376).
public enum SchemaValidator {
  private static let program = ExternalProgram("openxml-audit")

  /// Whether the program is installed.
  public static let isAvailable = program.path != nil

  /// What a workbook has that its schema has not, one text each.
  ///
  /// - Throws: ``ExternalProgramFailure`` when the program does not come to an answer.
  public static func findings(in path: String) throws -> [String] {
    let output = try program.run(
      ["--format", "office2016", "--max-errors", "0", "--output", "json", path],
      endingWith: [0, 1])
    guard let answer = try JSONDecoder().decode([Answer].self, from: output).first else {
      throw ExternalProgramFailure("openxml-audit says nothing of \(path)")
    }
    return answer.errors.map { "\($0.part ?? ""): \($0.description)" }
  }

  private struct Answer: Decodable {
    let errors: [Finding]
  }

  private struct Finding: Decodable {
    let description: String
    let part: String?

    enum CodingKeys: String, CodingKey {
      case description
      case part = "part_uri"
    }
  }
}
