import Pipeline
import Policy
import Quantities
import Simulation

extension CutoffEquilibria {
  static let tableKey = "cutoff_equilibria"

  /// One row a number of vendors: the mean price paid and the bid of the lowest cost under each share,
  /// in percent of the reserve price.
  var table: ReportTable {
    var table = ReportTable(
      CutoffEquilibria.tableKey, title: title,
      columns: [.integer("vendors", Phrase("vendors", "廠商數"), width: .characters(8))]
        + shares.map {
          .percentage(
            "mean_\($0.key)",
            Phrase("mean price \($0.phrase.english)", "平均決標價 \($0.phrase.traditionalChinese)"),
            width: .characters(10))
        }
        + shares.map {
          .percentage(
            "bid_\($0.key)",
            Phrase(
              "lowest bid \($0.phrase.english)",
              "最低標價 \($0.phrase.traditionalChinese)"),
            width: .characters(10))
        })
    for row in rows {
      let cells = { (part: (Point) -> Rational) in
        row.points.map { point -> Cell in
          guard let point = try? point.get() else {
            return .phrase(Phrase("no equilibrium", "無均衡"))
          }
          return .percentage(part(point))
        }
      }
      table.append(
        [.count(row.vendorCount)] + cells { $0.meanPrice } + cells { $0.lowestCostBid },
        key: "\(row.vendorCount)")
    }
    return table
  }

  private var title: Phrase {
    Phrase(
      "Equilibrium by number of vendors, \(rounding.phrase.english), % of the reserve price; costs"
        + " \(costs.text) of it (assumed)",
      "各廠商數之均衡（\(rounding.phrase.traditionalChinese)），占底價 %；成本為底價之 \(costs.text)（假設）")
  }

  /// What the numbers rest on.
  var assumption: Phrase {
    Phrase(
      "A model, not a forecast: so many vendors could bid, alike but for private costs of"
        + " \(costs.text) of the reserve price; each knows the rule and the distribution, bids when its"
        + " cost is at most the reserve price, and is paid its own bid. The lowest bid is that of a"
        + " vendor with the lowest possible cost.",
      "本結果為模型而非預測：可能投標之廠商除私有成本外皆相同，成本為底價之 \(costs.text)；"
        + "各廠商知悉決標規則與成本分布，成本不逾底價即投標，並以自身標價決標。最低標價為成本最低廠商之標價。")
  }

  /// The mean price of ten vendors under the policy's own share and the smallest one, in a sentence.
  ///
  /// - Parameter share: The policy's own.
  /// - Returns: `nil` where there is no equilibrium.
  func finding(at share: Share) -> Phrase? {
    let vendorCount = 10
    guard let row = rows.first(where: { $0.vendorCount == vendorCount }), let last = shares.last
    else { return nil }
    let shown = share == last ? [share] : [share, last]
    var parts: [Phrase] = []
    for share in shown {
      guard let index = shares.firstIndex(of: share), let point = try? row.points[index].get(),
        let percent = try? point.meanPrice * Rational(100)
      else { return nil }
      let price = percent.decimalText(fractionDigitLimit: 2)
      parts.append(
        Phrase(
          "\(price) % of the reserve price at a share of \(share.phrase.english)",
          "決標比例 \(share.phrase.traditionalChinese) 時為底價之 \(price)%"))
    }
    return Phrase(
      "With \(vendorCount) vendors the mean price paid is "
        + parts.map(\.english).joined(separator: ", "),
      "\(vendorCount) 家廠商之平均決標價，" + parts.map(\.traditionalChinese).joined(separator: "，")
    )
    .ended
  }
}

extension Phrase {
  /// The sentence with its full stop.
  fileprivate var ended: Phrase { Phrase(english + ".", traditionalChinese + "。") }
}

extension EquilibriumError {
  /// Why there is no equilibrium, in words.
  var phrase: Phrase {
    let chinese =
      switch self {
      case .vendorCount, .bidCounts, .costCount, .reserve, .priceSensitivity,
        .vendorCountWithPreference:
        "參數超出範圍"
      case .noSteadyBids: "未求得隨成本遞增之均衡標價，請降低價格敏感度"
      case .nobodyEnters: "成本分布均高於底價，無廠商投標"
      case .nobodyAwarded: "決標名額為零，無人得標"
      case .notPayAsBid: "award.contract_price 為 match-lowest，本模型僅適用 own-bid"
      case .arithmetic: "決標比例無法精確計算"
      case .numerical: "數值計算未收斂"
      }
    return Phrase("no equilibrium: \(message)", "無均衡解：\(chinese)")
  }
}
