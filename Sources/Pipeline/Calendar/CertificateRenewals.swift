import Policy
import Quantities
import Tendering

/// Which certificate takes the place of another before that ends.
///
/// A renewal is of the same holder and kind, of the same statement on the data centre, for all products or
/// for the same one, and follows without a gap.
struct CertificateRenewals {
  /// What certificates have in common that can follow one another.
  private struct Line: Hashable {
    let holderID: VendorID
    let kind: Kind
    let productID: ProductID?
    let isDataCentreInScope: Bool?
  }

  private enum Kind: Hashable {
    /// The standards that meet one requirement of the policy.
    case requirement(Int)
    /// A standard by its name alone.
    case standard(String)
  }

  /// The certificates of a line by first day, each with the one up to it that lasts longest.
  private var lines: [Line: [(certificate: Certificate, longest: Certificate)]] = [:]
  private let kindsOfStandard: [String: [Kind]]

  /// Orders some certificates by what they can renew.
  ///
  /// - Parameters:
  ///   - certificates: The certificates.
  ///   - requirements: The standards that meet each requirement, any one of them.
  /// - Complexity: O(n log n) in the number of certificates.
  init(_ certificates: [Certificate], requirements: [[String]]) {
    var kinds: [String: [Kind]] = [:]
    for standard in Set(certificates.map(\.standard)) {
      kinds[standard] =
        [.standard(standard)]
        + requirements.indices.filter { index in
          requirements[index].contains { StandardName.matches(standard, $0) }
        }.map { .requirement($0) }
    }
    kindsOfStandard = kinds
    for certificate in certificates.sorted(by: { $0.validFrom < $1.validFrom }) {
      for kind in kinds[certificate.standard] ?? [] {
        let line = Line(
          holderID: certificate.holderID, kind: kind, productID: certificate.productID,
          isDataCentreInScope: certificate.isDataCentreInScope)
        let before = lines[line]?.last?.longest ?? certificate
        let longest = certificate.validUntil > before.validUntil ? certificate : before
        lines[line, default: []].append((certificate, longest))
      }
    }
  }

  /// The certificate that takes the place of another and lasts longest; `nil` where there is none.
  ///
  /// - Complexity: O(log n) in the number of certificates.
  func renewal(of old: Certificate) -> Certificate? {
    let products = Set([nil, old.productID])
    let candidates = (kindsOfStandard[old.standard] ?? []).flatMap { kind in
      products.compactMap { product in
        longest(
          in: Line(
            holderID: old.holderID, kind: kind, productID: product,
            isDataCentreInScope: old.isDataCentreInScope), startingBy: old.validUntil + 1)
      }
    }
    return candidates.filter { $0.extends(validityUntil: old.validUntil) }.min { left, right in
      left.validUntil == right.validUntil
        ? left.position.line < right.position.line : left.validUntil > right.validUntil
    }
  }

  private func longest(in line: Line, startingBy day: Day) -> Certificate? {
    let rows = lines[line] ?? []
    var bounds = 0..<rows.count
    while let first = bounds.first {
      let middle = (first + bounds.upperBound) / 2
      bounds =
        rows[middle].certificate.validFrom <= day
        ? middle + 1..<bounds.upperBound : first..<middle
    }
    return bounds.lowerBound == 0 ? nil : rows[bounds.lowerBound - 1].longest
  }
}
