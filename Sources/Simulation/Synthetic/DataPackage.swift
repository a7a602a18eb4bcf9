/// The description of a synthetic case as a Frictionless Data Package, version 1.
enum DataPackage {
  /// The whole `datapackage.json`.
  static func text(of size: SyntheticCase) -> String {
    let number = size.calendar.current.number
    let package: JSONText = .members([
      ("profile", .text("data-package")),
      ("name", .text("cloud-\(number)")),
      ("title", .text(SyntheticHeader.title(of: size))),
      ("description", .text(SyntheticHeader.statement(of: size))),
      ("version", .text("1.0.0")),
      ("keywords", .list(["synthetic", "public procurement", "Taiwan"].map { .text($0) })),
      ("licenses", .list([licence])),
      ("sources", .list(sources)),
      ("resources", .list(SyntheticFile.allCases.compactMap(resource))),
    ])
    return package.text() + "\n"
  }

  private static let licence: JSONText = .members([
    ("name", .text("CC0-1.0")),
    ("path", .text("https://creativecommons.org/publicdomain/zero/1.0/")),
    ("title", .text("CC0 1.0 Universal")),
  ])

  private static let sources: [JSONText] = [
    .members([("title", .text("Made by the command awardsim generate; no row is a real record"))]),
    .members([
      (
        "title",
        .text(
          "Quantiles of the bid-to-reserve ratios: bids of the city of Tsuchiura, Japan, 2007–2015")
      ),
      ("path", .text("https://github.com/sylvaingchassang/missing_bids")),
    ]),
    .members([
      (
        "title",
        .text(
          "Mean order amount of NT$1.03 M: press report of 2026-01-16 (10,357 orders, NT$10.7 bn)")
      )
    ]),
  ]

  private static func resource(_ file: SyntheticFile) -> JSONText? {
    switch file {
    case .dataPackage: nil
    case .header:
      .members([
        ("name", .text(file.resourceName)), ("path", .text(file.name)),
        ("title", .text("Case number, dates and the statement that the case is synthetic")),
        ("format", .text("yaml")), ("mediatype", .text("application/yaml")),
        ("encoding", .text("utf-8")),
      ])
    default:
      SyntheticTable.of(file).map { table in
        let isPlanted = file.isPlanted
        return .members([
          ("name", .text(file.resourceName)), ("path", .text(file.name)),
          ("profile", .text("tabular-data-resource")), ("title", .text(table.title)),
          ("format", .text(isPlanted ? "tsv" : "csv")),
          ("mediatype", .text(isPlanted ? "text/tab-separated-values" : "text/csv")),
          ("encoding", .text("utf-8")),
          ("dialect", .members([("delimiter", .text(isPlanted ? "\t" : ","))])),
          ("schema", schema(table)),
        ])
      }
    }
  }

  private static func schema(_ table: SyntheticTable) -> JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("fields", .list(table.fields.map(field))),
      ("missingValues", .list([.text("")])),
      ("primaryKey", .list(table.primaryKey.map { .text($0) })),
    ]
    if !table.foreignKeys.isEmpty {
      members.append(("foreignKeys", .list(table.foreignKeys.map(foreignKey))))
    }
    return .members(members)
  }

  private static func field(_ field: SyntheticTable.Field) -> JSONText {
    var constraints: [(name: String, value: JSONText)] = []
    if field.isRequired { constraints.append(("required", .verbatim("true"))) }
    if let minimum = field.minimum { constraints.append(("minimum", .verbatim(minimum))) }
    if !field.choices.isEmpty {
      constraints.append(("enum", .list(field.choices.map { .text($0) })))
    }
    var members: [(name: String, value: JSONText)] = [
      ("name", .text(field.name)), ("type", .text(field.type.rawValue)),
      ("title", .text(field.title)),
    ]
    if !constraints.isEmpty { members.append(("constraints", .members(constraints))) }
    return .members(members)
  }

  private static func foreignKey(_ key: SyntheticTable.ForeignKey) -> JSONText {
    .members([
      ("fields", .list([.text(key.field)])),
      (
        "reference",
        .members([
          ("resource", .text(key.table.resourceName)),
          ("fields", .list([.text(key.target ?? key.field)])),
        ])
      ),
    ])
  }
}
