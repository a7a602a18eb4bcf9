import CallOff
import Pipeline
import Policy
import Quantities
import Statistics

extension OrderHabits {
  /// How much an agency minds the price where nothing is stated: 1 % of the reserve makes a vendor
  /// e^0.1 times as likely.
  private static let assumedSensitivity = 10.0

  /// Turns past orders, and what is stated, into what holds for all orders.
  ///
  /// - Parameters:
  ///   - input: The case.
  ///   - stated: What is stated.
  /// - Returns: The habits, and what they rest on.
  /// - Throws: `ArithmeticOverflow` when a number does not fit.
  static func calibrated(
    on input: Case, stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> (habits: OrderHabits, notes: [Phrase]) {
    let contract = input.header.contract
    let past = PastOrders(
      input.orders ?? [], own: input.header.caseNumber, calendar: [contract] + input.otherContracts
    )
    let months = SimulatedMonths(from: contract.start, to: contract.end)
    let threshold = try cancellationRate(past, stated) * Rational(1 << 32)
    let ends = try monthEnds(past, months, stated)
    let habits = OrderHabits(
      decay: ExponentialDecay(
        rate: stated.priceSensitivity?.value.approximation ?? assumedSensitivity),
      cancelledBelow: UInt64(threshold.rounded(.halfUp)), monthEnds: ends.ends,
      rulingMonths: past.rulingMonths.isEmpty ? [1] : past.rulingMonths)
    return (habits, ends.notes + notes(past, stated))
  }

  private static func cancellationRate(
    _ past: PastOrders, _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> Rational {
    if let stated = stated.cancellationRate { return stated.value }
    guard past.decidedCount > 0 else { return .zero }
    return try Rational(Int128(past.cancelledCount), over: Int128(past.decidedCount))
  }

  /// How orders lie over the months of the contract, as shares of 2³² added up.
  private static func monthEnds(
    _ past: PastOrders, _ months: SimulatedMonths, _ stated: BehaviourSettings
  ) throws(ArithmeticOverflow) -> (ends: [UInt64], notes: [Phrase]) {
    var weights = Array(repeating: Rational.zero, count: months.contractCount)
    if let profile = stated.monthProfile {
      for (month, weight) in profile.enumerated() {
        let place = min(month, weights.count - 1)
        weights[place] = try weights[place] + weight.value
      }
    } else {
      for (month, count) in past.months where weights.indices.contains(month) {
        weights[month] = Rational(Int64(count))
      }
    }
    var notes: [Phrase] = []
    var total = Rational.zero
    for weight in weights { total = try total + weight }
    if total == .zero {
      notes.append(
        Phrase(
          "no past orders show a month: orders are spread evenly over the contract (assumed)",
          "無既往訂單月份資料：訂單平均分布於契約期間（假設）"))
      weights = weights.map { _ in .one }
      total = Rational(Int64(weights.count))
    }
    var ends: [UInt64] = []
    var sum = Rational.zero
    for weight in weights {
      sum = try sum + weight
      ends.append(UInt64(clamping: try (sum / total * Rational(1 << 32)).rounded(.halfUp)))
    }
    return (ends, notes)
  }

  private static func notes(_ past: PastOrders, _ stated: BehaviourSettings) -> [Phrase] {
    var notes: [Phrase] = []
    if let rate = stated.cancellationRate {
      notes.append(
        Phrase(
          "\(rate.decimalText) of the orders are cancelled (stated)",
          "取消訂單比率 \(rate.decimalText)（所定）"))
    } else if past.decidedCount == 0 {
      notes.append(
        Phrase("no past order was decided on: none is cancelled (assumed)", "無既往裁定：不取消訂單（假設）"))
    }
    let sensitivity = stated.priceSensitivity.map { ($0.decimalText, "stated", "所定") }
    let (text, english, chinese) = sensitivity ?? ("10", "assumed", "假設")
    notes.append(
      Phrase(
        "agencies choose by price with a sensitivity of \(text) (\(english))",
        "機關選商之價格敏感度為 \(text)（\(chinese)）"))
    notes.append(
      Phrase(
        "agencies order as often and as much whatever the price (assumed); a failed item has no orders",
        "機關訂購次數及數量不隨價格變動（假設）；未能決標之品項無訂單"))
    return notes
  }
}
