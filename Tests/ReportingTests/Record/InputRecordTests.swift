import Policy
import Testing

@testable import Reporting

/// The sheet of a record, and the record read from its rows.
@Suite struct InputRecordTests {
  private func file(_ name: String, _ text: String, isOfCase: Bool = true) -> InputRecord.File {
    let bytes = Array(text.utf8)
    return InputRecord.File(
      name: name, isOfCase: isOfCase, byteCount: bytes.count, sha256: "00ff", bytes: bytes)
  }

  private var sample: InputRecord {
    InputRecord(
      program: "awardsim 0.1",
      settings: [
        .init("command", "run"), .init("set", "award.tie=include-all"), .init("date", ""),
      ],
      files: [
        file("case.yaml", "title: x\n"), file("empty.csv", ""), file("../policy.yaml", "a\u{1}"),
        file("bids.csv", "a,b\r\n\r\n,\r\n"), file("bids.csv", "b\n", isOfCase: false),
        file("long.csv", String(repeating: "長", count: 70_000)),
      ])
  }

  /// The rows of a sheet as a reader of workbooks sees them.
  private func rows(of record: InputRecord) -> [[String]] {
    var rows: [[String]] = []
    for block in InputRecordSheet.sheet(of: record).blocks {
      rows.append([])
      guard case .table(let table) = block else { continue }
      rows.append(table.columns.map(\.key))
      for row in table.rows {
        var texts = row.cells.map { $0.value.plainText(.english) }
        while texts.last == "" { texts.removeLast() }
        rows.append(texts)
      }
    }
    return rows
  }

  @Test func comesBackFromItsSheet() throws {
    let rows = rows(of: sample)
    #expect(InputRecord.isRecord(rows))
    #expect(try InputRecord(rows: rows) == sample)
  }

  @Test func leavesOutWhatIsTooLong() throws {
    var long = sample
    long.files[0].bytes = nil
    let record = InputRecord(program: "", settings: [], files: long.files)
    #expect(record.absentFiles.map(\.name) == sample.files.filter(\.isOfCase).map(\.name))
    #expect(record.files.filter { $0.bytes != nil }.map(\.isOfCase) == [false])
    let many = file("many.csv", String(repeating: "\n", count: InputRecord.lineLimit + 1))
    #expect(InputRecord(program: "", settings: [], files: [many]).absentFiles.count == 1)
    let read = try InputRecord(rows: rows(of: record))
    #expect(read.absentFiles.count == record.absentFiles.count)
  }

  /// Each broken in one place.
  @Test(arguments: [
    ("awardsim-record 1", "awardsim-record 2", "has the form"),
    ("program", "programme", "does not say what program"),
    ("sha256", "sha1", "no table with the headings"),
    ("utf-8", "utf-16", "row of file 1 cannot be read"),
    ("case.yaml", "", "row of file 1 cannot be read"),
    ("case.yaml", "a\u{1B}b", "row of file 1 cannot be read"),
    ("case.yaml", "empty.csv", "lists empty.csv twice"),
    ("text", "texts", "no table with the headings file, line, text"),
    ("title: x", "\n", ""),
    ("YQE=", "Y!", "no base64"),
  ])
  func refusesABrokenOne(_ old: String, _ new: String, _ expected: String) {
    let rows = rows(of: sample).map { $0.map { $0 == old ? new : $0 } }
    if expected.isEmpty {
      #expect(throws: Never.self) { try InputRecord(rows: rows) }
      return
    }
    let error = #expect(throws: InputRecordError.self) { try InputRecord(rows: rows) }
    #expect(error?.problem.contains(expected) ?? false, "\(error?.problem ?? "")")
  }

  /// A row left out anywhere is noticed, or was no line, file or setting that counts; but for a piece of
  /// a long line, which the checksum shows.
  @Test func noticesMissingRows() throws {
    let rows = rows(of: sample)
    for index in rows.indices {
      var cut = rows
      cut.remove(at: index)
      guard let read = try? InputRecord(rows: cut) else { continue }
      let bytes = read.files.map(\.bytes)
      #expect(bytes.dropLast() == sample.files.map(\.bytes).dropLast(), "row \(index)")
      #expect(bytes == sample.files.map(\.bytes) || index > rows.count - 4)
    }
  }
}
