import CZip
import Foundation

/// A zip archive made part by part, for what no spreadsheet program would write.
public struct TestArchive {
  private var parts: [(name: String, bytes: [UInt8])] = []

  /// Creates an archive without parts.
  public init() {}

  /// Adds a part behind the others.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    parts.append((name, bytes))
  }

  /// The bytes of the archive, its parts deflated.
  ///
  /// - Throws: ``ExternalProgramFailure`` when libzip refuses.
  public func bytes() throws -> [UInt8] {
    let path = try ScratchFolder()
    let file = path.file("archive.zip")
    var code: Int32 = 0
    guard let archive = unsafe zip_open(file, Int32(ZIP_CREATE | ZIP_EXCL), &code) else {
      throw ExternalProgramFailure("libzip reports \(code)")
    }
    for part in parts {
      // libzip reads the copy when the archive is closed, and then frees it.
      guard let copy = unsafe malloc(max(part.bytes.count, 1)) else {
        throw ExternalProgramFailure("out of memory")
      }
      unsafe part.bytes.withUnsafeBytes { buffer in
        if let base = buffer.baseAddress { unsafe memcpy(copy, base, buffer.count) }
      }
      let source = unsafe zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1)
      guard unsafe zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8) >= 0 else {
        throw ExternalProgramFailure(unsafe String(cString: zip_strerror(archive)))
      }
    }
    guard unsafe zip_close(archive) == 0 else {
      throw ExternalProgramFailure("the archive cannot be written")
    }
    return Array(try Data(contentsOf: URL(filePath: file)))
  }
}
