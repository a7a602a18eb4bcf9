import CBoostMath

/// Why a numerical function has no value.
public enum NumericalError: Error, Hashable, Sendable {
  /// An argument or a parameter lies where the function is not defined.
  case domain
  /// The value is not finite, or too large for a double.
  case overflow
  /// A series or a search did not converge.
  case noConvergence

  /// Throws what a status of the library means.
  static func check(_ status: awardsim_math_status) throws(NumericalError) {
    switch status {
    case AWARDSIM_MATH_OK: return
    case AWARDSIM_MATH_DOMAIN: throw .domain
    case AWARDSIM_MATH_OVERFLOW: throw .overflow
    default: throw .noConvergence
    }
  }

  /// The error in words.
  public var message: String {
    switch self {
    case .domain: "a function was asked for a value where it is not defined"
    case .overflow: "a value is too large"
    case .noConvergence: "a computation did not converge"
    }
  }
}

extension awardsim_math_result {
  func checked() throws(NumericalError) -> Double {
    try NumericalError.check(status)
    return value
  }
}

extension awardsim_math_scaled {
  func checked() throws(NumericalError) -> ScaledReal {
    try NumericalError.check(status)
    return ScaledReal(significand: significand, exponent: Int(exponent))
  }
}
