import CallOff
import Policy
import Quantities
import Tendering
import Testing

@testable import Pipeline

/// Certificates that end while their products are listed: from 2026-04-01 to 2027-03-31.
@Suite struct CertificateExpiryTests {
  private static func calendar(_ certificates: [Certificate]?) throws -> CaseCalendar {
    var input = try CalendarSample.input()
    input.screening.certificates = certificates
    return try CalendarSample.calendar(of: input)
  }

  private static func ending(_ days: [String]) throws -> [Certificate] {
    try days.enumerated().map { index, day in
      try CalendarSample.certificate("M\(index)", "ISO/IEC 27001", "2024-01-01", day)
    }
  }

  @Test("Both ends of the listing count")
  func bounds() throws {
    let certificates = try Self.ending([
      "2026-03-31", "2026-04-01", "2026-07-15", "2027-03-31", "2027-04-01",
    ])
    let events = try Self.calendar(certificates).all(.certificateExpiry)
    #expect(
      events.map { $0.days?.upperBound.isoText } == ["2026-04-01", "2026-07-15", "2027-03-31"])
    #expect(events.map(\.subject) == ["M1", "M2", "M3"].map { "\($0) · ISO/IEC 27001" })
    #expect(events.allSatisfy { $0.record == "certificates.csv:2" && $0.rule.basis == .seed })
    #expect(events[1].remark?.english.contains("no renewal is on file") == true)
    #expect(events[2].remark?.english == "covers the listing to its last day")
  }

  @Test(
    "A renewal is of the same holder and kind, without a gap",
    arguments: [
      ("M1", "ISO/IEC 27001:2022", "2026-07-16", nil, true),
      ("M1", "ISO/IEC 27001", "2026-07-01", nil, true),
      ("M1", "ISO/IEC 27001", "2026-07-17", nil, false),
      ("M2", "ISO/IEC 27001", "2026-07-16", nil, false),
      ("M1", "ISO/IEC 27018", "2026-07-16", nil, false),
      ("M1", "ISO/IEC 27001", "2026-07-16", "P1", false),
    ] as [(String, String, String, String?, Bool)])
  func renewal(
    holder: String, standard: String, from: String, product: String?, isRenewed: Bool
  ) throws {
    let old = try CalendarSample.certificate(
      "M1", standard == "ISO/IEC 27001:2022" ? standard : "ISO/IEC 27001", "2024-01-01",
      "2026-07-15")
    let new = try CalendarSample.certificate(
      holder, standard, from, "2029-07-15", product: product, line: 3)
    let event = try #require(try Self.calendar([old, new]).all(.certificateExpiry).first)
    let remark = try #require(event.remark?.english)
    #expect(remark.contains("renewed without a gap until 2029-07-15") == isRenewed)
    #expect(remark.contains("certificates.csv:3") == isRenewed)
  }

  @Test(
    "Of several renewals the one that lasts longest counts, as a search through all of them says")
  func search() throws {
    // Certificates of a few months each, of two holders, two standards, with and without a product.
    let start = try Day(text: "2025-06-01")
    let certificates = (0..<240).map { index in
      let from = start + (index * 37) % 700
      return Certificate(
        holderID: VendorID("M\(index % 2)"),
        standard: index % 3 == 0 ? "CNS 27001" : "ISO/IEC 27001",
        productID: index % 5 == 0 ? ProductID("P\(index % 2)") : nil, validFrom: from,
        validUntil: from + 40 + (index * 53) % 90, isDataCentreInScope: index % 7 == 0 ? nil : true,
        position: SourcePosition(file: "certificates.csv", line: index + 2))
    }
    let requirements = [["ISO/IEC 27001", "CNS 27001"]]
    let renewals = CertificateRenewals(certificates, requirements: requirements)
    var renewedCount = 0
    for old in certificates {
      let renewing = certificates.filter { new in
        new.holderID == old.holderID && (new.productID == nil || new.productID == old.productID)
          && new.isDataCentreInScope == old.isDataCentreInScope
          && new.validFrom <= old.validUntil + 1 && new.validUntil > old.validUntil
      }
      let found = renewals.renewal(of: old)
      #expect(found?.validUntil == renewing.map(\.validUntil).max())
      if let found {
        renewedCount += 1
        #expect(renewing.contains(found))
      }
    }
    #expect(renewedCount > 50)
    #expect(renewedCount < 240)
  }

  @Test("Without the table nothing is said to expire, and that is said")
  func noTable() throws {
    let events = try Self.calendar(nil).all(.certificateExpiry)
    #expect(events.map(\.standing) == [.notStated])
    #expect(try Self.calendar([]).all(.certificateExpiry).isEmpty)
  }
}
