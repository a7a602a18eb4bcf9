import CallOff
import Policy
import Quantities
import Tendering

/// The certificates whose last day lies within the listing, which is the contract's period (assumed).
///
/// A certificate has to stay valid through the whole listing (slide 6); screening decides on it, the
/// calendar says when.
enum CertificateExpiryRule {
  private static let rule = Derivation.Rule(
    Citation("Deck 雲端服務共同供應契約調整說明, slide 6 (產品上架期間應維持證明文件之有效性)"), .seed)

  /// - Complexity: O(n log n) in the number of certificates.
  static func events(of subject: CalendarSubject) -> [CalendarEvent] {
    guard let certificates = subject.certificates else {
      return [
        CalendarEvent(
          .certificateExpiry, .notStated,
          remark: Phrase("there is no certificates.csv", "未提供 certificates.csv"), rule: rule)
      ]
    }
    guard let contract = subject.contract else {
      return [CalendarEvent(.certificateExpiry, .notStated, remark: .noContract, rule: rule)]
    }
    let renewals = CertificateRenewals(
      certificates, requirements: requirements(of: subject.policy))
    return certificates.filter { contract.start <= $0.validUntil && $0.validUntil <= contract.end }
      .map { event(of: $0, renewal: renewals.renewal(of: $0), contract) }
  }

  private static func event(
    of certificate: Certificate, renewal: Certificate?, _ contract: Contract
  ) -> CalendarEvent {
    let day = certificate.validUntil
    let remark =
      if let renewal {
        Phrase(
          "renewed without a gap until \(renewal.validUntil) (\(renewal.position))",
          "已銜接換證，效期至 \(renewal.validUntil)（\(renewal.position)）")
      } else if day == contract.end {
        Phrase("covers the listing to its last day", "涵蓋至上架期間末日")
      } else {
        Phrase(
          "no renewal is on file; the listing ends on \(contract.end)",
          "未見換證資料；上架期間至 \(contract.end)")
      }
    let subject = [certificate.holderID.text, certificate.standard, certificate.productID?.text]
    return CalendarEvent(
      .certificateExpiry, .stated(day...day),
      subject: subject.compactMap(\.self).joined(separator: " · "), remark: remark, rule: rule,
      record: certificate.position.description)
  }

  /// The standards that meet each requirement; none where the policy has no screening.
  private static func requirements(of policy: PolicyView) -> [[String]] {
    guard let screening = try? ScreeningPolicy(policy) else { return [] }
    return (screening.certificates + screening.bidderCertificates).map(\.standards)
  }
}
