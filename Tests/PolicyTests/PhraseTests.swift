import Policy
import Quantities
import Testing

@Suite struct PhraseTests {
  @Test("Each language gives its own text; a verbatim phrase gives the same in all")
  func languages() {
    let phrase = Phrase("fee", "費用")
    #expect(phrase[.english] == "fee")
    #expect(phrase[.traditionalChinese] == "費用")
    for language in Language.allCases { #expect(Phrase(verbatim: "42")[language] == "42") }
  }

  @Test("Languages are named as the command line takes them")
  func names() {
    #expect(Language(rawValue: "en") == .english)
    #expect(Language(rawValue: "zh-Hant") == .traditionalChinese)
    #expect(Language.allCases.count == 2)
  }

  @Test("What stands behind a value has a name in files and words in both languages")
  func basis() {
    #expect(Basis.allCases.map(\.rawValue) == ["seed", "law", "assumed"])
    for basis in Basis.allCases {
      #expect(basis.phrase.english != basis.phrase.traditionalChinese)
    }
    #expect(Set(Basis.allCases.map(\.phrase)).count == 3)
  }

  @Test("Evidence classes are told apart in both languages")
  func evidenceClasses() {
    for language in Language.allCases {
      #expect(Set(EvidenceClass.allCases.map { $0.phrase[language] }).count == 3)
    }
  }
}

@Suite struct SourcePositionTests {
  @Test("A position prints as file and line")
  func description() {
    #expect(SourcePosition(file: "bids.csv", line: 12).description == "bids.csv:12")
  }
}

@Suite struct PerEvidenceClassTests {
  @Test("Each class has its own value, to read and to write")
  func subscripts() {
    var values = PerEvidenceClass { $0.rawValue }
    #expect(
      values == PerEvidenceClass(historical: "historical", agency: "agency", market: "market"))
    for evidenceClass in EvidenceClass.allCases {
      #expect(values[evidenceClass] == evidenceClass.rawValue)
      values[evidenceClass] = "new \(evidenceClass)"
    }
    #expect(
      EvidenceClass.allCases.map { values[$0] } == ["new historical", "new agency", "new market"])
  }
}
