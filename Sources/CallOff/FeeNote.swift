public import Policy
import Quantities

/// Something that a reader of all fees has to know: an assumption, a missing record, a legal note.
public enum FeeNote: Hashable, Sendable {
  /// The tier table is a demonstration, no official one.
  case demonstrationTable(name: String)
  /// Some tiers charge more than 1 %.
  case tiersAbovePrinciple([Int])
  /// The rate is the same for every order, while the fee must vary with amount or quantity.
  case flatTiers
  /// The fee falls at a boundary; some orders sit just above it.
  case notch(Notch, orderCount: Int)
  /// There are no collection records, so collected is 0.
  case noCollectionRecords
  /// The due date reads the performance period as the contract's own.
  case dueDateAssumed
  /// When a cancelled or returned order's fee counts is an assumption.
  case cancellationTimingAssumed(cancelled: Int, pending: Int)
  /// A contract may be ordered under for longer than two years.
  case orderingPeriodTooLong(Contract)

  /// Where the rule behind the note is stated; `nil` where the note only points at the data.
  public var rule: Derivation.Rule? {
    switch self {
    case .tiersAbovePrinciple, .flatTiers: FeePrinciple.rule
    case .dueDateAssumed: DueDate.reading
    case .cancellationTimingAssumed: FeeStanding.timing
    case .orderingPeriodTooLong: OrderingPeriod.rule
    case .demonstrationTable, .notch, .noCollectionRecords: nil
    }
  }

  /// The note in words.
  public var phrase: Phrase {
    switch self {
    case .demonstrationTable(let name):
      Phrase(
        "the tier table \(name) is a demonstration; the official tiers are not public",
        "級距表 \(name) 僅供示範；正式級距未公開")
    case .tiersAbovePrinciple(let indices):
      Phrase(
        "tier \(FeeNote.list(indices, ", ")) charges more than 1 %, the most by principle (Art. 14)",
        "第 \(FeeNote.list(indices, "、")) 級逾訂購金額 1% 之原則（第14條）")
    case .flatTiers:
      Phrase(
        "one rate for every order, while the fee must vary with order amount or quantity (Art. 14)",
        "各訂單費率相同；依第14條，費用應依訂購金額或數量高低而有不同")
    case .notch(let notch, let count):
      Phrase(
        "notch: \(notch.phrase.english); orders there: \(count)",
        "級距落差：\(notch.phrase.traditionalChinese)；落於此區間之訂單：\(count) 筆")
    case .noCollectionRecords:
      Phrase("no collection records: collected is taken as 0", "無收款紀錄：已收金額以 0 計")
    case .dueDateAssumed:
      Phrase(
        "due on the day after the contract's end: the performance period is read as the contract's",
        "應繳日為契約迄日之次日：將履約期限解為契約期間")
    case .cancellationTimingAssumed(let cancelled, let pending):
      Phrase(
        "\(cancelled) cancelled: accrued on the order date, reversed on the ruling date;"
          + " \(pending) with a return pending: not accrued",
        "已取消 \(cancelled) 筆：於訂購日計列、於裁定日沖回；退件待裁定 \(pending) 筆：未計列")
    case .orderingPeriodTooLong(let contract):
      Phrase(
        "contract \(contract.caseNumber), \(contract.start) to \(contract.end):"
          + " longer than the two years that Art. 11 allows",
        "契約 \(contract.caseNumber)（\(contract.start) 至 \(contract.end)）逾第11條所定二年期限")
    }
  }

  private static func list(_ indices: [Int], _ separator: String) -> String {
    indices.map { String($0 + 1) }.joined(separator: separator)
  }
}
