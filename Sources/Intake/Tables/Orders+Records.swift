import CallOff
import Quantities

extension BoundTable {
  /// Which of the records that rules of orders look at the table has.
  var orderRecordColumns: OrderRecordColumns {
    let columns: [(Column, OrderRecordColumns)] = [
      (.superiorApprovedOn, .approvals), (.dataLocationCheckedOn, .dataLocationChecks),
      (.storageAbroadApproved, .storageConsents), (.vendorAgreedOn, .vendorAgreements),
      (.returnReason, .returnReasons),
    ]
    return OrderRecordColumns(columns.filter { sources[$0.0] != nil }.map(\.1))
  }

  /// The rows of `agencies`; an agency stands once.
  func agencies(_ diagnostics: inout Diagnostics) -> [AgencyRecord] {
    var first = FirstPlaces<AgencyID>()
    return RowReader.rows(of: self, diagnostics: &diagnostics) { row -> AgencyRecord? in
      let id: AgencyID? = row.identifier(.agencyID)
      let kind = row.optional(.agencyKind, Words.agencyKinds.parse)
      guard let id else { return nil }
      row.reportRepetition(id, in: &first, .agencyID, "the agency \(id.text.quoted)")
      return AgencyRecord(id: id, kind: kind, position: row.position)
    }
  }
}

extension RowReader {
  /// What is on file about an order beside its amount, dates in an order that can be.
  mutating func orderRecords(orderedOn: Day?) -> OrderRecords {
    var records = OrderRecords()
    records.superiorApprovedOn = optionalDay(.superiorApprovedOn)
    records.dataLocationCheckedOn = optionalDay(.dataLocationCheckedOn)
    records.isStorageAbroadApproved = optional(.storageAbroadApproved, Words.yesOrNo.parse)
    records.vendorAgreedOn = optionalDay(.vendorAgreedOn)
    records.returnReason = optionalText(.returnReason)
    if let orderedOn, let agreedOn = records.vendorAgreedOn, agreedOn < orderedOn {
      report(
        .vendorAgreedOn,
        "\(label(.vendorAgreedOn)) \(agreedOn) is before the order date \(orderedOn)",
        "a day on or after the order date")
    }
    return records
  }
}
