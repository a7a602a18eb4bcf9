import Policy
import Testing

@testable import Intake

/// Slides 9 and 10, cell by cell, in the deck's own words and marks: 高, 中, 普.
private let productivity = """
  傳輸機密性與完整性|機關資料傳輸措施|●●●
  防惡意軟體|靜態分析|●●●
  防惡意軟體|動態沙箱分析|●●◎
  防惡意連結|靜態分析|●●●
  防惡意連結|動態沙箱分析|●●◎
  防釣魚郵件|釣魚郵件過濾|●●●
  防釣魚郵件|身分偽冒辨識(anti-spoofing)|●●◎
  資料與個資安全|資料分類與標籤|●●●
  資料與個資安全|資料外洩防護|●●◎
  身分驗證與存取控制|多因子認證|●●●
  身分驗證與存取控制|零信任：身分鑑別/設備鑑別/信任推斷|●●◎
  """

/// The items of slide 10 with their marks; its parts are whole sentences, of which one word is told.
private let platform = """
  弱點管理|漏洞|●●●
  存取控制|零信任|●●◎
  營運持續計畫|營運持續|●●●
  變更管理/安全管理|變更管理|●●◎
  變更管理/安全管理|設定安全管理|●●●
  資料安全|映像檔|●●◎
  資料安全|個人資料|●●●
  資安檢測|滲透測試|●◎◎
  資安檢測|基本資安標章|●●◎
  資安檢測|資安健診|●●●
  """

@Suite struct SecurityMatrixTests {
  private static func cells(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
  }

  private static func matrix(_ category: String) throws -> SecurityMatrix {
    try #require(
      try PolicyFile.shipped().securityMatrices.first { $0.categories.contains(category) })
  }

  private static func marks(_ part: SecurityMatrix.Part) -> String {
    [SecurityLevel.high, .moderate, .basic].map { part[$0].rawValue }.joined()
  }

  @Test func productivityIsReproducedCellByCell() throws {
    let matrix = try Self.matrix("saas-productivity")
    let found = matrix.parts.map {
      [$0.item.traditionalChinese, $0.text.traditionalChinese, Self.marks($0)]
    }
    #expect(found == Self.cells(productivity))
    #expect(matrix.rule.basis == .seed)
    #expect(matrix.rule.citation.text.hasSuffix("slide 9"))
  }

  @Test func platformIsReproducedCellByCell() throws {
    let matrix = try Self.matrix("iaas")
    #expect(try Self.matrix("paas") == matrix)
    let expected = Self.cells(platform)
    #expect(matrix.parts.count == expected.count)
    for (part, cells) in zip(matrix.parts, expected) {
      #expect(part.item.traditionalChinese == cells[0])
      #expect(part.text.traditionalChinese.contains(cells[1]))
      #expect(Self.marks(part) == cells[2], "\(part.name)")
    }
    #expect(matrix.rule.citation.text.hasSuffix("slide 10"))
  }

  @Test func packagedSoftwareHasNone() throws {
    #expect(
      try !PolicyFile.shipped().securityMatrices.contains { $0.categories.contains("saas-package") }
    )
  }

  @Test func whatIsWrongInAMatrixIsToldWithItsPlace() {
    let text = """
      title: t
      parameters: {}
      security_items:
        a:
          categories: [iaas, cloud]
          basis: seed
          citation: slide 9
          parts:
            - {name: x, item: {en: i, zh-Hant: 項}, text: {en: t, zh-Hant: 文}, high: ●, moderate: x, basic: ◎}
            - {name: y, item: {en: i, zh-Hant: 項}, text: {en: t, zh-Hant: 文}, high: ●, moderate: ●, basic: ●}
            - {name: y, item: {en: i, zh-Hant: 項}, text: {en: t, zh-Hant: 文}, high: ●, moderate: ●, basic: ●}
      """
    var diagnostics = Diagnostics()
    let book = PolicyFile.book(from: Array(text.utf8), file: "p.yaml", diagnostics: &diagnostics)
    #expect(book == nil)
    #expect(
      diagnostics.errorLines == [
        "p.yaml:5:24: the category “cloud” is not one of the values, expected iaas, paas,"
          + " saas-package, saas-productivity",
        "p.yaml:9:92: moderate “x” is not one of the values, expected ●, ◎",
        "p.yaml:11:9: the part y stands on line 10 already, expected every part once",
      ])
  }
}
