public import Policy
import Reporting

/// What could not be written as it is; the foot of each sheet states its own.
public struct StreamedSummary: Hashable, Sendable {
  /// Cells whose text is cut.
  public internal(set) var cutCellCount = 0
  /// Numbers that stand as text, since a spreadsheet might change them.
  public internal(set) var longNumberCount = 0
  /// Cells without the link they should have.
  public internal(set) var lostLinkCount = 0

  /// Adds what another table came to.
  mutating func add(_ other: StreamedSummary) {
    cutCellCount += other.cutCellCount
    longNumberCount += other.longNumberCount
    lostLinkCount += other.lostLinkCount
  }

  /// One paragraph for each count that is not 0.
  var notes: [ReportNote] {
    var notes: [ReportNote] = []
    if cutCellCount > 0 { notes.append(ReportNote(cutPhrase, kind: .warning)) }
    if longNumberCount > 0 { notes.append(LayoutCursor.digitNote) }
    if lostLinkCount > 0 {
      notes.append(
        ReportNote(
          Phrase(
            "\(lostLinkCount) cells stand without their links: a sheet holds \(SheetLimits.linkCount).",
            "\(lostLinkCount) 個儲存格未附連結（每一工作表至多 \(SheetLimits.linkCount) 個）。"),
          kind: .warning))
    }
    return notes
  }

  /// The count of cut cells in words.
  private var cutPhrase: Phrase {
    Phrase(
      "\(cutCellCount) cells held more than \(SheetLimits.textLength) characters; each is cut and says"
        + " so at its end.",
      "\(cutCellCount) 個儲存格之文字超過 \(SheetLimits.textLength) 字，均已截斷並於文末註明。")
  }

  /// What a user should be told beside the workbook.
  public var phrases: [Phrase] { notes.map(\.text) }
}
