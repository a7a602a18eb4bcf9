import CDrawKernels
import Statistics

extension BidRatios {
  /// The ratios that words stand for, as ``ratio(for:)`` has them, where all of them are below 2³¹.
  ///
  /// - Returns: Whether that is so; otherwise nothing is looked up.
  func fill(_ parts: inout [Int32], words: [UInt32], count: Int) -> Bool {
    guard atoms == nil else { return false }
    switch source {
    case .observed(let list):
      guard list.count <= UInt32.max, list[0] > 0, list[list.count - 1] <= Int32.max else {
        return false
      }
      unsafe awardsim_listed_parts(list, list.count, words, count, &parts)
      return true
    case .points(let points):
      guard BidRatios.arePlain(points) else { return false }
      unsafe awardsim_pointed_parts(
        points.map(\.position), points.map(\.ratio), points.count, words, count, &parts)
      return true
    case .tabulated(let table):
      return table.number(for: 0) > 0 && table.fill(&parts, words: words, count: count)
    case .smoothed: return false
    }
  }

  /// Whether points cover all words and neither fall nor leave the parts.
  private static func arePlain(_ points: [Point]) -> Bool {
    (2...AWARDSIM_POINTS).contains(points.count) && points[0].position == 0
      && points[points.count - 1].position == 1 << 32 && points[0].ratio > 0
      && points[points.count - 1].ratio <= Int32.max
      && zip(points, points.dropFirst()).allSatisfy {
        $0.position <= $1.position && $0.ratio <= $1.ratio
      }
  }

  /// The ratios that words stand for, as ``ratio(for:)`` has them.
  func fill(_ ratios: inout [Int64], words: [UInt32], count: Int) {
    switch source {
    case .tabulated(let table) where atoms == nil && table.number(for: 0) > 0:
      table.fill(&ratios, words: words, count: count)
    default:
      for index in 0..<count { ratios[index] = ratio(for: words[index]) }
    }
  }
}

extension EntryCounts {
  /// The numbers that words stand for, as ``count(for:among:)`` has them.
  func fill(
    _ counts: inout [Int32], words: [UInt32], lanes: Int, among candidates: Int
  ) {
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: lanes))
    guard case .table(let table) = source, shift == 0 else {
      for lane in 0..<lanes {
        counts[lane] = Int32(truncatingIfNeeded: count(for: words[lane], among: candidates))
      }
      return
    }
    table.fill(&counts, words: words, count: lanes)
    let most = Int32(clamping: candidates)
    guard (counts.max() ?? 0) > most else { return }
    for lane in 0..<lanes { counts[lane] = min(counts[lane], most) }
  }
}

extension BidderModel {
  /// Whether the words of the draw as a whole, how many bid and the item's factor, say anything.
  var needsFirstWords: Bool {
    guard factors == nil else { return true }
    guard case .counted(let entry) = self.entry else { return false }
    switch entry.source {
    case .table(let table): return !table.isCertain
    case .observed(let counts): return counts.count > 1
    }
  }
}
