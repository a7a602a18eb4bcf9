import Policy
import Quantities

/// A bidder proves that it can make, supply or perform what it offers (slide 3, stage 5).
enum CapabilityRule {
  static func judge(_ vendor: VendorRecord) -> Judgement {
    switch vendor.isCapable {
    case true?:
      .met(
        Phrase("its proof of capability was accepted", "已提出製造、供應或承做能力證明"),
        at: vendor.position)
    case false?:
      .failed(
        Phrase("its proof of capability was not accepted", "製造、供應或承做能力證明不符"),
        at: vendor.position)
    case nil:
      .missing(
        Phrase("no proof of capability was handed in", "未提出製造、供應或承做能力證明"),
        at: vendor.position)
    }
  }
}
