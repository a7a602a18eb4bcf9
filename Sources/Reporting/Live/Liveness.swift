import Policy
import Quantities

/// Whether the tables of a stage hold formulas, or values alone and why.
enum Liveness: Hashable {
  case formulas
  case values(Phrase)

  /// Whether the tables hold formulas.
  var isLive: Bool { self == .formulas }

  /// What stands on each sheet of the stage where it holds values alone.
  var notes: [ReportSheet.Block] {
    guard case .values(let reason) = self else { return [] }
    return [
      .note(
        ReportNote(
          Phrase(
            "This sheet holds values and no formulas: \(reason.english)"
              + " A change of a cell moves nothing here.",
            "本表僅列數值而無公式：\(reason.traditionalChinese)變更儲存格不會連動。"), kind: .warning))
    ]
  }

  /// Values because of a number of rows.
  static func tooManyRows(_ count: Int, of name: Phrase, limit: Int) -> Liveness {
    .values(
      Phrase(
        "the case has \(count) \(name.english), more than the \(limit) up to which a spreadsheet"
          + " recalculates quickly.",
        "本案\(name.traditionalChinese) \(count) 筆，超過試算表可迅速重算之 \(limit) 筆。"))
  }

  /// Values because a spreadsheet would take two names for one.
  static func alikeNames(_ name: Phrase) -> Liveness {
    .values(
      Phrase(
        "a spreadsheet cannot tell all \(name.english) apart (it ignores case and reads ?, * and ~"
          + " as wildcards).",
        "試算表無法區分全部之\(name.traditionalChinese)（不分大小寫，且視 ?、*、~ 為萬用字元）。"))
  }

  /// Values because of amounts that a spreadsheet does not hold exactly.
  static let tooManyDigits = Liveness.values(
    Phrase(
      "an amount has more than 14 digits, which a spreadsheet would change.",
      "有金額超過 14 位數，試算表可能改變其值。"))
}

/// Names as the functions of a spreadsheet compare them.
enum LookupNames {
  /// Characters of a name that spreadsheets look up.
  private static let lengthLimit = 255

  /// Whether `MATCH` finds each of some names, and no other in its place.
  ///
  /// - Parameter names: Each different from the others.
  /// - Returns: Whether a spreadsheet tells them apart.
  /// - Complexity: O(n).
  static func areDistinct(_ names: some Sequence<String>) -> Bool {
    var seen: Set<String> = []
    for name in names {
      guard !name.contains(where: { "*?~".contains($0) }), name.utf16.count <= lengthLimit,
        seen.insert(name.lowercased()).inserted
      else { return false }
    }
    return true
  }
}

extension Money {
  /// Whether a spreadsheet holds the amount as a number: at most 14 digits.
  var isExactInSpreadsheets: Bool { minorUnits.magnitude <= 99_999_999_999_999 }
}
