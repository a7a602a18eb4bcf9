import Policy
import Quantities
import Testing

@Suite struct PolicyValueTests {
  static func error(_ text: String, _ kind: PolicyValueKind) -> QuantityFormatError? {
    do {
      _ = try PolicyValue(text: text, kind: kind)
      return nil
    } catch {
      return error
    }
  }

  @Test("A choice is one of its names, to the letter; the error lists them all")
  func choice() throws {
    let kind = PolicyValueKind.choice(["half-up", "floor"])
    #expect(try PolicyValue(text: "floor", kind: kind) == .choice("floor"))
    for text in ["Floor", " floor", "", "ceiling"] {
      #expect(Self.error(text, kind)?.expectation == "half-up, floor")
    }
  }

  @Test(
    "A share lies from 0 to 1, as a decimal or in percent",
    arguments: [
      ("0", 0, 1), ("1", 1, 1), ("0.9", 9, 10), ("90%", 9, 10), ("100 %", 1, 1), ("-0", 0, 1),
    ] as [(String, Int128, Int128)])
  func share(text: String, numerator: Int128, denominator: Int128) throws {
    let expected = try #require(Share(Rational(numerator, over: denominator)))
    #expect(try PolicyValue(text: text, kind: .share) == .share(expected))
  }

  @Test(
    "What is no share is refused", arguments: ["1.01", "101%", "-0.1", "none", "", "0,9", "1e-1"])
  func noShare(text: String) {
    #expect(Self.error(text, .share) != nil)
    #expect(Self.error(text, .share)?.expectation == PolicyValueKind.share.expectation)
  }

  @Test("A rate may be above 1, yet not below 0")
  func rate() throws {
    let rate = try #require(Rate(Rational(7, over: 2)))
    #expect(try PolicyValue(text: "3.5", kind: .rate) == .rate(rate))
    #expect(try PolicyValue(text: "350%", kind: .rate) == .rate(rate))
    for text in ["-1", "-0.5%", "x", "", "none", "%"] {
      #expect(Self.error(text, .rate)?.expectation == PolicyValueKind.rate.expectation)
    }
  }

  @Test(
    "A whole number lies within its bounds, both included",
    arguments: [("3", true), ("2", false), ("7", true), ("8", false), ("5.0", false), ("", false)])
  func integer(text: String, isAccepted: Bool) {
    for kind in [PolicyValueKind.integer(3...7), .optionalInteger(3...7)] {
      #expect((Self.error(text, kind) == nil) == isAccepted)
      guard !isAccepted else { continue }
      #expect(Self.error(text, kind)?.expectation == kind.expectation)
    }
  }

  @Test("A number beyond 64 bits is refused, not wrapped")
  func largeInteger() {
    let kind = PolicyKey.awardLotSeed.kind
    #expect(Self.error("9223372036854775807", kind) == nil)
    #expect(Self.error("9223372036854775808", kind) != nil)
    #expect(Self.error("-1", kind) != nil)
  }

  @Test("Only optional kinds may be none, and their errors say so")
  func none() throws {
    for kind in [PolicyValueKind.optionalInteger(0...9), .optionalMoney] {
      #expect(try PolicyValue(text: "none", kind: kind) == .absent)
      #expect(Self.error("nothing", kind)?.expectation.hasSuffix(", or none") == true)
      #expect(Self.error("-1", kind)?.expectation.hasSuffix(", or none") == true)
    }
    #expect(Self.error("none", .integer(0...9)) != nil)
    #expect(PolicyValue.absent.text == "none")
  }

  @Test("An optional amount is above 0, with at most two decimals")
  func money() throws {
    #expect(
      try PolicyValue(text: "NT$1,234.50", kind: .optionalMoney)
        == .money(Money(minorUnits: 123_450)))
    for text in ["0", "0.00", "-1", "1.234"] { #expect(Self.error(text, .optionalMoney) != nil) }
  }

  @Test(
    "A value prints every digit that was read, without trailing zeros",
    arguments: [
      (.share, "0.90", "0.9"), (.share, "0.12345678901234567", "0.12345678901234567"),
      (.rate, "1.1%", "0.011"), (.rate, "0.000000000000001", "0.000000000000001"),
      (.rate, "0.0000000000000001%", "0.000000000000000001"), (.integer(0...9), "7", "7"),
      (.optionalMoney, "9.5", "9.50"), (.optionalInteger(0...9), "none", "none"),
      (.choice(["a"]), "a", "a"), (.period, "14 days", "14 days"), (.period, "1 months", "1 month"),
    ] as [(PolicyValueKind, String, String)])
  func text(kind: PolicyValueKind, read: String, printed: String) throws {
    #expect(try PolicyValue(text: read, kind: kind).text == printed)
  }

  @Test("A kind accepts the values it reads and none of another kind")
  func accepts() throws {
    let kinds: [(PolicyValueKind, [PolicyValue])] = [
      (.choice(["a", "b"]), [.choice("b")]), (.share, [.share(try Share(text: "0.5"))]),
      (.rate, [.rate(.zero)]), (.integer(1...3), [.integer(3)]),
      (.optionalMoney, [.money(Money(minorUnits: 1)), .absent]),
      (.period, [.period(.days(1)), .period(.months(1_200))]),
    ]
    for (index, (kind, accepted)) in kinds.enumerated() {
      for (other, (_, values)) in kinds.enumerated() {
        for value in values { #expect(kind.accepts(value) == (index == other)) }
      }
      #expect(accepted.allSatisfy(kind.accepts))
    }
    #expect(!PolicyValueKind.choice(["a"]).accepts(.choice("c")))
    #expect(!PolicyValueKind.integer(1...3).accepts(.integer(4)))
    #expect(!PolicyValueKind.optionalInteger(1...3).accepts(.integer(0)))
    #expect(PolicyValueKind.optionalInteger(1...3).accepts(.absent))
    #expect(!PolicyValueKind.optionalMoney.accepts(.money(.zero)))
    #expect(!PolicyValueKind.period.accepts(.period(.days(0))))
  }
}
