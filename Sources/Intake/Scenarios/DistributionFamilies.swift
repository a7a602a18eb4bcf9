import Pipeline
import Quantities

/// The distributions that a key takes, written as `poisson(8)`.
struct DistributionFamilies<Value> {
  /// One family.
  struct Family {
    let name: String
    /// What its parameters are, for messages.
    let parameters: [String]
    let make: ([String]) throws(QuantityFormatError) -> Value
  }

  let families: [Family]

  /// Every family with its parameters, in words.
  var expectation: String {
    families.map { "\($0.name)(\($0.parameters.joined(separator: ", ")))" }
      .joined(separator: " or ")
  }

  /// Reads a distribution; spaces do not matter.
  ///
  /// - Throws: `QuantityFormatError` for an unknown family, a wrong number of parameters, or one that is
  ///   out of bounds.
  func read(_ text: String) throws(QuantityFormatError) -> Value {
    let compact = text.filter { $0 != " " }
    guard let opening = compact.firstIndex(of: "("), compact.last == ")" else {
      throw QuantityFormatError("is no distribution", expected: expectation)
    }
    let name = compact[..<opening]
    guard let family = families.first(where: { $0.name == name }) else {
      throw QuantityFormatError("is of an unknown family", expected: expectation)
    }
    let inside = compact[compact.index(after: opening)...].dropLast()
    let texts = inside.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard texts.count == family.parameters.count else {
      throw QuantityFormatError("has \(texts.count) parameters", expected: expectation)
    }
    return try family.make(texts)
  }
}

extension StatedEntry {
  /// The distributions of the number of bids.
  static var families: DistributionFamilies<StatedEntry> {
    DistributionFamilies(families: [
      .init(name: "poisson", parameters: ["mean"]) { texts throws(QuantityFormatError) in
        .poisson(mean: try StatedNumber.rate(texts[0], upTo: 1_000, isAboveZero: false))
      },
      .init(name: "binomial", parameters: ["vendors", "probability"]) {
        texts throws(QuantityFormatError) in
        .binomial(
          vendors: try StatedNumber.integer(texts[0], 0...1_000),
          probability: try Share(text: texts[1]))
      },
      .init(name: "negative-binomial", parameters: ["mean", "size"]) {
        texts throws(QuantityFormatError) in
        .negativeBinomial(
          mean: try StatedNumber.rate(texts[0], upTo: 1_000, isAboveZero: false),
          size: try StatedNumber.rate(texts[1], upTo: 1_000_000, isAboveZero: true))
      },
    ])
  }
}

extension StatedRatio {
  private static let logMeans = -20.0...20.0
  private static let logDeviations = 1e-6...10.0
  private static let shapes = 0.01...10_000.0

  /// The distributions of bid ÷ reserve price.
  static var families: DistributionFamilies<StatedRatio> {
    DistributionFamilies(families: [
      .init(name: "lognormal", parameters: ["mu", "sigma"]) {
        texts throws(QuantityFormatError) in
        .lognormal(
          logMean: try StatedNumber.real(texts[0], logMeans),
          logDeviation: try StatedNumber.real(texts[1], logDeviations))
      },
      .init(name: "beta", parameters: ["a", "b"]) { texts throws(QuantityFormatError) in
        .beta(
          alpha: try StatedNumber.real(texts[0], shapes),
          beta: try StatedNumber.real(texts[1], shapes))
      },
      .init(name: "discount-lognormal", parameters: ["mu", "sigma"]) {
        texts throws(QuantityFormatError) in
        .discountLognormal(
          logMean: try StatedNumber.real(texts[0], logMeans),
          logDeviation: try StatedNumber.real(texts[1], logDeviations))
      },
      .init(
        name: "discount-mixture", parameters: ["weight", "mu1", "sigma1", "mu2", "sigma2"]
      ) { texts throws(QuantityFormatError) in
        let part = { (place: Int) throws(QuantityFormatError) in
          StatedRatio.Lognormal(
            logMean: try StatedNumber.real(texts[place], logMeans),
            logDeviation: try StatedNumber.real(texts[place + 1], logDeviations))
        }
        return .discountMixture(
          weight: try StatedNumber.real(texts[0], 0...1), first: try part(1), second: try part(3))
      },
    ])
  }
}

extension StatedQuantity {
  /// The distributions of ordered quantities.
  static var families: DistributionFamilies<StatedQuantity> {
    DistributionFamilies(families: [
      .init(name: "lognormal", parameters: ["mu", "sigma"]) {
        texts throws(QuantityFormatError) in
        .lognormal(
          logMean: try StatedNumber.real(texts[0], -5...20),
          logDeviation: try StatedNumber.real(texts[1], 1e-6...5))
      },
      .init(name: "pareto", parameters: ["lowest", "exponent"]) {
        texts throws(QuantityFormatError) in
        .pareto(
          lowest: try StatedNumber.real(texts[0], 1e-3...1e9),
          exponent: try StatedNumber.real(texts[1], 0.1...100))
      },
    ])
  }
}
