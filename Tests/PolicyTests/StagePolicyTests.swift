import Policy
import Quantities
import Testing

/// The parameters of a stage, read from a book as one value.
@Suite struct StagePolicyTests {
  @Test("The defaults of the award")
  func award() throws {
    let policy = try AwardPolicy(PolicyView(Sample.book(), on: nil))
    let expected = AwardPolicy(
      cutoffShare: try Share(text: "0.9"), lowPriceItem: try Share(text: "0.7"),
      lowPriceTotal: try Share(text: "0.8"))
    #expect(policy == expected)
  }

  @Test("The defaults of the fee")
  func fee() throws {
    #expect(try FeePolicy(PolicyView(Sample.book(), on: nil)) == FeePolicy())
  }

  @Test("The defaults of the reserve price")
  func reserve() throws {
    let policy = try ReservePolicy(PolicyView(Sample.book(), on: nil))
    let one = try Rate(text: "1")
    #expect(policy.combine == .minimum)
    #expect(policy.weights == PerEvidenceClass(historical: one, agency: one, market: one))
    #expect(policy.quantile == (try Share(text: "0.5")))
    #expect(policy.outlierZ == (try Rational(7, over: 2)))
    #expect(policy.minimumEffectiveSources == 1)
    #expect(policy.ageLimitDays == PerEvidenceClass(historical: 1095, agency: 365, market: 180))
    #expect(policy.roundingUnit == (try Money(units: 1)))
    #expect(policy.riseWarning == (try Rate(text: "10%")))
    #expect(policy.taxRate == (try Rate(text: "5%")))
    #expect(policy.feeUplift == .zero)
  }

  @Test("The defaults of the calendar, each with its citation")
  func calendar() throws {
    let view = PolicyView(try Sample.book(), on: nil)
    let undertaking = try UndertakingPolicy(view)
    #expect(undertaking.period == .days(14))
    #expect(undertaking.firstDay == .awardDate)
    #expect(undertaking.rule.citation == Citation("calendar.undertaking 14 days"))
    #expect(undertaking.reading.citation == Citation("calendar.undertaking.first_day award-date"))
    let later = view.setting(.calendarUndertakingFirstDay, to: .choice("day-after"))
    #expect(try UndertakingPolicy(later).firstDay == .dayAfter)
    #expect(try LogRetentionPolicy(view).period == .months(6))
    #expect(try LogRetentionPolicy(view).rule.citation.text == "calendar.log_retention 6 months")
  }

  @Test("Every other choice reaches its own parameter")
  func choices() throws {
    let view = PolicyView(try Sample.book(), on: nil)
    for choice in CombinationMethod.allCases {
      let changed = view.setting(.reserveCombine, to: .choice(choice.rawValue))
      #expect(try ReservePolicy(changed).combine == choice)
    }
    for choice in TieRule.allCases {
      #expect(
        try AwardPolicy(view.setting(.awardTie, to: .choice(choice.rawValue))).tie == choice)
    }
    for rounding in Rounding.allCases {
      let award = view.setting(.awardRounding, to: .choice(rounding.rawValue))
      #expect(try AwardPolicy(award).rounding == rounding)
      #expect(try FeePolicy(award).rounding == .halfUp)
      let fee = view.setting(.feeRounding, to: .choice(rounding.rawValue))
      #expect(try FeePolicy(fee).rounding == rounding)
    }
    let other =
      view
      .setting(.awardBase, to: .choice("submitted"))
      .setting(.awardContractPrice, to: .choice("match-lowest"))
      .setting(.awardPriceReduction, to: .choice("article-53"))
      .setting(.awardLotSeed, to: .integer(.max))
      .setting(.awardMinimumWinners, to: .integer(0))
    let award = try AwardPolicy(other)
    #expect(award.base == .submitted)
    #expect(award.contractPrice == .matchLowest)
    #expect(award.priceReduction == .article53)
    #expect(award.lotSeed == UInt64(Int64.max))
    #expect(award.minimumWinners == 0)
    let cap = Money(minorUnits: 50_000)
    let fee = try FeePolicy(
      view.setting(.feeMode, to: .choice("marginal")).setting(.feeBase, to: .choice("net-of"))
        .setting(.feeTierBy, to: .choice("quantity")).setting(.feeCap, to: .money(cap)))
    #expect(fee == FeePolicy(mode: .marginal, tierBy: .quantity, base: .netOf, cap: cap))
  }

  @Test("A stage reads its own parameters only")
  func ownOnly() throws {
    let all = try Sample.book().entries
    let feeOnly = all.filter { $0.key.rawValue.hasPrefix("fee.") }
    let view = PolicyView(PolicyBook(title: "", file: "f", entries: feeOnly), on: nil)
    #expect(try FeePolicy(view) == FeePolicy())
    #expect(throws: PolicyError.self) { try AwardPolicy(view) }
  }

  @Test("Each parameter that is missing is named", arguments: PolicyKey.allCases)
  func missing(key: PolicyKey) throws {
    var entries = try Sample.book().entries
    entries[key] = nil
    let view = PolicyView(PolicyBook(title: "", file: "f.yaml", entries: entries), on: nil)
    #expect(throws: PolicyError.missing(key, file: "f.yaml")) {
      _ = try ReservePolicy(view)
      _ = try AwardPolicy(view)
      _ = try FeePolicy(view)
      _ = try ScreeningPolicy(view)
      _ = try UndertakingPolicy(view)
      _ = try LogRetentionPolicy(view)
      _ = try OrderPolicy(view)
    }
  }

  @Test(
    "A value of the wrong kind is refused, never read as a default", arguments: PolicyKey.allCases)
  func wrongKind(key: PolicyKey) throws {
    let wrong: PolicyValue = key.kind == .share ? .integer(1) : .share(try Share(text: "1"))
    let view = PolicyView(try Sample.book(), on: nil).setting(key, to: wrong)
    let expected = PolicyError.wrongKind(key, value: wrong, file: "policy.yaml")
    #expect(throws: expected) {
      _ = try ReservePolicy(view)
      _ = try AwardPolicy(view)
      _ = try FeePolicy(view)
      _ = try ScreeningPolicy(view)
      _ = try UndertakingPolicy(view)
      _ = try LogRetentionPolicy(view)
      _ = try OrderPolicy(view)
    }
    #expect(expected.message.contains(key.rawValue))
    #expect(expected.message.contains(key.kind.expectation))
  }

  @Test("A whole number beyond its bounds is refused, not trapped on")
  func outOfBounds() throws {
    let view = PolicyView(try Sample.book(), on: nil)
    for key in [PolicyKey.reserveRoundingUnit, .reserveAgeLimitDaysMarket] {
      for number in [Int64.max, .min] {
        #expect(throws: PolicyError.self) {
          try ReservePolicy(view.setting(key, to: .integer(number)))
        }
      }
    }
    #expect(throws: PolicyError.self) {
      try FeePolicy(view.setting(.feeMode, to: .choice("sliding")))
    }
  }
}
