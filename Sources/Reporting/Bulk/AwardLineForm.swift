import Policy
import Quantities
import Tendering

/// How a row of the award table is written in a format, as pieces between its names and numbers.
///
/// The pieces come from the same columns, words and quoting as ``ReportTable``'s own formats, so both
/// write the same bytes.
struct AwardLineForm: Sendable {
  /// What stands between a row's price and its end, for one kind of verdict.
  struct Tail: BitwiseCopyable, Sendable {
    /// Between price and rank, or between price and reason where there is no rank.
    var beforeRank = Piece()
    var hasRank = false
    /// Behind the rank, up to the contract price; or up to the reserve price in the reason.
    var middle = Piece()
    /// Whether the reserve price stands behind `middle`.
    var hasReserve = false
    /// Whether the contract price, which is the bid's own, stands behind `middle`.
    var hasContractPrice = false
    /// The rest of the row.
    var end = Piece()
  }

  let isJSON: Bool
  /// Before the first row, behind the last one, and all there is where there are no rows.
  let opening: [UInt8]
  let closing: [UInt8]
  let empty: [UInt8]
  /// Between two rows.
  let separator: Piece
  /// Before the item, before the vendor, before the price.
  let beforeItem: Piece
  let beforeVendor: Piece
  let beforePrice: Piece
  /// What stands for no price.
  let noPrice: Piece
  /// What the pieces are of, and the tails.
  let pieces: PieceStore
  /// Room for all pieces and numbers of a row.
  let pieceLength: Int

  /// - Returns: `nil` for a format whose rows depend on one another.
  init?(_ format: TableFormat, _ language: Language, columns keys: [String]) {
    guard format != .table, keys.count == 8 else { return nil }
    isJSON = format == .json
    var texts = PieceTexts()
    let names = keys.map { JSONValue.string($0).text + ": " }
    if isJSON {
      opening = Array("[".utf8)
      closing = Array("\n]\n".utf8)
      empty = Array("[]\n".utf8)
      separator = texts.add(",")
      beforeItem = texts.add("\n  {" + names[0])
      beforeVendor = texts.add(", " + names[1])
      beforePrice = texts.add(", " + names[2])
      noPrice = texts.add("null")
    } else {
      opening = Array(CommaSeparated.line(keys).utf8)
      (closing, empty) = ([], opening)
      (separator, beforeItem, noPrice) = (Piece(), Piece(), Piece())
      beforeVendor = texts.add(",")
      beforePrice = beforeVendor
    }
    var tails: [Tail] = []
    for kind in 0..<PackedVerdict.kindCount {
      let verdict = PackedVerdict(rawValue: UInt32(kind))
      tails.append(
        format == .json
          ? AwardLineForm.jsonTail(verdict, language, names, &texts)
          : AwardLineForm.csvTail(verdict, language, &texts))
    }
    // Never more than all pieces at once, and four numbers.
    pieceLength = texts.bytes.count + 100
    let ranked = isJSON ? [] : AwardLineForm.ranked(tails, &texts)
    pieces = PieceStore(texts.bytes, tails: tails, ranked: ranked)
  }

  /// What stands from the price to the end of the middle, for each verdict of a low rank or none.
  private static func ranked(_ tails: [Tail], _ texts: inout PieceTexts) -> [Piece] {
    var pieces: [Piece] = []
    for rank in 0..<PieceStore.rankLimit {
      for tail in tails {
        let exists = tail.middle.count > 0 && tail.hasRank == (rank > 0)
        pieces.append(
          exists ? texts.add(tail.beforeRank, rank > 0 ? rank : nil, tail.middle) : Piece())
      }
    }
    return pieces
  }

  private static func csvTail(
    _ verdict: PackedVerdict, _ language: Language, _ texts: inout PieceTexts
  ) -> Tail {
    guard let outcome = verdict.bidOutcome(reservePrice: nil) else { return Tail() }
    let flags = verdict.lowPriceFlags.map(\.rawValue).joined(separator: ";")
    let (before, after) = reason(outcome, language) { CommaSeparated.field($0) }
    return tail(
      verdict, before: ",", middle: ",\(outcome.text),\(before)", reasonEnd: "\(after),",
      end: ",\(CommaSeparated.field(flags))\n", &texts)
  }

  private static func jsonTail(
    _ verdict: PackedVerdict, _ language: Language, _ names: [String], _ texts: inout PieceTexts
  ) -> Tail {
    guard let outcome = verdict.bidOutcome(reservePrice: nil) else { return Tail() }
    let flags = verdict.lowPriceFlags.map(\.rawValue).joined(separator: ";")
    let (before, after) = reason(outcome, language) { JSONValue.string($0).text }
    let rank = verdict.outcome.isRanked ? "" : "null"
    let price = verdict.outcome.isAwarded ? "" : "null"
    let flagText = flags.isEmpty ? "null" : JSONValue.string(flags).text
    return tail(
      verdict, before: ", \(names[3])\(rank)",
      middle: ", \(names[4])\(JSONValue.string(outcome.text).text), \(names[5])\(before)",
      reasonEnd: "\(after), \(names[6])\(price)", end: ", \(names[7])\(flagText)}", &texts)
  }

  private static func tail(
    _ verdict: PackedVerdict, before: String, middle: String, reasonEnd: String, end: String,
    _ texts: inout PieceTexts
  ) -> Tail {
    let hasReserve = verdict.outcome == .aboveReserve
    return Tail(
      beforeRank: texts.add(before), hasRank: verdict.outcome.isRanked,
      middle: texts.add(hasReserve ? middle : middle + reasonEnd), hasReserve: hasReserve,
      hasContractPrice: verdict.outcome.isAwarded,
      end: texts.add(hasReserve ? reasonEnd + end : end))
  }

  /// A reason as it is written, parted where a reserve price stands in it.
  private static func reason(
    _ outcome: BidOutcome, _ language: Language, _ written: (String) -> String
  ) -> (before: String, after: String) {
    guard case .aboveReserve = outcome else { return (written(outcome.phrase[language]), "") }
    // A digit holds the place, so that the text is quoted as the whole would be.
    let text = written(BidOutcome.aboveReserveWords[language] + "0")
    guard let place = text.lastIndex(of: "0") else { return (text, "") }
    return (String(text[..<place]), String(text[text.index(after: place)...]))
  }
}
