import Policy
import Quantities
import Tendering

/// A tender in plain integers, from which both the rule's input and the oracle's are made.
struct SampleTender: Hashable, CustomStringConvertible {
  /// One bid.
  struct Offer: Hashable {
    var price: Int64
    var isDisqualified = false
    var rebid: Int64?
    /// Tells vendors apart; the vendor's name has it in reverse, so that names sort unlike inputs.
    var number: Int

    var vendorID: VendorID { VendorID("V\(1_000_000 - number)") }
  }

  var reserve: Int64?
  var offers: [Offer]

  /// Makes a tender of prices in minor units; `nil` stands for a disqualified bid.
  init(reserve: Int64?, prices: [Int64?], rebids: [Int64?] = []) {
    self.reserve = reserve
    offers = prices.enumerated().map { index, price in
      Offer(
        price: price ?? 50, isDisqualified: price == nil,
        rebid: index < rebids.count ? rebids[index] : nil, number: index)
    }
  }

  var description: String {
    let bids = offers.map { offer in
      (offer.isDisqualified ? "x" : "\(offer.price)") + (offer.rebid.map { ">\($0)" } ?? "")
    }
    return "reserve \(reserve.map { "\($0)" } ?? "none"), bids \(bids.joined(separator: " "))"
  }

  /// The rule's input.
  func tender(
    reductions: [Reduction] = [],
    comparisonPrices: Tender.ComparisonPrices = Tender.ComparisonPrices()
  ) -> Tender {
    let item = ItemID("I")
    return Tender(
      itemID: item, reservePrice: reserve.map { Money(minorUnits: $0) },
      bids: offers.enumerated().map { index, offer in
        Bid(
          itemID: item, vendorID: offer.vendorID, unitPrice: Money(minorUnits: offer.price),
          status: offer.isDisqualified ? .disqualified : .valid,
          position: SourcePosition(file: "bids.csv", line: index + 2))
      },
      rebids: offers.enumerated().compactMap { index, offer in
        offer.rebid.map {
          Rebid(
            itemID: item, vendorID: offer.vendorID, unitPrice: Money(minorUnits: $0),
            position: SourcePosition(file: "rebids.csv", line: index + 2))
        }
      },
      reductions: reductions, comparisonPrices: comparisonPrices)
  }
}

/// A share as the two integers that the oracle computes with.
struct PlainShare: Hashable, CustomStringConvertible {
  var numerator: Int
  var denominator: Int
  var description: String { "\(numerator)/\(denominator)" }

  func share() throws -> Share {
    guard let share = Share(try Rational(Int128(numerator), over: Int128(denominator))) else {
      throw QuantityFormatError("is no share", expected: "0 to 1")
    }
    return share
  }
}

/// The parameters of one award, as both the rule and the oracle read them.
struct SampleRule: Hashable, CustomStringConvertible {
  var share = PlainShare(numerator: 9, denominator: 10)
  var rounding = Rounding.halfUp
  var tie = TieRule.rebidThenLot
  var base = CutoffBase.valid
  var minimumWinners = 1
  var lotSeed: UInt64?
  var matchesLowest = false
  var allowsReduction = false

  var description: String {
    "\(share) \(rounding.rawValue) \(tie.rawValue) \(base.rawValue) min \(minimumWinners)"
      + (lotSeed.map { " lot \($0)" } ?? "")
  }

  func policy() throws -> AwardPolicy {
    AwardPolicy(
      cutoffShare: try share.share(), rounding: rounding, base: base,
      minimumWinners: minimumWinners, tie: tie, lotSeed: lotSeed,
      contractPrice: matchesLowest ? .matchLowest : .ownBid,
      priceReduction: allowsReduction ? .article53 : .none,
      lowPriceItem: try Share(text: "0.7"), lowPriceTotal: try Share(text: "0.8"))
  }

  func rule() throws -> AwardRule {
    let lot = lotSeed.map { seed -> LotDraw in
      { item, vendors in
        vendors.sorted {
          lotNumber(seed, item.text, $0.text) < lotNumber(seed, item.text, $1.text)
        }
      }
    }
    return AwardRule(policy: try policy(), lot: lot)
  }

  /// All roundings, ties and bases with the given rest.
  static func readings(_ rest: SampleRule = SampleRule()) -> [SampleRule] {
    Rounding.allCases.flatMap { rounding in
      TieRule.allCases.flatMap { tie in
        CutoffBase.allCases.map { base in
          var rule = rest
          (rule.rounding, rule.tie, rule.base) = (rounding, tie, base)
          return rule
        }
      }
    }
  }
}

/// The number that a vendor draws: FNV-1a over the seed, the item and the vendor, mixed once more.
func lotNumber(_ seed: UInt64, _ item: String, _ vendor: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
  for byte in (item + "/" + vendor).utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
  hash ^= hash >> 33
  hash = hash &* 0xff51_afd7_ed55_8ccd
  return hash ^ (hash >> 33)
}
