/// Two cells of one place.
struct CellComparison {
  let written: SheetCell?
  let found: SheetCell?
  let renamed: [String: String]
  let recalculated: SheetCell.Value?

  private var hasSameFormula: Bool {
    guard let left = written?.formula, let right = found?.formula else {
      return written?.formula == nil && found?.formula == nil
    }
    guard left.kind.isArray == right.kind.isArray else { return false }
    if left.text == right.text, renamed.isEmpty { return true }
    return CanonicalFormula.text(of: left.text)
      == CanonicalFormula.text(of: right.text, renamed: renamed)
  }

  /// Whether the formula is as written and only its result was not saved.
  var lacksResult: Bool {
    guard let found, found.formula != nil, found.value == .none, hasSameFormula else {
      return false
    }
    return written?.value != SheetCell.Value.none
  }

  private var hasSameValue: Bool {
    let value = found?.value ?? .none
    let expected = recalculated ?? written?.value ?? .none
    let isResult = written?.formula != nil && found?.formula != nil
    return expected.isSame(as: value, isResult: isResult)
      || expected.isNothing && value.isNothing
  }

  /// What differs; `nil` where nothing does.
  var difference: WorkbookDifference.Kind? {
    guard hasSameFormula else { return .formula }
    guard !hasSameValue, !lacksResult else { return nil }
    guard recalculated != nil, let written, let found,
      written.value.isSame(as: found.value, isResult: true)
    else {
      return .value
    }
    return .notRecalculated
  }

  var shownWritten: String {
    switch difference {
    case .formula: return written?.shownFormula ?? ""
    default: return recalculated.map(\.shown) ?? written?.shownValue ?? ""
    }
  }

  var shownFound: String {
    difference == .formula ? found?.shownFormula ?? "" : found?.shownValue ?? ""
  }
}

extension CellFormula.Kind {
  /// Whether the formula goes through its ranges cell by cell.
  fileprivate var isArray: Bool {
    if case .array = self { true } else { false }
  }
}
