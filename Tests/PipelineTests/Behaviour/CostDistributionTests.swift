import Pipeline
import Quantities
import Testing

@Suite struct CostDistributionTests {
  @Test(
    "Every family is read, with its ends",
    arguments: [
      ("uniform(0.6,1.2)", 0.6, 1.2), ("uniform( 0, 1e3 )", 0, 1000),
      ("lognormal(-0.2,0.3)", 0, .infinity), ("beta(2,3,0.5,1.5)", 0.5, 1.5),
      ("triangular(0.6,0.8,1.2)", 0.6, 1.2), ("triangular(0.6,0.6,1.2)", 0.6, 1.2),
    ])
  func families(text: String, low: Double, high: Double) throws {
    let costs = try CostDistribution(text: text)
    #expect(costs.low == low)
    #expect(costs.high == high)
  }

  @Test(
    "What cannot be read says why",
    arguments: [
      ("", "is no distribution"), ("uniform", "is no distribution"),
      ("uniform(0.6,1.2", "is no distribution"), ("normal(1,2)", "unknown family"),
      ("Uniform(0,1)", "unknown family"), ("uniform()", "no number"),
      ("uniform(0.6)", "has 1 parameters"), ("beta(1,2)", "has 2 parameters"),
      ("uniform(0.6,)", "no number"), ("uniform(0.6,inf)", "no number"),
      ("uniform(0.6,nan)", "no number"), ("uniform(0x1,2)", "no number"),
      ("uniform(0.6,1e16)", "too large"), ("uniform(1.2,0.6)", "low < high"),
      ("uniform(1,1)", "low < high"), ("uniform(-1,1)", "low < high"),
      ("lognormal(0,0)", "sigma"), ("lognormal(0,-1)", "sigma"), ("lognormal(101,1)", "mu"),
      ("beta(0,1,0,1)", "a and b"), ("beta(1,1,1,0)", "low < high"),
      ("triangular(0.6,1.3,1.2)", "mode"), ("triangular(1,1,1)", "mode"),
      ("uniform(0,1)(0,1)", "no number"),
    ])
  func refused(text: String, problem: String) throws {
    let error = #expect(throws: QuantityFormatError.self) { try CostDistribution(text: text) }
    #expect(try #require(error).problem.contains(problem), "\(error?.problem ?? "")")
  }

  @Test(
    "A distribution states itself as it is read",
    arguments: [
      "uniform(0.6,1.2)", "lognormal(-0.2,0.3)", "beta(2,3,0.5,1.5)", "triangular(0,0.8,1)",
      "uniform(0,1000000000000000)",
    ])
  func text(text: String) throws {
    let costs = try CostDistribution(text: text)
    #expect(costs.text == text)
    #expect(try CostDistribution(text: costs.text) == costs)
  }

  @Test("What is assumed where nothing is stated")
  func assumed() throws {
    #expect(try CostDistribution(text: "uniform(0.6,1.2)") == .assumed)
  }
}
