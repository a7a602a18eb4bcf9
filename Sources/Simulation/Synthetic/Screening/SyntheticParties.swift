import Policy
import Quantities
import Tendering

/// The vendors and manufacturers of a synthetic case, with their certificates.
struct SyntheticParties: Sendable {
  /// A vendor that bids for nothing and keeps a rule busy.
  private struct Extra {
    let name: String
    var role = VendorRecord.Role.vendor
    var territory: String?
    var prcCapital: Bool? = false
    var investmentList: Bool? = false
    var capability: Bool? = true
    /// What screening finds, where it finds something.
    var expected: (rule: String, result: String)?
  }

  private let policy: ScreeningPolicy
  private let calendar: SyntheticCalendar
  private let solicitationStart: Day

  init(policy: ScreeningPolicy, calendar: SyntheticCalendar) {
    self.policy = policy
    self.calendar = calendar
    solicitationStart =
      (calendar.pricingDate.month + -3).firstDay ?? calendar.pricingDate
  }

  /// Who submits products in good order and bids for nothing.
  static let agent = VendorID("X07-Fernhollow Agency（虛構）")
  static let restrictedVendor = VendorID("X01-紫荊雲（虛構）")
  static let unstatedVendor = VendorID("X04-Mistral Reach（虛構）")
  static let restrictedManufacturer = VendorID("N10-赤沼科技（虛構）")

  /// The manufacturer of a brand.
  static func manufacturer(ofBrand brand: String) -> VendorID { VendorID("M-\(brand)") }

  /// A manufacturer that lacks one certificate, by its place among the policy's.
  static func manufacturer(lacking place: Int) -> VendorID {
    VendorID("N0\(place + 1)-Halfmoon \(place + 1)（虛構）")
  }

  /// Manufacturers one of whose certificates does not hold: it ends early, leaves the data centre
  /// out, does not show its scope, or starts late.
  static func manufacturer(withFaulty place: Int) -> VendorID {
    VendorID("N0\(place + 5)-Brokenreed \(place + 5)（虛構）")
  }

  private var extras: [Extra] {
    let origin = "vendor_origin"
    let restricted = policy.restrictedTerritories
    return [
      Extra(
        name: SyntheticParties.restrictedVendor.text, territory: restricted.dropFirst().first,
        expected: (origin, "refused")),
      Extra(
        name: "X02-Longreach Capital（虛構）", territory: "SG", prcCapital: true,
        expected: (origin, "refused")),
      Extra(
        name: "X03-映川資訊（虛構）", territory: "TW", investmentList: true,
        expected: (origin, "refused")),
      Extra(name: SyntheticParties.unstatedVendor.text, expected: (origin, "missing-evidence")),
      Extra(
        name: "X05-微光系統（虛構）", territory: "TW", capability: false,
        expected: ("capability", "refused")),
      Extra(
        name: "X06-Thornfield（虛構）", territory: "TW", capability: nil,
        expected: ("capability", "missing-evidence")),
      Extra(name: SyntheticParties.agent.text, territory: "TW"),
      Extra(
        name: SyntheticParties.restrictedManufacturer.text, role: .manufacturer,
        territory: restricted.first, capability: nil, expected: (origin, "refused")),
    ]
      + (0..<8).map { place in
        let id =
          place < 4
          ? SyntheticParties.manufacturer(lacking: place)
          : SyntheticParties.manufacturer(withFaulty: place - 4)
        return Extra(name: id.text, role: .manufacturer, territory: "US", capability: nil)
      }
  }

  /// Writes vendors, manufacturers, certificates and the list of restricted brands.
  func write(vendorCount: Int, to output: inout SyntheticOutput) {
    for index in 0..<vendorCount {
      let id = SyntheticNames.vendor(index, of: vendorCount)
      write(Extra(name: id.text, territory: "TW"), to: &output)
      writeCertificates(ofBidder: id, index, to: &output)
    }
    for (index, brand) in SyntheticProduct.brands.enumerated() {
      let id = SyntheticParties.manufacturer(ofBrand: brand)
      let territory = ["TW", "US", "JP", "DE"][index % 4]
      write(
        Extra(name: id.text, role: .manufacturer, territory: territory, capability: nil),
        to: &output)
      for place in policy.certificates.indices {
        writeCertificate(of: id, place, variant: index, to: &output)
      }
    }
    for extra in extras { write(extra, to: &output) }
    writeFaultyCertificates(to: &output)
    output[.restrictedBrands].add(SyntheticScreening.restrictedBrand)
    output[.restrictedBrands].endRow()
  }

  private func write(_ party: Extra, to output: inout SyntheticOutput) {
    output[.vendors].add(party.name)
    output[.vendors].add(party.role.rawValue)
    output[.vendors].add(party.territory ?? "")
    for flag in [party.prcCapital, party.investmentList, party.capability] {
      output[.vendors].add(flag.map { $0 ? "yes" : "no" } ?? "")
    }
    output[.vendors].endRow()
    guard let (rule, result) = party.expected else { return }
    output.writeExpectation("vendor", party.name, rule, result)
  }

  // MARK: Certificates

  private func write(
    _ holder: VendorID, _ standard: String, from: Day, until: Day, inScope: Bool?,
    to output: inout SyntheticOutput
  ) {
    output[.certificates].add(holder.text)
    output[.certificates].add(standard)
    output[.certificates].add(from)
    output[.certificates].add(until)
    output[.certificates].add(inScope.map { $0 ? "yes" : "no" } ?? "")
    output[.certificates].endRow()
  }

  private func writeCertificate(
    of holder: VendorID, _ place: Int, variant: Int, to output: inout SyntheticOutput
  ) {
    let standards = policy.certificates[place].standards
    let standard = standards[variant % standards.count]
    // Three years, from up to a year before the solicitation on.
    write(
      holder, standard, from: solicitationStart + -(30 + 41 * variant % 330),
      until: calendar.current.contractEnd + (20 + 53 * variant % 300), inScope: true, to: &output)
  }

  /// Some bidders hold certificates of their own, one of them an expired one.
  private func writeCertificates(
    ofBidder holder: VendorID, _ index: Int, to output: inout SyntheticOutput
  ) {
    for (place, certificate) in policy.bidderCertificates.enumerated()
    where index % (3 + place) == 0 {
      let standard = certificate.standards[index % certificate.standards.count]
      let isExpired = index == 12
      write(
        holder, standard, from: solicitationStart + -700,
        until: isExpired ? solicitationStart + 60 : calendar.current.contractEnd + 90,
        inScope: nil, to: &output)
    }
  }

  private func writeFaultyCertificates(to output: inout SyntheticOutput) {
    for place in policy.certificates.indices {
      writeCertificate(
        of: SyntheticParties.restrictedManufacturer, place, variant: 0, to: &output)
    }
    for lacking in policy.certificates.indices {
      let holder = SyntheticParties.manufacturer(lacking: lacking)
      for place in policy.certificates.indices where place != lacking {
        writeCertificate(of: holder, place, variant: lacking, to: &output)
      }
    }
    // The certificate at fault, in the order of the policy's: see ``ScreeningDefect``.
    for (fault, place) in [0, 2, 3, 1].enumerated() {
      let holder = SyntheticParties.manufacturer(withFaulty: fault)
      for other in policy.certificates.indices where other != place {
        writeCertificate(of: holder, other, variant: fault, to: &output)
      }
      let end = calendar.current.contractEnd
      write(
        holder, policy.certificates[place].standards[0],
        from: solicitationStart + (fault == 3 ? 14 : -200),
        until: fault == 0 ? end + -1 : end + 200,
        inScope: fault == 1 ? false : fault == 2 ? nil : true, to: &output)
    }
  }
}
