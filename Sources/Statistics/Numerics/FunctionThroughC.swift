import CBoostMath

/// A Swift function on its way through C, which takes no errors.
struct FunctionThroughC {
  private let function: (Double) throws(NumericalError) -> Double
  private var failure: NumericalError?

  private init(_ function: @escaping (Double) throws(NumericalError) -> Double) {
    self.function = function
  }

  /// Calls C with a function and its context.
  ///
  /// - Parameters:
  ///   - function: What C is to call.
  ///   - use: Hands both to C.
  /// - Returns: What C returns.
  /// - Throws: What the function throws.
  static func use<Result>(
    _ function: (Double) throws(NumericalError) -> Double,
    in use: (@escaping awardsim_integrand, UnsafeMutableRawPointer) -> Result
  ) throws(NumericalError) -> Result {
    var failure: NumericalError?
    let result = withoutActuallyEscaping(function) { function in
      var context = FunctionThroughC(function)
      let result = unsafe withUnsafeMutablePointer(to: &context) { context in
        unsafe use(
          { x, context in
            guard let context = unsafe context?.assumingMemoryBound(to: FunctionThroughC.self)
            else { return .nan }
            return unsafe context.pointee.value(at: x)
          }, context)
      }
      failure = context.failure
      return result
    }
    if let failure { throw failure }
    return result
  }

  /// The value; not a number, which ends the work of C, after a failure.
  private mutating func value(at x: Double) -> Double {
    do throws(NumericalError) {
      return try function(x)
    } catch {
      failure = error
      return .nan
    }
  }
}
