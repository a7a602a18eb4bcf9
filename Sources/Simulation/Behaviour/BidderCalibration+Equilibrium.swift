import Pipeline
import Policy
import Pricing
import Quantities

extension BidderCalibration {
  /// The vendors of an equilibrium.
  ///
  /// - Returns: `nil` where no item of the category has a reserve price.
  /// - Throws: ``BehaviourProblem/noVendors(_:)`` where there are neither past ones nor a stated number.
  mutating func equilibrium(
    _ category: Category, _ stated: BehaviourSettings
  ) throws(BehaviourProblem) -> EquilibriumBidders? {
    guard past.categories[category] != nil else { return nil }
    let isStated = stated.value(\.potentialVendors, of: category) != nil
    let candidates = candidates(
      category, evidence(category), stated, .none(vendorCount: past.vendors.count))
    guard isStated || !candidates.isEmpty else { throw .noVendors(category) }
    let costs = stated.value(\.costs, of: category)
    let scale = stated.value(\.costScale, of: category)
    let scaled = scale.map { (costs ?? .assumed).scaled(by: $0) } ?? costs ?? .assumed
    let basis = costs == nil ? ("assumed", "假設") : ("stated", "所定")
    note(
      category,
      "bids are the equilibrium of \(candidates.count) vendors"
        + (isStated ? "" : ", those with past bids (assumed),")
        + " whose costs are \(scaled.text) of the baseline's reserve price (\(basis.0))",
      "標價為 \(candidates.count) 家廠商" + (isStated ? "" : "（既往投標者，假設）")
        + "之均衡標價，成本為基準底價之 \(scaled.text)（\(basis.1)）")
    let sensitivity = stated.value(\.expectedPriceSensitivity, of: category)
    note(
      category,
      sensitivity.map {
        "vendors expect agencies to mind the price with a sensitivity of \($0.decimalText) (stated)"
      } ?? "an award is worth the same to a vendor at any price of the others (assumed)",
      sensitivity.map { "廠商預期機關之價格敏感度為 \($0.decimalText)（所定）" }
        ?? "得標之價值不因他廠價格而異（假設）")
    let unused =
      (stated.categories[category] ?? .init()).keysOfDrawnBids
      + stated.all.keysOfDrawnBids
    if !unused.isEmpty {
      let keys = Set(unused).sorted().joined(separator: ", ")
      note(
        category, "without effect where bids are an equilibrium: \(keys)",
        "標價為均衡解，下列設定不生影響：\(keys)")
    }
    let isDisqualifying = stated.value(\.disqualificationRate, of: category) != nil
    return EquilibriumBidders(
      costs: scaled, expectedPriceSensitivity: sensitivity?.value.approximation,
      candidates: candidates,
      disqualifiedBelow: isDisqualifying
        ? try fitting { () throws(ArithmeticOverflow) in
          try disqualification(category, past.pooled, stated)
        } : 0)
  }
}
