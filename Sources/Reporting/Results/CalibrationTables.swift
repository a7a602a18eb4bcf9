import Foundation
import Policy
import Pricing
import Quantities
public import Simulation
import Statistics

extension Calibration {
  /// The shares of the bids at which fitted and observed ratios are compared.
  static let probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]

  /// Every family with its parameters: one row a parameter, or one that says why there is no fit.
  public var resultTable: ReportTable {
    var table = ReportTable(
      "calibration", title: Phrase("Fitted distributions", "配適之分布"),
      columns: [
        .choice("group", Phrase("group", "類別")), .choice("part", Phrase("part", "項目")),
        .choice("family", Phrase("family", "分布")),
        .choice("parameter", Phrase("parameter", "參數")),
        .real("estimate", Phrase("estimate", "估計值"), fractionDigitCount: 4),
        .real("standard_error", Phrase("standard error", "標準誤"), fractionDigitCount: 4),
        .real("log_likelihood", Phrase("log likelihood", "對數概似"), fractionDigitCount: 1),
        .real("aic", Phrase("AIC", "AIC"), fractionDigitCount: 1),
        .real(
          "kolmogorov_smirnov", Phrase("Kolmogorov–Smirnov D", "K–S 統計量"), fractionDigitCount: 4),
        .real("anderson_darling", Phrase("Anderson–Darling A²", "A–D 統計量"), fractionDigitCount: 2),
        .real("chi_square", Phrase("chi-square", "卡方"), fractionDigitCount: 2),
        .integer("degrees_of_freedom", Phrase("degrees of freedom", "自由度")),
        .real("p_value", Phrase("p", "p 值"), fractionDigitCount: 4),
        .choice("chosen", Phrase("chosen", "採用")), .text("problem", Phrase("problem", "未能配適原因")),
      ], frozenColumnCount: 3)
    for group in groups {
      for row in group.entryRows + group.ratioRows {
        table.append(row.cells, style: row.isChosen ? .good : .normal)
      }
    }
    return table
  }

  /// The fits as a person reads them; why families have none stands in the notes.
  public var fitTable: ReportTable {
    resultTable.selecting(columns: [
      "group", "part", "family", "parameter", "estimate", "standard_error", "aic",
      "kolmogorov_smirnov", "anderson_darling", "p_value", "chosen",
    ])
  }

  /// Observed ratios and those of the chosen family, at some shares of the bids.
  public var quantileTable: ReportTable {
    var table = ReportTable(
      "calibration_quantiles",
      title: Phrase("Bid-to-reserve ratios, observed and fitted", "標價與底價之比：觀測與配適"),
      columns: [
        .choice("group", Phrase("group", "類別")),
        .percentage("share", Phrase("share of bids", "投標比率")),
        .real("observed", Phrase("observed", "觀測"), fractionDigitCount: 4),
        .real("fitted", Phrase("fitted", "配適"), fractionDigitCount: 4),
        .real("difference", Phrase("difference", "差"), fractionDigitCount: 4),
      ])
    for group in groups {
      let ratios = group.fits.ratios
      for probability in Calibration.probabilities {
        let observed = ratios.observedQuantile(probability)
        let fitted = ratios.chosen.flatMap { ratios.quantile(probability, of: $0) }
        let difference = observed.flatMap { value in fitted.map { $0 - value } }
        table.append(
          [
            group.cell, .percentage(try? Rational(Int128(probability * 100), over: 100)),
            .real(observed), .real(fitted), .real(difference),
          ], key: "\(table.rows.count + 1)")
      }
    }
    return table
  }

  /// Observed numbers of bids and those of the chosen family.
  public var countTable: ReportTable {
    var table = ReportTable(
      "calibration_counts",
      title: Phrase("Lots by number of bids, observed and fitted", "依投標家數之品項數：觀測與配適"),
      columns: [
        .choice("group", Phrase("group", "類別")),
        .integer("bids", Phrase("bids", "投標家數")),
        .integer("observed", Phrase("observed lots", "觀測品項數")),
        .real("fitted", Phrase("fitted lots", "配適品項數"), fractionDigitCount: 1),
      ])
    for group in groups {
      guard let sample = group.fits.entry.sample, let last = sample.cells.last?.count else {
        continue
      }
      let distribution = try? group.fits.entry.chosen?.fit.get().distribution
      for count in 0...last {
        let observed = sample.cells.first { $0.count == count }?.frequency ?? 0
        let probability = (try? distribution?.probability(of: count).value) ?? nil
        table.append([
          group.cell, .count(count), .count(observed),
          .real(probability.map { $0 * Double(sample.observationCount) }),
        ])
      }
    }
    return table
  }
}

extension Calibration.Group {
  fileprivate typealias Row = (cells: [Cell], isChosen: Bool)

  fileprivate var entryRows: [Row] {
    let chosen = fits.entry.chosen?.name
    return fits.entry.families.flatMap { family -> [Row] in
      let start: [Cell] = [
        cell, .choice("entry", Phrase("bids an item", "投標家數")), .family(family.name),
      ]
      let isChosen = family.name == chosen
      switch family.fit {
      case .failure(let error): return [(problemRow(start, error), false)]
      case .success(let fit):
        return fit.parameters.map { parameter in
          let test = family.chiSquare
          return (
            start + [
              parameter.name.cell, .real(parameter.value),
              .real(parameter.standardError), .real(fit.logLikelihood), .real(fit.aic),
              .real(family.kolmogorovSmirnov), .empty, .real(test?.statistic),
              test.map { .count($0.degreesOfFreedom) } ?? .empty, .real(test?.pValue),
              chosenCell(isChosen), .empty,
            ], isChosen
          )
        }
      }
    }
  }

  fileprivate var ratioRows: [Row] {
    let chosen = fits.ratios.chosen?.name
    return fits.ratios.families.flatMap { family -> [Row] in
      let start: [Cell] = [
        cell, .choice("ratio", Phrase("bid to reserve", "標價與底價之比")), .family(family.name),
      ]
      let isChosen = family.name == chosen
      switch family.parameters {
      case .failure(let error): return [(problemRow(start, error), false)]
      case .success(let parameters):
        return parameters.map { parameter in
          (
            start + [
              parameter.name.cell, .real(parameter.value),
              .real(parameter.standardError), .real(family.logLikelihood), .real(family.aic),
              .real(family.kolmogorovSmirnov), .real(family.andersonDarling), .empty, .empty,
              .empty, chosenCell(isChosen), .empty,
            ], isChosen
          )
        }
      }
    }
  }

  private func problemRow(_ start: [Cell], _ error: FitError) -> [Cell] {
    start + Array(repeating: .empty, count: 10) + [chosenCell(false), .text(error.message)]
  }

  private func chosenCell(_ isChosen: Bool) -> Cell {
    isChosen ? .choice("yes", Phrase("yes", "是")) : .choice("no", Phrase("no", "否"))
  }
}
