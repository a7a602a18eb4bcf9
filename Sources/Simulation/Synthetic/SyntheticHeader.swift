import CallOff
import Quantities

/// The files of a synthetic case that hold no rows of items: `case.yaml` and the small tables.
enum SyntheticHeader {
  /// The case's title, in both languages.
  static func title(of size: SyntheticCase) -> String {
    "SYNTHETIC demonstration of case \(size.calendar.current.number)（合成示範資料，非實際採購案）"
  }

  /// What about the case is synthetic.
  static func statement(of size: SyntheticCase) -> String {
    "Everything but the dates of the procurement cycle: items, vendors, agencies, prices, bids,"
      + " orders, payments, the price index, the boundary of the fee tiers, and everything that"
      + " screening looks at, products, certificates and tests, are made up (seed \(size.seed)), and so is"
      + " the day of the award. The quantiles of the bid-to-reserve ratios are those of real"
      + " public-works bids from Japan. 品項、廠商、機關、價格、投標、訂單、收款、價格指數、費率級距、決標日及"
      + "審查所依之產品、證書、檢測、需求均屬虛構。"
  }

  /// The whole `case.yaml`.
  static func text(of size: SyntheticCase) -> String {
    let current = size.calendar.current
    return """
      case_no: "\(current.number)"
      title: "\(title(of: size))"
      currency: TWD
      pricing_date: "\(size.calendar.pricingDate)"
      contract_start: "\(current.contractStart)"
      contract_end: "\(current.contractEnd)"
      award_date: "\(size.calendar.awardDate)"
      synthetic: "\(statement(of: size))"

      """
  }
}

extension SyntheticOutput {
  /// Writes the files that depend on no item.
  mutating func writeHeader(
    of size: SyntheticCase, index: SyntheticPriceIndex, otherContracts: [OrderContract]
  ) {
    self[.header].addVerbatim(SyntheticHeader.text(of: size))
    self[.dataPackage].addVerbatim(DataPackage.text(of: size))
    for row in index.rows {
      self[.priceIndex].add(row.month.isoText)
      self[.priceIndex].add("\(row.tenths / 10).\(row.tenths % 10)")
      self[.priceIndex].endRow()
    }
    for tier in SyntheticFees.tiers {
      self[.feeTiers].add(tier.lowerBound)
      self[.feeTiers].add(tier.rateText)
      self[.feeTiers].add(SyntheticFees.note)
      self[.feeTiers].endRow()
    }
    for other in otherContracts {
      self[.contracts].add(other.contract.caseNumber)
      self[.contracts].add(other.contract.start)
      self[.contracts].add(other.contract.end)
      self[.contracts].endRow()
    }
  }
}
