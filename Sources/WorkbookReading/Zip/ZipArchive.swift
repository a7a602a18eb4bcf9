import CZip

/// A part of a zip archive.
struct ZipEntry {
  let index: UInt64
  let name: String
  /// The packed length.
  let packedLength: Int
  /// The length that the archive declares.
  let length: Int
}

/// The one owner of an archive that is open for reading, all of whose parts are within the limits.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  /// The parts by their names in small letters: names that differ in case alone are the same.
  private var entries: [String: ZipEntry] = [:]

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - partLimit: The parts that it may have.
  /// - Throws: ``WorkbookReadingError`` when the bytes are no archive, it is encrypted, or a part's
  ///   name, packing or declared length is refused.
  init(
    _ bytes: [UInt8], partLimit: Int = WorkbookReadingLimits.partCount
  ) throws(WorkbookReadingError) {
    guard !bytes.isEmpty else {
      throw WorkbookReadingError("the file is empty", expected: "an XLSX workbook")
    }
    var code: Int32 = 0
    let opened = unsafe bytes.withUnsafeBytes { buffer in
      unsafe awardsim_open_zip(buffer.baseAddress, buffer.count, &code)
    }
    guard let opened = unsafe opened else { throw ZipArchive.refusal(of: bytes, code: code) }
    unsafe archive = opened
    try readDirectory(partLimit: partLimit)
  }

  deinit { unsafe zip_discard(archive) }

  /// The part of a name.
  func entry(_ name: String) -> ZipEntry? { entries[name.lowercased()] }

  /// Begins to unpack a part.
  func open(_ entry: ZipEntry) throws(WorkbookReadingError) -> ZipEntryReader {
    guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else {
      throw .broken(
        entry.name, "cannot be unpacked (\(unsafe String(cString: zip_strerror(archive))))")
    }
    return unsafe ZipEntryReader(archive: self, entry: entry, file: file)
  }

  private static func refusal(of bytes: [UInt8], code: Int32) -> WorkbookReadingError {
    // The signature of compound files, in which Excel keeps encrypted and old workbooks.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return WorkbookReadingError(
        "the file is encrypted, or a workbook of the old format (.xls)",
        expected: "an XLSX workbook without a password")
    }
    if !bytes.starts(with: [0x50, 0x4B]) {
      return WorkbookReadingError(
        "the file is not a workbook", expected: "an XLSX workbook")
    }
    return WorkbookReadingError(
      code == ZIP_ER_MEMORY
        ? "there is no memory for the file"
        : "the file is cut off or damaged: its list of parts cannot be read",
      expected: "a whole XLSX workbook")
  }

  // MARK: The directory

  private func readDirectory(partLimit: Int) throws(WorkbookReadingError) {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= partLimit else {
      throw .tooMany("parts", limit: partLimit, in: "the file")
    }
    var total = 0
    for index in 0..<UInt64(max(count, 0)) {
      let entry = try entry(at: index)
      // No sum overflows: each length is within the limit of a part.
      total += entry.length
      guard total <= WorkbookReadingLimits.unpackedLengthBytes else {
        throw WorkbookReadingError(
          "the file's parts are longer than is unpacked",
          expected: "at most \(WorkbookReadingLimits.unpackedLengthBytes) bytes in all")
      }
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw .broken("the file", "has two parts \(entry.name)")
      }
    }
  }

  private func entry(at index: UInt64) throws(WorkbookReadingError) -> ZipEntry {
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    let needed = UInt64(
      ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD
        | ZIP_STAT_ENCRYPTION_METHOD)
    guard unsafe zip_stat_index(archive, index, 0, &status) == 0,
      unsafe status.valid & needed == needed, let namePointer = unsafe status.name
    else { throw .broken("the file", "has a part that its list does not describe") }
    let name = unsafe String(cString: namePointer)
    guard ZipArchive.isAllowed(name) else {
      throw .broken("the file", "has a part named “\(name.prefix(100))”, which leads elsewhere")
    }
    guard unsafe status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw WorkbookReadingError("\(name) is encrypted", expected: "a workbook without a password")
    }
    guard unsafe [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
      throw .broken(name, "is packed in a way that workbooks are not")
    }
    let limit = UInt64(WorkbookReadingLimits.partLengthBytes)
    guard unsafe status.size <= limit, unsafe status.comp_size <= limit else {
      throw WorkbookReadingError(
        "\(name) is longer than is unpacked", expected: "at most \(limit) bytes")
    }
    let entry = unsafe ZipEntry(
      index: index, name: name, packedLength: Int(status.comp_size), length: Int(status.size))
    let ratio = WorkbookReadingLimits.unpackingRatio
    guard
      entry.length <= WorkbookReadingLimits.ratioFreeLengthBytes
        || entry.length / ratio <= entry.packedLength
    else {
      throw WorkbookReadingError(
        "\(name) unpacks from \(entry.packedLength) to \(entry.length) bytes",
        expected: "at most \(ratio) times its packed length")
    }
    return entry
  }

  /// Whether a name stays within the archive; nothing is written under it, but no workbook has others.
  private static func isAllowed(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= WorkbookReadingLimits.partNameLengthBytes,
      !name.hasPrefix("/"), !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") })
    else { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." }
  }
}
