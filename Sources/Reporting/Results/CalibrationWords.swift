import Policy
import Pricing
import Simulation
import Statistics

// How the parts of a calibration are called where people read them; results keep their names.

extension Calibration.Group {
  /// The name of the group in results.
  var name: String { category?.rawValue ?? "all" }

  /// The group as a cell.
  var cell: Cell { .choice(name, category?.phrase ?? Phrase("all categories", "全部類別")) }
}

extension Cell {
  /// A family of distributions, by its name in results.
  static func family(_ name: String) -> Cell {
    let words: Phrase =
      switch name {
      case "poisson": Phrase("Poisson", "卜瓦松分布")
      case "negative-binomial": Phrase("negative binomial", "負二項分布")
      case "binomial": Phrase("binomial", "二項分布")
      case "lognormal": Phrase("lognormal", "對數常態分布")
      case "beta": Phrase("beta", "貝他分布")
      case "discount-lognormal": Phrase("lognormal discount", "折扣為對數常態")
      case "discount-mixture": Phrase("mixed lognormal discount", "折扣為混合對數常態")
      default: Phrase(verbatim: name)
      }
    return .choice(name, words)
  }
}

extension FittedParameter.Name {
  /// The parameter as a cell.
  var cell: Cell { .choice(rawValue, words) }

  private var words: Phrase {
    switch self {
    case .mean: Phrase("mean", "平均")
    case .size: Phrase("size", "離散參數")
    case .successProbability: Phrase("probability of a bid", "投標機率")
    case .standardDeviation: Phrase("standard deviation", "標準差")
    case .logMean: Phrase("mean of logarithm", "對數平均")
    case .logStandardDeviation: Phrase("deviation of logarithm", "對數標準差")
    case .alpha: Phrase("alpha", "參數 α")
    case .beta: Phrase("beta", "參數 β")
    case .lowerWeight: Phrase("weight of first part", "第一成分權重")
    case .lowerMean: Phrase("mean of first part", "第一成分平均")
    case .lowerStandardDeviation: Phrase("deviation of first part", "第一成分標準差")
    case .upperMean: Phrase("mean of second part", "第二成分平均")
    case .upperStandardDeviation: Phrase("deviation of second part", "第二成分標準差")
    }
  }
}
