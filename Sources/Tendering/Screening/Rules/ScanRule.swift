import Policy
import Quantities

/// A scan for weaknesses: a report that is young enough, from a third party, of a late enough edition,
/// without a severe finding; without one the office tests, within the same limit (slide 8).
///
/// The age of a report is measured on the first day of the solicitation (assumed).
struct ScanRule {
  let scan: ScreeningPolicy.ScanRequirement
  let dates: ScreeningDates
  private let reports: [ProductID: [TestReport]]

  init(_ reports: [TestReport], scan: ScreeningPolicy.ScanRequirement, dates: ScreeningDates) {
    self.scan = scan
    self.dates = dates
    let names = Set(scan.tests.map { $0.uppercased() })
    self.reports = Dictionary(
      grouping: reports.filter { names.contains($0.test.uppercased()) }, by: \.productID)
  }

  func judge(_ product: CloudProduct) -> Judgement {
    let reports = reports[product.id] ?? []
    let judged = reports.map(judge)
    if let met = judged.first(where: { $0.verdict == .met }) { return met }
    // The office has the last word; else the first report's fault is told.
    let office = reports.firstIndex { $0.tester == .office }
    guard let decisive = office ?? judged.indices.first else {
      let names = scan.tests.joined(separator: ", ")
      return .missing(
        Phrase(
          "no report of \(names), and no test by the office", "無 \(names) 檢測報告，亦未經檢測人員檢測"),
        at: product.position)
    }
    return judged[decisive]
  }

  func judge(_ report: TestReport) -> Judgement {
    if let fault = report.tester == .office ? nil : acceptance(of: report) { return fault }
    guard let severity = report.highestSeverity else {
      return .missing(
        Phrase("the report does not state its severest finding", "報告未載明最高風險等級"),
        at: report.position)
    }
    guard severity < scan.failingSeverity else {
      return .failed(
        Phrase(
          "\(report.test) has a finding of severity \(severity.phrase.english); none of"
            + " \(scan.failingSeverity.phrase.english) or above is accepted",
          "\(report.test) 有\(severity.phrase.traditionalChinese)風險；不得有\(scan.failingSeverity.phrase.traditionalChinese)等級以上風險"
        ), at: report.position)
    }
    return .met(
      Phrase(
        "\(report.test) of \(report.reportedOn), severest finding: \(severity.phrase.english)",
        "\(report.test) \(report.reportedOn) 報告，最高風險：\(severity.phrase.traditionalChinese)"),
      at: report.position)
  }

  /// Why a report that was handed in is not accepted; `nil` when it is.
  private func acceptance(of report: TestReport) -> Judgement? {
    if scan.isThirdPartyRequired, report.tester != .thirdParty {
      return .failed(
        Phrase(
          "\(report.test) was not scanned by a third party", "\(report.test) 報告非第三方檢測單位出具"),
        at: report.position)
    }
    if report.reportedOn > dates.solicitationEnd {
      return .failed(
        Phrase(
          "\(report.test) is of \(report.reportedOn), after the solicitation",
          "\(report.test) 報告日 \(report.reportedOn) 晚於公開徵求期間"), at: report.position)
    }
    let limit = scan.reportAgeLimitMonths
    let lastDay = report.reportedOn.adding(months: limit) ?? report.reportedOn
    if lastDay < dates.solicitationStart {
      return .failed(
        Phrase(
          "\(report.test) is of \(report.reportedOn), more than \(limit) months before the"
            + " solicitation of \(dates.solicitationStart)",
          "\(report.test) 報告日 \(report.reportedOn)，距 \(dates.solicitationStart) 公開徵求逾 \(limit) 個月"),
        at: report.position)
    }
    return edition(of: report)
  }

  private func edition(of report: TestReport) -> Judgement? {
    guard let least = scan.owaspEdition else { return nil }
    guard let edition = report.owaspEdition else {
      return .missing(
        Phrase(
          "\(report.test) does not show an edition of the OWASP Top 10",
          "\(report.test) 報告未呈現 OWASP Top 10 版本"), at: report.position)
    }
    guard edition < least else { return nil }
    return .failed(
      Phrase(
        "\(report.test) shows the OWASP Top 10 of \(edition); expected \(least) or later",
        "\(report.test) 報告為 OWASP Top 10 \(edition)，應為 \(least) 以上"), at: report.position)
  }
}
