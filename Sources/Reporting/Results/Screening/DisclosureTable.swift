public import Policy
import Quantities
public import Tendering

extension DisclosureList {
  /// The table of `awardsim screen --disclosures`: one row a product that enters.
  ///
  /// - Parameter domestic: The territories in which data is not abroad; `nil` where the policy says
  ///   nothing of it.
  /// - Returns: The rows, in the order of the products.
  public func resultTable(domestic: [String]?) -> ReportTable {
    var table = ReportTable(
      "disclosures", title: Phrase("Disclosure list", "揭露清單"),
      columns: [
        .identifier("product_id", Phrase("product", "產品編號")),
        .identifier("item_id", Phrase("item", "品項編號")),
        .text("vendor_id", Phrase("vendor", "投件廠商"), width: .characters(20)),
        .text("manufacturer_id", Phrase("manufacturer", "原廠"), width: .characters(20)),
        .choice("privacy_certificate", Phrase("27701 or BS 10012", "27701 或 BS 10012")),
        .text("standard", Phrase("standard", "標準")),
        .date("valid_until", Phrase("valid until", "效期至")),
        .text(
          "recommended_offered", Phrase("● offered", "● 已具備"), width: .characters(40)),
        .text("recommended_lacking", Phrase("● not offered", "● 未具備"), width: .characters(18)),
        .text(
          "where_necessary_offered", Phrase("◎ offered", "◎ 已具備"), width: .characters(34)),
        .choice("storage", Phrase("data stored", "資料儲存")),
        .identifier("access_sites", Phrase("accessed in", "資料存取")),
        .identifier("backup_sites", Phrase("backed up in", "資料備份")),
        .identifier("standby_sites", Phrase("standby in", "資料備援")),
        .identifier("transit_territories", Phrase("sent through", "傳輸途經")),
        .identifier("record", Phrase("record", "資料列")),
      ], emptyNotice: Phrase("no product enters", "無產品納入"), frozenColumnCount: 2)
    for disclosure in disclosures { table.append(row(of: disclosure, domestic)) }
    return table
  }

  private func row(of disclosure: Disclosure, _ domestic: [String]?) -> [Cell] {
    let product = disclosure.product
    let sites = { (territories: [String]?) -> Cell in
      guard let territories else { return .empty }
      return territories.isEmpty
        ? .choice("none", Phrase("none", "無")) : .text(territories.joined(separator: "; "))
    }
    return [
      .text(product.id.text), .identifier(product.itemID), .identifier(product.vendorID),
      .identifier(product.manufacturerID),
    ] + privacyCells(disclosure.privacy) + [
      parts(disclosure, .recommended, isOffered: true),
      parts(disclosure, .recommended, isOffered: false),
      parts(disclosure, .whereNecessary, isOffered: true), storage(of: product, domestic),
      sites(product.accessSites), sites(product.backupSites), sites(product.standbySites),
      sites(product.transitTerritories), .source(product.position),
    ]
  }

  private func privacyCells(_ holding: Disclosure.Holding) -> [Cell] {
    switch holding {
    case .held(let certificate):
      [
        .choice("held", Phrase("held", "具備")), .text(certificate.standard),
        .day(certificate.validUntil),
      ]
    case .notHeld: [.choice("not-held", Phrase("not held", "未具備")), .empty, .empty]
    case .unknown: [.choice("unknown", Phrase("not stated", "未載明")), .empty, .empty]
    }
  }

  /// The parts with a mark at the level asked for, by whether the product offers them.
  private func parts(
    _ disclosure: Disclosure, _ mark: SecurityMark, isOffered: Bool
  ) -> Cell {
    guard let items = disclosure.securityItems else { return .empty }
    let parts = items.filter { item in
      item.part[level] == mark && (item.isOffered ?? false) == isOffered
    }.map(\.part)
    guard !parts.isEmpty else { return .choice("none", Phrase("none", "無")) }
    return .choice(
      parts.map(\.name).joined(separator: "; "),
      Phrase(
        parts.map(\.text.english).joined(separator: "; "),
        parts.map(\.fullText).joined(separator: "、")))
  }

  private func storage(of product: CloudProduct, _ domestic: [String]?) -> Cell {
    guard let domestic, !product.storageSites.isEmpty else { return .empty }
    return product.storageSites.allSatisfy(domestic.contains)
      ? .choice("domestic", Phrase("domestic", "境內"))
      : .choice("abroad", Phrase("abroad too", "含境外"))
  }

  /// What a reader should know beside the rows.
  public var notes: [Phrase] {
    [
      Phrase(
        "published: \(disclosures.count) products that enter; kept out and not published:"
          + " \(keptOutCount)",
        "揭露 \(disclosures.count) 項納入之產品；不納入而不予揭露者 \(keptOutCount) 項"),
      Phrase(
        "● and ◎ are those of the level \(level.phrase.english): which level a solicitation asks for is"
          + " assumed",
        "●、◎ 依\(level.phrase.traditionalChinese)級標示；公開徵求適用之等級為假設"),
    ]
  }
}

extension SecurityMatrix.Part {
  /// The part with the item that it belongs to, since parts of several items have one name in Chinese.
  var fullText: String { "\(item.traditionalChinese)－\(text.traditionalChinese)" }
}
