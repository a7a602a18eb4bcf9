import Policy
import Pricing
import Quantities

/// A row of evidence while it is being made.
struct EvidenceDraft: Sendable {
  let id: String
  var origin: Evidence.Origin
  var date: Day
  /// In NT$.
  var price: Int64
  var quantity: Int64?
  var source: String
  /// The price without tax, where the row states that one.
  var priceWithoutTax: Money?
  var unit: String?
  var termMonths: Int?
  var quantityTier: String?
  var oddity: OddityKind?

  init(
    id: String, origin: Evidence.Origin, date: Day, price: Int64, quantity: Int64?, source: String
  ) {
    self.id = id
    self.origin = origin
    self.date = date
    self.price = price
    self.quantity = quantity
    self.source = source
  }

  /// The table that rows of this class stand in.
  var file: SyntheticFile {
    switch origin {
    case .historical: .historicalAwards
    case .agency: .agencyPrices
    case .market: .marketQuotes
    }
  }

  /// The finished row.
  func evidence(for item: ItemID) throws(ArithmeticOverflow) -> Evidence {
    let stated = if let priceWithoutTax { priceWithoutTax } else { try Money(units: price) }
    return Evidence(
      id: EvidenceID(id), itemID: item, origin: origin, date: date,
      unitPrice: stated, quantity: quantity, source: source,
      isTaxIncluded: priceWithoutTax == nil, unit: unit, termMonths: termMonths,
      quantityTier: quantityTier, position: SyntheticItem.position(in: file))
  }
}

extension SyntheticOutput {
  /// Writes a row of evidence into the table of its class.
  mutating func write(_ row: Evidence, in file: SyntheticFile) {
    self[file].add(row.id.text)
    self[file].add(row.itemID.text)
    var order: OrderID?
    switch row.origin {
    case .historical(let caseNumber, let vendor):
      self[file].add(caseNumber)
      self[file].add(vendor.text)
    case .agency(let agency, let frameworkOrder):
      self[file].add(agency.text)
      order = frameworkOrder
    case .market(let channel):
      self[file].add(channel.rawValue)
    }
    self[file].add(row.date)
    self[file].add(row.unitPrice)
    if file != .marketQuotes { self[file].add(row.quantity) }
    self[file].add(row.source ?? "")
    if file == .agencyPrices { self[file].add(order?.text ?? "") }
    self[file].add(row.isTaxIncluded ? "yes" : "no")
    self[file].add(row.unit ?? "")
    self[file].add(row.termMonths.map { Int64($0) })
    self[file].add(row.quantityTier ?? "")
    self[file].endRow()
  }
}
