import Policy
import Testing

@testable import Intake

@Suite struct TableGuideTests {
  /// A row as a field of CSV.
  private static func line(_ fields: [String]) -> String {
    fields.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
  }

  /// What a guide shows as an example is read without an error, in both languages.
  @Test(arguments: TableName.allCases, Language.allCases)
  func examplesAreRead(_ table: TableName, _ language: Language) {
    let entries = TableGuide.of(table).entries
    let text =
      TableGuideTests.line(entries.map(\.column.rawValue))
      + TableGuideTests.line(entries.map { $0.example[language] })
    #expect(errors(table, text) == [])
  }

  /// Every word that a guide offers is one that the column takes.
  @Test(arguments: TableName.allCases)
  func choicesAreTaken(_ table: TableName) {
    let entries = TableGuide.of(table).entries
    for entry in entries {
      guard case .choice(let words) = entry.form else { continue }
      #expect(!words.isEmpty)
      for word in words.flatMap({ [$0.english, $0.traditionalChinese] }) {
        let fields = entries.map { $0.column == entry.column ? word : $0.example.english }
        let text =
          TableGuideTests.line(entries.map(\.column.rawValue)) + TableGuideTests.line(fields)
        #expect(!errors(table, text).contains { $0.contains("is not one of the values") })
      }
    }
  }

  @Test(arguments: TableName.allCases)
  func explainsEveryColumn(_ table: TableName) {
    let guide = TableGuide.of(table)
    let schema = TableSchema.of(table)
    #expect(guide.entries.map(\.column) == schema.columns)
    #expect(guide.entries.filter(\.isRequired).map(\.column) == schema.required)
    for language in Language.allCases {
      #expect(!guide.title[language].isEmpty)
      #expect(
        guide.entries.allSatisfy { entry in
          !entry.meaning[language].isEmpty && !entry.form.rule[language].isEmpty
        })
      // A required column that may not be empty has an example.
      #expect(guide.entries.first?.example[language].isEmpty == false)
    }
  }

  /// Spreadsheets take lists of at most 255 characters, and show messages of as many.
  @Test(arguments: TableName.allCases, Language.allCases)
  func fitsTheLimitsOfSpreadsheets(_ table: TableName, _ language: Language) {
    for entry in TableGuide.of(table).entries {
      if case .choice(let words) = entry.form {
        #expect(words.map { $0[language] }.joined(separator: ",").utf16.count <= 255)
      }
      let message = entry.meaning[language] + "; " + entry.form.rule[language]
      #expect(message.utf16.count <= 255)
    }
  }
}
