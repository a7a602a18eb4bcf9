import Quantities
import Testing

@testable import Simulation

@Suite struct SyntheticOrdersTests {
  /// The orders that break a rule of orders on purpose.
  private static func planted(_ rule: String, in made: GeneratedCase) -> Set<String> {
    Set(made.rows("planted_orders").filter { $0["rule"] == rule }.compactMap { $0["order_id"] })
  }

  @Test func amountsHaveTheTablesMean() throws {
    let made = try GeneratedCase(SyntheticCase(orders: 20_000))
    let amounts = made.rows("orders").map { row in
      (Double(row["unit_price"] ?? "") ?? .nan) * (Double(row["quantity"] ?? "") ?? .nan)
    }
    let mean = amounts.reduce(0, +) / Double(amounts.count)
    let error = OrderAmountMoments.deviation / Double(amounts.count).squareRoot()
    // Whole quantities of at least one raise the smallest amounts; 1 % allows for that.
    #expect(abs(mean - OrderAmountMoments.mean) < 5 * error + 10_300)
  }

  @Test func ordersAscendByIdentifierAndDateWithinABlock() throws {
    let made = try GeneratedCase.ofDefaultSize()
    let orders = made.rows("orders")
    let ids = orders.compactMap { $0["order_id"] }
    let outside = Self.planted("contract_period", in: made)
    let days = orders.filter { !outside.contains($0["order_id"] ?? "") }.compactMap {
      $0["ordered_on"]
    }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func ordersStayWithinTheirContract() throws {
    let made = try GeneratedCase.ofDefaultSize()
    var periods = ["": ("2026-04-01", "2027-03-31")]
    for row in made.rows("contracts") {
      periods[row["case_no"] ?? ""] = (row["contract_start"] ?? "", row["contract_end"] ?? "")
    }
    #expect(periods.keys.sorted() == ["", "1140202", "1140206"])
    var seen: Set<String> = []
    let outside = Self.planted("contract_period", in: made)
    for order in made.rows("orders") where !outside.contains(order["order_id"] ?? "") {
      let period = try #require(periods[order["case_no"] ?? "?"])
      seen.insert(order["case_no"] ?? "")
      let day = order["ordered_on"] ?? ""
      #expect(period.0 <= day && day <= period.1)
    }
    #expect(seen.count == 3)
  }

  @Test func returnsAndRulingsFollowTheOrder() throws {
    let made = try GeneratedCase.ofDefaultSize()
    let orders = made.rows("orders")
    let faulty = Self.planted("cancellation", in: made)
    var refusedCount = 0
    let byStatus = Dictionary(grouping: orders) { $0["status"] ?? "" }
    #expect(byStatus.keys.sorted() == ["active", "cancelled", "return-pending"])
    for order in orders {
      let (ordered, returned, ruled) = (
        order["ordered_on"] ?? "", order["returned_on"] ?? "", order["ruled_on"] ?? ""
      )
      switch order["status"] {
      case "cancelled":
        // One has no date of its return, for a rule to find.
        #expect(
          ordered < returned || (returned.isEmpty && faulty.contains(order["order_id"] ?? "")))
        #expect(returned < ruled)
      case "return-pending": #expect(ordered < returned && ruled.isEmpty)
      default:
        // The ruling went against the cancellation.
        guard !returned.isEmpty else {
          #expect(ruled.isEmpty)
          continue
        }
        refusedCount += 1
        #expect(ordered < returned && returned < ruled)
      }
    }
    #expect(refusedCount == 1)
  }

  @Test func paymentsAreForActiveOrdersOfTheFinishedContractAndNeverAboveTheFee() throws {
    let made = try GeneratedCase(SyntheticCase(orders: 10_000))
    let orders = Dictionary(
      uniqueKeysWithValues: made.rows("orders").map { ($0["order_id"] ?? "", $0) })
    var paid: [String: Int64] = [:]
    for payment in made.rows("collections") {
      let order = try #require(orders[payment["order_id"] ?? ""])
      #expect(order["status"] == "active")
      #expect(order["case_no"] == "1140202")
      #expect(payment["collected_on"] ?? "" > "2026-03-31")
      paid[payment["order_id"] ?? "", default: 0] += Int64(payment["amount"] ?? "") ?? 0
    }
    #expect(!paid.isEmpty)
    for (id, sum) in paid {
      let order = try #require(orders[id])
      let price = try Money(text: order["unit_price"] ?? "").minorUnits
      let amount = price * (Int64(order["quantity"] ?? "") ?? 0)
      // 1.1 % below NT$1,000,000 and 1 % from there on, in minor units, half-up to NT$1.
      let fee = (amount * (amount < 100_000_000 ? 11 : 10) + 50_000) / 100_000
      #expect(sum == fee)
    }
    let finished = orders.values.filter { $0["case_no"] == "1140202" && $0["status"] == "active" }
    #expect(paid.count < finished.count)
  }
}
