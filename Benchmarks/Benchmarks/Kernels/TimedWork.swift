import Benchmark
import Foundation

/// A loop that is timed: its input is made and its result checked before.
protocol TimedWork {
  /// How many bids, orders or words one run has.
  var count: Int { get }
  /// Whether a run comes to what another way comes to.
  mutating func isRight() throws -> Bool
  /// Does the work once.
  mutating func run() throws
}

/// A result that is not timed.
private struct WrongResult: Error, CustomStringConvertible {
  let description: String
}

/// Makes, checks and times a loop on one thread.
///
/// Tables show whole numbers, so the metric is in picoseconds of CPU time, of one bid, order or word.
///
/// - Parameters:
///   - name: What is timed.
///   - make: Makes the loop with its input.
func time<Work: TimedWork>(_ name: String, _ make: @escaping @Sendable () throws -> Work) {
  let metric = BenchmarkMetric.custom("CPU picoseconds", useScalingFactor: false)
  Benchmark(
    name,
    configuration: .init(
      metrics: [metric], units: [metric: .count], warmupIterations: 2, maxDuration: .seconds(3),
      maxIterations: 100),
    closure: { (benchmark: Benchmark, work: Kept<Work>) in
      do {
        let start = clock()
        try work.value.run()
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        benchmark.measurement(metric, Int(seconds * 1e12 / Double(max(1, work.value.count))))
      } catch {
        benchmark.error("\(name): \(error)")
      }
    },
    setup: {
      var work = try make()
      guard try work.isRight() else { throw WrongResult(description: "\(name): a wrong result") }
      return Kept(work)
    })
}

/// What stays from one run to the next.
private final class Kept<Value> {
  var value: Value
  init(_ value: Value) { self.value = value }
}
