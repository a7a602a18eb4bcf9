import Dispatch
import Simulation
import Synchronization

/// Plays a range of draws on several threads.
///
/// Threads take chunks as they come; the chunks are put together in the order of their draws, so the
/// number of threads changes nothing but the time.
struct DrawRunner {
  /// What keeps a range from being played.
  enum Failure: Error {
    case problem(SimulationProblem)
    case interrupted
  }

  private typealias Draws = [[[Int64?]]]

  /// Draws between two looks at progress and interruption.
  private static let chunkLength = 16

  let plan: SimulationPlan
  let threads: Int

  /// Plays the draws.
  ///
  /// - Parameters:
  ///   - range: Which draws.
  ///   - progress: Called after each chunk, by one thread at a time, with how many draws are done.
  /// - Returns: The values of each draw, in the order of the draws.
  /// - Throws: ``Failure`` when a draw cannot be played, or the user interrupts.
  func play(
    _ range: Range<Int>, progress: @escaping @Sendable (Int) -> Void
  ) throws(Failure) -> [[[Int64?]]] {
    let chunks = stride(from: range.lowerBound, to: range.upperBound, by: DrawRunner.chunkLength)
      .map { $0..<min($0 + DrawRunner.chunkLength, range.upperBound) }
    let next = Atomic<Int>(0)
    let results = Mutex<[Result<Draws, Failure>?]>(Array(repeating: nil, count: chunks.count))
    let done = Mutex<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunks.count, !Interruption.hasCome else { return }
        let result = played(chunks[index])
        results.withLock { $0[index] = result }
        // The draws before a failed one are still played, so that the first failure is reported.
        if case .failure = result { next.store(chunks.count, ordering: .relaxed) }
        done.withLock { count in
          count += chunks[index].count
          progress(count)
        }
      }
    }
    if Interruption.hasCome { throw .interrupted }
    var draws: Draws = []
    for result in results.withLock({ $0 }) {
      guard let result else { throw .interrupted }
      draws += try result.get()
    }
    return draws
  }

  private func played(_ range: Range<Int>) -> Result<Draws, Failure> {
    var draws: Draws = []
    draws.reserveCapacity(range.count)
    for draw in range {
      do throws(SimulationProblem) {
        draws.append(try plan.values(ofDraw: draw))
      } catch {
        return .failure(.problem(error))
      }
    }
    return .success(draws)
  }
}
