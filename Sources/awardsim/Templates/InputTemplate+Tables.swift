import Intake
import Policy
import Quantities
import Workbook

extension InputTemplate {
  /// The template of some tables, one sheet a table.
  ///
  /// - Parameters:
  ///   - tables: The tables, in the order of their sheets.
  ///   - language: The language of the notes and of the headings' first lines.
  init(_ tables: [TableName], language: Language) {
    let guides = tables.map { TableGuide.of($0) }
    self.init(
      language: language,
      sheets: guides.map { guide in
        Sheet(
          name: guide.table.rawValue,
          columns: guide.entries.enumerated().map { index, entry in
            Column(entry, isFirst: index == 0, language)
          })
      },
      notes: TemplateNotes.notes(on: guides, language))
  }
}

extension InputTemplate.Column {
  fileprivate init(_ entry: TableGuide.Entry, isFirst: Bool, _ language: Language) {
    let help = Phrase(
      entry.meaning.english + "; " + entry.form.rule.english,
      entry.meaning.traditionalChinese + "；" + entry.form.rule.traditionalChinese)
    self.init(
      heading: entry.headingLines(language), isRequired: entry.isRequired,
      kind: entry.kind(language),
      example: entry.exampleValue(isFirst: isFirst, language), help: help[language])
  }
}

extension TableGuide.Entry {
  /// The heading that is read, the other language's, then the unit and whether it may be left out.
  fileprivate func headingLines(_ language: Language) -> [String] {
    let english = column.rawValue
    let chinese = column.chineseHeadings.first ?? english
    let optional = Phrase("optional", "選填")
    let remarks = [form.unit?[language], isRequired ? nil : optional[language]].compactMap(\.self)
    let names = language == .english ? [english, chinese] : [chinese, english]
    return names + (remarks.isEmpty ? [] : [remarks.joined(separator: " · ")])
  }

  fileprivate func kind(_ language: Language) -> InputTemplate.Kind {
    switch form {
    case .choice(let words): .choice(words.map { $0[language] })
    case .date: .date
    case let form where form.isNumeric: .number
    default: .text
    }
  }

  /// The value of the example row; its first one is marked, so that the row is never taken for real.
  fileprivate func exampleValue(isFirst: Bool, _ language: Language) -> InputTemplate.Example {
    let text = example[language]
    if isFirst { return .text(ExampleRow.mark[language] + text) }
    if text.isEmpty { return .none }
    if form == .date, let day = try? Day(text: text) { return .day(day) }
    if form.isNumeric, let number = Double(text) { return .number(number) }
    return .text(text)
  }
}
