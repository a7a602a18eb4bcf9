import Policy
import Quantities

/// Brands restricted as harmful to national cyber security are refused (slide 6).
struct RestrictedBrandRule {
  private let restricted: [String: RestrictedBrand]

  init(_ brands: [RestrictedBrand]) {
    restricted = Dictionary(
      brands.map { ($0.brand.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  func judge(_ product: CloudProduct, brandOfItem: String?) -> Judgement {
    guard let brand = product.brand ?? brandOfItem else {
      return .missing(Phrase("no brand is stated", "未載明廠牌"), at: product.position)
    }
    if let entry = restricted[brand.lowercased()] {
      return .failed(
        Phrase("the brand \(brand) is restricted", "廠牌 \(brand) 限制使用"), at: entry.position)
    }
    return .met(
      Phrase("the brand \(brand) is not restricted", "廠牌 \(brand) 非限制使用"),
      at: product.position)
  }
}
