public import Policy
public import Quantities

/// What one row of evidence does to the computed reserve price: leave-one-out.
///
/// The price is computed anew without the row, from independence on: where the row was the first of
/// several that state one quote, its repeat takes its place. A row that is left out on its own merits
/// has no influence by definition.
public enum Influence: Hashable, Sendable {
  /// The reserve price without the row, less the one with it.
  case difference(Money)
  /// There is no reserve price with the row; without it there is this one.
  case reserveOnlyWithout(Money)
  /// Without the row there is no reserve price.
  case noReserve(NoReserveReason)

  /// The influence in words.
  public var phrase: Phrase {
    switch self {
    case .difference(.zero): Phrase("none", "無")
    case .difference(let change):
      Phrase(
        "without it NT$\(change.signedText)", "剔除後 NT$\(change.signedText)")
    case .reserveOnlyWithout(let reserve):
      Phrase(
        "only without it there is a reserve price, NT$\(reserve.decimalText)",
        "剔除後始有底價 NT$\(reserve.decimalText)")
    case .noReserve(let reason):
      Phrase(
        "without it no reserve price: \(reason.phrase.english)",
        "剔除後無底價：\(reason.phrase.traditionalChinese)")
    }
  }
}

extension Money {
  /// The amount with its sign, plus included.
  fileprivate var signedText: String { (self > .zero ? "+" : "") + decimalText }
}

/// Computes an item's reserve price without one of its rows.
struct LeaveOneOut {
  let policy: ReservePolicy
  let review: EvidenceReview
  let classes: PerEvidenceClass<ClassPrices>
  let computed: ComputedReserve

  /// The influence of a row.
  ///
  /// Only the classes of the row and of its substitute are tested again.
  ///
  /// - Complexity: O(k log k) in the rows of these classes.
  func influence(ofRow index: Int) -> Influence {
    guard review.exclusions[index] == nil, let price = review.normalised[index] else {
      return .difference(.zero)
    }
    var changed = classes
    do throws(ArithmeticOverflow) {
      let evidenceClass = review.rows[index].origin.evidenceClass
      try change(&changed, evidenceClass) { prices in
        prices.firstIndex(of: price.price.minorUnits).map { _ = prices.remove(at: $0) }
      }
      if let other = review.substitutes[index], let price = review.normalised[other] {
        try change(&changed, review.rows[other].origin.evidenceClass) { prices in
          let place = prices.firstIndex { $0 > price.price.minorUnits } ?? prices.endIndex
          prices.insert(price.price.minorUnits, at: place)
        }
      }
    } catch {
      return .noReserve(.notExact(error))
    }
    return compare(with: policy.reserve(by: policy.combine, from: changed))
  }

  private func change(
    _ classes: inout PerEvidenceClass<ClassPrices>, _ evidenceClass: EvidenceClass,
    _ edit: (inout [Rational]) -> Void
  ) throws(ArithmeticOverflow) {
    var prices = classes[evidenceClass].sorted
    edit(&prices)
    classes[evidenceClass] = try ClassPrices(
      sorted: prices, of: evidenceClass, outlierZ: policy.outlierZ)
  }

  private func compare(with other: ComputedReserve) -> Influence {
    switch (computed, other) {
    case (_, .none(let reason)): return .noReserve(reason)
    case (.none, .price(_, let without)): return .reserveOnlyWithout(without)
    case (.price(_, let with), .price(_, let without)):
      do {
        return .difference(try without - with)
      } catch {
        return .noReserve(.notExact(error))
      }
    }
  }
}
