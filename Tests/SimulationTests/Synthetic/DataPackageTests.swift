import Foundation
import Testing

@testable import Simulation

/// `datapackage.json` read back as JSON, against the tables themselves.
@Suite struct DataPackageTests {
  struct Package: Decodable {
    let name: String
    let title: String
    let description: String
    let resources: [Resource]
    let licenses: [License]
  }

  struct License: Decodable {
    let name: String
  }

  struct Resource: Decodable {
    let name: String
    let path: String
    let schema: Schema?
  }

  struct Schema: Decodable {
    let fields: [Field]
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]?
  }

  struct Field: Decodable {
    let name: String
    let type: String
    let constraints: Constraints?
  }

  struct Constraints: Decodable {
    let required: Bool?
    let minimum: Double?
    let `enum`: [String]?
  }

  struct ForeignKey: Decodable {
    let fields: [String]
    let reference: Reference
  }

  struct Reference: Decodable {
    let resource: String
    let fields: [String]
  }

  let made: GeneratedCase
  let package: Package

  init() throws {
    made = try GeneratedCase.ofDefaultSize()
    package = try JSONDecoder().decode(
      Package.self, from: Data(made.files["datapackage.json"] ?? []))
  }

  @Test func saysThatTheCaseIsSynthetic() {
    #expect(package.name == "cloud-1150202")
    #expect(package.title.contains("SYNTHETIC"))
    #expect(package.description.contains("made up"))
    #expect(made.text("case.yaml").contains("synthetic: "))
    #expect(package.licenses.map(\.name) == ["CC0-1.0"])
  }

  @Test func listsEveryOtherFile() {
    let paths = package.resources.map(\.path)
    #expect(paths.sorted() == made.files.keys.filter { $0 != "datapackage.json" }.sorted())
  }

  @Test func describesEveryColumnInOrder() throws {
    for resource in package.resources {
      guard let schema = resource.schema else { continue }
      #expect(schema.fields.map(\.name) == made.headings(resource.name))
    }
    #expect(package.resources.count { $0.schema == nil } == 1)
  }

  @Test func valuesKeepTheirConstraints() throws {
    for resource in package.resources {
      guard let schema = resource.schema else { continue }
      let rows = made.rows(resource.name)
      #expect(!rows.isEmpty, "\(resource.name)")
      for field in schema.fields {
        for row in rows { check(row[field.name], field, in: resource.name) }
      }
    }
  }

  private func check(_ value: String?, _ field: Field, in table: String) {
    guard let value, !value.isEmpty else {
      #expect(field.constraints?.required != true, "\(table).\(field.name)")
      return
    }
    if let choices = field.constraints?.enum { #expect(choices.contains(value)) }
    if let minimum = field.constraints?.minimum {
      #expect((Double(value) ?? -1) >= minimum, "\(table).\(field.name)")
    }
    switch field.type {
    case "integer": #expect(Int64(value) != nil)
    case "number": #expect(Double(value) != nil)
    case "date": #expect(value.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
    default: #expect(field.type == "string")
    }
  }

  @Test func keysAreUniqueAndReferencesExist() throws {
    for resource in package.resources {
      guard let schema = resource.schema else { continue }
      let rows = made.rows(resource.name)
      let keys = rows.map { row in schema.primaryKey.map { row[$0] ?? "" } }
      #expect(Set(keys).count == rows.count, "\(resource.name)")
      for key in schema.foreignKeys ?? [] {
        let there = Set(
          made.rows(key.reference.resource).map { row in key.reference.fields.map { row[$0] } })
        #expect(rows.allSatisfy { row in there.contains(key.fields.map { row[$0] }) })
      }
    }
  }
}
