import ArgumentParser

/// Which part of the draws a machine plays: `I/N`, the first one being `1/N`.
struct ShardChoice: Hashable {
  let index: Int
  let count: Int

  /// The draws of this part; the parts together are all draws, and none twice.
  func range(of draws: Int) -> Range<Int> {
    (index - 1) * draws / count..<index * draws / count
  }
}

extension ShardChoice: ExpressibleByArgument {
  /// Reads `2/3`.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
      (1...10_000).contains(count), (1...count).contains(index)
    else { return nil }
    self.init(index: index, count: count)
  }
}
