import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a pure function, worked out on all cores, in the order of the elements.
  ///
  /// The order of the results does not hang on the number of cores, so neither does any output.
  ///
  /// - Complexity: One task an element; meant for work of a microsecond or more.
  package func concurrentMap<Value: Sendable>(_ transform: @Sendable (Element) -> Value) -> [Value]
  {
    let results = Mutex([Value?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let value = transform(self[index])
      results.withLock { $0[index] = value }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
