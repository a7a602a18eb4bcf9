import Foundation
import Testing

@Suite struct EquilibriumCommandTests {
  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["equilibrium"] + arguments)
  }

  @Test("Columns, ends of the costs and the mean price to four decimals")
  func checkValues() throws {
    let outcome = try run(
      "--vendors", "10", "--cost", "uniform(0.6,1.2)", "--reserve", "1", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.first == ["cost", "bid", "win_probability"])
    #expect(outcome.rows.count == 102)
    #expect(outcome.rows[1].first == "0.6")
    #expect(outcome.rows[1][1].hasPrefix("0.9527"))
    #expect(outcome.rows[1][2] == "1")
    #expect(outcome.rows.last?.prefix(2) == ["1", "1"])
    #expect(outcome.errors.contains("0.9597"))
    #expect(!outcome.errors.contains("every valid bid wins"))
  }

  @Test("Numbers read back as they are: json and csv have the same")
  func exactNumbers() throws {
    let arguments = [
      "equilibrium", "--vendors", "10", "--cost", "lognormal(-0.3,0.2)", "--reserve", "1",
      "--points", "7", "--set", "award.cutoff_share=0.7", "--quiet", "--format",
    ]
    let csv = try Program.run(arguments + ["csv"])
    let json = try Program.run(arguments + ["json"])
    #expect(csv.errors.isEmpty)
    let objects = try JSONDecoder().decode([[String: Double]].self, from: Data(json.output.utf8))
    #expect(objects.count == 7)
    for (object, row) in zip(objects, csv.rows.dropFirst()) {
      #expect(row.map { Double($0) } == ["cost", "bid", "win_probability"].map { object[$0] })
    }
    #expect(try Program.run(arguments + ["csv"]).output == csv.output)
  }

  @Test("Where every valid bid wins it is said, in both languages")
  func everyBidWins() throws {
    let outcome = try run(
      "--vendors", "5", "--cost", "uniform(30000,60000)", "--reserve", "50000", "--points", "3",
      "--format", "csv")
    #expect(outcome.rows.dropFirst().map { $0[1] } == ["50000", "50000", "50000"])
    #expect(outcome.errors.contains("every valid bid wins"))
    let chinese = try run(
      "--vendors", "5", "--cost", "uniform(0.6,1.2)", "--reserve", "1", "--language", "zh-Hant")
    #expect(chinese.errors.contains("有效標皆得標"))
    #expect(chinese.output.contains("得標機率"))
  }

  @Test("With a price sensitivity bids fall, orders are divided and it is said, in both languages")
  func priceSensitivity() throws {
    let arguments = [
      "--vendors", "2", "--cost", "uniform(30000,45000)", "--reserve", "50000", "--points", "3",
      "--price-sensitivity", "20", "--format", "csv",
    ]
    let outcome = try Program.run(["equilibrium"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.rows.first == ["cost", "bid", "win_probability", "order_share"])
    // The bids of costs 0.6, 0.75 and 0.9 of the reserve price, from SciPy; both are always awarded.
    for (row, bid) in zip(outcome.rows.dropFirst(), [0.8180094149, 0.8736872273, 0.9683351171]) {
      #expect(abs((Double(row[1]) ?? 0) / 50_000 - bid) < 1e-8)
      #expect(row[2] == "1")
      #expect(0...1 ~= (Double(row[3]) ?? -1))
    }
    #expect(
      outcome.errors.contains("agencies' preference for cheaper vendors brings the competition"))
    #expect(outcome.errors.contains("expected price paid per order"))
    #expect(outcome.errors.contains("chosen 1.221 times as often (assumed)"))
    #expect(outcome.errors.contains("estimated error"))
    let chinese = try run(
      "--vendors", "2", "--cost", "uniform(0.6,0.9)", "--reserve", "1", "--points", "2",
      "--price-sensitivity", "0", "--language", "zh-Hant")
    #expect(chinese.output.contains("訂單占比"))
    #expect(chinese.errors.contains("平均分配該品項之訂單"))
    #expect(chinese.errors.contains("廠商以底價投標"))
  }

  @Test(
    "Wrong usage exits 64 with what was expected",
    arguments: [
      ("10", "unifrm(0.6,1.2)", "1", ""), ("10", "uniform(0.6,x)", "1", ""),
      ("10", "uniform(1.2,0.6)", "1", ""), ("0", "uniform(0.6,1.2)", "1", ""),
      ("1001", "uniform(0.6,1.2)", "1", ""), ("ten", "uniform(0.6,1.2)", "1", ""),
      ("10", "uniform(0.6,1.2)", "0", ""), ("10", "uniform(0.6,1.2)", "nan", ""),
      ("10", "uniform(0.6,1.2)", "0.6", ""), ("10", "uniform(0.6,1.2)", "1", "--points=1"),
      ("10", "uniform(0.6,1.2)", "1", "--set=award.cutoff_share=2"),
      ("10", "uniform(0.6,1.2)", "1", "--set=award.contract_price=match-lowest"),
      ("10", "uniform(0.6,1.2)", "1", "--price-sensitivity=much"),
      ("10", "uniform(0.6,1.2)", "1", "--price-sensitivity=-1"),
      ("10", "uniform(0.6,1.2)", "1", "--price-sensitivity=1000.5"),
      ("201", "uniform(0.6,1.2)", "1", "--price-sensitivity=10"),
    ])
  func wrongUsage(vendors: String, cost: String, reserve: String, option: String) throws {
    let outcome = try Program.run(
      ["equilibrium", "--vendors", vendors, "--cost", cost, "--reserve", reserve]
        + (option.isEmpty ? [] : [option]))
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("expected") || outcome.errors.contains("invalid"),
      "\(outcome.errors)")
  }

  @Test("A policy file that rules the formula out exits 65")
  func policyFile() throws {
    let folder = try TemporaryFolder()
    let shipped = try String(
      contentsOf: Program.packageFolder.appending(path: "datasets/policy/cloud-framework.yaml"),
      encoding: .utf8)
    let file = try folder.write(
      "policy.yaml", shipped.replacingOccurrences(of: "value: own-bid", with: "value: match-lowest")
    )
    let outcome = try run(
      "--vendors", "10", "--cost", "uniform(0.6,1.2)", "--reserve", "1", "--policy", file)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("own-bid"))
  }
}
