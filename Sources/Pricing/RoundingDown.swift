import Policy
import Quantities

extension ReservePolicy {
  /// The one place where an exact price becomes a reserve price: down to a multiple of the unit.
  ///
  /// A price that rounds down to 0 is no reserve, because no bid could be at or below it. Rounding
  /// down to whole NT$ is assumed.
  ///
  /// - Throws: ``ArithmeticOverflow`` when the rounded price does not fit.
  func roundedDown(_ price: ExactPrice) throws(ArithmeticOverflow) -> ComputedReserve {
    let reserve = try Money(rounding: price.minorUnits, .floor, toMultipleOf: roundingUnit)
    guard reserve > .zero else { return .none(.roundsToZero(price, unit: roundingUnit)) }
    return .price(price, reserve: reserve)
  }
}
