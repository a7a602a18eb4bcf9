import CZip

/// Unpacks one part of an archive piece by piece; it keeps the archive open.
@safe final class ZipEntryReader {
  let entry: ZipEntry
  private let archive: ZipArchive
  private let file: OpaquePointer
  private var length = 0

  init(archive: ZipArchive, entry: ZipEntry, file: OpaquePointer) {
    self.archive = archive
    self.entry = entry
    unsafe self.file = file
  }

  deinit { unsafe _ = zip_fclose(file) }

  /// Unpacks the next bytes.
  ///
  /// - Parameter buffer: Where to.
  /// - Returns: How many there are: as many as fit, fewer only at the end.
  /// - Throws: ``WorkbookReadingError`` when the part is damaged, or longer than it declares.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookReadingError) -> Int {
    var filled = 0
    while let base = buffer.baseAddress, filled < buffer.count {
      let count = unsafe zip_fread(file, base + filled, UInt64(buffer.count - filled))
      guard count >= 0 else {
        throw .broken(
          entry.name, "is cut off or damaged (\(unsafe String(cString: zip_file_strerror(file))))")
      }
      if count == 0 { break }
      filled += Int(count)
      length += Int(count)
      guard length <= entry.length else {
        throw .broken(entry.name, "is longer than the \(entry.length) bytes that it declares")
      }
    }
    if filled < buffer.count, length < entry.length {
      throw .broken(entry.name, "is shorter than the \(entry.length) bytes that it declares")
    }
    return filled
  }
}
