import CBoostMath

/// A function on its way through C, which takes no errors.
struct LibraryFunction {
  private let function: (Double) throws(NumericalError) -> Double
  private var failure: NumericalError?

  /// Lends a function to the library.
  ///
  /// - Parameters:
  ///   - function: The function; the library stops after its first error.
  ///   - use: What the library does with it; the pointers end with the call.
  /// - Returns: What the library answers.
  /// - Throws: The first error of the function.
  static func lend<Answer>(
    _ function: (Double) throws(NumericalError) -> Double,
    to use: (awardsim_function, UnsafeMutableRawPointer) -> Answer
  ) throws(NumericalError) -> Answer {
    var failure: NumericalError?
    let answer = withoutActuallyEscaping(function) { function in
      var lent = LibraryFunction(function: function)
      let answer = unsafe withUnsafeMutablePointer(to: &lent) { lent in
        unsafe use(
          { x, context in
            guard let context = unsafe context?.assumingMemoryBound(to: LibraryFunction.self) else {
              return .nan
            }
            return unsafe context.pointee.value(at: x)
          }, lent)
      }
      failure = lent.failure
      return answer
    }
    if let failure { throw failure }
    return answer
  }

  private init(function: @escaping (Double) throws(NumericalError) -> Double) {
    self.function = function
  }

  /// The value; not a number, which ends what asked for it, after a failure.
  private mutating func value(at x: Double) -> Double {
    do throws(NumericalError) {
      return try function(x)
    } catch {
      failure = error
      return .nan
    }
  }
}
