import Policy
import Quantities

/// Vendors of restricted territories, of third areas with PRC capital or on the list of PRC investments
/// are refused, and so is what they submit or make (slide 6).
struct VendorOriginRule {
  let restrictedTerritories: [String]

  func judge(_ vendor: VendorRecord) -> Judgement {
    let name = vendor.id
    if let territory = vendor.territory, restrictedTerritories.contains(territory) {
      return .failed(
        Phrase(
          "\(name) is of \(territory), a restricted territory", "\(name) 為 \(territory) 地區廠商，不得參與"),
        at: vendor.position)
    }
    if vendor.hasPRCCapital == true {
      return .failed(
        Phrase(
          "\(name) is of a third area with PRC capital", "\(name) 為第三地區含陸資成分廠商"),
        at: vendor.position)
    }
    if vendor.isOnInvestmentList == true {
      return .failed(
        Phrase("\(name) is on the list of PRC investments", "\(name) 列於陸資來台投資事業名錄"),
        at: vendor.position)
    }
    let unstated = [
      vendor.territory == nil ? "territory" : nil,
      vendor.hasPRCCapital == nil ? "prc_capital" : nil,
      vendor.isOnInvestmentList == nil ? "investment_list" : nil,
    ].compactMap(\.self)
    guard unstated.isEmpty, let territory = vendor.territory else {
      let names = unstated.joined(separator: ", ")
      return .missing(
        Phrase("\(name) does not state \(names)", "\(name) 未載明 \(names)"), at: vendor.position)
    }
    return .met(
      Phrase(
        "\(name) is of \(territory), without PRC capital and on no list",
        "\(name) 為 \(territory) 廠商，無陸資成分，未列名錄"), at: vendor.position)
  }

  /// A product is judged by its vendor, then by its manufacturer: the first that is not in order.
  func judge(
    _ product: CloudProduct, _ records: [VendorID: VendorRecord]
  ) -> Judgement {
    guard let manufacturer = product.manufacturerID else {
      return .missing(Phrase("no manufacturer is stated", "未載明原廠"), at: product.position)
    }
    let parties =
      manufacturer == product.vendorID ? [manufacturer] : [product.vendorID, manufacturer]
    var last: Judgement?
    for party in parties {
      guard let record = records[party] else {
        return .missing(
          Phrase("nothing is on file about \(party)", "無 \(party) 之資料"), at: product.position)
      }
      let judgement = judge(record)
      if judgement.verdict != .met { return judgement }
      last = judgement
    }
    return last ?? .missing(Phrase("no vendor is stated", "未載明廠商"), at: product.position)
  }
}
