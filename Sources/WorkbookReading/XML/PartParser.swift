import Foundation
import FoundationXML

/// What is made of a part's elements as they come.
protocol PartReader: AnyObject {
  /// An element begins; its name is without a prefix.
  func start(_ name: String, _ attributes: [String: String]) throws(WorkbookReadingError)
  /// Some text; one run may come in pieces.
  func text(_ text: String) throws(WorkbookReadingError)
  /// An element ends.
  func end(_ name: String) throws(WorkbookReadingError)
  /// Whether nothing more is needed.
  var isDone: Bool { get }
}

extension PartReader {
  func text(_ text: String) throws(WorkbookReadingError) {}
  func end(_ name: String) throws(WorkbookReadingError) {}
  var isDone: Bool { false }
}

/// Parses a part, handing the elements of the vocabulary of workbooks to a reader.
///
/// Elements of other namespaces, which are extensions, are passed over with all that is in them.
final class PartParser: NSObject, XMLParserDelegate {
  /// Namespaces of ECMA-376: the transitional form, the strict form, relationships.
  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]

  private let part: String
  private let elementLimit: Int
  private let reader: any PartReader
  private var failure: WorkbookReadingError?
  private var isStopped = false
  private var depth = 0
  private var elementCount = 0
  /// The depth of the outermost element that is passed over.
  private var foreignDepth: Int?
  private var hasRoot = false

  private init(_ part: String, elementLimit: Int, _ reader: any PartReader) {
    self.part = part
    self.elementLimit = elementLimit
    self.reader = reader
  }

  /// Parses a part.
  ///
  /// - Parameters:
  ///   - entry: The part.
  ///   - archive: Its archive.
  ///   - reader: Takes the elements.
  ///   - elementLimit: The elements that the part may have.
  /// - Throws: ``WorkbookReadingError`` when the part is damaged or refused, and what the reader throws.
  static func parse(
    _ entry: ZipEntry, of archive: ZipArchive, into reader: any PartReader,
    elementLimit: Int = WorkbookReadingLimits.elementCount
  ) throws(WorkbookReadingError) {
    let stream = PartStream(try archive.open(entry))
    let handler = PartParser(entry.name, elementLimit: elementLimit, reader)
    let parser = XMLParser(stream: stream)
    parser.delegate = handler
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    // What it returns tells little: a part that is cut off counts as parsed.
    _ = parser.parse()
    if let failure = stream.failure ?? handler.failure { throw failure }
    guard handler.isStopped || handler.hasRoot && handler.depth == 0 else {
      throw .broken(entry.name, "is not well-formed XML")
    }
  }

  private func attempt(
    _ parser: XMLParser, _ work: () throws(WorkbookReadingError) -> Void
  ) {
    do throws(WorkbookReadingError) {
      try work()
      guard reader.isDone else { return }
      isStopped = true
    } catch {
      failure = error
    }
    parser.abortParsing()
  }

  private var isOver: Bool { failure != nil || isStopped }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard !isOver else { return }
    depth += 1
    elementCount += 1
    hasRoot = true
    attempt(parser) { () throws(WorkbookReadingError) in
      guard depth <= WorkbookReadingLimits.elementDepth else {
        throw .broken(part, "has elements more than \(WorkbookReadingLimits.elementDepth) deep")
      }
      guard elementCount <= elementLimit else {
        throw .tooMany("elements", limit: elementLimit, in: part)
      }
      guard attributes.count <= WorkbookReadingLimits.attributeCount else {
        throw .tooMany("attributes", limit: WorkbookReadingLimits.attributeCount, in: part)
      }
      guard foreignDepth == nil else { return }
      guard let namespaceURI, PartParser.namespaces.contains(namespaceURI) else {
        foreignDepth = depth
        return
      }
      try reader.start(name, attributes)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard !isOver else { return }
    defer { depth -= 1 }
    if let foreignDepth {
      if foreignDepth == depth { self.foreignDepth = nil }
      return
    }
    attempt(parser) { () throws(WorkbookReadingError) in try reader.end(name) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard !isOver, foreignDepth == nil else { return }
    attempt(parser) { () throws(WorkbookReadingError) in try reader.text(string) }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    guard !isOver, foreignDepth == nil else { return }
    let text = String(decoding: block, as: UTF8.self)
    attempt(parser) { () throws(WorkbookReadingError) in try reader.text(text) }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    // Numbers of libxml2 for namespaces that are no absolute addresses: no fault of the document.
    let warnings = [99, 100]
    let code = (error as NSError).code
    guard !isOver, !warnings.contains(code) else { return }
    failure = .broken(part, "is not well-formed XML (line \(parser.lineNumber), libxml2 \(code))")
  }
}
