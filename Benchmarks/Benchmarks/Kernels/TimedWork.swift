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

/// Makes, checks and times a loop on one thread.
///
/// Tables show whole numbers, so the metric is in picoseconds of CPU time, of one bid, order or word.
/// A loop with a wrong result is reported and has no row.
///
/// - Parameters:
///   - name: What is timed.
///   - make: Makes the loop with its input.
func time<Work: TimedWork>(_ name: String, _ make: @escaping () throws -> Work) {
  let metric = BenchmarkMetric.custom("CPU picoseconds", useScalingFactor: false)
  var checked: Work?
  Benchmark(
    name,
    configuration: .init(
      metrics: [metric], units: [metric: .count], warmupIterations: 2, maxDuration: .seconds(3),
      maxIterations: 100)
  ) { benchmark in
    guard var work = try checked ?? made(make) else {
      benchmark.error("\(name): not timed, for the result is wrong")
      return
    }
    // No second owner, or the run would copy what it writes to.
    checked = nil
    let start = clock()
    try work.run()
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    benchmark.measurement(metric, Int(seconds * 1e12 / Double(max(1, work.count))))
    checked = work
  }
}

/// A loop whose result is right.
private func made<Work: TimedWork>(_ make: () throws -> Work) throws -> Work? {
  var work = try make()
  return try work.isRight() ? work : nil
}
