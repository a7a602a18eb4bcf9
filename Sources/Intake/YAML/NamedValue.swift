import Quantities

extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// The value of a name, as files write it.
  ///
  /// - Throws: `QuantityFormatError` whose expectation lists every name.
  static func named(_ text: String) throws(QuantityFormatError) -> Self {
    guard let value = Self(rawValue: text) else {
      throw QuantityFormatError(
        "is not one of the values", expected: allCases.map(\.rawValue).listed)
    }
    return value
  }
}
