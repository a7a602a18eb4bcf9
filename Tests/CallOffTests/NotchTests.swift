import CallOff
import Policy
import Quantities
import Testing

@Suite struct NotchTests {
  @Test("1.1 % below NT$1,000,000 and 1 % above: the fee falls by NT$1,000")
  func twoTiers() throws {
    let rule = try FeeRule(table: Sample.twoTiers(), policy: FeePolicy())
    let notch = try #require(try rule.notches().first)
    #expect(try rule.notches().count == 1)
    #expect(notch.tierIndex == 1)
    #expect(
      notch.drop == .amount(feeBelow: try Money(units: 11_000), feeAt: try Money(units: 10_000)))
    #expect(notch.fallInFee == (try Money(units: 1_000)))
    // 1 % of 1,099,950 is 10,999.50, which rounds to 11,000 again.
    #expect(notch.recoversAtHundredths == 109_995_000)
    #expect(!notch.contains(hundredths: 99_999_999))
    #expect(notch.contains(hundredths: 100_000_000))
    #expect(notch.contains(hundredths: 109_994_999))
    #expect(!notch.contains(hundredths: 109_995_000))
  }

  @Test("A rising rate has no notch, nor have marginal tiers")
  func none() throws {
    let rising = try Sample.table([(0, "1%"), (100_000_000, "1.1%")])
    #expect(try FeeRule(table: rising, policy: FeePolicy()).notches().isEmpty)
    let marginal = FeePolicy(mode: .marginal)
    #expect(try FeeRule(table: Sample.twoTiers(), policy: marginal).notches().isEmpty)
  }

  @Test("A cap that both sides reach leaves no notch")
  func capped() throws {
    let policy = FeePolicy(cap: try Money(units: 9_000))
    #expect(try FeeRule(table: Sample.twoTiers(), policy: policy).notches().isEmpty)
  }

  @Test("With a rate of 0 above the boundary no larger order pays as much again")
  func neverRecovers() throws {
    let table = try Sample.table([(0, "1%"), (100_000, "0")])
    for tierBy in TierMeasure.allCases {
      let rule = try FeeRule(table: table, policy: FeePolicy(tierBy: tierBy))
      let notch = try #require(try rule.notches().first)
      #expect(notch.recoversAtHundredths == nil)
      #expect(notch.contains(hundredths: .max))
    }
  }

  static let tables: [([Int64], [Int128])] = [
    ([0, 600, 900], [110, 100, 90]), ([0, 600, 700], [500, 100, 300]),
    ([0, 500], [10, 9]), ([100, 600, 700, 800], [400, 100, 90, 900]), ([0, 450], [100, 0]),
  ]

  @Test(
    "By amount: boundaries and ranges are those that trying every cent gives", arguments: tables)
  func byAmount(bounds: [Int64], rates: [Int128]) throws {
    for base in FeeBase.allCases {
      for rounding in Rounding.allCases {
        let policy = FeePolicy(base: base, rounding: rounding)
        let oracle = FeeOracle(bounds: bounds, thousandths: rates, policy: policy)
        let notches = try FeeRule(table: oracle.table(), policy: policy).notches()
        let limit: Int64 = 6_000
        let fees = (0...limit).map { $0 == 0 ? 0 : oracle.fee(quantity: 1, unitCents: $0) ?? -1 }
        let falls = bounds.dropFirst().filter { fees[Int($0)] < fees[Int($0 - 1)] }
        #expect(notches.map(\.boundaryHundredths) == falls)
        for notch in notches {
          let boundary = Int(notch.boundaryHundredths)
          let recovery = (boundary...Int(limit)).first { fees[$0] >= fees[boundary - 1] }
          #expect(notch.recoversAtHundredths.map { Int($0) } == recovery)
        }
      }
    }
  }

  @Test(
    "By quantity: an order is flagged exactly when one of fewer units below a boundary pays more",
    arguments: tables)
  func byQuantity(bounds: [Int64], rates: [Int128]) throws {
    let policy = FeePolicy(tierBy: .quantity, cap: Money(minorUnits: 90_000))
    let units = bounds.map { $0 / 25 }
    let oracle = FeeOracle(bounds: units, thousandths: rates, policy: policy)
    let first = Int64(max(1, units[0]))
    for unitCents in [3, 400, 9_999] as [Int64] {
      var orders: [Order] = []
      for quantity in first...80 {
        orders.append(
          try Sample.order("O\(quantity)", quantity: quantity, cents: unitCents))
      }
      let ledger = try Sample.ledger(orders, table: oracle.table(), policy: policy)
      for assessment in ledger.assessments {
        let quantity = assessment.order.quantity
        let pays = try #require(oracle.fee(quantity: quantity, unitCents: unitCents))
        let isBeaten = units.dropFirst().contains { bound in
          bound <= quantity
            && (oracle.fee(quantity: bound - 1, unitCents: unitCents) ?? 0) > pays
        }
        let isFlagged = assessment.flags.contains { flag in
          if case .inNotch = flag { true } else { false }
        }
        #expect(isFlagged == isBeaten, "\(quantity) × \(unitCents)")
      }
    }
  }

  @Test("The orders in a notch are listed, and no others")
  func listed() throws {
    let cents: [Int64] = [99_999_999, 100_000_000, 109_994_999, 109_995_000]
    let orders = try cents.enumerated().map { try Sample.order("O\($0)", cents: $1) }
    let ledger = try Sample.ledger(orders)
    let notch = try #require(ledger.notches.first)
    #expect(ledger.assessments(in: notch).map(\.order.id.text) == ["O1", "O2"])
    #expect(ledger.notes.contains(.notch(notch, orderCount: 2)))
    #expect(FeeNote.notch(notch, orderCount: 2).phrase.english.hasPrefix("notch: "))
  }

  @Test("The phrase gives the boundary and both fees")
  func phrase() throws {
    let rule = try FeeRule(table: Sample.twoTiers(), policy: FeePolicy())
    let notch = try #require(try rule.notches().first)
    for language in Language.allCases {
      let text = notch.phrase[language]
      for number in ["NT$1000000", "NT$11000", "NT$10000", "NT$1099950"] {
        #expect(text.contains(number))
      }
    }
  }
}
