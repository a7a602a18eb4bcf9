import Policy
import Quantities

/// Evidence of every security item that is recommended at a level of protection (slides 9, 10, 16).
///
/// The marks are data of the policy. What is marked as necessary in single cases alone, and what is
/// recommended at higher levels alone, is not asked for here.
struct SecurityItemsRule {
  let matrices: [SecurityMatrix]
  let level: SecurityLevel
  private let evidence: [ProductID: [SecurityItemEvidence]]

  init(_ evidence: [SecurityItemEvidence], matrices: [SecurityMatrix], level: SecurityLevel) {
    self.matrices = matrices
    self.level = level
    self.evidence = Dictionary(grouping: evidence, by: \.productID)
  }

  /// The judgement of a product; `nil` where no matrix holds for its category.
  func judge(_ product: CloudProduct, category: String) -> Judgement? {
    guard let matrix = matrices.first(where: { $0.categories.contains(category) }) else {
      return nil
    }
    let own = evidence[product.id] ?? []
    let offered = Set(own.filter(\.isOffered).map(\.part))
    let asked = matrix.parts.filter { $0[level] == .recommended }
    let lacking = asked.filter { !offered.contains($0.name) }
    guard !lacking.isEmpty else {
      let more = matrix.parts.count { offered.contains($0.name) } - asked.count
      return .met(
        Phrase(
          "offers all \(asked.count) items asked for, and \(more) more",
          "要求之 \(asked.count) 項均具備，另具備 \(more) 項"), at: own.first?.position ?? product.position)
    }
    let names = Phrase(
      lacking.map(\.text.english).joined(separator: ", "),
      lacking.map { "\($0.item.traditionalChinese)－\($0.text.traditionalChinese)" }
        .joined(separator: "、"))
    if let refused = own.first(where: { row in
      !row.isOffered && lacking.contains { $0.name == row.part }
    }) {
      return .failed(
        Phrase("does not offer: \(names.english)", "未具備：\(names.traditionalChinese)"),
        at: refused.position)
    }
    return .missing(
      Phrase("no evidence of: \(names.english)", "缺佐證：\(names.traditionalChinese)"),
      at: own.first?.position ?? product.position)
  }
}
