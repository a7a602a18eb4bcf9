/// The name that someone most likely meant.
///
/// - Parameters:
///   - name: What was written.
///   - candidates: What could have been meant; of equally near ones the first is taken.
/// - Returns: `nil` only when there is no candidate.
/// - Complexity: O(candidates · n · m), where at most 64 characters of a name count.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let scalars = comparable(name)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let distance = distance(scalars, comparable(candidate))
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// The edit distance; at most 1 where one name begins with the other, as `award.cutoff_share` does
/// with `award.cutoff`, and at most 2 where it holds it elsewhere.
private func distance(_ name: [Unicode.Scalar], _ candidate: [Unicode.Scalar]) -> Int {
  let distance = editDistance(name, candidate)
  let (short, long) = name.count < candidate.count ? (name, candidate) : (candidate, name)
  guard short.count >= 3, long.contains(short) else { return distance }
  return min(distance, long.starts(with: short) ? 1 : 2)
}

/// Case does not make names differ, and a name of any length costs a bounded time.
private func comparable(_ name: String) -> [Unicode.Scalar] {
  Array(name.lowercased().unicodeScalars.prefix(64))
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one text into another.
///
/// The optimal string alignment distance: Damerau (1964), computed as Wagner and Fischer (1974) do.
func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (row, left) in first.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for (column, right) in second.enumerated() {
      let substitution = last[column] + (left == right ? 0 : 1)
      var distance = min(last[column + 1] + 1, current[column] + 1, substitution)
      if row > 0, column > 0, left == second[column - 1], first[row - 1] == right {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[second.count]
}
