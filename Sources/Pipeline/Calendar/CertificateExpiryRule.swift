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

  /// - Complexity: O(certificates of a holder) for each certificate that expires.
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
    let held = Dictionary(grouping: certificates, by: \.holderID)
    let kinds = standardKinds(of: subject.policy)
    return certificates.filter { contract.start <= $0.validUntil && $0.validUntil <= contract.end }
      .map { certificate in
        let renewal = held[certificate.holderID]?.first {
          $0.renews(certificate, kinds: kinds)
        }
        return event(of: certificate, renewal: renewal, contract)
      }
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

  /// The standards that meet one requirement each; none where the policy has no screening.
  private static func standardKinds(of policy: PolicyView) -> [[String]] {
    guard let screening = try? ScreeningPolicy(policy) else { return [] }
    return (screening.certificates + screening.bidderCertificates).map(\.standards)
  }
}

extension Certificate {
  /// Whether it takes the place of one of the same holder and kind before that ends.
  fileprivate func renews(_ old: Certificate, kinds: [[String]]) -> Bool {
    guard extends(validityUntil: old.validUntil), productID == nil || productID == old.productID,
      isDataCentreInScope == old.isDataCentreInScope
    else { return false }
    return standard == old.standard
      || kinds.contains { kind in
        [standard, old.standard].allSatisfy { name in
          kind.contains { StandardName.matches(name, $0) }
        }
      }
  }
}
