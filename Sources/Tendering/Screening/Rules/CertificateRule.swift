import Policy
import Quantities

/// A certificate of any one of some standards, in scope and valid through solicitation and listing
/// (slides 6, 7, 12, 17).
///
/// Certificates that follow one another without a gap count as one: a renewal handed in beforehand
/// keeps the validity up.
struct CertificateRule {
  let standards: [String]
  let dates: ScreeningDates
  /// Whether the data centre has to stand in the scope; a bidder's own certificate has none.
  let isScopeAsked: Bool
  private let certificates: [VendorID: [Certificate]]

  init(
    _ certificates: [Certificate], standards: [String], dates: ScreeningDates, isScopeAsked: Bool
  ) {
    self.standards = standards
    self.dates = dates
    self.isScopeAsked = isScopeAsked
    self.certificates = Dictionary(
      grouping: certificates.filter { certificate in
        standards.contains { StandardName.matches(certificate.standard, $0) }
      }, by: \.holderID)
  }

  /// The certificate of a product's data centre, which its manufacturer runs.
  func judge(_ product: CloudProduct) -> Judgement {
    guard let manufacturer = product.manufacturerID else {
      return .missing(Phrase("no manufacturer is stated", "未載明原廠"), at: product.position)
    }
    let own = (certificates[manufacturer] ?? []).filter {
      $0.productID == nil || $0.productID == product.id
    }
    return judge(own, of: manufacturer, elseAt: product.position)
  }

  /// A bidder's own certificate.
  func judge(_ vendor: VendorRecord) -> Judgement {
    judge(
      (certificates[vendor.id] ?? []).filter { $0.productID == nil }, of: vendor.id,
      elseAt: vendor.position)
  }

  /// The certificate of a row.
  func certificate(at record: SourcePosition, of holder: VendorID?) -> Certificate? {
    holder.flatMap { certificates[$0] }?.first { $0.position == record }
  }

  private func judge(
    _ held: [Certificate], of holder: VendorID, elseAt position: SourcePosition
  ) -> Judgement {
    guard let first = held.first else {
      return .missing(
        Phrase(
          "\(holder) holds no \(standards.joined(separator: " or "))",
          "\(holder) 無 \(standards.joined(separator: " 或 ")) 證書"), at: position)
    }
    let inScope = isScopeAsked ? held.filter { $0.isDataCentreInScope == true } : held
    guard !inScope.isEmpty else { return scopeFault(of: held, first) }
    return validity(of: inScope)
  }

  private func scopeFault(of held: [Certificate], _ first: Certificate) -> Judgement {
    if let outside = held.first(where: { $0.isDataCentreInScope == false }) {
      return .failed(
        Phrase(
          "the data centre is not in the scope of the \(outside.standard)",
          "\(outside.standard) 之驗證範圍未含雲端服務資訊機房"), at: outside.position)
    }
    return .missing(
      Phrase(
        "the \(first.standard) does not show whether the data centre is in its scope",
        "\(first.standard) 未顯示雲端服務資訊機房是否在驗證範圍內"), at: first.position)
  }

  /// Follows the certificates from the start of the solicitation to the end of the listing.
  private func validity(of held: [Certificate]) -> Judgement {
    var coveredUntil = dates.solicitationStart + -1
    var last = held[0]
    for certificate in held.sorted(by: { $0.validFrom < $1.validFrom })
    where certificate.extends(validityUntil: coveredUntil) {
      (coveredUntil, last) = (certificate.validUntil, certificate)
    }
    let from = dates.solicitationStart
    guard coveredUntil >= from else {
      let near = held.max { $0.validUntil < $1.validUntil } ?? last
      return .failed(
        Phrase(
          "the \(near.standard) is valid from \(near.validFrom) to \(near.validUntil), not at the"
            + " solicitation of \(from)",
          "\(near.standard) 效期 \(near.validFrom) 至 \(near.validUntil)，未涵蓋 \(from) 起之公開徵求"),
        at: near.position)
    }
    guard coveredUntil >= dates.listingEnd else {
      return .failed(
        Phrase(
          "the \(last.standard) ends on \(coveredUntil), before the listing ends on"
            + " \(dates.listingEnd)",
          "\(last.standard) 於 \(coveredUntil) 屆期，早於上架期間迄日 \(dates.listingEnd)"),
        at: last.position)
    }
    return .met(
      Phrase(
        "holds \(last.standard), valid until \(coveredUntil)",
        "具備 \(last.standard)，效期至 \(coveredUntil)"), at: last.position)
  }
}

/// The names of standards as people write them: an edition or a level behind the name, and spaces, make
/// no difference.
public enum StandardName {
  /// Whether a name on a certificate means a standard.
  public static func matches(_ name: String, _ standard: String) -> Bool {
    let (name, standard) = (comparable(name), comparable(standard))
    guard name.hasPrefix(standard) else { return false }
    // A digit would make another number of it: an edition is divided off.
    return !(name.dropFirst(standard.count).first?.isNumber ?? false)
  }

  /// Letters and digits alone; the part of the joint committee's name may be left out.
  private static func comparable(_ name: String) -> String {
    let joined = name.uppercased().filter { $0 != " " && $0 != "-" && $0 != "\u{3000}" }
    return joined.hasPrefix("ISO/IEC") ? "ISO" + joined.dropFirst("ISO/IEC".count) : joined
  }
}
