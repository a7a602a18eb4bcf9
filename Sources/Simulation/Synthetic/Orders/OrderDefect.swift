/// What is wrong with an order that a synthetic case holds for the rules of orders to find.
///
/// Each is planted in every so many orders of its kind, so that a case of the usual size has all of
/// them and a larger one begins with the smaller.
enum OrderDefect: CaseIterable, Sendable {
  // In orders that nothing else is special about.
  case ineligibleAgency
  case unstatedAgency
  case unlistedAgency
  case outsidePeriod
  case unknownContract
  case aboveReserve
  case notAwarded
  case checkedLate
  case notChecked
  // In orders of items whose data is stored abroad.
  case storageRefused
  case storageUnstated
  // In orders that need the superior's approval.
  case approvedLate
  case notApproved
  // In cancellations.
  case vendorNotAsked
  case vendorAgreedLate
  case withoutReason
  case withoutReturnDate

  /// What the rules find.
  var expected: (rule: String, result: String) {
    let (flagged, missing) = ("flagged", "missing-evidence")
    return switch self {
    case .ineligibleAgency: ("agency", flagged)
    case .unstatedAgency, .unlistedAgency: ("agency", missing)
    case .outsidePeriod: ("contract_period", flagged)
    case .unknownContract: ("contract_period", missing)
    case .aboveReserve: ("reserve", flagged)
    case .notAwarded: ("award", flagged)
    case .checkedLate, .storageRefused: ("data_location", flagged)
    case .notChecked, .storageUnstated: ("data_location", missing)
    case .approvedLate: ("approval", flagged)
    case .notApproved: ("approval", missing)
    case .vendorAgreedLate: ("cancellation", flagged)
    case .vendorNotAsked, .withoutReason, .withoutReturnDate: ("cancellation", missing)
    }
  }

  /// The defect of the plain order `number`, counted from 0.
  static func ofPlainOrder(_ number: Int) -> OrderDefect? {
    let place = number % 2_000
    guard place % 150 == 100, place / 150 < 9 else { return nil }
    return allCases[place / 150]
  }

  /// The defect of the order `number`, counted from 0, whose item's data is stored abroad.
  static func ofStorageAbroad(_ number: Int) -> OrderDefect? {
    switch number % 400 {
    case 50: .storageRefused
    case 150: .storageUnstated
    default: nil
    }
  }

  /// The defect of the order `number`, counted from 0, that needs the superior's approval.
  static func ofLargeOrder(_ number: Int) -> OrderDefect? {
    switch number % 16 {
    case 3: .approvedLate
    case 7: .notApproved
    default: nil
    }
  }

  /// The defect of the cancelled order `number`, counted from 0.
  static func ofCancellation(_ number: Int) -> OrderDefect? {
    switch number % 40 {
    case 3: .vendorNotAsked
    case 11: .vendorAgreedLate
    case 19: .withoutReason
    case 27: .withoutReturnDate
    default: nil
    }
  }
}
