import Testing

@testable import Reporting

/// The identifier of an event, against the published vectors of FNV-1a with 128 bits.
@Suite struct StableIdentifierTests {
  @Test(
    "Published vectors",
    arguments: [
      ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
      ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
    ])
  func vectors(value: String, digits: String) {
    #expect(StableIdentifier.text(of: value) == digits)
  }

  @Test("It always has 32 digits, and texts that differ a little have others")
  func spread() {
    let texts = (0..<2_000).map { "1150202\u{1F}certificate-expiry\u{1F}V\($0)" }
    let identifiers = texts.map(StableIdentifier.text(of:))
    #expect(Set(identifiers).count == texts.count)
    #expect(identifiers.allSatisfy { $0.count == 32 })
  }
}
