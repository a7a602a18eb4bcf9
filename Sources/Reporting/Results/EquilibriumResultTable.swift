import Foundation
public import Policy
public import Simulation
import Statistics

extension Equilibrium {
  /// The table of `awardsim equilibrium`: one row a cost, the lowest first.
  ///
  /// With a price sensitivity each row also has the expected share of the orders.
  public var resultTable: ReportTable {
    var columns: [ReportTable.Column] = [
      .real("cost", Phrase("cost", "成本"), fractionDigitCount: 4),
      .real("bid", Phrase("bid", "標價"), fractionDigitCount: 4),
      .real("win_probability", Phrase("win probability", "得標機率"), fractionDigitCount: 4),
    ]
    if priceSensitivity != nil {
      columns.append(
        .real("order_share", Phrase("order share", "訂單占比"), fractionDigitCount: 4))
    }
    var table = ReportTable(
      "equilibrium", title: Phrase("Equilibrium bids", "均衡標價"), columns: columns)
    for bid in bids {
      var cells: [Cell] = [.real(bid.cost), .real(bid.bid), .real(bid.winProbability)]
      if let share = bid.orderShare { cells.append(.real(share)) }
      table.append(cells)
    }
    return table
  }

  /// What a reader should know beside the rows: the mean prices, entry, where competition comes from,
  /// the error, and that all of it is a model.
  public var notes: [Phrase] {
    let entry = Equilibrium.text(100 * entryProbability, decimals: 2)
    let bidCount = Equilibrium.text(bidCountMean, decimals: 2)
    let awardedCount = Equilibrium.text(awardedCountMean, decimals: 2)
    var notes = [
      price(
        meanPrice, "mean price paid, pooled over awarded bids", "決標價平均（全部得標標價合計）")
    ]
    if let orderMeanPrice {
      notes.append(
        price(orderMeanPrice, "expected price paid per order", "每筆訂單之預期價格"))
    }
    notes.append(
      Phrase(
        "a vendor enters with probability \(entry)%; expected \(bidCount) bids, of which"
          + " \(awardedCount) awarded",
        "廠商投標機率 \(entry)%；預期 \(bidCount) 件投標，其中 \(awardedCount) 件得標"))
    notes += [competition, precision, orders].compactMap(\.self)
    notes.append(
      Phrase(
        "a model, not a forecast: vendors alike but for private costs, who know the rule and the"
          + " distribution of costs, paid their own bids (assumed)",
        "本結果為模型而非預測：假設廠商除私有成本外皆相同，知悉決標規則與成本分布，並以自身標價決標"))
    return notes
  }

  private func price(_ mean: Integral, _ english: String, _ chinese: String) -> Phrase {
    let value = Equilibrium.text(mean.value)
    let percent = Equilibrium.text(100 * mean.value / reserve, decimals: 2)
    return Phrase(
      "\(english): \(value), \(percent)% of the reserve price",
      "\(chinese)：\(value)，為底價之 \(percent)%")
  }

  /// Where every valid bid wins: what that leaves of competition.
  private var competition: Phrase? {
    guard everyBidWins else { return nil }
    guard priceSensitivity != nil else {
      return Phrase(
        "every valid bid wins, whatever the number of bids: vendors bid the reserve price, and the"
          + " cutoff alone brings no competition",
        "無論投標家數，有效標皆得標：廠商以底價投標，決標比率本身不產生競爭")
    }
    guard meanPrice.value < reserve * (1 - 1e-9) else {
      return Phrase(
        "every valid bid wins, whatever the number of bids, and agencies' preference for cheaper"
          + " vendors is too weak: vendors bid the reserve price",
        "無論投標家數，有效標皆得標，且機關偏好低價之程度不足：廠商以底價投標")
    }
    return Phrase(
      "every valid bid wins, whatever the number of bids: the cutoff alone would leave bids at the"
        + " reserve price, and agencies' preference for cheaper vendors brings the competition",
      "無論投標家數，有效標皆得標：決標比率本身將使標價停在底價，競爭來自機關偏好低價廠商")
  }

  /// How exact the numbers are; `nil` where they are exact.
  private var precision: Phrase? {
    let error = Equilibrium.errorText(largestError, floor: 1e-14 * reserve)
    let meanError = Equilibrium.errorText(meanPrice.error, floor: 1e-14 * reserve)
    if priceSensitivity != nil {
      return Phrase(
        "estimated error, from a solution on half the grid: bids within \(error), the mean price"
          + " within \(meanError)",
        "估計誤差（與半數格點之解比較）：標價 \(error) 以內，平均價 \(meanError) 以內")
    }
    guard !everyBidWins else { return nil }
    return Phrase(
      "estimated error of the quadrature: bids within \(error), the mean price within \(meanError)",
      "數值積分之估計誤差：標價 \(error) 以內，平均價 \(meanError) 以內")
  }

  /// How orders are divided, with a price sensitivity.
  private var orders: Phrase? {
    guard let priceSensitivity else { return nil }
    guard priceSensitivity > 0 else {
      return Phrase(
        "awarded vendors divide an item's orders evenly (assumed)",
        "得標廠商平均分配該品項之訂單（假設）")
    }
    let factor = Equilibrium.significantText(exp(priceSensitivity / 100))
    return Phrase(
      "awarded vendors divide an item's orders: one that is cheaper by 1% of the reserve price is"
        + " chosen \(factor) times as often (assumed)",
      "得標廠商分配該品項之訂單：標價較他家低底價之 1% 者，被選中之機率為其 \(factor) 倍（假設）")
  }

  private static func text(_ number: Double, decimals: Int = 4) -> String {
    String(format: "%.\(decimals)f", number)
  }

  /// A number of four significant digits.
  private static func significantText(_ number: Double) -> String {
    String(format: "%.4g", number)
  }

  /// An error of two digits, rounded up; never below what rounding alone may do.
  private static func errorText(_ error: Double, floor: Double) -> String {
    String(format: "%.1e", max(error * 1.05, floor))
  }
}
