import Dispatch
import Synchronization

/// Does pieces of work on several threads, each thread with an assistant of its own.
///
/// Threads take the pieces as they come, in ascending order. Pieces must not depend on one another, so
/// that the number of threads changes nothing but the time.
///
/// - Parameters:
///   - count: The number of pieces.
///   - threads: The most threads to use.
///   - assistant: Makes what a thread works with.
///   - work: Does one piece.
/// - Returns: What each piece came to, in the order of the pieces.
/// - Throws: What a piece threw; the earliest one's error where several did. Later pieces may be left
///   out then.
package func inParallel<Assistant: ~Copyable, Value: Sendable, Failure: Error>(
  _ count: Int, threads: Int, assistant: @Sendable () -> Assistant,
  _ work: @Sendable (inout Assistant, Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  let results = Mutex([Value?](repeating: nil, count: count))
  let failure = Mutex<(piece: Int, error: Failure)?>(nil)
  let next = Atomic<Int>(0)
  @Sendable func workThrough() {
    var own = assistant()
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      do throws(Failure) {
        let value = try work(&own, piece)
        results.withLock { $0[piece] = value }
      } catch {
        next.store(count, ordering: .relaxed)
        let error = error
        failure.withLock { first in
          if first.map({ piece < $0.piece }) ?? true { first = (piece, error) }
        }
        return
      }
    }
  }
  let threadCount = min(threads, count)
  if threadCount <= 1 {
    workThrough()
  } else {
    DispatchQueue.concurrentPerform(iterations: threadCount) { _ in workThrough() }
  }
  if let failure = failure.withLock({ $0 }) { throw failure.error }
  return results.withLock { $0 }.compactMap { $0 }
}
