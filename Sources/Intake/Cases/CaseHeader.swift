import CallOff
import Pipeline
import Policy
import Quantities
import Yams

/// Reads `case.yaml`.
///
/// ```yaml
/// case_no: "1150202"
/// title: …
/// currency: TWD
/// pricing_date: 2026-01-31
/// contract_start: 2026-04-01
/// contract_end: 2027-03-31
/// policy: ../../policy/cloud-framework.yaml   # optional, relative to the case
/// synthetic: …                                # optional: what is synthetic
/// language: zh-Hant                           # optional: en or zh-Hant
/// award_date: 2026-03-18                      # optional: as published on the e-procurement site
/// ```
struct CaseHeader {
  let header: Case.Header
  /// The policy file as the case states it.
  let policy: String?

  private static let keys = [
    "case_no", "title", "currency", "pricing_date", "contract_start", "contract_end", "policy",
    "synthetic", "language", "award_date",
  ]
  private static let what = "case.yaml"

  /// Reads the header from the bytes of the file.
  ///
  /// - Returns: `nil` when it has errors; they are reported.
  static func read(_ bytes: [UInt8], file: String, diagnostics: inout Diagnostics) -> CaseHeader? {
    var yaml = YAMLReader(file: file, diagnostics: diagnostics)
    defer { diagnostics = yaml.diagnostics }
    guard let root = yaml.root(of: bytes),
      let entries = yaml.entries(of: root, what, known: keys)
    else { return nil }
    let errorCountBefore = diagnostics.errorCount
    let caseNumber = yaml.boundedText("case_no", entries)
    let title = yaml.boundedText("title", entries)
    let currency = yaml.value("currency", in: entries, of: what, parseCurrency)
    let pricingDate = yaml.value("pricing_date", in: entries, of: what, RowReader.parseDay)
    let start = yaml.value("contract_start", in: entries, of: what, RowReader.parseDay)
    let end = yaml.value("contract_end", in: entries, of: what, RowReader.parseDay)
    if let start, let end, end <= start {
      yaml.report(
        entries["contract_end"], "contract_end \(end) is not after contract_start \(start)",
        "a day after the contract's start")
    }
    if let currency, currency != "TWD" {
      yaml.warn(
        entries["currency"],
        "currency is \(currency): amounts are in it, but the rules and texts speak of NT$", "TWD")
    }
    if let caseNumber, (try? CaseNumber(text: caseNumber)) == nil {
      yaml.warn(
        entries["case_no"], "case_no \(caseNumber.quoted) is no case number of the framework",
        "the ROC year, 02 and a sequence of two digits, such as 1150202")
    }
    let policy = entries["policy"].flatMap { yaml.text($0, "policy") }
    let synthetic = entries["synthetic"].flatMap { yaml.text($0, "synthetic") }
    let language = entries["language"].flatMap { yaml.value($0, "language", Language.named) }
    let awardDate = entries["award_date"].flatMap {
      yaml.value($0, "award_date", RowReader.parseDay)
    }
    if let awardDate {
      yaml.check(awardDate, at: entries["award_date"], pricingDate, end: end)
    }
    guard yaml.diagnostics.errorCount == errorCountBefore, let caseNumber, let title,
      let currency, let pricingDate, let start, let end
    else { return nil }
    let header = Case.Header(
      caseNumber: caseNumber, title: title, currency: currency, pricingDate: pricingDate,
      contract: Contract(caseNumber: caseNumber, start: start, end: end), synthetic: synthetic,
      language: language, awardDate: awardDate)
    return CaseHeader(header: header, policy: policy)
  }

  private static func parseCurrency(_ text: String) throws(QuantityFormatError) -> String {
    let isLetter: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard text.utf8.count == 3, text.utf8.allSatisfy(isLetter) else {
      throw QuantityFormatError(
        "is not a currency code", expected: "three capital letters (ISO 4217) such as TWD")
    }
    return text
  }
}

extension YAMLReader {
  /// An award after the contract is an error, one before prices were set a warning.
  ///
  /// Prices are set before bids are opened: Government Procurement Act, Art. 46.
  fileprivate mutating func check(
    _ awardDate: Day, at node: Node?, _ pricingDate: Day?, end: Day?
  ) {
    if let end, awardDate > end {
      report(
        node, "award_date \(awardDate) is after contract_end \(end)",
        "a day that is not after the contract")
    }
    if let pricingDate, awardDate < pricingDate {
      warn(
        node, "award_date \(awardDate) is before pricing_date \(pricingDate)",
        "a day after prices were set")
    }
  }

  /// A required text of bounded length.
  fileprivate mutating func boundedText(_ key: String, _ entries: YAMLEntries) -> String? {
    value(key, in: entries, of: "case.yaml") { text throws(QuantityFormatError) in
      try bounded(text, RowReader.identifierLimit, "a text")
    }
  }
}
