import Policy
import Pricing
import Quantities

extension BoundTable {
  /// The rows of one of the three evidence tables.
  ///
  /// - Parameters:
  ///   - evidenceClass: Which of the tables this is.
  ///   - known: The items that rows may name.
  ///   - first: Where each evidence name stood first, over all three tables.
  ///   - diagnostics: Takes the errors.
  /// - Returns: The sound rows, in order.
  func evidence(
    _ evidenceClass: EvidenceClass, _ known: KnownNames, first: inout FirstPlaces<EvidenceID>,
    _ diagnostics: inout Diagnostics
  ) -> [Evidence] {
    RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Evidence? in
      let id: EvidenceID? = row.identifier(.evidenceID)
      if let id {
        row.reportRepetition(id, in: &first, .evidenceID, "the evidence \(id.text.quoted)")
      }
      let itemID = row.item(known)
      let origin = row.origin(evidenceClass)
      let date = row.day(evidenceClass == .market ? .quoteDate : .awardDate)
      let unitPrice = row.price(.unitPrice)
      let quantity = row.optional(.quantity, parseCount)
      let source = row.optionalText(.source)
      let isTaxIncluded = row.optional(.taxIncluded, Words.yesOrNo.parse) ?? true
      let isFeeIncluded = row.optional(.feeIncluded, Words.yesOrNo.parse) ?? true
      let unit = row.optionalText(.unit)
      let termMonths = row.optional(.termMonths, parseMonths)
      let quantityTier = row.optionalText(.quantityTier)
      guard let id, let itemID, let origin, let date, let unitPrice else { return nil }
      return Evidence(
        id: id, itemID: itemID, origin: origin, date: date, unitPrice: unitPrice,
        quantity: quantity, source: source, isTaxIncluded: isTaxIncluded,
        isFeeIncluded: isFeeIncluded, unit: unit, termMonths: termMonths,
        quantityTier: quantityTier, position: row.position)
    }
  }
}

extension RowReader {
  /// What only the class of the table states.
  fileprivate mutating func origin(_ evidenceClass: EvidenceClass) -> Evidence.Origin? {
    switch evidenceClass {
    case .historical:
      let caseNumber = requiredText(.caseNumber)
      let vendor: VendorID? = identifier(.vendorID)
      guard let caseNumber, let vendor else { return nil }
      return .historical(caseNumber: caseNumber, vendor: vendor)
    case .agency:
      let agency: AgencyID? = identifier(.agencyID)
      let order = optionalText(.orderID).map { OrderID($0) }
      return agency.map { .agency($0, frameworkOrder: order) }
    case .market:
      return required(.channel, Words.channels.parse).map { .market($0) }
    }
  }
}
