import Policy

/// What is wrong with a product that a synthetic case holds for screening to find.
///
/// Each stands on the item of its place in a block of ``SyntheticCase/blockLength``, so that a case of
/// that size has all of them. The products are of vendors that bid for nothing.
enum ScreeningDefect: Int, CaseIterable, Sendable {
  case notAuthorised
  case withoutLetter
  case vendorOfRestrictedTerritory
  case manufacturerOfRestrictedTerritory
  case vendorOfNoTerritory
  case backupInRestrictedTerritory
  case transitThroughRestrictedTerritory
  case withoutStandbySite
  case restrictedBrand
  case withoutInformationSecurity
  case withoutPrivacy
  case withoutCloudSecurity
  case withoutCloudPrivacy
  case certificateEndsEarly
  case dataCentreOutOfScope
  case scopeNotShown
  case certificateStartsLate
  case withoutApplicationScan
  case oldScan
  case scanOfVendor
  case oldEdition
  case mediumFinding
  case withoutSystemScan
  case highFinding
  case commonTestFailed
  case commonTestMissing
  case securityTestFailed
  case securityTestMissing
  case securityItemNotOffered
  case securityItemMissing

  /// The item of a block that it stands on.
  var place: Int {
    switch self {
    // Packaged software is asked for no security items.
    case .securityItemMissing: 31
    default: rawValue
    }
  }

  /// The defect of an item, counted from 0.
  static func of(item index: Int) -> ScreeningDefect? {
    allCases.first { $0.place == index % SyntheticCase.blockLength }
  }

  /// What the rules of solicitations from 114/10 on find: rules with their results.
  var expected: [(rule: String, result: String)] {
    let (refused, missing) = ("refused", "missing-evidence")
    return switch self {
    case .notAuthorised: [("submission", refused)]
    case .withoutLetter: [("submission", missing)]
    case .vendorOfRestrictedTerritory, .manufacturerOfRestrictedTerritory:
      [("vendor_origin", refused)]
    case .vendorOfNoTerritory: [("vendor_origin", missing)]
    case .backupInRestrictedTerritory, .transitThroughRestrictedTerritory:
      [("data_location", refused)]
    case .withoutStandbySite: [("data_location", missing)]
    case .restrictedBrand: [("restricted_brands", refused)]
    case .withoutInformationSecurity: [("certificates.information_security", missing)]
    case .withoutPrivacy: [("certificates.privacy", missing)]
    case .withoutCloudSecurity: [("certificates.cloud_security", missing)]
    case .withoutCloudPrivacy: [("certificates.cloud_privacy", missing)]
    case .certificateEndsEarly: [("certificates.information_security", refused)]
    case .dataCentreOutOfScope: [("certificates.cloud_security", refused)]
    case .scopeNotShown: [("certificates.cloud_privacy", missing)]
    case .certificateStartsLate: [("certificates.privacy", refused)]
    // A scan is one of the tests of security as well.
    case .withoutApplicationScan:
      [("tests.application_scan", missing), ("tests.security", missing)]
    case .oldScan, .scanOfVendor, .oldEdition: [("tests.application_scan", refused)]
    case .mediumFinding: [("tests.application_scan", refused), ("tests.security", refused)]
    case .withoutSystemScan: [("tests.system_scan", missing), ("tests.security", missing)]
    case .highFinding: [("tests.system_scan", refused), ("tests.security", refused)]
    case .commonTestFailed: [("tests.common_characteristics", refused)]
    case .commonTestMissing: [("tests.common_characteristics", missing)]
    case .securityTestFailed: [("tests.security", refused)]
    case .securityTestMissing: [("tests.security", missing)]
    case .securityItemNotOffered: [("security_items", refused)]
    case .securityItemMissing: [("security_items", missing)]
    }
  }
}
