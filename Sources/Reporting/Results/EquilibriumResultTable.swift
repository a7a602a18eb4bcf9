import Foundation
public import Policy
public import Simulation
import Statistics

extension Equilibrium {
  /// The table of `awardsim equilibrium`: one row a cost, the lowest first.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "equilibrium", title: Phrase("Equilibrium bids", "均衡標價"),
      columns: [
        .real("cost", Phrase("cost", "成本"), fractionDigitCount: 4),
        .real("bid", Phrase("bid", "標價"), fractionDigitCount: 4),
        .real("win_probability", Phrase("win probability", "得標機率"), fractionDigitCount: 4),
      ])
    for bid in bids { table.append([.real(bid.cost), .real(bid.bid), .real(bid.winProbability)]) }
    return table
  }

  /// What a reader should know beside the rows: the mean price paid, entry, whether the cutoff bites,
  /// the error, and that all of it is a model.
  public var notes: [Phrase] {
    let mean = Equilibrium.text(meanPrice.value)
    let percent = Equilibrium.text(100 * meanPrice.value / reserve, decimals: 2)
    let entry = Equilibrium.text(100 * entryProbability, decimals: 2)
    let bidCount = Equilibrium.text(bidCountMean, decimals: 2)
    let awardedCount = Equilibrium.text(awardedCountMean, decimals: 2)
    return [
      Phrase(
        "mean price paid, pooled over awarded bids: \(mean), \(percent)% of the reserve price",
        "決標價平均（全部得標標價合計）：\(mean)，為底價之 \(percent)%"),
      Phrase(
        "a vendor enters with probability \(entry)%; expected \(bidCount) bids, of which"
          + " \(awardedCount) awarded",
        "廠商投標機率 \(entry)%；預期 \(bidCount) 件投標，其中 \(awardedCount) 件得標"),
      competition,
      Phrase(
        "a model, not a forecast: vendors alike but for private costs, who know the rule and the"
          + " distribution of costs, paid their own bids (assumed)",
        "本結果為模型而非預測：假設廠商除私有成本外皆相同，知悉決標規則與成本分布，並以自身標價決標"),
    ]
  }

  private var competition: Phrase {
    if everyBidWins {
      return Phrase(
        "every valid bid wins, whatever the number of bids: vendors bid the reserve price, and the"
          + " cutoff alone brings no competition",
        "無論投標家數，有效標皆得標：廠商以底價投標，決標比率本身不產生競爭")
    }
    let error = Equilibrium.errorText(largestError, floor: 1e-14 * reserve)
    let meanError = Equilibrium.errorText(meanPrice.error, floor: 1e-14 * reserve)
    return Phrase(
      "estimated error of the quadrature: bids within \(error), the mean price within \(meanError)",
      "數值積分之估計誤差：標價 \(error) 以內，平均價 \(meanError) 以內")
  }

  private static func text(_ number: Double, decimals: Int = 4) -> String {
    String(format: "%.\(decimals)f", number)
  }

  /// An error of two digits, rounded up; never below what rounding alone may do.
  private static func errorText(_ error: Double, floor: Double) -> String {
    String(format: "%.1e", max(error * 1.05, floor))
  }
}
