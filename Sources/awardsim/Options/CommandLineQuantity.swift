import ArgumentParser
import Quantities

/// A quantity that stands on the command line.
enum CommandLineQuantity {
  /// Reads a quantity; a wrong one ends the program.
  static func reading<Value>(
    _ text: String, of option: String, _ read: (String) throws(QuantityFormatError) -> Value
  ) throws -> Value {
    do throws(QuantityFormatError) {
      return try read(text)
    } catch {
      throw StandardError.failure(
        ["\(option): “\(text)” \(error.problem), expected \(error.expectation)"], .wrongUsage)
    }
  }
}
