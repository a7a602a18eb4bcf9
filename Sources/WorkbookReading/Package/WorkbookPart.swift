/// Reads the part that lists the sheets and the defined names.
final class WorkbookPart: PartReader {
  /// A sheet as it is listed.
  struct Sheet {
    let name: String
    let relationshipID: String
    let visibility: SheetEntry.Visibility
  }

  private(set) var sheets: [Sheet] = []
  private(set) var definedNames: [WorkbookName] = []
  private(set) var dateSystem = DateSystem.from1900
  private(set) var isWorkbook = false
  private var name: (name: String, sheetIndex: Int?, isHidden: Bool)?
  private var formula = ""

  func start(_ name: String, _ attributes: [String: String]) throws(WorkbookReadingError) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr":
      if attributes["date1904"].map(isTrue) ?? false { dateSystem = .from1904 }
    case "sheet": try addSheet(attributes)
    case "definedName":
      guard definedNames.count < WorkbookReadingLimits.definedNameCount else {
        throw .tooMany(
          "defined names", limit: WorkbookReadingLimits.definedNameCount, in: "the workbook")
      }
      self.name = (
        attributes["name"] ?? "", attributes["localSheetId"].flatMap(Int.init),
        attributes["hidden"].map(isTrue) ?? false
      )
      formula = ""
    default: break
    }
  }

  func text(_ text: String) throws(WorkbookReadingError) {
    guard name != nil else { return }
    formula += text
    guard formula.utf8.count <= WorkbookReadingLimits.textLengthBytes else {
      throw .broken("the workbook", "has a defined name whose formula does not end")
    }
  }

  func end(_ name: String) throws(WorkbookReadingError) {
    guard name == "definedName", let finished = self.name else { return }
    definedNames.append(
      WorkbookName(
        name: finished.name, formula: formula, sheetIndex: finished.sheetIndex,
        isHidden: finished.isHidden))
    self.name = nil
  }

  private func addSheet(_ attributes: [String: String]) throws(WorkbookReadingError) {
    guard sheets.count < WorkbookReadingLimits.sheetCount else {
      throw .tooMany("sheets", limit: WorkbookReadingLimits.sheetCount, in: "the workbook")
    }
    // Writers choose the prefix of the attribute freely.
    let id = attributes.filter { $0.key.hasSuffix(":id") }.min { $0.key < $1.key }?.value
    guard let name = attributes["name"], !name.isEmpty, let id else {
      throw .broken("the workbook", "has a sheet without a name or without a part")
    }
    let visibility: SheetEntry.Visibility =
      switch attributes["state"] {
      case "hidden": .hidden
      case "veryHidden": .veryHidden
      default: .visible
      }
    sheets.append(
      Sheet(name: EscapedText.decoded(name), relationshipID: id, visibility: visibility))
  }
}

/// Whether an attribute of XML Schema's type boolean is set.
func isTrue(_ attribute: String) -> Bool { attribute == "1" || attribute == "true" }
