public import Policy
public import Quantities

/// The reserve price that a method computes, or why it computes none.
public enum ComputedReserve: Hashable, Sendable {
  /// The exact price, and the reserve price that rounding down made of it.
  case price(ExactPrice, reserve: Money)
  /// There is none.
  case none(NoReserveReason)

  /// The computed reserve price; `nil` when there is none.
  public var reservePrice: Money? {
    guard case .price(_, let reserve) = self else { return nil }
    return reserve
  }
}

extension ReservePolicy {
  /// The reserve price of one method, guarded and rounded.
  func reserve(
    by method: CombinationMethod, from classes: PerEvidenceClass<ClassPrices>
  ) -> ComputedReserve {
    let effective = EvidenceClass.allCases.reduce(0) { $0 + classes[$1].sorted.count }
    guard effective >= minimumEffectiveSources else {
      return .none(.tooFewSources(effective: effective, minimum: minimumEffectiveSources))
    }
    do throws(ArithmeticOverflow) {
      switch try combined(method, classes) {
      case .success(let price): return try roundedDown(ExactPrice(minorUnits: price))
      case .failure(let reason): return .none(reason)
      }
    } catch {
      return .none(.notExact(error))
    }
  }
}

/// Why an item has no reserve price.
public enum NoReserveReason: Error, Hashable, Sendable {
  /// No row of evidence names the item.
  case noEvidence
  /// Fewer rows are effective than the policy asks for.
  case tooFewSources(effective: Int, minimum: Int)
  /// The one class that the method looks at has no price.
  case classWithoutPrice(EvidenceClass)
  /// The outlier test left no row.
  case noRowLeft
  /// The weights of the classes that have a price are all 0.
  case weightsSumToZero
  /// The exact price is below the unit that prices are rounded down to.
  case roundsToZero(ExactPrice, unit: Money)
  /// A step has no exact result within the range of numbers.
  case notExact(ArithmeticOverflow)

  /// The reason as programs read it, the `status` of the reserve table.
  public var statusText: String {
    switch self {
    case .noEvidence: "no-evidence"
    case .tooFewSources: "too-few-sources"
    case .classWithoutPrice, .noRowLeft, .weightsSumToZero: "no-class-price"
    case .roundsToZero: "rounds-to-zero"
    case .notExact: "not-exact"
    }
  }

  /// The reason in words.
  public var phrase: Phrase {
    switch self {
    case .noEvidence: Phrase("there is no price evidence", "無價格資料")
    case .tooFewSources(let effective, let minimum):
      Phrase(
        "\(effective) rows are effective, at least \(minimum) are needed",
        "有效資料 \(effective) 筆，未達最低 \(minimum) 筆")
    case .classWithoutPrice(let evidenceClass):
      Phrase(
        "the class \(evidenceClass.phrase.english) has no price",
        "「\(evidenceClass.phrase.traditionalChinese)」無可採計之價格")
    case .noRowLeft: Phrase("the outlier test leaves no row", "離群值檢定後無資料留存")
    case .weightsSumToZero:
      Phrase("the weights of the classes with a price are all 0", "有價格之類別權重均為 0")
    case .roundsToZero(let price, let unit):
      Phrase(
        "NT$\(price.decimalText) rounded down to a multiple of NT$\(unit.decimalText) is 0",
        "NT$\(price.decimalText) 無條件捨去至 NT$\(unit.decimalText) 之倍數後為 0")
    case .notExact(let overflow):
      Phrase(
        "cannot be computed exactly: \(overflow.operation) does not fit",
        "無法精確計算（\(overflow.operation)：超出數值範圍）")
    }
  }
}
