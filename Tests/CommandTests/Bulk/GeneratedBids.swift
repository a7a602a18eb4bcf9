/// Tables of bids and reserve prices with everything that a table may hold, from a seed.
struct GeneratedBids {
  private(set) var bids = ""
  private(set) var reserves = ""

  /// Names of vendors; items have those that need no comparison of strings.
  private static let names = [
    "A", "I0000001", "I0000002", "a name of more than sixteen bytes", "品項一", "雲端 服務", "comma, here",
    "say \"hi\"", "two\nlines", "cafe\u{301}", "caf\u{E9}", "💠", "Ω", "0", "x.y-z", "back\\slash",
  ]
  private static let itemNames =
    names.filter { $0 != "💠" && !$0.hasPrefix("caf") } + ["caf\u{E9}"]
  private var random: SmallRandom

  /// - Parameters:
  ///   - seed: For all choices.
  ///   - items: The number of items.
  init(seed: UInt64, items: Int = 12) {
    random = SmallRandom(state: seed)
    let isShuffled = random.flip()
    let hasStatus = random.flip()
    let hasExtra = random.flip()
    let quoting = random.below(3)
    let lineBreak = ["\n", "\r\n", "\r", "\n"][random.below(4)]
    let order = random.shuffled([0, 1, 2] + (hasStatus ? [3] : []) + (hasExtra ? [4, 5] : []))
    let headings = [
      ["item_id", "品項編號"][random.below(2)], ["vendor_id", "廠商"][random.below(2)], "unit_price",
      "status",
      "remark", "submitted_at",
    ]

    var rows: [[String]] = []
    var listed: [(name: String, reserve: String)] = []
    for item in 0..<items {
      let name =
        GeneratedBids.itemNames[item % GeneratedBids.itemNames.count]
        + (item < GeneratedBids.itemNames.count ? "" : "\(item)")
      let reserve = random.below(6) == 0 ? "" : "\(100 + random.below(3) * 50)"
      listed.append((name, reserve))
      let vendors = random.shuffled(Array(GeneratedBids.names.indices))
      for vendor in vendors.prefix(random.below(14)) where vendor != 9 {
        rows.append(row(name, GeneratedBids.names[vendor], hasStatus: hasStatus))
      }
    }
    if isShuffled { rows = random.shuffled(rows) }
    if random.flip(), let first = listed.first { listed.append(first) }

    var text = random.flip() ? "\u{FEFF}" : ""
    text += order.map { headings[$0] }.joined(separator: ",") + lineBreak
    for row in rows {
      let fields = order.map { field(row[$0], quoting) }
      text += fields.joined(separator: ",") + lineBreak
      if random.below(12) == 0 { text += ["", "  ", "\t"][random.below(3)] + lineBreak }
    }
    if random.flip(), text.hasSuffix(lineBreak) {
      text.unicodeScalars.removeLast(lineBreak.unicodeScalars.count)
    }
    bids = text
    reserves =
      "item_id,reserve_price\n"
      + listed.map { GeneratedBids.quoted($0.name) + "," + $0.reserve + "\n" }.joined()
  }

  private mutating func row(_ item: String, _ vendor: String, hasStatus: Bool) -> [String] {
    let isDisqualified = hasStatus && random.below(8) == 0
    // Few distinct prices make ties; some lie above every reserve price.
    let whole = 60 + random.below(8) * 20
    let price = ["\(whole)", "\(whole).5", "\(whole).00", "NT$\(whole)", "1,0\(whole % 90 + 10)"][
      max(0, random.below(12) - 7)]
    // A composed and a decomposed name are the same one.
    let spelt = item == "caf\u{E9}" && random.flip() ? "cafe\u{301}" : item
    return [
      spelt, vendor, isDisqualified && random.flip() ? "" : price,
      isDisqualified ? "disqualified" : ["valid", ""][random.below(2)], "seen \"twice\"",
      "2026-03-31",
    ]
  }

  private mutating func field(_ text: String, _ quoting: Int) -> String {
    let isQuoted = quoting == 2 || quoting == 1 && random.flip()
    let padding = random.below(10) == 0 ? " " : ""
    let needsQuotes = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return isQuoted || needsQuotes
      ? "\"" + padding + text.replacing("\"", with: "\"\"") + "\"" : padding + text + padding
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// A sequence of numbers that is the same in every run (Knuth's MMIX constants).
struct SmallRandom {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() >> 20) % bound }

  mutating func flip() -> Bool { below(2) == 0 }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var shuffled = elements
    for index in shuffled.indices.dropFirst().reversed() {
      shuffled.swapAt(index, below(index + 1))
    }
    return shuffled
  }

  /// The same bytes with a few changed, inserted or taken out.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    let notable = Array("\",\n\r \t0.9x".utf8) + [0, 0x7F, 0xC2, 0x80, 0xEF, 0xFF, 0xE3]
    var changed = bytes
    for _ in 0...below(4) where !changed.isEmpty {
      let index = below(changed.count)
      switch below(3) {
      case 0: changed[index] = notable[below(notable.count)]
      case 1: changed.insert(notable[below(notable.count)], at: index)
      default: changed.removeSubrange(index..<min(index + 3, changed.count))
      }
    }
    return changed
  }
}
