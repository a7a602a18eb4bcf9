import Policy
import Quantities

/// The sites where data is accessed, backed up and kept in standby may not lie in a restricted
/// territory, nor may data be sent through one (slide 6).
struct DataLocationRule {
  let restrictedTerritories: [String]

  func judge(_ product: CloudProduct) -> Judgement {
    let places: [(name: Phrase, sites: [String]?)] = [
      (Phrase("data is accessed", "資料存取"), product.accessSites),
      (Phrase("data is backed up", "資料備份"), product.backupSites),
      (Phrase("the standby site is", "備援"), product.standbySites),
      (Phrase("data is sent through", "資料傳輸途經"), product.transitTerritories),
    ]
    for (name, sites) in places {
      if let site = sites?.first(where: restrictedTerritories.contains) {
        return .failed(
          Phrase(
            "\(name.english): \(site), a restricted territory",
            "\(name.traditionalChinese)：\(site)，為限制地區"), at: product.position)
      }
    }
    // Sending through no other territory is an answer; having no site is none.
    let unstated = places.enumerated().filter { index, place in
      place.sites == nil || (index < 3 && place.sites?.isEmpty == true)
    }.map(\.element.name)
    guard unstated.isEmpty else {
      return .missing(
        Phrase(
          "not stated where: " + unstated.map(\.english).joined(separator: ", "),
          "未載明所在地：" + unstated.map(\.traditionalChinese).joined(separator: "、")),
        at: product.position)
    }
    var all: [String] = []
    for site in places.flatMap({ $0.sites ?? [] }) where !all.contains(site) { all.append(site) }
    let names = all.joined(separator: ", ")
    return .met(
      Phrase("data stays in \(names)", "資料所在地：\(names)"), at: product.position)
  }
}
