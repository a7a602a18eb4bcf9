import Pipeline
import Policy
import Quantities
import Tendering

extension CutoffAnalysis {
  /// What the policy's own cutoff does to one item.
  enum Effect: String {
    /// Every valid bid wins.
    case none = "every-bid-wins"
    /// A valid bid is not awarded, or waits for the decision of a tie.
    case bites
    /// There is no valid bid.
    case noValidBid = "no-valid-bid"

    init(_ everyBidWins: Bool?) {
      self =
        switch everyBidWins {
        case true?: .none
        case false?: .bites
        case nil: .noValidBid
        }
    }

    /// The effect in words.
    var phrase: Phrase {
      switch self {
      case .none: Phrase("every bid wins", "皆得標")
      case .bites: Phrase("bites", "有未得標")
      case .noValidBid: Phrase("no valid bid", "無有效標")
      }
    }
  }

  static let itemTableKey = "cutoff_items"
  /// The columns of ``itemTable`` that a terminal has room for.
  var compactColumns: [String] {
    ["item_id", "valid", "effect"] + shares.map { "winners_\($0.key)" }
      + shares.map { "highest_\($0.key)" }
  }

  /// One row an item at the policy's own rounding: winners and highest contract price at each share,
  /// and what a padding bid does at the policy's own.
  var itemTable: ReportTable {
    var table = ReportTable(
      CutoffAnalysis.itemTableKey,
      title: Phrase(
        "Item by item, \(ownReading.rounding.phrase.english)",
        "各品項（\(ownReading.rounding.phrase.traditionalChinese)）"),
      columns: [
        .identifier("item_id", Phrase("item", "品項編號")),
        .integer("valid", Phrase("valid", "有效標"), width: .characters(8)),
        .choice(
          "effect",
          Phrase(
            "at \(ownReading.share.phrase.english)",
            "依 \(ownReading.share.phrase.traditionalChinese)")),
      ]
        + shares.map {
          .integer(
            "winners_\($0.key)",
            Phrase("winners \($0.phrase.english)", "得標 \($0.phrase.traditionalChinese)"),
            width: .characters(10))
        }
        + shares.map {
          .money(
            "highest_\($0.key)",
            Phrase("highest \($0.phrase.english)", "最高價 \($0.phrase.traditionalChinese)"))
        } + [
          .integer(
            "gained", Phrase("added by a bid more", "加一標後增加"), width: .characters(8)),
          .money("change", Phrase("change of the sum", "合計變動")),
        ])
    for item in items ?? [] { append(item, to: &table) }
    return table
  }

  private func append(_ item: ItemCutoff, to table: inout ReportTable) {
    let outcomes = shares.map { share in
      item.outcome(under: CutoffReading(share: share, rounding: ownReading.rounding))
    }
    let own = item.outcome(under: ownReading)
    let effect = Effect(own?.everyBidWins)
    let style: ReportTable.RowStyle =
      switch effect {
      case .none: .attention
      case .bites: .normal
      case .noValidBid: .muted
      }
    var cells: [Cell] = [
      Cell.identifier(item.itemID).linked(
        to: .row(table: ItemAwardSheet.tableKey, key: item.itemID.text)),
      .count(item.validCount), .choice(effect.rawValue, effect.phrase),
    ]
    cells += outcomes.map { CutoffAnalysis.winners(of: $0) }
    cells += outcomes.map { .money($0?.highestPrice) }
    if let padding = own?.padding {
      cells += [
        .integer(padding.gainedCount.map { Int64($0) }), .money(padding.settledChange),
      ]
    }
    table.append(cells, key: item.itemID.text, style: style)
  }

  /// The winners as a number; a pending tie is stated beside it.
  private static func winners(of outcome: ItemCutoff.Outcome?) -> Cell {
    guard let outcome else { return .empty }
    guard outcome.pendingCount > 0 else { return .count(outcome.winnerCount) }
    return .phrase(
      Phrase(
        "\(outcome.winnerCount), \(outcome.pendingCount) tied",
        "\(outcome.winnerCount)，待決 \(outcome.pendingCount)"))
  }
}

extension Cell {
  /// The names of some vendors; nothing where there is none.
  static func names(_ vendors: [VendorID]) -> Cell {
    .text(vendors.isEmpty ? nil : vendors.map(\.text).joined(separator: ", "))
  }
}
