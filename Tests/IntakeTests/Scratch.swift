import Pipeline
import Policy
import Pricing
import Quantities
import Testing
@testable import Intake
@Test func scratch() throws {
  let d = "/work/shared/data/tsuchiura/tsuchiura_data.csv"
  for m in ["tsuchiura", "tsuchiura-by-row"] {
    do {
      let r = try LooseFiles.award(
        bids: d, reserves: d, options: ReadOptions(mappingPath: "datasets/mappings/\(m).yaml"))
      print(m, r.bids.count, r.reserves.count, r.inputFiles, r.diagnostics.warningLines)
    } catch { print(error.lines.count, error.lines.prefix(40).joined(separator: "\n")) }
  }
  do { let p = try PolicyFile.shipped(); print(p.entries.count, p.descriptions.count) } catch {
    print(error.lines)
  }
  do {
    let r = try CaseFolder.read(
      "/tmp/gsa", options: ReadOptions(mappingPath: "datasets/mappings/gsa-schedule-70.yaml"))
    print(
      r.contents.items?.count ?? -1, r.contents.evidence?.count ?? -1, r.diagnostics.warningLines)
    print(r.contents.evidence?.filter { $0.itemID.text == "project manager" }.count ?? 0)
  } catch { print(error.lines.prefix(40).joined(separator: "\n")) }
}
@Test func big() throws {
  var t = "order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price,status,case_no,returned_on,ruled_on\n"
  for i in 0..<100_000 { t += "O\(i),I\(i % 500),廠商\(i % 90),A\(i % 700),2026-0\(1 + i % 9)-1\(i % 10),\(1 + i % 30),\(1000 + i).50,active,1150202,,\n" }
  let bytes = Array(t.utf8)
  let c = ContinuousClock()
  var d = Diagnostics()
  var table: CSVTable?
  print("csv", c.measure { table = CSVReader.read(bytes, file: "o", diagnostics: &d) })
  let b = BoundTable(table!, .of(.orders), diagnostics: &d)!
  var n = 0
  print("decode", c.measure { n = b.orders(KnownNames(), &d).rows.count }, n, d.errorLines.prefix(3))
  print("sha", c.measure { n = sha256(bytes).count }, bytes.count)
}
