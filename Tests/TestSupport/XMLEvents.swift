import Foundation
import FoundationXML

/// An XML document as the list of what a parser met.
final class XMLEvents: NSObject, XMLParserDelegate {
  private enum Event {
    case start(String, [String: String])
    case text(String)
    case end(String)
  }

  private var events: [Event] = []

  init(of data: Data) throws {
    super.init()
    let parser = XMLParser(data: data)
    parser.delegate = self
    guard parser.parse() else { throw ExternalProgramFailure("a part is not well-formed XML") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    events.append(.start(name, attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    events.append(.end(name))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    events.append(.text(string))
  }

  /// The attributes of every element of a name.
  func elements(_ name: String) -> [[String: String]] {
    events.compactMap { event in
      if case .start(name, let attributes) = event { attributes } else { nil }
    }
  }

  /// The strings of a shared string table.
  func sharedStrings() -> [String] {
    var strings: [String] = []
    var current: String?
    for event in events {
      switch event {
      case .start("si", _): current = ""
      case .text(let text): current?.append(text)
      case .end("si"):
        strings.append(current ?? "")
        current = nil
      default: break
      }
    }
    return strings
  }

  /// The cells of a sheet.
  func cells(strings: [String]) -> [String: Spreadsheet.Cell] {
    var cells: [String: Spreadsheet.Cell] = [:]
    var address = ""
    var type = ""
    var texts: [String: String] = [:]
    var element = ""
    for event in events {
      switch event {
      case .start("c", let attributes):
        address = attributes["r"] ?? ""
        type = attributes["t"] ?? "n"
        texts = [:]
      case .start(let name, _): element = name
      case .text(let text): texts[element, default: ""] += text
      case .end("c"):
        let stored = texts["v"] ?? texts["t"] ?? ""
        let value = type == "s" ? Int(stored).map { strings[$0] } ?? "" : stored
        if !value.isEmpty || texts["f"] != nil {
          cells[address] = Spreadsheet.Cell(
            formula: texts["f"], value: value, isText: ["s", "str", "inlineStr"].contains(type))
        }
      case .end: element = ""
      }
    }
    return cells
  }
}
