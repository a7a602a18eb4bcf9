import Policy
import Quantities

/// A product is submitted by its manufacturer or by an agent that the manufacturer authorised (slide 3,
/// stage 1).
enum SubmissionRule {
  static func judge(_ product: CloudProduct) -> Judgement {
    let position = product.position
    guard let manufacturer = product.manufacturerID else {
      return .missing(Phrase("no manufacturer is stated", "未載明原廠"), at: position)
    }
    let vendor = product.vendorID
    if manufacturer == vendor {
      return .met(
        Phrase("submitted by its manufacturer \(vendor)", "由原廠 \(vendor) 投件"), at: position)
    }
    switch product.isAuthorised {
    case true?:
      return .met(
        Phrase(
          "submitted by \(vendor), authorised by \(manufacturer)",
          "由 \(manufacturer) 授權之代理商 \(vendor) 投件"), at: position)
    case false?:
      return .failed(
        Phrase(
          "\(vendor) is neither the manufacturer nor authorised by \(manufacturer)",
          "\(vendor) 非原廠，亦未經 \(manufacturer) 授權"), at: position)
    case nil:
      return .missing(
        Phrase(
          "no letter of \(manufacturer) authorises \(vendor)",
          "未附 \(manufacturer) 授權 \(vendor) 之文件"), at: position)
    }
  }
}
