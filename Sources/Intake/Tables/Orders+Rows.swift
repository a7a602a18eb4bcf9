import CallOff
import Policy
import Quantities

extension BoundTable {
  /// The rows of `orders`, and every order named in one, be the rest of its row right or not.
  func orders(
    _ known: KnownNames, _ diagnostics: inout Diagnostics
  ) -> (rows: [Order], names: Set<OrderID>) {
    var first = FirstPlaces<OrderID>()
    let rows = RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Order? in
      let id: OrderID? = row.identifier(.orderID)
      if let id {
        row.reportRepetition(id, in: &first, .orderID, "the order \(id.text.quoted)")
      }
      let itemID = row.item(known)
      let vendorID = row.vendor(.vendorID, known)
      let agencyID: AgencyID? = row.identifier(.agencyID)
      let orderedOn = row.day(.orderedOn)
      let quantity = row.required(.quantity, parseCount)
      let unitPrice = row.price(.unitPrice)
      let caseNumber = row.optionalText(.caseNumber)
      var records = row.orderRecords(orderedOn: orderedOn)
      let status = row.orderStatus(orderedOn: orderedOn, &records)
      guard let id, let itemID, let vendorID, let agencyID, let orderedOn, let quantity,
        let unitPrice, let status
      else { return nil }
      return row.order(quantity: quantity) { position throws(ArithmeticOverflow) in
        try Order(
          id: id, itemID: itemID, vendorID: vendorID, agencyID: agencyID, orderedOn: orderedOn,
          quantity: quantity, unitPrice: unitPrice, status: status, caseNumber: caseNumber,
          records: records, position: position)
      }
    }
    return (rows, first.names)
  }

  /// The rows of `collections`.
  func collections(_ known: KnownNames, _ diagnostics: inout Diagnostics) -> [Collection] {
    RowReader.rows(of: self, diagnostics: &diagnostics) { row -> Collection? in
      let orderID: OrderID? = row.identifier(.orderID)
      if let orderID, let orders = known.orders, !orders.contains(orderID) {
        row.report(
          .orderID,
          "\(row.label(.orderID)) \(orderID.text.quoted) is in no row of the table orders",
          "an order that the table orders lists")
      }
      let collectedOn = row.day(.collectedOn)
      let amount = row.price(.amount)
      guard let orderID, let collectedOn, let amount else { return nil }
      return Collection(
        orderID: orderID, collectedOn: collectedOn, amount: amount, position: row.position)
    }
  }
}

extension RowReader {
  /// An order whose amount has to fit.
  fileprivate mutating func order(
    quantity: Int64, _ make: (SourcePosition) throws(ArithmeticOverflow) -> Order
  ) -> Order? {
    do throws(ArithmeticOverflow) {
      return try make(position)
    } catch {
      report(
        .quantity, "the amount of the order, quantity × unit price, is too large",
        "an amount that fits \(Int64.max) cents")
      return nil
    }
  }

  /// The status of an order with its dates, which have to follow one another.
  ///
  /// The deck's slide 13: the agency returns the order, then the contracting administration rules.
  fileprivate mutating func orderStatus(
    orderedOn: Day?, _ records: inout OrderRecords
  ) -> Order.Status? {
    let word = optional(.status, Words.orderStatuses.parse) ?? .active
    let returnedOn = optionalDay(.returnedOn)
    let ruledOn = optionalDay(.ruledOn)
    if let orderedOn, let returnedOn, returnedOn < orderedOn {
      report(
        .returnedOn, "\(label(.returnedOn)) \(returnedOn) is before the order date \(orderedOn)",
        "a day on or after the order date")
    }
    switch word {
    case .active:
      if returnedOn != nil, ruledOn == nil {
        warn(
          .returnedOn, "an active order has \(label(.returnedOn)); the order counts as active",
          "the status return-pending or cancelled")
      }
      // A ruling on an order that is in force went against the cancellation.
      if let returnedOn, let ruledOn {
        records.refusedReturn = .init(returnedOn: returnedOn, ruledOn: ruledOn)
      }
      return .active
    case .returnPending:
      if ruledOn != nil {
        report(
          .ruledOn, "an order whose return is pending has \(label(.ruledOn))",
          "no ruling yet, or the status cancelled")
      }
      return .returnPending(returnedOn: returnedOn)
    case .cancelled:
      return cancellation(orderedOn: orderedOn, returnedOn: returnedOn, ruledOn: ruledOn)
    }
  }

  private mutating func cancellation(
    orderedOn: Day?, returnedOn: Day?, ruledOn: Day?
  ) -> Order.Status? {
    guard let ruledOn else {
      if text(.ruledOn) == nil {
        report(
          bound.sources[.ruledOn] == nil ? .status : .ruledOn,
          "a cancelled order has no ruled_on", "the date of the ruling")
      }
      return nil
    }
    if let orderedOn, ruledOn < orderedOn {
      report(
        .ruledOn, "\(label(.ruledOn)) \(ruledOn) is before the order date \(orderedOn)",
        "a day on or after the order date")
    }
    if let returnedOn, returnedOn > ruledOn {
      report(
        .returnedOn, "\(label(.returnedOn)) \(returnedOn) is after the ruling on \(ruledOn)",
        "a day on or before the ruling")
    }
    return .cancelled(returnedOn: returnedOn, ruledOn: ruledOn)
  }
}
