import Policy
import Pricing
import Quantities
import Tendering

// The tables of screening: products in good order for every item, and beside them products, vendors and
// items that each break a rule. Nothing of it changes a row of the other tables.

/// Makes the products of one item, with their tests and security items, its demand and its listings.
struct SyntheticScreening: Sendable {
  /// A product while it is being made.
  struct Product {
    var id: String
    var vendor: VendorID
    var manufacturer: VendorID
    var authorised: Bool?
    var brand = ""
    var access = "TW"
    var backup = "TW"
    var standby = "TW"
    var transit = "none"
    var tests: [Test] = []
    var parts: [(name: String, isOffered: Bool)] = []
  }

  /// A test while it is being made.
  struct Test {
    let name: String
    let kind: TestReport.Kind
    var tester: TestReport.Tester
    var reportedOn: Day
    var edition: Int?
    var severity: Severity?
    var isPassed: Bool?
  }

  /// The brand on the case's list of restricted ones.
  static let restrictedBrand = "Redmoor（虛構）"

  let policy: ScreeningPolicy
  let calendar: SyntheticCalendar
  let solicitationStart: Day

  init(policy: ScreeningPolicy, calendar: SyntheticCalendar) {
    self.policy = policy
    self.calendar = calendar
    solicitationStart =
      (calendar.pricingDate.month + -3).firstDay ?? calendar.pricingDate
  }

  /// The item's products: one in good order, one with a defect, one of a bidder without a certificate.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - bids: The item's bids.
  /// - Returns: Each with what the rules find.
  func products(
    of item: SyntheticItem, bids: [Bid]
  ) -> [(product: Product, expected: [(rule: String, result: String)])] {
    var products = [(sound(item), [(rule: String, result: String)]())]
    if let defect = ScreeningDefect.of(item: item.index) {
      var product = sound(item)
      product.id = "Q-\(item.digits)"
      product.vendor = SyntheticParties.agent
      product.authorised = true
      apply(defect, to: &product)
      products.append((product, defect.expected))
    }
    // The rule of slide 17 takes a bidder out of a tender with many.
    if item.story == .manyBids, let bid = bids.first(where: { $0.status == .valid }) {
      var product = sound(item)
      product.id = "R-\(item.digits)"
      product.vendor = bid.vendorID
      product.authorised = true
      product.manufacturer = SyntheticParties.manufacturer(lacking: 1)
      products.append((product, ScreeningDefect.withoutPrivacy.expected))
    }
    return products
  }

  /// Whether data of an item's products is stored abroad as well.
  static func isStoredAbroad(_ item: SyntheticItem) -> Bool { item.index % 5 == 0 }

  private func sound(_ item: SyntheticItem) -> Product {
    let manufacturer = SyntheticParties.manufacturer(ofBrand: item.item.brand ?? "")
    let isSubmittedByAgent = item.index % 3 == 0
    var product = Product(
      id: "P-\(item.digits)",
      vendor: isSubmittedByAgent ? SyntheticParties.agent : manufacturer,
      manufacturer: manufacturer, authorised: isSubmittedByAgent ? true : nil)
    if SyntheticScreening.isStoredAbroad(item) { product.backup = "TW;JP" }
    product.tests = tests(item)
    let matrix = policy.securityMatrices.first {
      $0.categories.contains(item.item.category.rawValue)
    }
    product.parts = (matrix?.parts ?? []).enumerated().filter { place, part in
      part[policy.securityLevel] == .recommended || (place + item.index) % 3 == 0
    }.map { ($0.element.name, true) }
    return product
  }

  private func tests(_ item: SyntheticItem) -> [Test] {
    let byOffice = solicitationStart + (9 + item.index % 15)
    let common = (1...max(policy.commonTests.count, 1)).map { number in
      Test(
        name: "common-\(number)", kind: .commonCharacteristics, tester: .office,
        reportedOn: byOffice, isPassed: true)
    }
    let scans = policy.scans.map { scan in
      Test(
        name: scan.tests[0], kind: .security, tester: .thirdParty,
        reportedOn: solicitationStart + -(20 + 7 * item.index % 300),
        edition: scan.owaspEdition, severity: item.index % 2 == 0 ? .low : Severity.none)
    }
    let others = max(policy.securityTests.count - scans.count, 0)
    let security = (0..<others).map { number in
      Test(
        name: "security-\(number + 1)", kind: .security, tester: .office, reportedOn: byOffice,
        isPassed: true)
    }
    return common + scans + security
  }

  private func apply(_ defect: ScreeningDefect, to product: inout Product) {
    let restricted = policy.restrictedTerritories
    let common = policy.commonTests.count
    let (application, system) = (common, common + 1)
    let last = product.tests.count - 1
    switch defect {
    case .notAuthorised: product.authorised = false
    case .withoutLetter: product.authorised = nil
    case .vendorOfRestrictedTerritory: product.vendor = SyntheticParties.restrictedVendor
    case .manufacturerOfRestrictedTerritory:
      product.manufacturer = SyntheticParties.restrictedManufacturer
    case .vendorOfNoTerritory: product.vendor = SyntheticParties.unstatedVendor
    case .backupInRestrictedTerritory: product.backup = "TW;\(restricted.last ?? "")"
    case .transitThroughRestrictedTerritory: product.transit = "JP;\(restricted.first ?? "")"
    case .withoutStandbySite: product.standby = ""
    case .restrictedBrand: product.brand = SyntheticScreening.restrictedBrand
    case .withoutInformationSecurity:
      product.manufacturer = SyntheticParties.manufacturer(lacking: 0)
    case .withoutPrivacy: product.manufacturer = SyntheticParties.manufacturer(lacking: 1)
    case .withoutCloudSecurity: product.manufacturer = SyntheticParties.manufacturer(lacking: 2)
    case .withoutCloudPrivacy: product.manufacturer = SyntheticParties.manufacturer(lacking: 3)
    case .certificateEndsEarly:
      product.manufacturer = SyntheticParties.manufacturer(withFaulty: 0)
    case .dataCentreOutOfScope:
      product.manufacturer = SyntheticParties.manufacturer(withFaulty: 1)
    case .scopeNotShown: product.manufacturer = SyntheticParties.manufacturer(withFaulty: 2)
    case .certificateStartsLate:
      product.manufacturer = SyntheticParties.manufacturer(withFaulty: 3)
    case .withoutApplicationScan: product.tests.remove(at: application)
    case .oldScan: product.tests[application].reportedOn = solicitationStart + -400
    case .scanOfVendor: product.tests[application].tester = .vendor
    case .oldEdition:
      product.tests[application].edition = policy.scans[0].owaspEdition.map { $0 - 4 }
    case .mediumFinding: product.tests[application].severity = .medium
    case .withoutSystemScan: product.tests.remove(at: system)
    case .highFinding: product.tests[system].severity = .high
    case .commonTestFailed: product.tests[0].isPassed = false
    case .commonTestMissing: product.tests.remove(at: 0)
    case .securityTestFailed: product.tests[last].isPassed = false
    case .securityTestMissing: product.tests.remove(at: last)
    case .securityItemNotOffered: product.parts[0].isOffered = false
    case .securityItemMissing: product.parts.remove(at: 0)
    }
  }
}

/// What agencies ask for, and what was listed before.
extension SyntheticScreening {
  /// How an item comes through the demand gate.
  enum Demand {
    case asked
    /// Asked by one agency and not on the last lists.
    case askedOnce
    /// Asked by nobody and not on the last lists.
    case notAsked
    /// Asked by nobody, but on the last lists, with sales.
    case exempt

    init(item index: Int) {
      // The two items of a block that nobody bids for, and one that many do.
      self =
        switch index % SyntheticCase.blockLength {
        case 11: .askedOnce
        case 43: .notAsked
        case 4: .exempt
        default: .asked
        }
    }
  }

  /// The agencies that ask for an item, counted from 0, each with a quantity.
  func requests(of item: SyntheticItem) -> [(agency: Int, quantity: Int64)] {
    let count =
      switch Demand(item: item.index) {
      case .asked: 2 + item.index % 4
      case .askedOnce: 1
      case .notAsked, .exempt: 0
      }
    return (0..<count).map { number in
      (
        (item.index * 7 + number * 3) % SyntheticNames.agencyCount,
        Int64(1 + (item.index * 13 + number * 5) % 40)
      )
    }
  }

  /// The earlier cases that an item was listed under, with what was sold, the newest first.
  func listings(of item: SyntheticItem) -> [(caseNumber: String, sold: Int64)] {
    calendar.earlier.prefix(4).enumerated().compactMap { age, earlier in
      switch Demand(item: item.index) {
      case .askedOnce, .notAsked: return age == 1 ? (earlier.number, 3) : nil
      case .exempt: return (earlier.number, Int64(6 - age))
      case .asked:
        guard (item.index + age) % 3 != 0 else { return nil }
        return (earlier.number, Int64((item.index * 11 + age * 17) % 60))
      }
    }
  }
}
