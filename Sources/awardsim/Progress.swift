import Foundation

/// Which stage a long run is in, on a terminal only and only after a second.
final class Progress {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var hasLine = false

  init(isShown: Bool) {
    self.isShown = isShown && StandardError.isTerminal
  }

  /// Names the stage that begins.
  func enter(_ stage: String) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    show("\(stage) …")
  }

  /// Takes the line away.
  func end() {
    if hasLine { show("") }
  }

  private func show(_ text: String) {
    hasLine = true
    StandardError.write("\r\u{1B}[2K\(text)")
  }
}
