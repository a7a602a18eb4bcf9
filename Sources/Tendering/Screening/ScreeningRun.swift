import Policy
import Quantities

/// Applies the rules one after the other and collects what they find.
struct ScreeningRun {
  let tables: ScreeningTables
  let items: [ScreenedItem]
  let policy: ScreeningPolicy
  let dates: ScreeningDates
  private(set) var findings: [ScreeningFinding] = []
  private(set) var unapplied: [UnappliedRule] = []
  private(set) var barriers: [ScreeningSubject: ScreeningFinding] = [:]

  init(
    _ tables: ScreeningTables, items: [ScreenedItem], policy: ScreeningPolicy,
    dates: ScreeningDates
  ) {
    self.tables = tables
    self.items = items
    self.policy = policy
    self.dates = dates
  }

  /// A rule that is asked for and whose tables are there.
  ///
  /// - Returns: Whether it applies; where it does not, that is noted.
  private mutating func applies(
    _ requirement: ScreeningPolicy.Requirement, needing files: KeyValuePairs<String, Bool>
  ) -> Bool {
    let missing = files.first { !$0.value }?.key
    guard requirement.stage == .notAsked || missing != nil else { return true }
    unapplied.append(
      UnappliedRule(
        requirement: requirement, missingFile: requirement.stage == .notAsked ? nil : missing))
    return false
  }

  private mutating func add(
    _ judgement: Judgement, _ subject: ScreeningSubject,
    _ requirement: ScreeningPolicy.Requirement
  ) {
    let finding = ScreeningFinding(judgement, of: subject, under: requirement)
    findings.append(finding)
    if finding.result.keepsOut, barriers[subject] == nil { barriers[subject] = finding }
  }

  // MARK: Bidders

  mutating func screenVendors() {
    let hasVendors = tables.vendors != nil
    let judgesCapability = applies(policy.capability, needing: ["vendors.csv": hasVendors])
    let judgesOrigin =
      policy.vendorOrigin.stage != .notAsked && hasVendors
    let certificates = policy.bidderCertificates.filter { certificate in
      applies(
        certificate.requirement,
        needing: ["vendors.csv": hasVendors, "certificates.csv": tables.certificates != nil])
    }.map { certificate in
      (
        certificate.requirement,
        CertificateRule(
          tables.certificates ?? [], standards: certificate.standards, dates: dates,
          isScopeAsked: false)
      )
    }
    let origin = VendorOriginRule(restrictedTerritories: policy.restrictedTerritories)
    for vendor in tables.vendors ?? [] {
      let subject = ScreeningSubject.vendor(vendor.id)
      if judgesCapability, vendor.role == .vendor {
        add(CapabilityRule.judge(vendor), subject, policy.capability)
      }
      if judgesOrigin { add(origin.judge(vendor), subject, policy.vendorOrigin) }
      guard vendor.role == .vendor else { continue }
      for (requirement, rule) in certificates { add(rule.judge(vendor), subject, requirement) }
    }
  }

  // MARK: Products

  mutating func screenProducts() {
    let rules = productRules()
    for product in tables.products ?? [] {
      for (requirement, judge) in rules {
        guard let judgement = judge(product) else { continue }
        add(judgement, .product(product.id, item: product.itemID), requirement)
      }
    }
  }

  private typealias ProductRule = (
    requirement: ScreeningPolicy.Requirement, judge: (CloudProduct) -> Judgement?
  )

  private mutating func productRules() -> [ProductRule] {
    let hasProducts = tables.products != nil
    let policy = policy
    var rules: [ProductRule] = []
    if applies(policy.submission, needing: ["products.csv": hasProducts]) {
      rules.append((policy.submission, { SubmissionRule.judge($0) }))
    }
    if applies(policy.vendorOrigin, needing: ["vendors.csv": tables.vendors != nil]) {
      let rule = VendorOriginRule(restrictedTerritories: policy.restrictedTerritories)
      let records = Dictionary(
        (tables.vendors ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      rules.append((policy.vendorOrigin, { rule.judge($0, records) }))
    }
    if applies(policy.dataLocation, needing: ["products.csv": hasProducts]) {
      let rule = DataLocationRule(restrictedTerritories: policy.restrictedTerritories)
      rules.append((policy.dataLocation, { rule.judge($0) }))
    }
    if applies(
      policy.brands,
      needing: [
        "products.csv": hasProducts, "restricted_brands.csv": tables.restrictedBrands != nil,
      ])
    {
      let rule = RestrictedBrandRule(tables.restrictedBrands ?? [])
      let brands = Dictionary(
        items.map { ($0.id, $0.brand) }, uniquingKeysWith: { first, _ in first })
      rules.append((policy.brands, { rule.judge($0, brandOfItem: brands[$0.itemID] ?? nil) }))
    }
    return rules + certificateRules(hasProducts) + testRules(hasProducts)
      + securityItemRules(hasProducts)
  }

  private mutating func certificateRules(_ hasProducts: Bool) -> [ProductRule] {
    var rules: [ProductRule] = []
    for certificate in policy.certificates
    where applies(
      certificate.requirement,
      needing: ["products.csv": hasProducts, "certificates.csv": tables.certificates != nil])
    {
      let rule = CertificateRule(
        tables.certificates ?? [], standards: certificate.standards, dates: dates,
        isScopeAsked: true)
      rules.append((certificate.requirement, { rule.judge($0) }))
    }
    return rules
  }

  private mutating func testRules(_ hasProducts: Bool) -> [ProductRule] {
    let files: KeyValuePairs = ["products.csv": hasProducts, "tests.csv": tables.tests != nil]
    let reports = tables.tests ?? []
    var rules: [ProductRule] = []
    for scan in policy.scans where applies(scan.requirement, needing: files) {
      let rule = ScanRule(reports, scan: scan, dates: dates)
      rules.append((scan.requirement, { rule.judge($0) }))
    }
    let groups: [(ScreeningPolicy.TestCountRequirement, TestReport.Kind)] = [
      (policy.commonTests, .commonCharacteristics), (policy.securityTests, .security),
    ]
    for (group, kind) in groups where applies(group.requirement, needing: files) {
      let rule = TestCountRule(
        reports, kind: kind, count: group.count, failingSeverity: policy.failingSeverity)
      rules.append((group.requirement, { rule.judge($0) }))
    }
    return rules
  }

  private mutating func securityItemRules(_ hasProducts: Bool) -> [ProductRule] {
    guard
      applies(
        policy.securityItems,
        needing: [
          "products.csv": hasProducts, "security_items.csv": tables.securityItems != nil,
        ])
    else { return [] }
    let rule = SecurityItemsRule(
      tables.securityItems ?? [], matrices: policy.securityMatrices, level: policy.securityLevel)
    let categories = Dictionary(
      items.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    return [
      (policy.securityItems, { rule.judge($0, category: categories[$0.itemID] ?? "") })
    ]
  }

  // MARK: Items

  mutating func screenItems() {
    if applies(policy.demand, needing: ["demand.csv": tables.demand != nil]) {
      let rule = DemandRule(
        tables.demand ?? [], listings: tables.listings ?? [], policy: policy, dates: dates)
      for item in items { add(rule.judge(item), .item(item.id), policy.demand) }
    }
    if tables.products != nil { screenItemsByProducts() }
  }

  /// An item needs a product that enters; the rule that kept the last one out keeps the item out.
  private mutating func screenItemsByProducts() {
    let products = Dictionary(grouping: tables.products ?? [], by: \.itemID)
    for item in items {
      guard let own = products[item.id], let first = own.first else {
        guard policy.submission.stage == .mandatory else { continue }
        add(
          .missing(
            Phrase("no product was submitted for it", "無廠商投件"), at: item.position),
          .item(item.id), policy.submission)
        continue
      }
      let refused = own.compactMap { barriers[.product($0.id, item: item.id)] }
      guard refused.count == own.count, let barrier = refused.first else { continue }
      let name = first.id
      let isOne = own.count == 1
      add(
        Judgement(
          barrier.result == .missingEvidence ? .missing : .failed,
          Phrase(
            (isOne
              ? "its product \(name) is kept out: "
              : "all \(own.count) products are kept out, \(name): ")
              + barrier.reason.english,
            (isOne ? "產品 \(name) 不納入：" : "\(own.count) 項產品均不納入，\(name)：")
              + barrier.reason.traditionalChinese), at: barrier.record),
        .item(item.id), barrier.requirement)
    }
  }
}
