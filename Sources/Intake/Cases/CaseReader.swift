import CallOff
import Pipeline
import Policy
import Pricing
import Quantities
import Tendering
import WorkbookReading

/// Reads the files of a case folder in a fixed order, so that each can refer to those before it.
struct CaseReader {
  let folder: String
  let tables: Set<TableName>
  var loader: TableLoader
  private var known = KnownNames()

  init(_ folder: String, _ tables: Set<TableName>, loader: TableLoader) {
    self.folder = folder
    self.tables = tables
    self.loader = loader
  }

  private func path(_ name: String) -> String {
    if name.hasPrefix("/") { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Reads `case.yaml`.
  mutating func header() throws(IntakeError) -> CaseHeader? {
    let name = CaseFolder.headerFileName
    let bytes = try loader.files.bytes(at: path(name), named: name)
    loader.note(name, bytes, rowCount: nil)
    return CaseHeader.read(bytes, file: name, diagnostics: &loader.diagnostics)
  }

  /// Reads the policy that was asked for, else the case's own, else the shipped one.
  mutating func policy(
    _ asked: String?, _ header: CaseHeader?
  ) throws(IntakeError) -> PolicyBook? {
    if let asked { return try policy(at: asked, named: asked) }
    guard let header else { return nil }
    if let own = header.policy { return try policy(at: path(own), named: own) }
    return try PolicyFile.shipped()
  }

  private mutating func policy(
    at path: String, named name: String
  ) throws(IntakeError) -> PolicyBook? {
    let bytes = try loader.files.bytes(at: path, named: name)
    loader.note(name, bytes, rowCount: nil)
    return PolicyFile.book(from: bytes, file: name, diagnostics: &loader.diagnostics)
  }

  /// Reads every table that is asked for and there.
  ///
  /// The tables are read even where the header has errors, so that all errors come in one run. Each
  /// is read before it is assigned: an assignment to a case that is `nil` evaluates nothing.
  mutating func contents(_ header: CaseHeader?) throws(IntakeError) -> Case? {
    var contents = header.map { Case(header: $0.header) }
    try readItems(into: &contents)
    try readPricing(into: &contents)
    try readTendering(into: &contents)
    try readCallOff(into: &contents)
    contents?.inputFiles = loader.inputFiles
    return contents
  }

  private mutating func readItems(into contents: inout Case?) throws(IntakeError) {
    if let table = try load(.items) {
      let items = table.items(&loader.diagnostics)
      contents?.items = items.rows
      if table.table.isComplete { known.items = items.names }
    }
    let screening = try readScreening()
    contents?.screening = screening
  }

  private mutating func readScreening() throws(IntakeError) -> ScreeningTables {
    var tables = ScreeningTables()
    tables.demand = try load(.demand)?.demand(known, &loader.diagnostics)
    if let table = try load(.vendors) {
      let vendors = table.vendors(&loader.diagnostics)
      tables.vendors = vendors.rows
      if table.table.isComplete { known.vendors = vendors.names }
    }
    if let table = try load(.products) {
      let products = table.products(known, &loader.diagnostics)
      tables.products = products.rows
      if table.table.isComplete { known.products = products.names }
    }
    tables.certificates = try load(.certificates)?.certificates(known, &loader.diagnostics)
    tables.tests = try load(.tests)?.tests(known, &loader.diagnostics)
    tables.securityItems = try load(.securityItems)?.securityItems(known, &loader.diagnostics)
    tables.restrictedBrands = try load(.restrictedBrands)?.restrictedBrands(&loader.diagnostics)
    tables.listings = try load(.listings)?.listings(known, &loader.diagnostics)
    return tables
  }

  /// Notes what the policy names: the tables may name nothing else.
  mutating func note(_ policy: PolicyBook?) {
    guard let policy else { return }
    known.standards = ScreeningPolicy.standards(in: policy)
    known.securityParts = policy.securityMatrices.flatMap(\.parts).map(\.name)
  }

  private mutating func readPricing(into contents: inout Case?) throws(IntakeError) {
    var evidence: [Evidence]?
    var first = FirstPlaces<EvidenceID>()
    let classes: [(TableName, EvidenceClass)] = [
      (.historicalAwards, .historical), (.agencyPrices, .agency), (.marketQuotes, .market),
    ]
    for (name, evidenceClass) in classes {
      guard let table = try load(name) else { continue }
      evidence =
        (evidence ?? [])
        + table.evidence(evidenceClass, known, first: &first, &loader.diagnostics)
    }
    contents?.evidence = evidence
    let index = try load(.priceIndex)?.priceIndex(&loader.diagnostics)
    contents?.priceIndex = index
    let overrides = try load(.reserveOverrides)?.reserveOverrides(known, &loader.diagnostics)
    contents?.reserveOverrides = overrides ?? []
  }

  private mutating func readTendering(into contents: inout Case?) throws(IntakeError) {
    if let table = try load(.bids) {
      let bids = table.bids(known, &loader.diagnostics)
      contents?.bids = bids.rows
      if table.table.isComplete { known.bids = bids.names }
    }
    let rebids = try load(.rebids)?.rebids(known, &loader.diagnostics)
    contents?.rebids = rebids ?? []
    let reductions = try load(.reductions)?.reductions(known, &loader.diagnostics)
    contents?.reductions = reductions ?? []
  }

  private mutating func readCallOff(into contents: inout Case?) throws(IntakeError) {
    if let table = try load(.orders) {
      let orders = table.orders(known, &loader.diagnostics)
      contents?.orders = orders.rows
      contents?.orderColumns = table.orderRecordColumns
      if table.table.isComplete { known.orders = orders.names }
    }
    let agencies = try load(.agencies)?.agencies(&loader.diagnostics)
    contents?.agencies = agencies
    let feeTiers = try load(.feeTiers)?.feeTiers(&loader.diagnostics)
    contents?.feeTiers = feeTiers
    let collections = try load(.collections)?.collections(known, &loader.diagnostics)
    contents?.collections = collections
    let own = contents?.header.contract
    let contracts = try load(.contracts)?.contracts(besides: own, &loader.diagnostics)
    contents?.otherContracts = contracts ?? []
  }

  /// Reads a table; `nil` where it is not asked for, not there or has no readable row.
  private mutating func load(_ table: TableName) throws(IntakeError) -> BoundTable? {
    guard tables.contains(table) else { return nil }
    // A file that a mapping names has to be there; any other may be absent.
    if let mapped = loader.mapping?.sections[table]?.fileName {
      return try loader.load(table, at: path(mapped), named: mapped)
    }
    let places = try places(of: table)
    guard let place = places.first else { return nil }
    guard places.count == 1 else {
      loader.diagnostics.report(
        Diagnostic(
          file: place, line: 0, column: 0,
          problem: "the table \(table.rawValue) is in \(places.dropFirst().listed) as well",
          expectation: "one of them"))
      return nil
    }
    let loaded = try loader.load(table, at: path(place), named: place)
    // A table without rows is an answer; a template that nobody filled in is none.
    return loaded?.table.hasOnlyExamples == true ? nil : loaded
  }

  /// Where the folder has a table: `bids.csv`, `bids.xlsx` or the sheet `bids` of `case.xlsx`.
  private mutating func places(of table: TableName) throws(IntakeError) -> [String] {
    var places: [String] = []
    for name in [table.fileName, table.workbookName] where try loader.files.exists(at: path(name)) {
      places.append(name)
    }
    let name = CaseFolder.workbookFileName
    if try loader.files.exists(at: path(name)),
      let sheet = try loader.workbook(at: path(name), named: name)?.sheet(named: table.rawValue)
    {
      places.append("\(name)!\(sheet.name)")
    }
    return places
  }

  // MARK: Files that are no table

  /// Warns of tables whose names are misspelt: they would be passed over in silence.
  mutating func warnOfUnknownTables(among names: [String]) {
    let mapped = (loader.mapping?.sections.values.compactMap(\.fileName) ?? [])
      .map { WorkbookLocation($0)?.file ?? $0 }
    warn(
      ofUnknown: names.filter { $0.lowercased().hasSuffix(".csv") && !mapped.contains($0) },
      among: TableName.ofCase.map(\.fileName))
    // Programs leave a file of this name beside a workbook that is open.
    let workbooks = names.filter { WorkbookLocation($0) != nil && !$0.hasPrefix("~$") }
    warn(
      ofUnknown: workbooks.filter { !mapped.contains($0) && $0 != CaseFolder.workbookFileName },
      among: TableName.ofCase.map(\.workbookName))
  }

  /// Warns of sheets of `case.xlsx` that are no table.
  mutating func warnOfUnknownSheets() throws(IntakeError) {
    let name = CaseFolder.workbookFileName
    guard try loader.files.exists(at: path(name)),
      let workbook = try loader.workbook(at: path(name), named: name)
    else { return }
    let expected = TableName.ofCase.map(\.rawValue)
    let unknown = workbook.tableSheets.map(\.name).filter { !expected.contains($0.lowercased()) }
    warn(ofUnknown: unknown, among: expected, in: workbook)
  }

  private mutating func warn(
    ofUnknown names: [String], among expected: [String], in workbook: OpenWorkbook? = nil
  ) {
    for name in names where !expected.contains(name) {
      let nearest = nearestName(to: name, among: expected) ?? ""
      let isText = workbook == nil && WorkbookLocation(name) == nil
      loader.diagnostics.warn(
        Diagnostic(
          file: workbook.map { "\($0.name)!\(name)" } ?? name, line: isText ? 1 : 0, column: 1,
          problem: "not read, as a case has no such table",
          expectation: "one of its tables; the nearest is \(nearest)"))
    }
  }
}
