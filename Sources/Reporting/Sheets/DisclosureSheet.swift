import Pipeline
import Policy
import Quantities
import Tendering

/// The sheet of the disclosure list: every product that enters, then its security items one by one.
enum DisclosureSheet {
  static let key = "disclosures"

  static func sheet(of list: DisclosureList, domestic: [String]?) -> ReportSheet {
    var blocks: [ReportSheet.Block] = list.notes.map { .note(ReportNote($0)) }
    blocks += [
      .heading(Phrase("Products", "產品")), .table(products(list, domestic)),
    ]
    var seen: [SecurityMatrix] = []
    for matrix in list.disclosures.compactMap(\.matrix) where !seen.contains(matrix) {
      seen.append(matrix)
    }
    for matrix in seen {
      let rule = matrix.rule
      blocks += [
        .heading(heading(of: matrix)),
        .note(
          ReportNote(
            Phrase(
              "Beside each item its marks at the levels high, moderate and basic: ● recommended, ◎ where"
                + " the agency judges it necessary. yes: offered; no: not offered; –: no evidence."
                + " [\(rule.basis.phrase.english)] \(rule.citation.text)",
              "項目後依序為高、中、普級之標示：● 建議辦理，◎ 經機關評估個案有必要辦理時。是：具備；否：未具備；"
                + "–：無佐證。［\(rule.basis.phrase.traditionalChinese)］\(rule.citation.text)"))),
        .table(items(list, matrix)),
      ]
    }
    return ReportSheet(
      key, name: Phrase("Disclosure list", "揭露清單"),
      title: Phrase("Disclosure list for agencies", "供機關參考之揭露清單"),
      summary: Phrase(
        "Per product: 27701 held or not, security items offered, where data is stored",
        "各產品之 27701 驗證、資安項目及資料儲存所在地"), tab: .result, blocks: blocks)
  }

  private static func heading(of matrix: SecurityMatrix) -> Phrase {
    switch matrix.name {
    case "saas-productivity":
      Phrase("Security items: SaaS office productivity", "資安項目：SaaS 辦公生產力工具")
    case "platform": Phrase("Security items: platform (PaaS, IaaS)", "資安項目：雲端平台（PaaS、IaaS）")
    default: Phrase("Security items: \(matrix.name)", "資安項目：\(matrix.name)")
    }
  }

  /// The products without their security items, which have tables of their own.
  private static func products(_ list: DisclosureList, _ domestic: [String]?) -> ReportTable {
    list.resultTable(domestic: domestic).selecting(columns: [
      "product_id", "item_id", "vendor_id", "manufacturer_id", "privacy_certificate", "standard",
      "valid_until", "storage", "access_sites", "backup_sites", "standby_sites",
      "transit_territories",
    ]).titled(nil)
  }

  private static func items(_ list: DisclosureList, _ matrix: SecurityMatrix) -> ReportTable {
    var table = ReportTable(
      "security_items_\(matrix.name)",
      columns: [
        .identifier("product_id", Phrase("product", "產品編號")),
        .identifier("item_id", Phrase("item", "品項編號")),
      ]
        + matrix.parts.map { part in
          let marks = SecurityLevel.allCases.map { part[$0].rawValue }.joined()
          return .choice(
            part.name, Phrase("\(part.text.english) \(marks)", "\(part.fullText) \(marks)"),
            width: .characters(13))
        }, frozenColumnCount: 2)
    for disclosure in list.disclosures where disclosure.matrix == matrix {
      guard let items = disclosure.securityItems else { continue }
      table.append(
        [.text(disclosure.product.id.text), .identifier(disclosure.product.itemID)]
          + items.map { item in
            switch item.isOffered {
            case true?: .choice("yes", Phrase("yes", "是"))
            case false?: .choice("no", Phrase("no", "否"))
            case nil: .choice("", Phrase("–", "–"))
            }
          })
    }
    return table
  }
}
