/// Names of sheets and tables as spreadsheets allow them.
enum SheetNames {
  /// One valid and unique name for each wish, in order.
  ///
  /// At most 31 UTF-16 units; none of `[ ] : * ? / \`; no apostrophe at either end; not `History`,
  /// which Excel keeps for itself; unique without regard to case.
  static func unique(_ wishes: [String]) -> [String] {
    var taken: Set<String> = []
    return wishes.enumerated().map { index, wish in
      let base = valid(wish) ?? "Sheet \(index + 1)"
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        let suffix = " (\(number))"
        name =
          SheetText.prefix(of: base, units: SheetLimits.nameLength - suffix.utf16.count) + suffix
        number += 1
      }
      return name
    }
  }

  /// The wish for the name of one of several sheets: "Name", "Name (2)" and so on, the number never cut.
  static func numbered(_ wish: String, _ number: Int) -> String {
    guard number > 1 else { return wish }
    let suffix = " (\(number))"
    return SheetText.prefix(
      of: valid(wish) ?? "Sheet", units: SheetLimits.nameLength - suffix.utf16.count) + suffix
  }

  private static func valid(_ wish: String) -> String? {
    let replaced = wish.map { character -> Character in
      if "[]:*?/\\".contains(character) { return "-" }
      return character.isNewline || character == "\t" ? " " : character
    }
    var name = SheetText.cleaned(String(replaced))
    name = SheetText.prefix(of: trimmed(name), units: SheetLimits.nameLength)
    name = trimmed(name)
    if name.lowercased() == "history" { name += "_" }
    return name.isEmpty ? nil : name
  }

  private static func trimmed(_ name: String) -> String {
    var rest = Substring(name)
    while let first = rest.first, first == " " || first == "'" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "'" { rest.removeLast() }
    return String(rest)
  }

  /// A name as a formula refers to it: always quoted, so that no name needs a special case.
  static func quoted(_ name: String) -> String {
    "'" + name.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }

  /// Whether spreadsheets take a text as a name for cells.
  ///
  /// A letter or `_`, then letters, digits, `_` and `.`; nothing that reads as a cell, such as `A1`
  /// or `R1C1`. Restricted to ASCII.
  static func isDefinedName(_ text: String) -> Bool {
    let isLetter: (Character) -> Bool = { $0.isASCII && $0.isLetter }
    guard let first = text.first, isLetter(first) || first == "_", text.utf8.count <= 255,
      text.allSatisfy({ isLetter($0) || ($0.isASCII && $0.isNumber) || $0 == "_" || $0 == "." })
    else { return false }
    return !readsAsCell(text)
  }

  /// A native name for each table key: never like a cell, unique without regard to case.
  static func uniqueTableNames(_ keys: [String]) -> [String: String] {
    var taken: Set<String> = []
    var names: [String: String] = [:]
    for key in keys {
      let base = SheetText.prefix(
        of: "table_"
          + String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" as Character }),
        units: 200)
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base)_\(number)"
        number += 1
      }
      names[key] = name
    }
    return names
  }

  /// Headings as a native table needs them: on one line, not empty, unique without regard to case.
  static func uniqueHeadings(_ wishes: [String]) -> [String] {
    var taken: Set<String> = []
    return wishes.enumerated().map { index, wish in
      let line = SheetText.onOneLine(wish, units: 240)
      let base = line.isEmpty ? "\(index + 1)" : line
      var heading = base
      var number = 2
      while !taken.insert(heading.lowercased()).inserted {
        heading = "\(base) \(number)"
        number += 1
      }
      return heading
    }
  }

  private static func readsAsCell(_ text: String) -> Bool {
    let lower = text.lowercased()
    let letters = lower.prefix { $0.isLetter }
    let digits = lower.dropFirst(letters.count)
    if letters.count <= 3, !digits.isEmpty, digits.allSatisfy(\.isNumber) { return true }
    guard lower.first == "r" || lower.first == "c" else { return false }
    // R, C, R1, C1, RC, R1C1 …
    let afterRow = lower.first == "r" ? lower.dropFirst().drop(while: \.isNumber) : lower[...]
    guard afterRow.first == "c" else { return afterRow.isEmpty }
    return afterRow.dropFirst().allSatisfy(\.isNumber)
  }
}
