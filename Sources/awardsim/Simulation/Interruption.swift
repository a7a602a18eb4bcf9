import Foundation
import Synchronization

/// Whether the user has asked the program to stop.
///
/// A long run looks now and then and ends with nothing written.
enum Interruption {
  /// The exit status of a program that a SIGINT ended, as shells have it.
  static let status: Int32 = 130
  private static let isAsked = Atomic<Bool>(false)

  /// Whether a SIGINT has come since ``listen()``.
  static var hasCome: Bool { isAsked.load(ordering: .relaxed) }

  /// From now on a SIGINT is noted instead of ending the program at once.
  static func listen() {
    // Made before the handler can need it.
    isAsked.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in Interruption.isAsked.store(true, ordering: .relaxed) }
  }

  /// From now on a SIGINT ends the program at once.
  static func ignoreNoMore() {
    signal(SIGINT, SIG_DFL)
  }
}
