import Foundation
import Synchronization

/// How far a simulation is, with its rate and the time left: on a terminal only, at most once a second.
final class SimulationProgress: Sendable {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let lastShown: Mutex<ContinuousClock.Instant>

  init(isShown: Bool) {
    self.isShown = isShown && StandardError.isTerminal
    lastShown = Mutex(start)
  }

  /// Shows how many draws are done.
  func show(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      guard isShown, now - last >= .seconds(1) else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let seconds = (now - start) / .seconds(1)
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / max(rate, 1e-9)).rounded(.up))
    StandardError.write(
      "\r\u{1B}[2K\(done) of \(total) draws, \(Int(rate)) a second, \(left) s left")
  }

  /// Takes the line away.
  func end() {
    guard isShown else { return }
    StandardError.write("\r\u{1B}[2K")
  }
}
