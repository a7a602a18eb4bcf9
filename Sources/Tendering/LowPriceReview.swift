public import Policy
public import Quantities

/// What about a low price calls for a review; the raw values are the tokens that tables use.
public enum LowPriceFlag: String, CaseIterable, Sendable {
  /// Read as a total: below 80 % of the reserve price.
  case belowTotal = "below-total"
  /// Read as an item: below 70 % of its reserve price.
  case belowItem = "below-item"
  /// Below 70 % of another agency's recent award price.
  case belowAgencyAward = "below-agency-award"
  /// Below 70 % of the reference price.
  case belowReference = "below-reference"
}

/// A low price that the law wants reviewed; a flag on a valid bid, never a rejection.
///
/// Government Procurement Act, Art. 58; Enforcement Rules, Art. 79 and 80; Guarantee Regulations,
/// Art. 30 I. Explanation comes first; security is asked for only where the explanation is not fully
/// reasonable. The law speaks of the lowest bidder; flagging every such bid, and reading an item's
/// bid as a total against its own reserve, is assumed. All comparisons are strictly below.
public struct LowPriceReview: Hashable, Sendable {
  /// One comparison that the price lies below.
  public struct Finding: Hashable, Sendable {
    /// Which comparison.
    public let flag: LowPriceFlag
    /// The share of the comparison price that is the limit.
    public let share: Share
    /// The price that is compared with.
    public let comparisonPrice: Money

    /// The finding in words.
    public var phrase: Phrase {
      let percent = share.percentText
      let price = "NT$\(comparisonPrice.decimalText)"
      return switch flag {
      case .belowTotal:
        Phrase(
          "as a total, below \(percent) of the reserve price of \(price)",
          "以總標價計，低於底價 \(price) 之 \(percent)")
      case .belowItem:
        Phrase(
          "as a part, below \(percent) of its reserve price of \(price)",
          "以部分標價計，低於該部分底價 \(price) 之 \(percent)")
      case .belowAgencyAward:
        Phrase(
          "below \(percent) of another agency's recent award price of \(price)",
          "低於其他機關最近辦理相同採購決標價 \(price) 之 \(percent)")
      case .belowReference:
        Phrase(
          "below \(percent) of the reference price of \(price)",
          "低於可供參考之一般價格 \(price) 之 \(percent)")
      }
    }
  }

  /// What security a low total allows to ask for.
  public enum TotalSecurity: Hashable, Sendable {
    /// 80 % of the reserve less the bid, rounded up to a cent.
    case amount(Money)
    /// None is asked for below 70 % of the reserve.
    case noneAsked
  }

  /// The comparisons that the price lies below, in the order of ``LowPriceFlag``; at least one.
  public let findings: [Finding]
  /// The security by the total; `nil` when the total is not low.
  public let totalSecurity: TotalSecurity?
  /// The security by the part: 70 % of its reserve less its price, rounded up to a cent; `nil` when
  /// the price is not below that.
  public let partSecurity: Money?

  /// The tokens of the findings, joined by ";".
  public var flagText: String { findings.map(\.flag.rawValue).joined(separator: ";") }

  /// What the agency does about it, in order.
  public var procedure: Phrase {
    let total: Phrase? =
      switch totalSecurity {
      case .amount(let security):
        Phrase(
          "NT$\(security.decimalText) by the total", "以總標價計 NT$\(security.decimalText)")
      case .noneAsked:
        Phrase("by the total none is asked for this low", "以總標價計過低，不通知提出擔保")
      case nil: nil
      }
    let part = partSecurity.map {
      Phrase("NT$\($0.decimalText) by the part", "以部分標價計 NT$\($0.decimalText)")
    }
    let securities = [total, part].compactMap { $0 }
    let explanation = Phrase(
      "ask for an explanation within a time limit first", "先限期通知廠商提出說明")
    guard !securities.isEmpty else { return explanation }
    return Phrase(
      explanation.english + "; security only where it is not fully reasonable: "
        + securities.map(\.english).joined(separator: ", "),
      explanation.traditionalChinese + "；說明非完全合理者，始得通知提出擔保："
        + securities.map(\.traditionalChinese).joined(separator: "、"))
  }
}

extension Share {
  /// The share in per cent, such as `70%`.
  var percentText: String {
    guard let percent = try? value * Rational(100) else { return decimalText }
    return percent.decimalText() + "%"
  }
}
