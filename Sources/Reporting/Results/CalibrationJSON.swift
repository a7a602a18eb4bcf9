import Pipeline
import Quantities
public import Simulation
import Statistics

extension Calibration {
  /// The calibration as `awardsim calibrate --format json` prints it.
  public var json: JSONValue {
    .members(["groups": .array(groups.map(\.json))])
  }
}

extension Calibration.Group {
  fileprivate var json: JSONValue {
    .members([
      "group": .string(name), "lots": .integer(fits.lotCount), "bids": .integer(fits.bidCount),
      "vendors": .integer(fits.vendorCount), "disqualified": share(fits.disqualified),
      "tied": share(fits.tied), "at_reserve": share(fits.ratios.atReserve),
      "above_reserve": share(fits.ratios.aboveReserve),
      "vendor_share_of_variance": .real(fits.vendorShare),
      "lot_share_of_variance": .real(fits.lotShare),
      "entry": .array(fits.entry.families.map(entry)),
      "ratio": .array(fits.ratios.families.map(ratio)),
      "quantiles": .array(
        Calibration.probabilities.map { probability in
          .members([
            "share": .real(probability),
            "observed": real(fits.ratios.observedQuantile(probability)),
            "fitted": real(
              fits.ratios.chosen.flatMap { fits.ratios.quantile(probability, of: $0) }),
          ])
        }),
    ])
  }

  private func entry(_ family: EntryCalibration.Family) -> JSONValue {
    let fit = try? family.fit.get()
    var problem = JSONValue.null
    if case .failure(let error) = family.fit { problem = .string(error.message) }
    return .members([
      "family": .string(family.name), "problem": problem,
      "parameters": parameters(fit?.parameters ?? []), "log_likelihood": real(fit?.logLikelihood),
      "aic": real(fit?.aic), "kolmogorov_smirnov": real(family.kolmogorovSmirnov),
      "chi_square": real(family.chiSquare?.statistic),
      "degrees_of_freedom": family.chiSquare.map { .integer($0.degreesOfFreedom) } ?? .null,
      "p_value": real(family.chiSquare?.pValue),
      "stated": family.stated.map { .string($0.text) } ?? .null,
      "chosen": .bool(family.name == fits.entry.chosen?.name),
    ])
  }

  private func ratio(_ family: RatioCalibration.Family) -> JSONValue {
    var problem = JSONValue.null
    if case .failure(let error) = family.parameters { problem = .string(error.message) }
    return .members([
      "family": .string(family.name), "problem": problem,
      "parameters": parameters((try? family.parameters.get()) ?? []),
      "log_likelihood": real(family.logLikelihood), "aic": real(family.aic),
      "kolmogorov_smirnov": real(family.kolmogorovSmirnov),
      "anderson_darling": real(family.andersonDarling),
      "stated": family.stated.map { .string($0.text) } ?? .null,
      "chosen": .bool(family.name == fits.ratios.chosen?.name),
    ])
  }

  private func parameters(_ list: [FittedParameter]) -> JSONValue {
    .array(
      list.map { parameter in
        .members([
          "name": .string(parameter.name.rawValue), "estimate": .real(parameter.value),
          "standard_error": real(parameter.standardError),
        ])
      })
  }

  private func share(_ share: Share) -> JSONValue { .number(share.value.decimalText()) }

  private func real(_ number: Double?) -> JSONValue { number.map { .real($0) } ?? .null }
}
