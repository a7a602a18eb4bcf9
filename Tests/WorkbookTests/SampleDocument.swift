import Policy
import Quantities
import Reporting
import Testing

/// A document that has every kind of block, cell, style, reference and chart.
///
/// The stored values are worked out by hand, so that a second program can check the formulas.
enum SampleDocument {
  static let longName = "雲端辦公生產力工具（含電子郵件、行事曆、雲端硬碟、即時通訊）每人每月授權，進階版"

  static func make(_ language: Language) throws -> ReportDocument {
    ReportDocument(
      title: Phrase("Reserve prices & awards, case 1150202", "底價與決標（案號 1150202）"),
      subject: Phrase("Case 1150202", "案號 1150202"), author: "Committee", company: "MODA",
      keywords: [Phrase("reserve", "底價")], comments: Phrase("Synthetic data.", "合成資料。"),
      createdOn: try #require(Day(year: 2026, month: 1, day: 15)), language: language,
      sheets: [try cover(), try awards(), try figures(), empty()],
      definedNames: [.init("cutoff_share", for: CellRange("particulars", "cutoff"))])
  }

  private static func cover() throws -> ReportSheet {
    let list = FactList(
      "particulars", title: Phrase("Particulars", "案件資訊"),
      facts: [
        .init("case", Phrase("Case number", "案號"), .text("1150202")),
        .init("date", Phrase("Pricing date", "訂價日"), .day(Day(year: 2026, month: 1, day: 15))),
        .init(
          "cutoff", Phrase("Cutoff share", "決標比例"), .share(try Share(text: "0.9")),
          remark: Phrase(
            "slide 3: the first 90 % are awarded", "簡報第 3 頁：取前 90% 決標")),
        .init(
          "total", Phrase("Sum of contract prices", "契約價合計"),
          Cell.money(try Money(text: "3440.50"))
            .computed(by: Formula("=SUM({awards.contract_price})"))),
        .init(
          "link", Phrase("Regulations", "法規"),
          Cell.text("law.moj.gov.tw").linked(
            to: .web("https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=A0030057"))),
      ])
    return ReportSheet(
      "cover", name: Phrase("Cover", "封面"),
      title: Phrase("Reserve prices and awards", "底價與決標"), tab: .guide,
      blocks: [
        .note(ReportNote(Phrase("All data are synthetic.", "所有資料均為合成。"), kind: .warning)),
        .facts(list),
        .note(
          ReportNote(
            Phrase(
              "The tie rule at the cutoff is stated in no public source. The program takes"
                + " supplied re-bids first, then a seeded lot; with neither, the bids at the cutoff"
                + " price stay pending and nothing is chosen silently.",
              "臨界同價之處理方式未見於公開資料。程式先採再減價結果，次以抽籤（附種子）決定；"
                + "兩者皆無時，臨界價之投標列為待決，不擅自選擇。"),
            kind: .assumption)),
        .heading(Phrase("Contents", "目錄")), .contents,
      ])
  }

  private static func awards() throws -> ReportSheet {
    var table = ReportTable(
      "awards", title: Phrase("Bids by item", "各品項投標"),
      columns: [
        .identifier("vendor_id", Phrase("Vendor", "廠商")),
        .text("item", Phrase("Item", "品項")),
        .money("unit_price", Phrase("Unit price", "單價")),
        .integer("rank", Phrase("Rank", "名次")),
        .percentage("ratio", Phrase("Bid to reserve", "投標價占底價比")),
        .choice("outcome", Phrase("Outcome", "結果")),
        .money("contract_price", Phrase("Contract price", "契約價")),
        .date("opened_on", Phrase("Opened on", "開標日")),
        .decimal("z", Phrase("z-score", "z 分數")),
        .real("mean", Phrase("Simulated mean", "模擬平均")),
      ],
      conditionalFormats: [
        .dataBar(column: "unit_price"),
        .when(Formula("={ratio}<0.8"), style: .attention, columns: ["ratio"]),
      ])
    for bid in bids {
      let price = try Money(text: bid.price)
      let isAwarded = bid.rank <= 3
      table.append(
        [
          .text(bid.vendor), .text(longName), .money(price),
          Cell.integer(bid.rank).computed(
            by: Formula("=COUNTIF({awards.unit_price},\"<\"&{unit_price})+1")),
          Cell.percentage(try price.exact / Rational(125_000))
            .computed(by: Formula("={unit_price}/{figures.value@R1}")),
          isAwarded
            ? .choice("awarded", Phrase("awarded", "決標"))
            : .choice("not-awarded", Phrase("not awarded", "未決標")),
          Cell.money(isAwarded ? price : nil)
            .computed(by: Formula("=IF({rank}<=4*{cutoff_share}-0.6,{unit_price},\"\")")),
          .day(Day(year: 2026, month: 3, day: 31)), .decimal(try Rational(1, over: 3)),
          .real(1234.5678),
        ],
        key: bid.vendor, style: bid.style)
    }
    table.appendTotal(
      Phrase("Total", "合計"),
      sums: [
        "unit_price": .money(try Money(text: "4940.50")),
        "contract_price": .money(try Money(text: "3440.50")),
      ])
    return ReportSheet(
      "awards", name: Phrase("Awards: 3/2026", "決標: 3/2026"),
      title: Phrase("Awards", "決標結果"),
      summary: Phrase("Every bid with its rank and outcome.", "各投標之名次與結果。"),
      blocks: [
        .table(table),
        .chart(
          ReportChart(
            title: Phrase("Bid to reserve", "投標價占底價比"), kind: .column,
            series: [
              .init(
                Phrase("Bid to reserve", "投標價占底價比"),
                categories: CellRange("awards", "vendor_id"), values: CellRange("awards", "ratio"))
            ],
            categoryAxis: .init(Phrase("Vendor", "廠商")),
            valueAxis: .init(Phrase("Share of the reserve", "占底價比"), minimum: .zero))),
      ])
  }

  private typealias SampleBid = (
    vendor: String, price: String, rank: Int64, style: ReportTable.RowStyle
  )

  private static let bids: [SampleBid] = [
    ("V1", "950.50", 1, .good), ("=V2", "1240", 2, .good), ("-V4", "1250", 3, .goodCutoff),
    ("@V3", "1500", 4, .muted),
  ]

  private static func figures() throws -> ReportSheet {
    var table = ReportTable(
      "figures",
      columns: [
        .identifier("row", Phrase("Row", "列")), .money("value", Phrase("Value", "數值")),
        .text("note", Phrase("Note", "備註")),
      ])
    let notes = ["=1+1", "a\u{1}b _x0041_", "multiple\nlines", "+886 2 2380", ""]
    let values = ["1250", "800", "640", "1100", "9999999999999.99"]
    for (index, note) in notes.enumerated() {
      table.append(
        [
          Cell.text("R\(index + 1)").linked(to: .row(table: "awards", key: "=V2")),
          .money(try Money(text: values[index])), .text(note),
        ], key: "R\(index + 1)", style: index == 3 ? .attention : .normal)
    }
    table.append([.text("R6"), .money(Money(minorUnits: 1_234_567_890_123_456_789))], key: "R6")
    var curve = ReportTable(
      "curve", title: Phrase("Equilibrium", "均衡"),
      columns: [
        .decimal("cost", Phrase("Cost", "成本")), .decimal("bid", Phrase("Bid", "投標")),
      ])
    for step in 0...4 {
      let cost = try Rational(6 + Int128(step), over: 10)
      curve.append([
        .decimal(cost),
        Cell.decimal(try (cost + .one) / Rational(2)).computed(by: Formula("=({cost}+1)/2")),
      ])
    }
    return ReportSheet(
      "figures", name: Phrase("Figures [all]", "數值〔全部〕"), title: Phrase("Figures", "數值"),
      summary: Phrase(verbatim: String(repeating: "摘要文字", count: 30)), tab: .input,
      blocks: [
        .table(table),
        .table(curve),
        .chart(
          ReportChart(
            title: Phrase("Bid over cost", "成本與投標"), kind: .scatterWithLines,
            series: [
              .init(
                Phrase("Bid", "投標"), categories: CellRange("curve", "cost"),
                values: CellRange("curve", "bid")),
              .init(
                Phrase("Cost", "成本"), categories: CellRange("curve", "cost"),
                values: CellRange("curve", "cost")),
            ],
            categoryAxis: .init(Phrase("Cost", "成本"), minimum: try Rational(1, over: 2)),
            valueAxis: .init(Phrase("Bid", "投標"), minimum: try Rational(1, over: 2)),
            placement: .beside, widthPixels: 560, heightPixels: 300)),
        .facts(
          FactList(
            "checks",
            facts: [
              .init(
                "median", Phrase("Median of three", "三者中位數"),
                Cell.money(try Money(text: "800"))
                  .computed(by: Formula("=MEDIAN({figures.value@R1..R3})"))),
              .init(
                "array", Phrase("Array", "陣列"),
                Cell.money(try Money(text: "1175"))
                  .computed(
                    by: Formula(
                      "=MEDIAN(IF({figures.value@R1..R4}>1000,{figures.value@R1..R4}))",
                      isArray: true))),
              .init(
                "words", Phrase("Words", "文字"),
                Cell.text("R2: 640")
                  .computed(
                    by: Formula(
                      "=\"R2: \"&MINIFS({figures.value@R1..R4},{figures.row@R1..R4},\"<>\")"))),
            ])),
      ])
  }

  private static func empty() -> ReportSheet {
    ReportSheet(
      "empty", name: Phrase("Cover", "封面"), title: Phrase("Warnings", "警示"), tab: .warning,
      blocks: [
        .table(
          ReportTable(
            "warnings",
            columns: [
              .text("warning", Phrase("Warning", "警示")),
              .money("amount", Phrase("Amount", "金額")),
            ]))
      ])
  }
}
