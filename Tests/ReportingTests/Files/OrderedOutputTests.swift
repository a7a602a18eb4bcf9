import Foundation
import Pipeline
import Testing

@testable import Reporting

/// Pieces that several threads write stand in their order.
struct OrderedOutputTests {
  private static let pieces = (0..<60).map { piece in
    [UInt8](repeating: UInt8(truncatingIfNeeded: 33 + piece), count: piece * 37 % 400)
  }
  private static var whole: [UInt8] { pieces.flatMap { $0 } }

  /// Lets threads write the pieces, each taking the next that is left.
  private static func write(to output: OrderedOutput, threads: Int) {
    _ = inParallel(pieces.count, threads: threads, assistant: { () }) { _, piece in
      try? output.write(pieces[piece], piece: piece)
    }
  }

  @Test("into a file, behind what is there", arguments: [1, 2, 3, 5])
  func file(threads: Int) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    let head = Array("head\n".utf8)
    #expect(unsafe Foundation.write(descriptor, head, head.count) == head.count)
    let output = OrderedOutput(descriptor)
    OrderedOutputTests.write(to: output, threads: threads)
    output.finish()
    #expect(unsafe Foundation.write(descriptor, head, head.count) == head.count)
    let read = try Data(contentsOf: URL(filePath: path))
    #expect(Array(read) == head + OrderedOutputTests.whole + head)
  }

  @Test("into a pipe", arguments: [1, 2, 3])
  func pipe(threads: Int) {
    let pipe = Pipe()
    let output = OrderedOutput(pipe.fileHandleForWriting.fileDescriptor)
    // Less than a pipe holds, so nobody need read meanwhile.
    OrderedOutputTests.write(to: output, threads: threads)
    pipe.fileHandleForWriting.closeFile()
    #expect(Array(pipe.fileHandleForReading.readDataToEndOfFile()) == OrderedOutputTests.whole)
  }

  @Test("a full disk fails every thread, once for all")
  func full() {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = OrderedOutput(descriptor)
    #expect(throws: OrderedOutput.Failure.system(ENOSPC)) { try output.write([1], piece: 0) }
    #expect(throws: OrderedOutput.Failure.system(ENOSPC)) { try output.write([1], piece: 1) }
  }

  @Test("whoever waits for a piece that never comes is let go")
  func abandoned() {
    let pipe = Pipe()
    let output = OrderedOutput(pipe.fileHandleForWriting.fileDescriptor)
    output.abandon()
    #expect(throws: OrderedOutput.Failure.abandoned) { try output.write([1], piece: 7) }
  }
}
