import Intake
import Policy
import Quantities

extension PolicyView {
  /// The shipped policy on the pricing date of case 1150202.
  static func defaults() throws -> PolicyView {
    PolicyView(try PolicyFile.shipped(), on: try Day(text: "2026-01-20"))
  }
}
