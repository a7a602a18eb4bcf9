import Dispatch
import Simulation
import Synchronization

/// Plays a range of draws on several threads.
///
/// Threads take chunks as they come, and each adds up its own. All of it are whole numbers, so what the
/// threads come to is the same whoever played what; the number of threads changes nothing but the time.
struct DrawRunner {
  /// What keeps a range from being played.
  enum Failure: Error {
    case problem(SimulationProblem)
    case interrupted
  }

  /// What the threads have come to.
  private struct State {
    var tally: SimulationTally
    var done = 0
    /// The first chunk that failed, and why.
    var failure: (chunk: Int, problem: SimulationProblem)?
  }

  /// Draws that are worth playing together.
  private static let shortestChunk = 64

  let plan: SimulationPlan
  let threads: Int

  /// Plays the draws.
  ///
  /// - Parameters:
  ///   - range: Which draws.
  ///   - progress: Called after each chunk, by one thread at a time, with how many draws are done.
  /// - Returns: What the draws add up to.
  /// - Throws: ``Failure`` when a draw cannot be played, or the user interrupts.
  func play(
    _ range: Range<Int>, progress: @escaping @Sendable (Int) -> Void
  ) throws(Failure) -> SimulationTally {
    // Several chunks a thread, so that none waits long for the last one.
    let length = min(
      max(range.count / (8 * max(1, threads)), DrawRunner.shortestChunk), SimulationPlan.blockLength
    )
    let chunks = stride(from: range.lowerBound, to: range.upperBound, by: length)
      .map { $0..<min($0 + length, range.upperBound) }
    let next = Atomic<Int>(0)
    let state = Mutex(State(tally: plan.emptyTally))
    DispatchQueue.concurrentPerform(iterations: min(threads, max(1, chunks.count))) { _ in
      var player = DrawPlayer(plan)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunks.count, !Interruption.hasCome else { break }
        do throws(SimulationProblem) {
          try player.play(chunks[index])
        } catch {
          // The chunks before a failed one are still played, so that the first failure is reported.
          next.store(chunks.count, ordering: .relaxed)
          let problem = error
          state.withLock { state in
            if state.failure.map({ index < $0.chunk }) ?? true { state.failure = (index, problem) }
          }
          break
        }
        let count = chunks[index].count
        state.withLock { state in
          state.done += count
          progress(state.done)
        }
      }
      let tally = player.tally
      state.withLock { $0.tally.merge(tally) }
    }
    if Interruption.hasCome { throw .interrupted }
    let result = state.withLock { $0 }
    if let failure = result.failure { throw .problem(failure.problem) }
    return result.tally
  }
}
