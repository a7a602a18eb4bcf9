/// Why parts do not make a whole run.
public enum MergeProblem: Error, Hashable, Sendable {
  /// A part is of another run: other inputs, seed, draws or scenarios.
  case otherRun(part: Int)
  /// These draws are in no part; counted from 1, both included.
  case missing(first: Int, last: Int)
  /// This draw, counted from 1, is in two parts.
  case repeated(draw: Int, part: Int)
}

extension SimulationRecord {
  /// Puts the parts of a run together, in whatever order they come.
  ///
  /// - Parameter parts: Not empty, each of them whole.
  /// - Throws: ``MergeProblem`` when they are not exactly the draws of one run.
  public init(merging parts: [SimulationRecord]) throws(MergeProblem) {
    let header = parts[0].header
    if let other = parts.firstIndex(where: { $0.header != header }) { throw .otherRun(part: other) }
    let ordered = parts.indices.sorted { parts[$0].firstDraw < parts[$1].firstDraw }
    var next = 0
    var whole: SimulationTally?
    for index in ordered {
      let part = parts[index]
      guard part.firstDraw >= next else { throw .repeated(draw: part.firstDraw + 1, part: index) }
      guard part.firstDraw == next else { throw .missing(first: next + 1, last: part.firstDraw) }
      if whole == nil { whole = part.tally } else { whole?.merge(part.tally) }
      next += part.tally.drawCount
    }
    guard let whole, next == header.draws else {
      throw .missing(first: next + 1, last: header.draws)
    }
    self.init(header: header, firstDraw: 0, tally: whole)
  }
}
