import Policy

/// A cell while its elements come in.
struct CellDraft {
  let reference: CellReference
  /// The type of its value, as the attribute `t` says.
  let type: String
  let format: NumberKind
  let isHidden: Bool

  private enum Target { case value, formula, inlineText }

  private var target: Target?
  private var phoneticDepth = 0
  private var value = ""
  private var inlineText: String?
  private var formula: String?
  private var formulaAttributes: [String: String] = [:]

  init(reference: CellReference, type: String, format: NumberKind, isHidden: Bool) {
    self.reference = reference
    self.type = type
    self.format = format
    self.isHidden = isHidden
  }

  mutating func start(
    _ name: String, _ attributes: [String: String]
  ) throws(WorkbookReadingError) {
    switch name {
    case "v": target = .value
    case "f":
      target = .formula
      formula = ""
      formulaAttributes = attributes
    case "is": inlineText = ""
    // Text that tells how other text is pronounced is no part of it.
    case "rPh": phoneticDepth += 1
    case "t" where inlineText != nil && phoneticDepth == 0: target = .inlineText
    default: break
    }
  }

  mutating func text(_ text: String) throws(WorkbookReadingError) {
    let length: Int
    switch target {
    case nil: return
    case .value:
      value += text
      length = value.utf8.count
    case .formula:
      formula?.append(text)
      length = formula?.utf8.count ?? 0
    case .inlineText:
      inlineText?.append(text)
      length = inlineText?.utf8.count ?? 0
    }
    guard length <= WorkbookReadingLimits.textLengthBytes else {
      throw WorkbookReadingError(
        "the cell's text is too long",
        expected: "at most \(WorkbookReadingLimits.textLengthBytes) bytes", at: reference)
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "rPh": phoneticDepth -= 1
    case "v", "f", "t": target = nil
    default: break
    }
  }

  /// The cell; `nil` where it holds nothing.
  func finished(
    shared: SharedTexts, part: String
  ) throws(WorkbookReadingError) -> SheetCell? {
    let value = try decodedValue(shared: shared, part: part)
    let formula = try decodedFormula(part: part)
    if value == .none, formula == nil { return nil }
    return SheetCell(
      reference: reference, value: value, formula: formula, format: format, isHidden: isHidden)
  }

  private func decodedValue(
    shared: SharedTexts, part: String
  ) throws(WorkbookReadingError) -> SheetCell.Value {
    if type == "inlineStr" { return inlineText.map { .text(EscapedText.decoded($0)) } ?? .none }
    if type == "str" {
      // A formula may well come to an empty text.
      return value.isEmpty && formula == nil ? .none : .text(EscapedText.decoded(value))
    }
    let value = value.trimmingASCIISpaces
    guard !value.isEmpty else { return .none }
    switch type {
    case "s":
      guard let index = Int(value), let text = shared.text(at: index) else {
        throw .broken(
          part, "gives the cell a shared text \(value.prefix(40)) that is not there",
          at: reference)
      }
      return .text(text)
    case "b":
      guard ["0", "1", "true", "false"].contains(value) else {
        throw .broken(part, "gives the cell neither yes nor no", at: reference)
      }
      return .boolean(isTrue(value))
    case "e": return .error(value)
    case "d": return .date(value)
    case "n":
      guard DecimalNumber(value) != nil else {
        throw .broken(
          part, "gives the cell a number “\(value.prefix(40))” that is none", at: reference)
      }
      return .number(value)
    default: throw .broken(part, "gives the cell a type “\(type.prefix(40))”", at: reference)
    }
  }

  private func decodedFormula(part: String) throws(WorkbookReadingError) -> CellFormula? {
    guard let formula else { return nil }
    let text = EscapedText.decoded(formula)
    let range = formulaAttributes["ref"]
    switch formulaAttributes["t"] ?? "normal" {
    case "normal": return CellFormula(text: text, kind: .plain)
    case "array": return CellFormula(text: text, kind: .array(range: range ?? "\(reference)"))
    case "dataTable":
      return CellFormula(text: text, kind: .dataTable(range: range ?? "\(reference)"))
    case "shared":
      guard let group = formulaAttributes["si"].flatMap(Int.init), group >= 0 else {
        throw .broken(part, "shares a formula with no group of cells", at: reference)
      }
      return CellFormula(text: text, kind: .shared(group: group, range: range))
    case let kind:
      throw .broken(
        part, "gives the cell a formula of the type “\(kind.prefix(40))”", at: reference)
    }
  }
}

extension String {
  /// The text without the spaces of ASCII around it.
  fileprivate var trimmingASCIISpaces: String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
      return self
    }
    var rest = utf8.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(Substring(rest))
  }
}
