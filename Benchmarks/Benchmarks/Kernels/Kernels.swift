import Benchmark
import Pipeline
import Simulation

/// The loops that a simulation or a large award consists of.
let benchmarks: @Sendable () -> Void = {
  time("a random word") { CountedWords() }
  time("a Sobol word") { try SobolWords() }
  time("a tabulated number") { try TabulatedNumbers() }
  let ratio = StatedRatio.lognormal(logMean: -0.05, logDeviation: 0.06)
  for bidders in [5, 10, 20, 40] {
    time("a bid drawn and awarded, lots of \(bidders)") {
      try PlayedDraws(Lots(bidders: bidders, ratio: ratio, hasOrders: false, share: "0.9"))
    }
  }
  time("an order drawn, with the bids of its lot") {
    try PlayedDraws(Lots(bidders: 12, ratio: ratio, hasOrders: true, share: "1"))
  }
  time("a given order placed and charged") { try GivenOrders() }
  time("a given bid awarded, grouped by item") { try GivenBids(isShuffled: false) }
  time("a given bid awarded, shuffled") { try GivenBids(isShuffled: true) }
}
